// What changed since the last visit: skills that are new, renamed or gone, and states that came from another tab or a link.
// Said once in a banner, then listed on request. The titles seen are kept in localStorage under `waymark:<roadmap>:seen`.
import { h, icon } from '../lib/dom.ts';
import type { Key } from '../engine/protocol.ts';
import type { Store } from '../engine/store.ts';
import { t } from '../lib/messages.ts';
import type { RoadmapTree } from '../outline/roadmap_tree.ts';

type Titles = readonly (readonly [key: Key, title: string])[];

export interface RoadChanges {
  added: readonly Key[];
  renamed: readonly { key: Key; was: string }[];
  removed: readonly string[]; // titles
}

// Titles of more skills than this would crowd the progress out of the storage.
const kMaxRemembered = 5000;

// What became of the titles `seen`. Pure.
export function compareTitles(seen: Titles, now: Titles): RoadChanges {
  const before = new Map(seen),
    after = new Map(now);
  return {
    added: now.filter(([key]) => !before.has(key)).map(([key]) => key),
    renamed: now
      .filter(([key, title]) => before.has(key) && before.get(key) !== title)
      .map(([key]) => ({ key, was: before.get(key) ?? '' })),
    removed: seen.filter(([key]) => !after.has(key)).map(([, title]) => title),
  };
}

// "2 new skills, 1 renamed, 3 marked elsewhere"; '' for nothing. Pure.
export function changesLine({ added, renamed, removed }: RoadChanges, arrived: number): string {
  return [
    added.length ? t('changes.added', { count: added.length }) : '',
    renamed.length ? t('changes.renamed', { count: renamed.length }) : '',
    removed.length ? t('changes.removed', { count: removed.length }) : '',
    arrived ? t('changes.arrived', { count: arrived }) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

const kNothing: RoadChanges = { added: [], renamed: [], removed: [] };

interface Actions {
  open: () => unknown; // shows the list
  say: (text: string) => void;
}

export class Changes {
  readonly #holder: HTMLElement;
  #region: HTMLElement | null = null;
  road = kNothing;
  told = 0; // how many arrivals a banner or the list has told of

  constructor(holder: HTMLElement) {
    this.#holder = holder;
  }

  attach(store: Store, tree: RoadmapTree, actions: Actions): void {
    this.road = sinceLastVisit(`waymark:${store.state?.roadmap?.id}:seen`, tree);
    const line = changesLine(this.road, 0);
    if (line) this.#banner(t('changes.road', { changes: line }), actions);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#tellArrivals(store, actions);
    });
  }

  // What came while nobody was looking.
  #tellArrivals(store: Store, actions: Actions): void {
    const arrived = store.state?.arrived.length ?? 0;
    if (arrived > this.told) this.#banner(t('changes.away', { changes: changesLine(kNothing, arrived) }), actions);
    this.told = arrived;
  }

  #banner(text: string, { open, say }: Actions): void {
    this.#region?.remove();
    const close = () => {
      this.#region?.remove();
      this.#region = null;
    };
    this.#region = h(
      'section.banner.panel',
      { 'aria-label': t('changes.region') },
      icon('info'),
      h('p.banner-text', {}, text),
      h(
        'div.banner-actions',
        {},
        h(
          'button.button',
          {
            type: 'button',
            onclick: () => {
              close();
              open();
            },
          },
          t('changes.see'),
        ),
        h('button.button', { type: 'button', onclick: close }, t('dialog.close')),
      ),
    );
    this.#holder.append(this.#region);
    say(text);
  }
}

// Compares with what localStorage has under `item`, and puts what is there now in its place.
function sinceLastVisit(item: string, tree: RoadmapTree): RoadChanges {
  const now = [...tree.nodes.values()].map((n) => [n.key, n.title] as const);
  if (now.length > kMaxRemembered) return kNothing;
  const text = JSON.stringify(now);
  let seen: string | null = null;
  try {
    seen = window.localStorage.getItem(item);
    if (seen !== text) window.localStorage.setItem(item, text);
  } catch {
    /* a browser that stores nothing remembers no visit */
  }
  if (!seen || seen === text) return kNothing;
  try {
    const known: unknown = JSON.parse(seen);
    return Array.isArray(known) && known.every(Array.isArray)
      ? compareTitles(known as unknown as Titles, now)
      : kNothing;
  } catch {
    return kNothing;
  }
}
