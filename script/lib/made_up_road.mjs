// A made-up roadmap of about `count` skills, always the same: tracks of groups of fourteen skills, each with a prerequisite
// or two from its own group or the one before, none that another implies.
const kWords =
  'linear matrix sparse online batch stream graph query index cache vector kernel tensor signal sample prior loss score drift shard queue token embed decode search rank label tree boost margin policy value reward model store serve train tune'.split(
    ' ',
  );
const kInGroup = 14;

export function madeUpRoad(count) {
  let seed = count;
  const below = (n) => (seed = (seed * 48271) % 2147483647) % n;
  const phrase = (n) => Array.from({ length: n }, () => kWords[below(kWords.length)]).join(' ');
  const titled = (n) => phrase(n).replace(/^./, (c) => c.toUpperCase());
  const skills = [];
  const add = (skill) => skills.push({ key: skills.length + 1, summary: `${titled(8)}.`, ...skill });
  const groups = Math.max(1, Math.round(count / kInGroup)),
    perTrack = Math.ceil(Math.sqrt(groups));
  for (let group = 0; group < groups; ++group) {
    const track = Math.floor(group / perTrack);
    if (group % perTrack === 0) add({ id: `track-${track}`, title: `Track ${track + 1} ${phrase(1)}` });
    add({ id: `group-${group}`, parent: `track-${track}`, title: titled(2) });
    for (let i = 0; i < kInGroup; ++i) {
      // A chain within the group, and into it from the end of the one before: nothing is implied by another.
      const before = i > 0 ? `skill-${group}-${i - 1}` : group > 0 ? `skill-${group - 1}-${kInGroup - 1}` : null;
      const low = 2 + below(8);
      add({
        id: `skill-${group}-${i}`,
        parent: `group-${group}`,
        title: titled(2 + below(2)),
        body: `${titled(20)}.\n\n${titled(20)}.`,
        hours: { low, high: low + 1 + below(8) },
        requires: before ? [{ id: before, reason: `${titled(9)}.` }] : [],
        resources: [{ title: titled(3), url: `https://example.org/${group}/${i}`, kind: 'docs' }],
        proof: `${titled(12)}.`,
      });
    }
  }
  return {
    format: 'waymark-roadmap',
    version: 1,
    id: `made-up-${count}`,
    title: `A road of ${count} skills`,
    summary: 'Made up to measure with.',
    language: 'en',
    revision: 1,
    skills,
    waypoints: [{ id: 'end', title: 'The end', skills: [skills.at(-1).id] }],
    facts: [],
    retiredKeys: [],
  };
}
