// The keys, with as much of a page as they look at.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kActions } from '../../../web/src/actions/action_table.ts';
import { Keys } from '../../../web/src/actions/keys.ts';
import { fakeContext, kGroup, kOther, kSkill } from './fake_context.mjs';

class FakeElement {
  constructor({ row = 0, kind = '', inDetails = false } = {}) {
    this.row = row;
    this.kind = kind;
    this.inDetails = inDetails;
  }
  matches(selector) {
    return selector.includes('radio') && this.kind === 'radio';
  }
  closest(selector) {
    if (selector === '[role=treeitem]') return this.row ? { dataset: { key: String(this.row) } } : null;
    if (selector === '#details') return this.inDetails ? this : null;
    return selector.includes('textarea') && this.kind === 'text' ? this : null;
  }
}

function pageWith(t, context) {
  const listeners = {},
    body = new FakeElement(),
    surface = new FakeElement();
  let dialog = false;
  const set = (name, value) => {
    const had = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    t.after(() => (had ? Object.defineProperty(globalThis, name, had) : delete globalThis[name]));
  };
  set('Element', FakeElement);
  set('window', { addEventListener: () => {} });
  set('document', {
    body,
    addEventListener: (type, run) => (listeners[type] = run),
    querySelector: () => (dialog ? body : null),
  });
  const keys = new Keys();
  keys.attach({ context, surface });
  const event = (type, target, press) => {
    let taken = false;
    listeners[type]({ target, preventDefault: () => (taken = true), ...press });
    return taken;
  };
  return {
    keys,
    body,
    surface,
    openDialog: () => (dialog = true),
    down: (target, press) => event('keydown', target, press),
    up: (press) => event('keyup', surface, press),
  };
}

// What a US keyboard says when the shortcut is pressed.
const kShifted = { 1: '!', 2: '@' };
const kNeedsShift = ['?', '+', '_'];
function usPress(shortcut) {
  const parts = shortcut === '+' ? ['+'] : shortcut.split('+'),
    last = parts.pop();
  const shiftKey = parts.includes('Shift') || kNeedsShift.includes(last);
  const letter = /^[A-Z]$/.test(last);
  return {
    key: letter
      ? shiftKey
        ? last
        : last.toLowerCase()
      : last === 'Space'
        ? ' '
        : parts.includes('Shift')
          ? (kShifted[last] ?? last)
          : last,
    code: letter ? `Key${last}` : /^\d$/.test(last) ? `Digit${last}` : '',
    shiftKey,
    ctrlKey: parts.includes('Ctrl'),
    altKey: parts.includes('Alt'),
  };
}

test('keys_EveryShortcutOfTheTableRunsItsAction', (t) => {
  let tried = 0;
  for (const action of kActions) {
    for (const shortcut of action.keys) {
      // An action that gives way to another with the same key is tried where that one can't be run.
      const turn = { collapse: { isExpanded: () => true }, 'collapse-all': { allExpanded: () => true } }[action.id];
      const group = ['expand', 'collapse'].includes(action.id);
      const overrides = { ...turn, ...(group ? { selected: () => kGroup } : {}) };
      const wanted = fakeContext(overrides),
        context = fakeContext(overrides);
      action.run(wanted, wanted.selected());
      assert.ok(wanted.log.length > 0, `${action.id} does something`);
      const page = pageWith(t, context);
      assert.ok(page.down(page.surface, usPress(shortcut)), `${shortcut} is taken`);
      if (shortcut === 'Space') page.up({ key: ' ' });
      assert.deepEqual(context.log, wanted.log, `${shortcut} runs ${action.id}`);
      ++tried;
    }
  }
  assert.ok(tried > 35, `${tried} shortcuts`);
});

test('keys_ActOnTheRowThatHasTheFocusAndNotOnTheSelectedSkill', (t) => {
  const context = fakeContext(),
    page = pageWith(t, context),
    row = new FakeElement({ row: kOther });
  page.down(row, { key: '3', code: 'Digit3', shiftKey: true });
  page.down(row, { key: '3', code: 'Digit3' });
  page.down(row, { key: ' ', code: 'Space' });
  page.down(row, { key: '@', code: 'Digit2', shiftKey: true });
  const done = { do: 'set_state', skills: [kOther], state: 3 };
  assert.deepEqual(context.log, [
    done,
    done,
    done,
    { do: 'select', skill: kOther, reveal: false },
    { do: 'fit_selection' },
  ]);
});

test('keys_MarkNothingWhereNoSkillHasTheFocus', (t) => {
  const context = fakeContext(),
    page = pageWith(t, context),
    button = new FakeElement();
  for (const key of ['1', '2', '3', '4', ' ', 'Enter', 'ArrowDown', 'Home', 'e'])
    assert.equal(page.down(button, { key }), false, key);
  assert.deepEqual(context.log, []);
  assert.ok(page.down(button, { key: '/' }), 'what is about the page as a whole goes everywhere');
  assert.ok(page.down(new FakeElement({ inDetails: true }), { key: '3' }), 'the details show the selected skill');
  assert.deepEqual(context.log, ['openSearch', { do: 'set_state', skills: [kSkill], state: 3 }]);
});

test('keys_WhereLettersAreTypedOnlyAChordForThePageIsTaken', (t) => {
  const context = fakeContext(),
    page = pageWith(t, context),
    field = new FakeElement({ kind: 'text', inDetails: true });
  for (const key of ['/', '?', '3', 'f', 'Escape', ' ']) assert.equal(page.down(field, { key }), false, key);
  assert.equal(page.down(field, { key: 'z', ctrlKey: true }), false, 'the field undoes its own');
  assert.equal(page.down(field, { key: 'k', ctrlKey: true }), true);
  assert.deepEqual(context.log, ['openSearch']);
  page.openDialog();
  assert.equal(page.down(page.surface, { key: '3' }), false);
});

test('keys_SpaceOnTheMapIsAPressOnlyWhenItWasNoPan', (t) => {
  const context = fakeContext(),
    page = pageWith(t, context);
  page.down(page.surface, { key: ' ' });
  assert.ok(page.keys.spaceHeld);
  page.keys.usedSpace();
  page.up({ key: ' ' });
  assert.deepEqual(context.log, []);
  assert.equal(page.keys.spaceHeld, false);
});
