import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  State,
  dayText,
  hours,
  itemName,
  kStateOrder,
  markOf,
  percent,
  progressLine,
  skillCount,
  splitMatches,
  stateLabel,
  today,
  zoomLevel,
} from '../../../web/src/lib/format.ts';

test('hours_NamesRangesAndSingleValues', () => {
  assert.equal(hours(10, 14), '10–14 h');
  assert.equal(hours(8, 8), '8 h');
  assert.equal(hours(0.2, 0.4), 'under 1 h');
  assert.equal(hours(1064, 1904), '1,064–1,904 h');
  assert.equal(hours(0, 0), '');
  assert.equal(hours(undefined, undefined), '');
});

test('percent_NeverRoundsToTheEndsItHasNotReached', () => {
  assert.equal(percent(0), '0 %');
  assert.equal(percent(0.0001), '1 %');
  assert.equal(percent(0.999), '99 %');
  assert.equal(percent(1), '100 %');
  assert.equal(percent(NaN), '0 %');
});

test('progressLine_GivesTheMiddleOfTheHoursLeft', () => {
  const whole = { done: 3, skills: 10, fraction: 0.31, leftLow: 400, leftHigh: 424 };
  assert.equal(progressLine(whole), '31 % · 412 h left');
  assert.equal(progressLine({ ...whole, done: 10, fraction: 1, leftLow: 0, leftHigh: 0 }), 'All done');
});

test('itemName_StartsWithTheTitleAndSaysTheState', () => {
  assert.equal(itemName('Maths', { state: State.learning, done: 8, total: 18 }, true), 'Maths, learning, 8 of 18 done');
  assert.equal(itemName('Linear algebra', { state: State.done, available: true }, false), 'Linear algebra, done');
  assert.equal(
    itemName('Attention', { state: State.notStarted, available: false }, false),
    'Attention, not started, locked',
  );
  assert.equal(itemName('Attention', { state: State.learning, available: false }, false), 'Attention, learning');
});

test('markOf_ShowsAPadlockOnlyOnWhatWasNotBegun', () => {
  assert.equal(markOf({ state: State.notStarted, available: false }), 'locked');
  assert.equal(markOf({ state: State.done, available: false }), '3');
  assert.equal(markOf({ state: State.notStarted, available: true }), '0');
});

test('states_AreOfferedInTheOrderOfTheirKeys', () => {
  assert.deepEqual(
    kStateOrder.map((s) => stateLabel(s)),
    ['Not started', 'Learning', 'Done', 'Skip'],
  );
});

test('splitMatches_KeepsEveryCharacterOnce', () => {
  const text = 'Loss and metrics';
  for (const ranges of [
    [],
    [[0, 4]],
    [
      [9, 16],
      [0, 2],
    ],
    [
      [0, 5],
      [3, 8],
    ],
    [
      [-4, 2],
      [14, 99],
    ],
    [[5, 5]],
  ]) {
    assert.equal(
      splitMatches(text, ranges)
        .map((p) => p.text)
        .join(''),
      text,
    );
  }
  assert.deepEqual(splitMatches(text, [[5, 8]]), [
    { text: 'Loss ', hit: false },
    { text: 'and', hit: true },
    { text: ' metrics', hit: false },
  ]);
});

test('skillCount_CountsInWords', () => {
  assert.equal(skillCount(1), '1 skill');
  assert.equal(skillCount(0), '0 skills');
  assert.equal(skillCount(1484), '1,484 skills');
});

test('zoomLevel_RoundsToWholePercent', () => {
  assert.equal(zoomLevel(0.8412), '84 %');
  assert.equal(zoomLevel(0.001), '1 %');
});

test('dayText_IsTheCalendarDayOfToday', () => {
  assert.equal(dayText(20780), '23 November 2026');
  assert.equal(dayText(0), '');
  const late = new Date(2026, 10, 23, 23, 59),
    early = new Date(2026, 10, 23, 0, 1);
  assert.equal(dayText(today(late)), '23 November 2026');
  assert.equal(today(new Date(Date.UTC(1969, 6, 20, 12))), 0, 'a clock before all days dates nothing');
  assert.equal(dayText(today(early)), '23 November 2026');
});
