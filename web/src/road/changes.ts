// What changed since the last visit: skills that are new, renamed or gone, and states that came from another tab or a link.
// Said once in a banner, then listed on request. The titles seen are kept in localStorage under `waymark:<roadmap>:seen`.
import { h, icon } from '../lib/dom.ts';
import { t } from '../lib/messages.ts';

// Titles of more skills than this would crowd the progress out of the storage.
const kMaxRemembered = 5000;

// seen, now: [[key, title]…]. Pure.
export function compareTitles(seen, now) {
  const before = new Map(seen),
    after = new Map(now);
  return {
    added: now.filter(([key]) => !before.has(key)).map(([key]) => key),
    renamed: now
      .filter(([key, title]) => before.has(key) && before.get(key) !== title)
      .map(([key]) => ({ key, was: before.get(key) })),
    removed: seen.filter(([key]) => !after.has(key)).map(([, title]) => title),
  };
}

// "2 new skills, 1 renamed, 3 marked elsewhere"; '' for nothing. Pure.
export function changesLine({ added, renamed, removed }, arrived) {
  return [
    added.length ? t('changes.added', { count: added.length }) : '',
    renamed.length ? t('changes.renamed', { count: renamed.length }) : '',
    removed.length ? t('changes.removed', { count: removed.length }) : '',
    arrived ? t('changes.arrived', { count: arrived }) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

const kNothing = Object.freeze({ added: [], renamed: [], removed: [] });

export class Changes {
  constructor(holder) {
    this.holder = holder;
    this.road = kNothing;
    this.told = 0; // how many arrivals a banner or the list has told of
  }

  attach(store, tree, { open, say }) {
    Object.assign(this, { store, tree, open, say });
    this.road = this.#sinceLastVisit(`waymark:${store.state.roadmap.id}:seen`);
    const line = changesLine(this.road, 0);
    if (line) this.#banner(t('changes.road', { changes: line }));
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#tellArrivals();
    });
  }

  // What came while nobody was looking.
  #tellArrivals() {
    const arrived = this.store.state.arrived.length;
    if (arrived > this.told) this.#banner(t('changes.away', { changes: changesLine(kNothing, arrived) }));
    this.told = arrived;
  }

  #sinceLastVisit(item) {
    const now = [...this.tree.nodes.values()].map((n) => [n.key, n.title]);
    if (now.length > kMaxRemembered) return kNothing;
    const text = JSON.stringify(now);
    let seen = null;
    try {
      seen = window.localStorage.getItem(item);
      if (seen !== text) window.localStorage.setItem(item, text);
    } catch {
      /* a browser that stores nothing remembers no visit */
    }
    if (!seen || seen === text) return kNothing;
    try {
      const known = JSON.parse(seen);
      return Array.isArray(known) && known.every(Array.isArray) ? compareTitles(known, now) : kNothing;
    } catch {
      return kNothing;
    }
  }

  #banner(text) {
    this.region?.remove();
    const close = () => {
      this.region.remove();
      this.region = null;
    };
    this.region = h(
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
              this.open();
            },
          },
          t('changes.see'),
        ),
        h('button.button', { type: 'button', onclick: close }, t('dialog.close')),
      ),
    );
    this.holder.append(this.region);
    this.say(text);
  }
}
