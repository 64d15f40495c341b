// Buttons that run an action: `data-action` in index.html names it. Their tooltips say title and keys as the palette and
// the help do.
import { t } from '../lib/messages.ts';
import type { Action, ActionContext } from './action.ts';
import { actionById } from './action_table.ts';
import { ariaShortcuts, shownShortcut } from './shortcut.ts';

// "Undo (Ctrl+Z)", or with what it is about: "Undo: Mark ‘Linear algebra’ done (Ctrl+Z)".
export function titleWithKeys({ title, keys }: Action, about = ''): string {
  const shown = about ? t('bar.action-about', { title: t(title), about }) : t(title);
  return keys.length ? t('bar.action-keys', { title: shown, keys: shownShortcut(keys[0]) }) : shown;
}

const buttons = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-action]')];

// Gives every button its tooltip and its keys; works without an engine.
export function labelButtons(): void {
  for (const button of buttons()) {
    const action = actionById(button.dataset.action ?? '');
    button.title = titleWithKeys(action);
    if (action.keys.length) button.setAttribute('aria-keyshortcuts', ariaShortcuts(action.keys));
  }
}

// From here on they run their actions. Those of `except` have listeners of their own.
export function attachButtons(context: ActionContext, except: readonly string[] = []): void {
  for (const button of buttons()) {
    const action = actionById(button.dataset.action ?? '');
    if (except.includes(action.id)) continue;
    button.addEventListener('click', () => {
      const skill = context.selected();
      if (action.when?.(context, skill) ?? true) action.run(context, skill);
    });
  }
}
