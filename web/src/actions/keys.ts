// Runs the action that a pressed key stands for, on what has the focus or not at all. Where letters are typed, and on
// controls that take the key themselves, it is left alone.
import { isTyping } from '../lib/dom.ts';
import type { Action, ActionContext, KeyScope } from './action.ts';
import { actionById, kActions } from './action_table.ts';
import { pressed, readKey } from './shortcut.ts';

type Place = 'typing' | 'row' | 'map' | 'details' | 'choice' | 'elsewhere';

const kScopes: Readonly<Record<KeyScope, readonly Place[]>> = {
  typing: ['typing', 'row', 'map', 'details', 'choice', 'elsewhere'],
  page: ['row', 'map', 'details', 'choice', 'elsewhere'],
  skill: ['row', 'map', 'details'],
  card: ['row', 'map'],
  map: ['map'],
};

export class Keys {
  // Space is down on the map, where it makes a drag a pan.
  spaceHeld = false;
  #spaceUsed = false;
  #context: ActionContext | null = null;
  #surface: Element | null = null;

  // A drag while Space is held is a pan; letting go then changes no state.
  usedSpace(): void {
    this.#spaceUsed = true;
  }

  attach({ context, surface }: { context: ActionContext; surface: Element }): void {
    this.#context = context;
    this.#surface = surface;
    document.addEventListener('keydown', (e) => this.#onDown(e));
    document.addEventListener('keyup', (e) => {
      if (e.key === ' ' || e.code === 'Space') this.#onSpaceUp();
    });
    window.addEventListener('blur', () => {
      this.spaceHeld = false;
    });
  }

  #onDown(e: KeyboardEvent): void {
    const context = this.#context,
      target = e.target instanceof Element ? e.target : document.body;
    if (!context || e.defaultPrevented || document.querySelector('dialog[open]')) return;
    const press = readKey(e);
    if (!press) return;
    const place = this.#placeOf(target);
    // Letters and marks are typed; only a chord can mean the page.
    if (place === 'typing' && !press.command) return;
    const skill = place === 'row' ? rowKey(target) : context.selected();
    const action = pressed(press, kActions).find(
      (one) => kScopes[one.scope].includes(place) && (one.when?.(context, skill) ?? true),
    );
    if (action && this.#run(action, skill, place, e.repeat)) e.preventDefault();
  }

  #run(action: Action, skill: number, place: Place, repeated: boolean): boolean {
    if (action.id === 'state-next') {
      if (repeated) return true;
      if (place === 'map') {
        this.spaceHeld = true;
        this.#spaceUsed = false;
        return true;
      }
    }
    return this.#context !== null && action.run(this.#context, skill) !== false;
  }

  #onSpaceUp(): void {
    const context = this.#context;
    if (context && this.spaceHeld && !this.#spaceUsed && context.selected())
      actionById('state-next').run(context, context.selected());
    this.spaceHeld = false;
  }

  #placeOf(target: Element): Place {
    if (isTyping(target)) return 'typing';
    if (target.matches('input[type=radio]')) return 'choice';
    if (rowKey(target)) return 'row';
    if (target === this.#surface || target === document.body) return 'map';
    return target.closest('#details') ? 'details' : 'elsewhere';
  }
}

const rowKey = (target: Element): number => Number(target.closest<HTMLElement>('[role=treeitem]')?.dataset.key ?? 0);
