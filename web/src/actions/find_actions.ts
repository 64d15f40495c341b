// Finds actions by what somebody types. Pure.
import { t } from '../lib/messages.ts';
import type { Action, ActionContext } from './action.ts';

export interface FoundAction {
  readonly action: Action;
  readonly matches: readonly (readonly [from: number, to: number])[]; // ranges of the title, in UTF-16 units
}

// The actions that can be run now and that every word of `text` is found in (title or words).
export function findActions(actions: readonly Action[], text: string, context: ActionContext): FoundAction[] {
  const wanted = text.toLocaleLowerCase().split(/\s+/).filter(Boolean),
    skill = context.selected();
  const found: FoundAction[] = [];
  for (const action of actions) {
    if (action.keysOnly || (action.when && !action.when(context, skill))) continue;
    const title = t(action.title).toLocaleLowerCase(),
      words = action.words ? t(action.words).toLocaleLowerCase() : '';
    const parts = `${title} ${words}`.split(/[\s:?]+/);
    if (!wanted.every((word) => title.includes(word) || parts.some((part) => part.startsWith(word)))) continue;
    found.push({
      action,
      matches: wanted
        .map((word) => [title.indexOf(word), title.indexOf(word) + word.length] as const)
        .filter(([from]) => from >= 0),
    });
  }
  return found;
}
