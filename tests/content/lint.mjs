// What must hold of the bundled roadmap beyond the format's own rules. Each rule takes a Road and answers a list of
// problems, each a line that names the place.
import { chosenWords } from './chosen_words.mjs';
import { otherPeople, proofWords } from './proof_words.mjs';
import { clauses, textsOf, wordsOf, plain } from './roadmap.mjs';
import { breakdown, seedKeys } from './seed.mjs';

// Where the road may begin: nothing has to come before these.
const kRoots = ['backend-language', 'linux-shell', 'relational-databases', 'user-needs', 'maths-refresh'];
const kResourceKinds = ['article', 'book', 'course', 'docs', 'paper', 'tool', 'video'];
const kAccess = ['free', 'registration', 'paid'];
const kWaypoints = [
  'first-model-in-production',
  'ai-engineer',
  'interview-ready',
  'ml-platform-engineer',
  'deep-learning-specialist',
];
// Skills that nobody has to pass on the way to a waypoint, and why they count all the same.
const kOffTheWays = {
  bandits: 'the third kind of learning, which the road has to name and most jobs do not ask for',
  'q-learning': 'as bandits; what tunes language models by reward builds on it',
  'tabular-foundation-models': 'new enough that no job asks for it, and cheap to try beside boosting',
  'causal-uplift': 'for those whose model decides whom to act upon',
  'adversarial-inputs': 'for those whose inputs somebody has a reason to forge',
  'model-privacy': 'for those who train on people',
  'fairness-mitigation': 'for those whose audit has found a gap',
};
const kDuty = /^(?:B(?:[1-9]|10)|C(?:[1-9]|10))$/;

const outside = (n, low, high) => n < low || n > high;
const oneSentence = (text) => /[.!?]$/.test(text) && !/[.!?] +\p{Lu}/u.test(text);
const repeated = (list) => list.filter((x, i) => list.indexOf(x) !== i);

function size(road) {
  const problems = [];
  if (outside(road.skills.length, 180, 260)) problems.push(`${road.skills.length} skills, wanted 180 to 260`);
  if (outside(road.tracks.length, 10, 14)) problems.push(`${road.tracks.length} tracks, wanted about a dozen`);
  return problems;
}

function titles(road) {
  const long = road.skills.filter((s) => outside([...s.title].length, 1, 40)).map((s) => `${s.id}: title`);
  const twice = repeated(road.skills.map((s) => s.title.toLowerCase()));
  return [...long, ...twice.map((t) => `two skills are called “${t}”`)];
}

function summaries(road) {
  const bad = (text) => !text || outside([...text].length, 20, 160) || !oneSentence(text);
  return [...road.skills, ...road.waypoints].filter((x) => bad(x.summary)).map((x) => `${x.id}: summary`);
}

function bodies(road) {
  const problems = [];
  for (const s of road.skills) {
    const words = wordsOf(plain(s.body ?? '')).length,
      [low, high] = road.children.has(s.id) ? [30, 100] : [80, 200];
    if (outside(words, low, high)) problems.push(`${s.id}: body of ${words} words, wanted ${low} to ${high}`);
  }
  return problems;
}

const proofOf = (s) => plain(s.proof ?? '').split('\n\n');

// The proof itself, then how to do it alone, without a GPU, and what to keep.
function proofs(road) {
  const problems = [];
  for (const s of road.leaves) {
    const [proof, ...variants] = proofOf(s).map((text) => wordsOf(text).length);
    if (outside(proof, 15, 65)) problems.push(`${s.id}: proof of ${proof} words`);
    if (variants.some((n) => outside(n, 4, 40))) problems.push(`${s.id}: a variant of the proof too short or too long`);
    const escape = proofOf(s)[0].match(/\bor (?:you|explain|else)\b|\bunless\b|\bif possible\b|\bor why not\b/i);
    if (escape) problems.push(`${s.id}: proof has a way out: “${escape[0]}”`);
  }
  return problems;
}

// Somebody alone, with a laptop, can pass each proof.
function variants(road) {
  const problems = [];
  for (const s of road.leaves) {
    const [proof, ...others] = proofOf(s),
      has = (word) => others.some((text) => text.includes(word));
    if (otherPeople.test(proof) && !has('Alone:') && !/\bor (?:a|an|another|two|yours) /.test(proof))
      problems.push(`${s.id}: nobody to pass the proof with: add “Alone: …”`);
    const needsGpu = /\bGPUs?\b|\bcards?\b(?! of)/.test(proof) && kGpuSkills.has(road.chain(s)[0].id);
    if (needsGpu && !has('Without')) problems.push(`${s.id}: no GPU to pass the proof with: add “Without a GPU: …”`);
  }
  return problems;
}
const kGpuSkills = new Set(['deep-learning', 'gpu-training', 'language-models']);

