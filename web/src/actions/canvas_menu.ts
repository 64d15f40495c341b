// The entries of the menu that the engine draws on the canvas. This table owns them, not the engine: only the page knows
// the reader's language, the keys, and what an action that is not the engine's own does. The engine asks when a menu
// opens, draws what it is given, and hands back the id that was chosen.
import type { MenuItem } from '../engine/protocol.ts';
import { t } from '../lib/messages.ts';
import type { ActionContext, MenuKind } from './action.ts';
import { actionById, kActions } from './action_table.ts';
import { shownShortcut } from './shortcut.ts';

// The entries for `skill`, or for the background (0), in the order of the table within their sections. Pure.
export function menuEntries(context: ActionContext, skill: number): MenuItem[] {
  const kind: MenuKind = !skill ? 'map' : context.isGroup(skill) ? 'group' : 'skill';
  const found = kActions
    .flatMap((action) => (action.menu?.of.includes(kind) ? [{ action, section: action.menu.section }] : []))
    .filter(({ action }) => action.when?.(context, skill) ?? true)
    .sort((a, b) => a.section - b.section);
  return found.map(({ action, section }, i) => ({
    id: action.id,
    title: t(action.title),
    ...(action.keys.length ? { keys: shownShortcut(action.keys[0]) } : {}),
    ...(action.state === undefined ? {} : { state: action.state, chosen: context.stateOf(skill) === action.state }),
    ...(i > 0 && section !== found[i - 1].section ? { line: true } : {}),
  }));
}

export function openCanvasMenu(context: ActionContext, skill: number): void {
  const items = menuEntries(context, skill);
  if (items.length) context.send({ do: 'show_menu', items });
}

// What the entry stands for may have become impossible while the menu was open.
export function runChosen(context: ActionContext, id: string, skill: number): void {
  const action = actionById(id);
  if (action.when?.(context, skill) ?? true) action.run(context, skill);
}
