import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coveredParts } from '../../../web/src/shell/visible_viewport.ts';

test('coveredParts_AreWhatAKeyboardLeavesUnseen', () => {
  const seen = { height: 340, offsetTop: 120, scale: 1 };
  assert.deepEqual(coveredParts(seen, 664), { top: 120, bottom: 204 });
  assert.equal(coveredParts({ height: 664, offsetTop: 0, scale: 1 }, 664), null);
  assert.equal(coveredParts({ height: 663.5, offsetTop: 0.4, scale: 1 }, 664), null, 'rounding');
  assert.equal(coveredParts({ ...seen, scale: 2 }, 664), null, 'zoomed in by hand');
  assert.deepEqual(coveredParts({ height: 700, offsetTop: 0, scale: 1 }, 664), null);
});
