import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginning, dayOfDateField, dateField, paceOf } from '../../../web/src/road/plan_date.ts';
import { arrivals } from '../../../web/src/road/waypoints.ts';

const kToday = new Date(2026, 0, 1);
const planned = (startDay, minutesPerWeek = 480) => ({ schedule: { startDay, minutesPerWeek } });

test('dateField_AndDayOfDateFieldAreEachOthersInverse', () => {
  for (const text of ['1970-01-02', '2026-11-28', '2028-02-29', '2149-06-06'])
    assert.equal(dateField(dayOfDateField(text)), text);
  assert.equal(dayOfDateField('2026-11-28'), 20785);
  assert.equal(dateField(0), '');
  for (const text of ['', 'tomorrow']) assert.equal(dayOfDateField(text), 0);
});

test('beginning_IsTheDayOneStartsUnlessThatIsPast', () => {
  const start = beginning(planned(dayOfDateField('2026-03-09')), kToday);
  assert.deepEqual([start.getFullYear(), start.getMonth(), start.getDate()], [2026, 2, 9], 'that day wherever one is');
  assert.equal(beginning(planned(dayOfDateField('2025-03-09')), kToday), kToday);
  assert.equal(beginning(planned(0), kToday), kToday);
  assert.equal(beginning({}, kToday), kToday);
});

test('paceOf_IsHoursAWeek', () => {
  assert.equal(paceOf(planned(0, 90)), 1.5);
  assert.equal(paceOf(planned(0, 0)), 0);
  assert.equal(paceOf({}), 0);
});

test('arrivals_CountFromTheDayOneStarts', () => {
  const state = { whole: { done: 0, skills: 9, leftLow: 80, leftHigh: 80 }, ...planned(dayOfDateField('2100-01-01')) };
  assert.equal(arrivals(state, 8), 'the whole road by March 2100');
});
