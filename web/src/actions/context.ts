// What the actions work on, out of the page's store and tree: the only place in this folder that reads the store.
import { $ } from '../lib/dom.ts';
import type { ActionContext, ActionUi } from './action.ts';
import type { Command, SkillState } from '../engine/protocol.ts';
import { walkTarget, type WalkedSkill, type WalkedTree } from './walk.ts';

interface ReadStore {
  readonly state: {
    readonly selected: number;
    readonly menu: boolean;
    readonly zoom: number;
    readonly canUndo: boolean;
    readonly canRedo: boolean;
    readonly filter: { readonly active: boolean };
  };
  readonly engine: { details(key: number): WalkedSkill | null };
  rows(): Iterable<{ readonly key: number; readonly expanded: boolean }>;
  skill(key: number): { readonly state: SkillState; readonly expanded: boolean } | undefined;
  send(command: Command): boolean;
}

interface ReadTree extends WalkedTree {
  isGroup(key: number): boolean;
  leaves(key: number): number[];
}

export function makeContext(
  store: ReadStore,
  tree: ReadTree,
  ui: Omit<ActionUi, 'backOut'>,
  endDrag: () => boolean,
): ActionContext {
  const context: ActionContext = {
    send: (command) => store.send(command),
    stateOf: (skill) => store.skill(skill)?.state,
    isExpanded: (skill) => store.skill(skill)?.expanded ?? false,
    isGroup: (skill) => tree.isGroup(skill),
    leaves: (skill) => tree.leaves(skill),
    selected: () => store.state.selected,
    allExpanded: () => [...store.rows()].every((s) => s.expanded || !tree.isGroup(s.key)),
    canUndo: () => store.state.canUndo,
    canRedo: () => store.state.canRedo,
    isFiltered: () => store.state.filter.active,
    menuIsOpen: () => store.state.menu,
    zoom: () => store.state.zoom,
    walk(from, key) {
      const skill = from ? store.engine.details(from) : null;
      return skill ? walkTarget(key, skill, tree) : (tree.roots[0] ?? 0);
    },
    ui: { ...ui, backOut: () => endDrag() || backOut(context) },
  };
  return context;
}

// A drag ends, the menu closes, from the details back to where one came from, then the selection goes.
function backOut(context: ActionContext): boolean {
  if (context.menuIsOpen()) return context.send({ do: 'close_menu' });
  if ($('details').contains(document.activeElement)) {
    context.ui.focusMap();
    return true;
  }
  return context.selected() !== 0 && context.send({ do: 'clear_selection' });
}
