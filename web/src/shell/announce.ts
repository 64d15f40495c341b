// Tells a screen reader what changed: one polite message after a change of progress, whatever caused it.
import { State, stateName } from '../lib/format.ts';
import { t } from '../lib/messages.ts';
import type { Key, Whole } from '../engine/protocol.ts';
import type { RowChange, Store } from '../engine/store.ts';
import type { RoadmapTree } from '../outline/roadmap_tree.ts';

type Names = Pick<RoadmapTree, 'isGroup' | 'title'>;

// The message for the rows that changed, or ''. Pure. Groups follow their skills, so they are not named.
export function changeMessage(
  tree: Names,
  rows: readonly RowChange[],
  { done, skills }: Pick<Whole, 'done' | 'skills'>,
): string {
  const changed = rows
    .filter(({ row, before }) => before && before.state !== row.state && !tree.isGroup(row.key))
    .map(({ row }) => row);
  const [first] = changed;
  if (!first) return '';
  const whole = t('outline.done-of', { done, count: skills });
  if (changed.length === 1) {
    return t('announce.one', { title: tree.title(first.key), state: stateName(first.state), whole });
  }
  const states = new Set(changed.map((s) => s.state));
  const count = changed.length;
  return states.size === 1
    ? t('announce.several-alike', { count, state: stateName(first.state), whole })
    : t('announce.several', { count, whole });
}

// The groups that became done. Pure.
export function finishedGroups(tree: Names, rows: readonly RowChange[]): Key[] {
  return rows
    .filter(
      ({ row, before }) => tree.isGroup(row.key) && row.state === State.done && before && before.state !== State.done,
    )
    .map(({ row }) => row.key);
}

export class Announcer {
  readonly #live: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(live: HTMLElement) {
    this.#live = live;
  }

  // The last of several within a moment is the one that is said.
  say(text: string): void {
    if (!text) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // The same words twice are a change only when they differ in the DOM.
      this.#live.textContent = this.#live.textContent === text ? `${text}\u00a0` : text;
    }, 60);
  }

  // `celebrate(title)` shows what was finished to those who see.
  attach(store: Store, tree: Names, celebrate: (title: string) => void): void {
    store.subscribe(['rows', 'view'], (state, previous, rows) => {
      if (!previous || previous.roadmap?.id !== state.roadmap?.id) return;
      const finished = finishedGroups(tree, rows).map((key) => tree.title(key));
      const message = [
        changeMessage(tree, rows, state.whole),
        ...finished.map((title) => t('announce.finished', { title })),
      ]
        .filter(Boolean)
        .join(' ');
      for (const title of finished) celebrate(title);
      if (message) this.say(message);
      else if (previous.selected !== state.selected && document.activeElement?.id === 'surface')
        this.say(tree.title(state.selected));
    });
  }
}
