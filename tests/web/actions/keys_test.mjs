import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapKey, walkTarget } from '../../../web/src/actions/key_map.ts';
import { modsOf, kMods, wheelFor } from '../../../web/src/shell/pointer.ts';
import { RoadmapTree } from '../../../web/src/outline/roadmap_tree.ts';
import { nextState } from '../../../web/src/outline/outline.ts';
import { State } from '../../../web/src/lib/format.ts';

const press = (key, mods = {}, code = '') =>
  mapKey({ key, code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...mods });

test('mapKey_LeavesTheBrowsersChordsAlone', () => {
  for (const key of ['l', 'r', 't', 'w', 'f', 'p', 's', 'n', '+', '-', '0', '1', 'Tab', 'ArrowLeft']) {
    assert.equal(press(key, { ctrlKey: true }), null, `Ctrl+${key}`);
    assert.equal(press(key, { metaKey: true }), null, `Cmd+${key}`);
  }
  for (const key of ['F1', 'F5', 'F6', 'F11', 'F12', 'Tab', 'PageDown', 'a', 'Backspace'])
    assert.equal(press(key), null, key);
  assert.equal(press('z', { ctrlKey: true, altKey: true }), null, 'AltGr');
});

test('mapKey_SetsStatesInTheOrderOfferedElsewhere', () => {
  assert.deepEqual(
    ['1', '2', '3', '4'].map((k) => press(k).state),
    [State.notStarted, State.learning, State.done, State.skipped],
  );
  assert.equal(press('5'), null);
});

test('mapKey_TakesSignsOfAnyLayout', () => {
  assert.deepEqual(press('/', { shiftKey: true }, 'Digit7'), { run: 'search' }, 'German: Shift+7');
  assert.deepEqual(press('?', { shiftKey: true }), { run: 'help' });
  assert.deepEqual(press('!', { shiftKey: true }, 'Digit1'), { run: 'fit' });
  assert.deepEqual(press('1', { shiftKey: true }, 'Digit1'), { run: 'fit' }, 'French: the digit is on Shift');
  assert.deepEqual(press('@', { shiftKey: true }, 'Digit2'), { run: 'fit-selection' });
  assert.deepEqual(press('Z', { ctrlKey: true, shiftKey: true }), { run: 'redo' });
  assert.deepEqual(press('z', { metaKey: true }), { run: 'undo' });
  assert.deepEqual(press('k', { metaKey: true }), { run: 'search' });
});

test('mapKey_TellsWalkingPanningAndMovingApart', () => {
  assert.deepEqual(press('ArrowDown'), { walk: 'ArrowDown' });
  const { pan } = press('ArrowDown', { shiftKey: true });
  assert.ok(pan[0] === 0 && pan[1] < 0, 'the world goes up when the view goes down');
  const { move } = press('ArrowLeft', { altKey: true, shiftKey: true });
  assert.ok(move[0] < 0 && move[1] === 0);
  assert.equal(press('ArrowLeft', { altKey: true }), null, 'back in the history');
  assert.equal(press('Escape', { shiftKey: true }), null, "the browser's task list");
});

test('walkTarget_FollowsPrerequisitesAndSiblings', () => {
  const tree = new RoadmapTree([
    { key: 1, id: 'g', title: 'G', parent: 0 },
    { key: 2, id: 'a', title: 'A', parent: 1 },
    { key: 3, id: 'b', title: 'B', parent: 1 },
    { key: 4, id: 'c', title: 'C', parent: 0 },
  ]);
  const skill = { key: 2, unlocks: [{ key: 4 }], requires: [{ anyOf: [{ key: 3 }] }] };
  assert.equal(walkTarget('ArrowDown', skill, tree), 4);
  assert.equal(walkTarget('ArrowUp', skill, tree), 3);
  assert.equal(walkTarget('ArrowRight', skill, tree), 3);
  assert.equal(walkTarget('ArrowLeft', skill, tree), 0);
  assert.equal(walkTarget('ArrowUp', { key: 2 }, tree), 1, 'without prerequisites up is out');
  assert.equal(walkTarget('ArrowDown', { key: 1 }, tree), 2, 'a group leads in');
  assert.equal(walkTarget('Home', skill, tree), 1);
  assert.equal(walkTarget('End', skill, tree), 4);
});

test('nextState_GoesRound', () => {
  assert.deepEqual([State.notStarted, State.learning, State.done, State.skipped].map(nextState), [
    State.learning,
    State.done,
    State.notStarted,
    State.learning,
  ]);
});

test('modsOf_CombinesTheKeysHeld', () => {
  assert.equal(modsOf({ ctrlKey: true, shiftKey: true }, true), kMods.ctrl | kMods.shift | kMods.space);
  assert.equal(modsOf({}, false), 0);
});

test('wheelFor_IsTheInverseOfTheEnginesZoom', () => {
  for (const factor of [0.9, 1, 1.2]) assert.ok(Math.abs(Math.exp(-wheelFor(factor) * 0.01) - factor) < 1e-9);
});