// Everything that must come before a skill whatever is chosen, itself included.
function always(road, s, known = new Map()) {
  if (!known.has(s.id)) {
    const before = clauses(s).map((ids) => {
      const [first, ...rest] = ids.map((id) => always(road, road.byId.get(id), known));
      return [...first].filter((id) => rest.every((set) => set.has(id)));
    });
    known.set(s.id, new Set([s.id, ...before.flat()]));
  }
  return known.get(s.id);
}

// What a proof asks one to do has been taught before.
function taught(road) {
  const problems = [],
    known = new Map();
  for (const s of road.leaves) {
    const before = always(road, s, known);
    for (const [pattern, teachers] of proofWords) {
      const found = proofOf(s)[0].match(pattern);
      if (found && !teachers.some((id) => before.has(id)))
        problems.push(`${s.id}: the proof says “${found[0]}”, and ${teachers.join(' or ')} does not come before`);
    }
  }
  return problems;
}

// Three questions, the last of them the trap, and what goes wrong.
function checks(road) {
  const problems = [];
  for (const s of road.leaves) {
    const list = s.checks ?? [];
    if (list.length !== 3) problems.push(`${s.id}: ${list.length} checks, wanted 3`);
    for (const { question, answer } of list) {
      if (outside([...question].length, 10, 170)) problems.push(`${s.id}: too short or too long: ${question}`);
      if (outside([...answer].length, 2, 170) || !/[.!?]$/.test(answer)) problems.push(`${s.id}: answer: ${answer}`);
    }
    if (!s.slips || !oneSentence(s.slips) || outside([...s.slips].length, 25, 140)) problems.push(`${s.id}: slips`);
  }
  const questions = road.leaves.flatMap((s) => (s.checks ?? []).map((c) => c.question));
  return [...problems, ...repeated(questions).map((q) => `asked twice: ${q}`)];
}

// A road that is read, not a form that was filled in.
function voice(road) {
  const problems = [];
  for (const s of road.leaves.filter((x) => x.carriedOver)) {
    const words = wordsOf(s.body.toLowerCase()),
      begin = words.slice(0, 30).join(' ');
    const said = wordsOf(s.carriedOver.toLowerCase());
    for (let i = 0; i + 6 <= said.length; ++i) {
      if (begin.includes(said.slice(i, i + 6).join(' '))) {
        problems.push(`${s.id}: the body begins with what carriedOver says`);
        break;
      }
    }
  }
  const last = (s) =>
    plain(s.body)
      .trim()
      .split(/[.!?]\s+/)
      .at(-1);
  const formula =
    /\b(?:is|are) (?:enough|plenty|sufficient)\b|\bsuffices?\b|\bstop\b|\bcan wait\b|\bleave (?:it|the)\b/i;
  const same = road.leaves.filter((s) => formula.test(last(s)));
  if (same.length > road.leaves.length / 12)
    problems.push(`${same.length} bodies end alike: ${same.map((s) => s.id).join(', ')}`);
  return problems;
}

function hours(road) {
  const leaves = road.leaves.filter((s) => !(s.hours?.low > 0 && s.hours.low <= s.hours.high));
  const groups = road.groups.filter((s) => s.hours);
  return [...leaves.map((s) => `${s.id}: hours`), ...groups.map((s) => `${s.id}: a group with hours of its own`)];
}

