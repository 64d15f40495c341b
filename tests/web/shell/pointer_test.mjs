import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kMods, modsOf, wheelFor } from '../../../web/src/shell/pointer.ts';

test('modsOf_CombinesTheKeysHeld', () => {
  assert.equal(modsOf({ ctrlKey: true, shiftKey: true }, true), kMods.ctrl | kMods.shift | kMods.space);
  assert.equal(modsOf({}, false), 0);
});

test('wheelFor_IsTheInverseOfTheEnginesZoom', () => {
  for (const factor of [0.9, 1, 1.2]) assert.ok(Math.abs(Math.exp(-wheelFor(factor) * 0.01) - factor) < 1e-9);
});
