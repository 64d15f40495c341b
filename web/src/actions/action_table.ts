// Every action: its title, keys, words, when it can be run and what it does. The palette, the keys, the help, the menu on
// the canvas and the buttons all read this table and nothing else.
import type { Command, SkillState } from '../engine/protocol.ts';
import { kStateOrder, State } from '../lib/format.ts';
import type { MessageId } from '../lib/messages.ts';
import type { Action, ActionContext } from './action.ts';
import { nextState } from './next_state.ts';
import type { WalkKey } from './walk.ts';

export const kZoomStep = 1.25;
const kPanPixels = 80;
const kMoveUnits = 26; // one step of the background's dots

type Row = Pick<Action, 'id' | 'title' | 'run'> & Partial<Action>;
const action = (row: Row): Action => ({ keys: [], scope: 'page', ...row });
const ofSkill = (row: Row): Action =>
  action({ scope: 'skill', ofSkill: true, when: (_, skill) => skill !== 0, ...row });

const command =
  (message: Command): Action['run'] =>
  (context) =>
    context.send(message);

const mark = (context: ActionContext, skill: number, state: SkillState): boolean =>
  context.send({ do: 'set_state', skills: context.leaves(skill), state });

const isUndone = (context: ActionContext, skill: number): boolean =>
  skill !== 0 && context.stateOf(skill) !== State.done;

const kMarkTitles: Readonly<Record<number, MessageId>> = {
  [State.notStarted]: 'action.mark-not-started',
  [State.learning]: 'action.mark-learning',
  [State.done]: 'action.mark-done',
  [State.skipped]: 'action.mark-skipped',
};

const kMarking: readonly Action[] = [
  ...kStateOrder.map((state, i) =>
    ofSkill({
      id: `state-${state}`,
      title: kMarkTitles[state],
      keys: [String(i + 1)],
      words: 'action.mark.words',
      help: 'mark',
      menu: { of: ['skill'], section: 0 },
      state,
      run: (context, skill) => mark(context, skill, state),
    }),
  ),
  ofSkill({
    id: 'state-next',
    title: 'action.state-next',
    keys: ['Space'],
    scope: 'card',
    help: 'mark',
    keysOnly: true,
    run: (context, skill) => mark(context, skill, nextState(context.stateOf(skill))),
  }),
  ofSkill({
    id: 'mark-known',
    title: 'action.mark-known',
    words: 'action.mark-known.words',
    menu: { of: ['skill', 'group'], section: 1 },
    when: isUndone,
    run: (context, skill) => context.send({ do: 'mark_known', skill }),
  }),
];

const kFilterTitles = [
  ['available', 'action.filter-available'],
  ['learning', 'action.filter-learning'],
  ['done', 'action.filter-done'],
  ['locked', 'action.filter-locked'],
  ['skipped', 'action.filter-skipped'],
] as const;

const kFinding: readonly Action[] = [
  action({
    id: 'search',
    title: 'action.search',
    keys: ['/', 'Ctrl+K'],
    scope: 'typing',
    help: 'find',
    keysOnly: true, // it is the palette
    run: ({ ui }) => ui.openSearch(),
  }),
  action({
    id: 'next',
    title: 'action.next',
    words: 'action.next.words',
    run: ({ ui }) => ui.openNext(),
  }),
  action({
    id: 'setup',
    title: 'action.setup',
    words: 'action.setup.words',
    run: ({ ui }) => ui.openSetup(),
  }),
  action({
    id: 'share',
    title: 'action.share',
    words: 'action.share.words',
    run: ({ ui }) => ui.openShare(),
  }),
  action({
    id: 'changes',
    title: 'action.changes',
    words: 'action.changes.words',
    run: ({ ui }) => ui.openChanges(),
  }),
  action({
    id: 'filter',
    title: 'action.filter',
    keys: ['F'],
    words: 'action.filter.words',
    help: 'find',
    run: ({ ui }) => ui.openFilter(),
  }),
  action({
    id: 'filter-clear',
    title: 'action.filter-clear',
    words: 'action.filter-clear.words',
    menu: { of: ['map'], section: 0 },
    when: (context) => context.isFiltered(),
    run: command({ do: 'set_filter' }),
  }),
  action({
    id: 'filter-next',
    title: 'action.filter-next',
    words: 'action.filter-next.words',
    menu: { of: ['map'], section: 0 },
    when: (context) => !context.isFiltered(),
    run: command({ do: 'set_filter', states: ['available', 'learning'] }),
  }),
  action({
    id: 'hide-done',
    title: 'action.hide-done',
    words: 'action.hide-done.words',
    run: ({ ui }) => ui.toggleHideDone(),
  }),
  ...kFilterTitles.map(([name, title]) =>
    action({
      id: `filter-${name}`,
      title,
      words: 'action.filter-only.words',
      run: command({ do: 'set_filter', states: [name] }),
    }),
  ),
  ofSkill({
    id: 'show-way',
    title: 'action.show-way',
    words: 'action.show-way.words',
    menu: { of: ['skill', 'group'], section: 1 },
    when: isUndone,
    run: (context, skill) => context.send({ do: 'show_way', skill }),
  }),
  ofSkill({
    id: 'show-opens',
    title: 'action.show-opens',
    words: 'action.show-opens.words',
    menu: { of: ['skill', 'group'], section: 2 },
    run: (context, skill) => context.send({ do: 'show_opens', skill }),
  }),
];

