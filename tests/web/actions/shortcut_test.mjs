import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kActions } from '../../../web/src/actions/action_table.ts';
import { ariaShortcuts, pressed, readKey, shownShortcut } from '../../../web/src/actions/shortcut.ts';

const ids = (key, mods = {}, code = '') => {
  const press = readKey({ key, code, ...mods });
  return press ? pressed(press, kActions).map(({ id }) => id) : [];
};
const shift = { shiftKey: true },
  ctrl = { ctrlKey: true };

test('readKey_LeavesTheBrowsersChordsAlone', () => {
  for (const key of ['l', 'r', 't', 'w', 'f', 'p', 's', 'n', '+', '-', '0', '1', 'Tab', 'ArrowLeft']) {
    assert.deepEqual(ids(key, ctrl), [], `Ctrl+${key}`);
    assert.deepEqual(ids(key, { metaKey: true }), [], `Cmd+${key}`);
  }
  for (const key of ['F1', 'F5', 'F6', 'F11', 'F12', 'Tab', 'PageDown', 'a', 'Backspace', '5'])
    assert.deepEqual(ids(key), [], key);
  assert.deepEqual(ids('z', { ctrlKey: true, altKey: true }), [], 'Ctrl+Alt');
  assert.deepEqual(ids('ArrowLeft', { altKey: true }), [], 'back in the history');
  assert.deepEqual(ids('Escape', shift), [], "the browser's task list");
});

test('readKey_AMarkIsTheSameWhereverItsKeyLies', () => {
  assert.deepEqual(ids('/', shift, 'Digit7'), ['search'], 'German: Shift+7');
  assert.deepEqual(ids('/', {}, 'KeyQ'), ['search'], 'Hebrew');
  assert.deepEqual(ids('?', shift, 'Slash'), ['help']);
  assert.deepEqual(ids('؟', shift, 'Slash'), ['help'], 'Arabic');
  assert.deepEqual(ids('+', shift, 'Digit1'), ['zoom-in'], 'Swiss: the sign, not the place');
  assert.deepEqual(ids('＋', {}, 'Semicolon'), ['zoom-in'], 'full width');
  assert.deepEqual(ids('−'), ['zoom-out'], 'a true minus');
});

test('readKey_OnAzertyADigitIsADigitThoughItTakesShift', () => {
  assert.deepEqual(ids('3', shift, 'Digit3'), ['state-3']);
  assert.deepEqual(ids('1', shift, 'Digit1'), ['state-0'], 'and never shows the whole map');
  assert.deepEqual(ids('2', shift, 'Digit2'), ['state-2']);
  assert.deepEqual(ids('0', shift, 'Digit0'), ['zoom-reset']);
  assert.deepEqual(ids('&', {}, 'Digit1'), []);
  assert.deepEqual(ids('"', {}, 'Digit3'), []);
  assert.deepEqual(ids('é', {}, 'Digit2'), [], 'a Latin letter has no place');
  assert.deepEqual(ids('F', shift, 'KeyF'), ['fit'], 'which a letter does on every keyboard');
});

test('readKey_TheDigitsKeyWithShiftIsTakenByItsPlaceWhereItWritesNoDigit', () => {
  for (const sign of ['!', "'", '°']) assert.deepEqual(ids(sign, shift, 'Digit1'), ['fit'], sign);
  assert.deepEqual(ids('@', shift, 'Digit2'), ['fit-selection']);
  assert.deepEqual(ids('"', shift, 'Digit2'), ['fit-selection']);
  assert.deepEqual(ids('!', {}, 'Digit1'), [], 'without Shift it is only a mark');
});

