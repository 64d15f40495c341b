// How long the road is and how it reads, printed; held only within wide bounds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closure, hoursOf, readingGrade } from './reading.mjs';
import { bundled, readText } from './roadmap.mjs';

// Plain prose for adults who read English as a second language: newspapers are at about 10 to 12.
const kHighestGrade = 11;
// Low and high, in hours, for somebody who has what a backend engineer has: what the waypoints promise.
const kPromised = {
  'first-model-in-production': [140, 250],
  'ai-engineer': [190, 330],
  'interview-ready': [500, 1000],
  'ml-platform-engineer': [450, 950],
  'deep-learning-specialist': [400, 800],
};

const span = ({ low, high }) => `${low}–${high} h`;
const carried = (s) => Boolean(s.carriedOver);

test('readingGrade tells easy from hard', () => {
  const easy = readingGrade('The cat sat. The dog ran to the cat. They sat down.'),
    hard = readingGrade('Institutional heterogeneity necessitates considerable organisational reconfiguration.');
  assert.ok(easy < 2 && hard > 15, `${easy}, ${hard}`);
});

test('reading grade of each track', (t) => {
  for (const track of bundled.tracks) {
    const text = [track, ...bundled.leavesOf(track)].map((s) => `${s.body}\n\n${s.proof ?? ''}`).join('\n\n');
    const grade = readingGrade(text);
    t.diagnostic(`${track.title}: grade ${grade.toFixed(1)}`);
    assert.ok(grade > 4 && grade < kHighestGrade, `${track.title}: grade ${grade.toFixed(1)}`);
  }
});

test('hours to the waypoints and to the end', (t) => {
  const main = bundled.leaves.filter((s) => !s.optional);
  t.diagnostic(`to the end: ${main.length} skills, ${span(hoursOf(main))}`);
  const fresh = main.filter((s) => !carried(s));
  t.diagnostic(`to the end, what is carried over left out: ${fresh.length} skills, ${span(hoursOf(fresh))}`);
  for (const waypoint of bundled.waypoints) {
    const all = closure(bundled, waypoint.skills),
      left = closure(bundled, waypoint.skills, carried),
      hours = hoursOf(left);
    t.diagnostic(`${waypoint.title}: ${all.length} skills, ${span(hoursOf(all))}`);
    t.diagnostic(`${waypoint.title}, what is carried over left out: ${left.length} skills, ${span(hours)}`);
    const [low, high] = kPromised[waypoint.id];
    assert.ok(hours.low >= low && hours.high <= high, `${waypoint.id}: ${span(hours)}`);
  }
});

test('the hours in the authors’ guide are those of the roadmap', (t) => {
  const main = (skills) => skills.filter((s) => !s.optional);
  const hours = new Map([
    ...bundled.tracks.map((track) => [track.title, hoursOf(main(bundled.leavesOf(track)))]),
    ...bundled.waypoints.map((w) => [w.title, hoursOf(closure(bundled, w.skills, carried))]),
    ['to the end', hoursOf(main(bundled.leaves).filter((s) => !carried(s)))],
  ]);
  for (const [what, sum] of hours) t.diagnostic(`${what}: ${span(sum)}`);
  const rows = [...readText('docs/roadmap_authoring.md').matchAll(/^\| ([^|]+) \| (\d+)–(\d+) \|/gm)];
  assert.equal(rows.length, 8);
  for (const [, what, low, high] of rows) {
    assert.deepEqual({ low: Number(low), high: Number(high) }, hours.get(what), what);
  }
});
