import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrivals, stopLine, stopsOf } from '../../../web/src/road/waypoints.ts';
import { factGroups, sourceLine } from '../../../web/src/details/facts.ts';

const kToday = new Date('2026-01-01T00:00:00Z');

const state = {
  whole: { done: 12, skills: 100, leftLow: 300, leftHigh: 500 },
  waypoints: [
    { id: 'near', title: 'Near', summary: 'You begin.', skills: 10, done: 10, leftLow: 0, leftHigh: 0 },
    { id: 'far', title: 'Far', summary: 'You go on.', skills: 40, done: 3, leftLow: 60, leftHigh: 100 },
  ],
};

test('stopsOf_CountsWhatIsLeftAndEndsWithTheEnd', () => {
  const stops = stopsOf(state);
  assert.deepEqual(
    stops.map((s) => [s.id, s.skills, s.share]),
    [
      ['near', 0, 1],
      ['far', 37, 3 / 40],
      ['', 88, 0.12],
    ],
  );
  assert.deepEqual([stops[2].leftLow, stops[2].leftHigh], [300, 500]);
  assert.equal(stopsOf({ whole: state.whole }).length, 1, 'a road without waypoints has an end');
});

test('stopLine_SaysSkillsHoursAndWithAPaceTheMonth', () => {
  const [near, far] = stopsOf(state);
  assert.equal(stopLine(near, 8, kToday), 'You are there');
  assert.equal(stopLine(far, undefined, kToday), '37 skills left · 60–100 h');
  // 80 hours in the middle at 8 a week: ten weeks, to March.
  assert.equal(stopLine(far, 8, kToday), '37 skills left · 60–100 h · about March 2026');
  assert.equal(stopLine({ ...far, skills: 1 }), '1 skill left · 60–100 h');
});

test('arrivals_NamesEachPlaceStillAhead', () => {
  // 400 hours at 8 a week: fifty weeks, to December.
  assert.equal(arrivals(state, 8, kToday), 'Far by March 2026, the whole road by December 2026');
  assert.equal(arrivals(state, undefined, kToday), '');
});

test('factGroups_PutsDutiesFirstAndOtherKindsLast', () => {
  const facts = ['story', 'question', 'claim', 'duty', 'claim'].map((kind, i) => ({ kind, title: String(i) }));
  assert.deepEqual(
    factGroups(facts).map(([heading, group]) => [heading, group.map((f) => f.title)]),
    [
      ['facts.duty', ['3']],
      ['facts.claim', ['2', '4']],
      ['facts.question', ['1']],
      ['facts.other', ['0']],
    ],
  );
});

test('sourceLine_SaysTheYearOnce', () => {
  assert.equal(sourceLine({ source: 'A survey', year: 2024 }), 'Source: A survey, 2024');
  assert.equal(sourceLine({ source: 'A survey, 2024', year: 2024 }), 'Source: A survey, 2024');
  assert.equal(sourceLine({ source: '', year: 2024 }), 'Source: 2024');
  assert.equal(sourceLine({ source: '', year: 0 }), '');
});