test('readKey_ShiftIsTheKeyAndNeverTheCase', () => {
  assert.deepEqual(ids('F', {}, 'KeyF'), ['filter'], 'CapsLock');
  assert.deepEqual(ids('E', {}, 'KeyE'), ['expand', 'collapse'], 'CapsLock');
  assert.deepEqual(ids('e', shift, 'KeyE'), ['expand-all', 'collapse-all'], 'CapsLock and Shift');
  assert.deepEqual(ids('Z', ctrl, 'KeyZ'), ['undo'], 'CapsLock');
  assert.deepEqual(ids('z', { ...ctrl, ...shift }, 'KeyZ'), ['redo'], 'CapsLock and Shift');
  assert.deepEqual(ids('K', { metaKey: true }, 'KeyK'), ['search']);
});

test('readKey_WhereALetterIsNotLatinItsPlaceDecides', () => {
  assert.deepEqual(ids('а', {}, 'KeyF'), ['filter'], 'Russian');
  assert.deepEqual(ids('А', {}, 'KeyF'), ['filter'], 'Russian with CapsLock');
  assert.deepEqual(ids('У', shift, 'KeyE'), ['expand-all', 'collapse-all']);
  assert.deepEqual(ids('я', ctrl, 'KeyZ'), ['undo']);
  assert.deepEqual(ids('Я', { ...ctrl, ...shift }, 'KeyZ'), ['redo']);
  assert.deepEqual(ids('н', ctrl, 'KeyY'), ['redo']);
  assert.deepEqual(ids('ל', ctrl, 'KeyK'), ['search'], 'Hebrew');
  assert.deepEqual(ids('φ', {}, 'KeyF'), ['filter'], 'Greek');
  assert.deepEqual(ids('ि', {}, 'KeyF'), ['filter'], 'Hindi: a vowel sign');
  assert.deepEqual(ids('は', {}, 'KeyF'), ['filter'], 'kana');
  assert.deepEqual(ids('ภ', {}, 'Digit4'), ['state-1'], 'Thai has letters on its digits');
  assert.deepEqual(ids('ฝ', {}, 'Slash'), ['search'], 'and on its slash');
  assert.deepEqual(ids('z', { ctrlKey: true }, 'KeyY'), ['undo'], 'German: Latin letters keep their sign');
  assert.deepEqual(ids('ф', {}, ''), [], 'no place, no sign');
});

test('readKey_DigitsOfEveryScriptCount', () => {
  for (const zero of ['٠', '۰', '०', '০', '๐', '０', '၀', '𝟎', '𝟘']) {
    const digit = (value) => String.fromCodePoint(zero.codePointAt(0) + value);
    assert.deepEqual(ids(digit(3)), ['state-3'], zero);
    assert.deepEqual(ids(digit(4), shift, 'Digit4'), ['state-1'], zero);
    assert.deepEqual(ids(digit(0)), ['zoom-reset'], zero);
    assert.deepEqual(ids(digit(5)), [], zero);
  }
  assert.deepEqual(ids('3', {}, 'Numpad3'), ['state-3']);
});

test('readKey_WhatAnInputMethodHasIsNotAPress', () => {
  for (const e of [
    { key: 'Enter', isComposing: true },
    { key: 'Enter', keyCode: 229 },
    { key: 'Process' },
    { key: 'Dead' },
    { key: 'Unidentified' },
    { key: 'Shift' },
  ])
    assert.equal(readKey(e), null, JSON.stringify(e));
});

test('readKey_WhatAltGrWritesIsASign', () => {
  const altGraph = { ctrlKey: true, altKey: true, getModifierState: (name) => name === 'AltGraph' };
  assert.deepEqual(ids('3', altGraph, 'Digit3'), ['state-3'], 'Lithuanian');
  assert.deepEqual(ids('/', altGraph, 'KeyA'), ['search']);
});

test('shownShortcut_SpeaksToPeopleAndAriaShortcutsToMachines', () => {
  assert.equal(shownShortcut('Alt+Shift+ArrowUp'), 'Alt+Shift+↑');
  assert.equal(shownShortcut('-'), '−');
  assert.equal(ariaShortcuts(['/', 'Ctrl+K']), '/ Control+K Meta+K');
  assert.equal(ariaShortcuts(['+', 'Shift+E']), 'Plus Shift+E');
});