function resources(road) {
  const problems = [],
    given = new Map();
  for (const s of road.leaves) {
    const list = s.resources ?? [];
    if (outside(list.length, 2, 5)) problems.push(`${s.id}: ${list.length} resources, wanted 2 to 5`);
    for (const r of list) {
      const at = `${s.id}: ${r.url}`;
      let url = null;
      try {
        url = new URL(r.url);
      } catch {
        problems.push(`${at} is no address`);
        continue;
      }
      if (url.protocol !== 'https:') problems.push(`${at} is not https`);
      if (url.href !== r.url) problems.push(`${at} is written ${url.href}`);
      if (/[?&](?:utm_|ref=|fbclid|gclid)/.test(url.search)) problems.push(`${at} tracks`);
      if (!kResourceKinds.includes(r.kind)) problems.push(`${at} is of kind ${r.kind}`);
      if (!kAccess.includes(r.access)) problems.push(`${at} has no access`);
      const before = given.get(r.url) ?? r;
      if (before.title !== r.title) problems.push(`${at} has two titles`);
      if (before.kind !== r.kind || before.access !== r.access) problems.push(`${at} has two kinds or accesses`);
      given.set(r.url, r);
    }
    const start = list.filter((r) => r.startHere);
    if (list.length && (start.length !== 1 || !start[0].where || list[0] !== start[0]))
      problems.push(`${s.id}: not one resource, the first, to start with, and where in it`);
    for (const r of list) {
      if (!/^20\d\d-\d\d-\d\d$/.test(r.checked ?? ''))
        problems.push(`${s.id}: ${r.url} has no day on which it was checked`);
      if (r.kind === 'book' && r.access === 'paid' && !r.edition) problems.push(`${s.id}: ${r.url}: which edition?`);
    }
    for (const url of repeated(list.map((r) => r.url.replace(/\/?(?:#.*)?$/, ''))))
      problems.push(`${s.id}: ${url} twice`);
    if (list.length && list.every((r) => r.access === 'paid')) problems.push(`${s.id}: nothing free`);
  }
  return problems;
}

function order(road) {
  const problems = [];
  for (const s of road.leaves) {
    if (!s.parent) problems.push(`${s.id} lies in no track`);
    const free = clauses(s).length === 0;
    if (free !== kRoots.includes(s.id)) problems.push(`${s.id} ${free ? 'has no requirement' : 'is no root any more'}`);
    for (const r of s.requires ?? []) {
      if (!oneSentence(r.reason ?? '')) problems.push(`${s.id}: the reason for ${r.id ?? r.anyOf} is not one sentence`);
    }
  }
  for (const s of road.groups) if (s.requires?.length) problems.push(`${s.id}: a group with requirements`);
  return problems;
}

// The map draws one edge between the two siblings that hold the ends; those edges must not run in a circle.
function siblings(road) {
  const after = new Map(road.skills.map((s) => [s.id, new Set()]));
  for (const s of road.leaves) {
    for (const id of clauses(s).flat()) {
      const to = road.chain(s),
        from = road.chain(road.byId.get(id)),
        at = to.findIndex((x, i) => x !== from[i]);
      after.get(from[at].id).add(to[at].id);
    }
  }
  const waiting = new Map(road.skills.map((s) => [s.id, 0]));
  for (const ids of after.values()) for (const id of ids) waiting.set(id, waiting.get(id) + 1);
  const ready = [...waiting.keys()].filter((id) => waiting.get(id) === 0);
  for (const id of ready) {
    for (const next of after.get(id)) {
      waiting.set(next, waiting.get(next) - 1);
      if (waiting.get(next) === 0) ready.push(next);
    }
  }
  return [...waiting.keys()].filter((id) => waiting.get(id) > 0).map((id) => `${id} comes before itself on the map`);
}

function carriedOver(road) {
  const carried = road.leaves.filter((s) => s.carriedOver);
  const problems = carried
    .filter((s) => !oneSentence(s.carriedOver) || outside([...s.carriedOver].length, 40, 160))
    .map((s) => `${s.id}: carriedOver is not one short sentence`);
  for (const key of ['D7', ...Array.from({ length: 10 }, (_, i) => `B${i + 1}`)]) {
    if (!carried.some((s) => s.covers?.includes(key))) problems.push(`${key}: no skill is marked as carried over`);
  }
  return problems;
}

// The skills and facts of each key.
export function placesOf(road) {
  const places = new Map();
  for (const x of [...road.skills, ...road.facts]) {
    for (const key of x.covers ?? []) places.set(key, [...(places.get(key) ?? []), x]);
  }
  return places;
}

function coverage(road) {
  const places = placesOf(road);
  const problems = seedKeys.filter((key) => !places.has(key)).map((key) => `${key} has no place`);
  for (const key of places.keys()) if (!seedKeys.includes(key)) problems.push(`${key} is no key`);
  for (const key of seedKeys.filter((k) => /^(?:[ABC]|E2)/.test(k))) {
    const cards = (places.get(key) ?? []).filter((x) => road.facts.includes(x));
    if (cards.length !== 1) problems.push(`${key} has ${cards.length} fact cards`);
  }
  for (const [key, words] of Object.entries(breakdown)) {
    const text = (places.get(key) ?? [])
      .flatMap((x) => textsOf(x).filter(([member]) => member !== 'body' && member !== 'proof'))
      .map(([, t]) => t.toLowerCase())
      .join(' ');
    for (const word of words) if (!text.includes(word)) problems.push(`${key}: “${word}” is not in its places`);
  }
  return problems;
}

function facts(road) {
  const problems = [];
  for (const f of road.facts) {
    const skills = (f.skills ?? []).map((id) => road.byId.get(id));
    if (!skills.length || skills.includes(undefined)) problems.push(`${f.id} belongs to no skill`);
    if (f.kind === 'claim') {
      if (!f.year || !f.source) problems.push(`${f.id}: no year or source`);
      if (!f.text.includes(`As reported in ${f.year}`))
        problems.push(`${f.id} does not say “As reported in ${f.year}”`);
    }
    if (f.kind === 'question' && (!f.title.endsWith('?') || outside(wordsOf(f.text).length, 30, 100))) {
      problems.push(`${f.id}: not a question with a short answer`);
    }
    if (f.covers?.some((key) => kDuty.test(key))) {
      if (f.kind !== 'duty') problems.push(`${f.id} is a duty`);
      if (!skills.some((s) => road.leaves.includes(s))) problems.push(`${f.id} serves no skill`);
    }
  }
  return problems;
}

// The figures of the dated claims never stand without their year.
function datedFigures(road) {
  const figure = /123,143|92,378|1\.58 billion|20\.83 billion|44\.06|1 million new jobs/;
  return [...road.skills, ...road.facts].flatMap((x) =>
    textsOf(x)
      .filter(([, text]) => figure.test(text) && !/as reported in \d{4}/i.test(text))
      .map(([member]) => `${x.id}: ${member} has a figure without “as reported in”`),
  );
}

function waypoints(road) {
  const problems = kWaypoints.filter((id) => !road.waypoints.some((w) => w.id === id)).map((id) => `${id} is missing`);
  for (const w of road.waypoints) {
    for (const id of w.skills)
      if (!road.leaves.includes(road.byId.get(id))) problems.push(`${w.id}: ${id} is no skill`);
  }
  const reached = new Set(),
    todo = road.waypoints.flatMap((w) => w.skills).filter((id) => road.byId.has(id));
  for (const id of todo) {
    if (reached.has(id)) continue;
    reached.add(id);
    todo.push(...clauses(road.byId.get(id)).flat());
  }
  for (const s of road.leaves.filter((x) => !x.optional)) {
    if (!reached.has(s.id) && !(s.id in kOffTheWays)) problems.push(`${s.id} lies on no way: why is it here?`);
    if (reached.has(s.id) && s.id in kOffTheWays) problems.push(`${s.id} lies on a way and needs no reason`);
  }
  return problems;
}

function changes(road) {
  const problems = [];
  if (road.changes.every((c) => c.revision !== road.data.revision) && road.data.revision > 1)
    problems.push(`revision ${road.data.revision} does not say what it changed`);
  for (const c of road.changes) {
    if (c.revision > road.data.revision) problems.push(`a change of revision ${c.revision}, which is to come`);
    for (const id of c.skills ?? []) if (!road.byId.has(id)) problems.push(`a change names ${id}, which is no skill`);
  }
  return problems;
}

function wording(road) {
  const problems = [];
  for (const x of [...road.skills, ...road.facts, ...road.waypoints, ...road.changes]) {
    for (const [member, text] of textsOf(x)) {
      for (const [pattern, instead] of chosenWords) {
        const found = plain(text).match(pattern);
        if (found) problems.push(`${x.id}: ${member} says “${found[0]}”; ${instead}`);
      }
    }
  }
  return problems;
}

export const rules = {
  size,
  titles,
  summaries,
  bodies,
  proofs,
  variants,
  taught,
  checks,
  voice,
  hours,
  resources,
  order,
  siblings,
  carriedOver,
  coverage,
  facts,
  datedFigures,
  waypoints,
  changes,
  wording,
};

// Every address of the roadmap stands in one list of the ledger: "seen" for those found, exactly so, in public pages or
// code; "known" for front pages and papers that have long stood where they are.
export function addressProblems(road, { seen, known }) {
  const listed = [...seen, ...known],
    used = new Set(road.skills.flatMap((s) => s.resources ?? []).map((r) => r.url));
  return [
    ...repeated(listed).map((url) => `${url} is listed twice`),
    ...[...used].filter((url) => !listed.includes(url)).map((url) => `${url} is new: open it, then list it`),
    ...listed.filter((url) => !used.has(url)).map((url) => `${url} is used no more: take it out`),
  ];
}

// The ledger: every key that was ever given, with the ids its skill has had, one or a list. A key goes only into
// retiredKeys; a skill under another id is taken for another skill until the ledger says that it is the same.
export function keyProblems(road, ledger) {
  const problems = [],
    retired = new Set(road.data.retiredKeys ?? []),
    now = new Map(road.skills.map((s) => [String(s.key), s]));
  for (const [key, ids] of Object.entries(ledger)) {
    const was = [ids].flat().at(-1),
      s = now.get(key);
    if (!s && !retired.has(Number(key))) problems.push(`key ${key} (${was}) is gone and not in retiredKeys`);
    if (s && retired.has(Number(key))) problems.push(`key ${key} is retired and used by ${s.id}`);
    if (s && s.id !== was) problems.push(`key ${key} was ${was}, now ${s.id}: a new skill needs a new key`);
  }
  for (const [key, s] of now) if (!(key in ledger)) problems.push(`key ${key} (${s.id}) is not in the ledger: add it`);
  for (const key of retired) if (!(key in ledger)) problems.push(`key ${key} is retired and was never given`);
  return problems;
}
