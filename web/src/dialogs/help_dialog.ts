// The help with every key: the table of actions says which there are, and what hands do beside it stands here.
import { makeDialog } from './dialogs.ts';
import { h, isPhone } from '../lib/dom.ts';
import type { HelpGroup } from '../actions/action.ts';
import { kActions } from '../actions/action_table.ts';
import { t, type MessageId } from '../lib/messages.ts';
import { shownShortcut } from '../actions/shortcut.ts';

interface HelpRow {
  readonly keys: readonly string[];
  readonly does: string;
}
export interface HelpSection {
  readonly title: string;
  readonly rows: readonly HelpRow[];
}

const kGroups: readonly (readonly [HelpGroup, MessageId])[] = [
  ['find', 'help.find'],
  ['mark', 'help.mark'],
  ['walk', 'help.walk'],
  ['look', 'help.look'],
];

const kHands: readonly (readonly [keys: readonly MessageId[], does: MessageId])[] = [
  [['help.key.drag'], 'help.drag'],
  [['help.key.space-drag'], 'help.space-drag'],
  [['help.key.wheel'], 'help.wheel'],
  [['help.key.ctrl-wheel', 'help.key.pinch'], 'help.zoom'],
  [['help.key.double-click'], 'help.double-click'],
  [['help.key.right-click', 'help.key.long-press'], 'help.menu'],
];

// What the help lists. A phone has fingers first. Pure.
export function helpSections(phone: boolean): HelpSection[] {
  const keyed = kGroups.map(([group, title]) => ({
    title: t(title),
    rows: kActions
      .filter((action) => action.help === group)
      .map((action) => ({ keys: action.keys.map(shownShortcut), does: t(action.title) })),
  }));
  const hands = {
    title: t('help.hands'),
    rows: kHands.map(([keys, does]) => ({ keys: keys.map((key) => t(key)), does: t(does) })),
  };
  // The ARIA tree pattern's keys (outline/outline.ts).
  const tree = {
    title: t('help.tree'),
    rows: [
      { keys: ['↑', '↓'], does: t('help.tree-up-down') },
      { keys: ['→', '←'], does: t('help.tree-in-out') },
      { keys: ['*'], does: t('help.tree-all') },
      { keys: [t('help.key.letters')], does: t('help.tree-letters') },
    ],
  };
  return phone ? [hands, ...keyed, tree] : [...keyed, hands, tree];
}

export function makeHelp(): HTMLDialogElement {
  const row = ({ keys, does }: HelpRow): HTMLElement =>
    h(
      'div',
      {},
      h('dt', {}, does),
      h(
        'dd',
        {},
        keys.map((one) => h('kbd', { translate: 'no' }, one)),
      ),
    );
  const dialog = makeDialog(
    t('help.title'),
    h('p', {}, t('help.intro')),
    h(
      'div.key-groups',
      {},
      helpSections(isPhone()).map(({ title, rows }) =>
        h('section', {}, h('h3', {}, title), h('dl.key-list', {}, rows.map(row))),
      ),
    ),
    h('p.small.muted', {}, t('help.mac')),
  );
  dialog.classList.add('wide');
  return dialog;
}