const kLooking: readonly Action[] = [
  ofSkill({
    id: 'fit-selection',
    title: 'action.fit-selection',
    keys: ['Shift+2', 'Shift+S'],
    words: 'action.fit-selection.words',
    help: 'look',
    menu: { of: ['skill', 'group'], section: 2 },
    run: (context, skill) => {
      if (skill !== context.selected()) context.send({ do: 'select', skill, reveal: false });
      return context.send({ do: 'fit_selection' });
    },
  }),
  action({
    id: 'fit',
    title: 'action.fit',
    keys: ['Shift+1', 'Shift+F'],
    words: 'action.fit.words',
    help: 'look',
    menu: { of: ['map'], section: 0 },
    run: command({ do: 'fit_all' }),
  }),
  action({
    id: 'zoom-in',
    title: 'action.zoom-in',
    keys: ['+', '='],
    words: 'action.zoom-in.words',
    help: 'look',
    run: command({ do: 'zoom', factor: kZoomStep }),
  }),
  action({
    id: 'zoom-out',
    title: 'action.zoom-out',
    keys: ['-', '_'],
    words: 'action.zoom-out.words',
    help: 'look',
    run: command({ do: 'zoom', factor: 1 / kZoomStep }),
  }),
  action({
    id: 'zoom-reset',
    title: 'action.zoom-reset',
    keys: ['0'],
    words: 'action.zoom-reset.words',
    help: 'look',
    run: (context) => context.send({ do: 'zoom', factor: 1 / (context.zoom() || 1) }),
  }),
  ofSkill({
    id: 'expand',
    title: 'action.expand',
    keys: ['E'],
    words: 'action.expand.words',
    help: 'walk',
    menu: { of: ['group'], section: 0 },
    when: (context, skill) => context.isGroup(skill) && !context.isExpanded(skill),
    run: (context, skill) => context.send({ do: 'set_expanded', skill, expanded: true }),
  }),
  ofSkill({
    id: 'collapse',
    title: 'action.collapse',
    keys: ['E'],
    words: 'action.collapse.words',
    help: 'walk',
    menu: { of: ['group'], section: 0 },
    when: (context, skill) => context.isGroup(skill) && context.isExpanded(skill),
    run: (context, skill) => context.send({ do: 'set_expanded', skill, expanded: false }),
  }),
  action({
    id: 'expand-all',
    title: 'action.expand-all',
    keys: ['Shift+E'],
    words: 'action.expand-all.words',
    help: 'walk',
    menu: { of: ['map'], section: 1 },
    when: (context) => !context.allExpanded(),
    run: command({ do: 'expand_all', expanded: true }),
  }),
  action({
    id: 'collapse-all',
    title: 'action.collapse-all',
    keys: ['Shift+E'],
    words: 'action.collapse-all.words',
    help: 'walk',
    menu: { of: ['map'], section: 1 },
    // With the key it takes turns with opening all; by name it can be asked for as soon as anything is open.
    run: command({ do: 'expand_all', expanded: false }),
  }),
];

const kWays: readonly (readonly [key: WalkKey, id: string, title: MessageId])[] = [
  ['ArrowUp', 'up', 'action.walk-up'],
  ['ArrowDown', 'down', 'action.walk-down'],
  ['ArrowLeft', 'left', 'action.walk-left'],
  ['ArrowRight', 'right', 'action.walk-right'],
  ['Home', 'first', 'action.walk-first'],
  ['End', 'last', 'action.walk-last'],
];

