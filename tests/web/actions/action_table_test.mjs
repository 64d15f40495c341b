import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { kActions } from '../../../web/src/actions/action_table.ts';
import { titleWithKeys } from '../../../web/src/actions/buttons.ts';
import { menuEntries, runChosen } from '../../../web/src/actions/canvas_menu.ts';
import { findActions } from '../../../web/src/actions/find_actions.ts';
import { shownShortcut } from '../../../web/src/actions/shortcut.ts';
import { t } from '../../../web/src/lib/messages.ts';
import { helpSections } from '../../../web/src/dialogs/help_dialog.ts';
import { fakeContext, kGroup, kOther, kSkill } from './fake_context.mjs';

const html = await readFile(new URL('../../../web/index.html', import.meta.url), 'utf8');

test('kActions_HaveIdsAndTitlesOfTheirOwn', () => {
  for (const member of ['id', 'title']) {
    const all = kActions.map((action) => action[member]);
    assert.deepEqual([...new Set(all)], all, member);
    if (member === 'title')
      assert.deepEqual(
        [...new Set(all.map((id) => t(id)))],
        all.map((id) => t(id)),
      );
  }
});

test('kActions_ShareAShortcutOnlyWhereOneGivesWayToTheOther', () => {
  const users = {};
  for (const { id, keys } of kActions) for (const key of keys) (users[key] ??= []).push(id);
  const shared = Object.values(users).filter((ids) => ids.length > 1);
  assert.deepEqual(shared, [
    ['expand', 'collapse'],
    ['expand-all', 'collapse-all'],
  ]);
});

test('help_ListsEveryShortcutUnderTheTitleOfItsAction', () => {
  const rows = helpSections(false).flatMap((section) => section.rows);
  for (const { keys, title } of kActions) {
    if (!keys.length) continue;
    assert.deepEqual(rows.find(({ does }) => does === t(title))?.keys, keys.map(shownShortcut), title);
  }
  const titles = (phone) => helpSections(phone).map(({ title }) => title);
  assert.deepEqual(titles(true).sort(), titles(false).sort(), 'a phone has them all');
  assert.equal(titles(true)[0], 'Mouse and touch');
});

test('buttons_NameAnActionOfTheTable', () => {
  const named = [...html.matchAll(/data-action="([^"]*)"/g)].map(([, id]) => id);
  assert.ok(named.length >= 12);
  for (const id of named)
    assert.ok(
      kActions.some((action) => action.id === id),
      id,
    );
  const undo = kActions.find(({ id }) => id === 'undo');
  assert.equal(titleWithKeys(undo), 'Undo (Ctrl+Z)');
  assert.equal(titleWithKeys(undo, 'Mark ‘Algebra’ done'), 'Undo: Mark ‘Algebra’ done (Ctrl+Z)');
});

test('findActions_FindsByEveryWordAndHidesWhatCannotBeRun', () => {
  const context = fakeContext({ canUndo: () => false });
  const ids = (text) => findActions(kActions, text, context).map((found) => found.action.id);
  assert.ok(ids('').includes('fit'));
  assert.deepEqual(ids('map whole'), ['fit']);
  assert.ok(ids('zo').includes('zoom-in'));
  assert.ok(!ids('undo').includes('undo'));
  assert.ok(!ids('').includes('walk-up'), 'what only a key can mean');
  assert.deepEqual(findActions(kActions, 'keys', context)[0].matches, [[10, 14]]);
});

test('menuEntries_OfASkillAGroupAndTheBackground', () => {
  const ids = (skill, overrides) => menuEntries(fakeContext(overrides), skill).map(({ id }) => id);
  assert.deepEqual(ids(kSkill), [
    'state-0',
    'state-2',
    'state-3',
    'state-1',
    'mark-known',
    'show-way',
    'show-opens',
    'fit-selection',
  ]);
  assert.deepEqual(ids(kSkill, { stateOf: () => 3 }), [
    'state-0',
    'state-2',
    'state-3',
    'state-1',
    'show-opens',
    'fit-selection',
  ]);
  assert.deepEqual(ids(kGroup), ['expand', 'mark-known', 'show-way', 'show-opens', 'fit-selection']);
  assert.deepEqual(ids(kGroup, { isExpanded: () => true })[0], 'collapse');
  assert.deepEqual(ids(0), ['filter-next', 'fit', 'expand-all', 'collapse-all', 'reset-positions']);
  assert.deepEqual(ids(0, { isFiltered: () => true })[0], 'filter-clear');
});

test('menuEntries_SayTitleKeysAndStateAsTheTableHasThem', () => {
  const entries = menuEntries(fakeContext(), kSkill);
  for (const entry of entries) {
    const action = kActions.find(({ id }) => id === entry.id);
    assert.equal(entry.title, t(action.title));
    assert.equal(entry.keys, action.keys.length ? shownShortcut(action.keys[0]) : undefined);
  }
  assert.deepEqual(
    entries.filter(({ chosen }) => chosen).map(({ id }) => id),
    ['state-2'],
  );
  assert.deepEqual(
    entries.filter(({ line }) => line).map(({ id }) => id),
    ['mark-known', 'show-opens'],
  );
  assert.ok(entries.length <= 16, 'as many as the engine takes');
});

test('runChosen_RunsOnTheCardOfTheMenuUnlessItHasBecomeImpossible', () => {
  const context = fakeContext();
  runChosen(context, 'state-3', kOther);
  assert.deepEqual(context.log, [{ do: 'set_state', skills: [kOther], state: 3 }]);
  const done = fakeContext({ stateOf: () => 3 });
  runChosen(done, 'mark-known', kOther);
  assert.deepEqual(done.log, []);
});