const kDirections = [
  ['ArrowLeft', 'left', -1, 0],
  ['ArrowRight', 'right', 1, 0],
  ['ArrowUp', 'up', 0, -1],
  ['ArrowDown', 'down', 0, 1],
] as const;

const kWalking: readonly Action[] = [
  ...kWays.map(([key, id, title]) =>
    action({
      id: `walk-${id}`,
      title,
      keys: [key],
      scope: 'map',
      help: 'walk',
      keysOnly: true,
      run: (context, skill) => {
        const to = context.walk(skill, key);
        if (to) context.send({ do: 'select', skill: to, reveal: true });
        return true;
      },
    }),
  ),
  action({
    id: 'open',
    title: 'action.open',
    keys: ['Enter'],
    scope: 'map',
    help: 'walk',
    keysOnly: true,
    when: (_, skill) => skill !== 0,
    run: (context, skill) => {
      if (context.isGroup(skill) && !context.isExpanded(skill))
        return context.send({ do: 'set_expanded', skill, expanded: true });
      context.ui.focusDetails();
      return true;
    },
  }),
  ...kDirections.map(([key, id, x, y]) =>
    action({
      id: `pan-${id}`,
      title: `action.pan-${id}` as const,
      keys: [`Shift+${key}`],
      words: 'action.pan.words',
      scope: 'map',
      help: 'look',
      // The world goes the other way than the view.
      run: command({ do: 'pan', dx: -x * kPanPixels, dy: -y * kPanPixels }),
    }),
  ),
  // For whoever can neither drag nor reach a key.
  ...kDirections.map(([key, id, x, y]) =>
    ofSkill({
      id: `move-${id}`,
      title: `action.move-${id}` as const,
      keys: [`Alt+Shift+${key}`],
      words: 'action.move.words',
      scope: 'map',
      help: 'look',
      run: (context, skill) => context.send({ do: 'move_by', skill, dx: x * kMoveUnits, dy: y * kMoveUnits }),
    }),
  ),
  action({
    id: 'reset-positions',
    title: 'action.reset-positions',
    words: 'action.reset-positions.words',
    menu: { of: ['map'], section: 2 },
    run: command({ do: 'reset_positions' }),
  }),
];

const kKeeping: readonly Action[] = [
  action({
    id: 'undo',
    title: 'action.undo',
    keys: ['Ctrl+Z'],
    help: 'find',
    when: (context) => context.canUndo(),
    run: command({ do: 'undo' }),
  }),
  action({
    id: 'redo',
    title: 'action.redo',
    keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
    help: 'find',
    when: (context) => context.canRedo(),
    run: command({ do: 'redo' }),
  }),
  action({
    id: 'backup-save',
    title: 'action.backup-save',
    words: 'action.backup-save.words',
    run: ({ ui }) => ui.saveBackup(),
  }),
  action({
    id: 'backup-open',
    title: 'action.backup-open',
    words: 'action.backup-open.words',
    run: ({ ui }) => ui.openBackup(),
  }),
  action({
    id: 'theme',
    title: 'action.theme',
    words: 'action.theme.words',
    run: ({ ui }) => ui.toggleTheme(),
  }),
  action({
    id: 'outline',
    title: 'action.outline',
    words: 'action.outline.words',
    run: ({ ui }) => ui.focusOutline(),
  }),
  action({ id: 'map', title: 'action.map', words: 'action.map.words', run: ({ ui }) => ui.focusMap() }),
  action({ id: 'print', title: 'action.print', words: 'action.print.words', run: ({ ui }) => ui.print() }),
  action({
    id: 'settings',
    title: 'action.settings',
    words: 'action.settings.words',
    run: ({ ui }) => ui.openSettings(),
  }),
  action({
    id: 'help',
    title: 'action.help',
    keys: ['?'],
    words: 'action.help.words',
    help: 'find',
    run: ({ ui }) => ui.openHelp(),
  }),
  action({
    id: 'back',
    title: 'action.back',
    keys: ['Escape'],
    help: 'find',
    keysOnly: true,
    run: ({ ui }) => ui.backOut(),
  }),
];

// In the order in which the palette offers them.
export const kActions: readonly Action[] = [...kMarking, ...kFinding, ...kLooking, ...kWalking, ...kKeeping];

const byId = new Map(kActions.map((one) => [one.id, one]));

export function actionById(id: string): Action {
  const found = byId.get(id);
  if (!found) throw new Error(`no action “${id}”`);
  return found;
}
