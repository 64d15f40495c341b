// The list of what changed since the last visit.
import { h, stateMark, type Child } from '../lib/dom.ts';
import type { Key } from '../engine/protocol.ts';
import type { Store } from '../engine/store.ts';
import type { RoadmapTree } from '../outline/roadmap_tree.ts';
import type { Changes } from '../road/changes.ts';
import { makeDialog } from './dialogs.ts';
import { markOf, stateName } from '../lib/format.ts';
import { t } from '../lib/messages.ts';

interface Parts {
  store: Store;
  tree: RoadmapTree;
  hue: (key: Key) => number | undefined;
  changes: Changes;
}

export class ChangesDialog {
  readonly #parts: Parts;
  readonly #list = h('div', {});
  readonly #dialog = makeDialog(t('changes.title'), this.#list);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  open(): void {
    const { store, changes } = this.#parts,
      { added, renamed, removed } = changes.road,
      arrived = store.state?.arrived ?? [];
    changes.told = arrived.length;
    const part = (title: string, rows: readonly Child[]) =>
      rows.length ? h('section.next-part', {}, h('h3', {}, title), h('ul.rows', {}, rows)) : null;
    const from = { tab: t('changes.from-tab'), link: t('changes.from-link'), backup: t('changes.from-backup') };
    const parts = [
      part(
        t('changes.new-skills'),
        added.map((key) => this.#row(key, '')),
      ),
      part(
        t('changes.renamed-title'),
        renamed.map(({ key, was }) => this.#row(key, t('changes.was', { title: was }))),
      ),
      part(
        t('changes.removed-title'),
        removed.map((title) => h('li', { dir: 'auto' }, title)),
      ),
      part(
        t('changes.arrived-title'),
        arrived.map((a) =>
          this.#row(a.key, `${stateName(a.before)} → ${stateName(store.skill(a.key)?.state ?? 0)}, ${from[a.from]}`),
        ),
      ),
    ].filter((p) => p !== null);
    this.#list.replaceChildren(...(parts.length ? parts : [h('p', {}, t('changes.nothing'))]));
    this.#dialog.showModal();
  }

  #row(key: Key, about: string): HTMLElement {
    const { store, tree, hue } = this.#parts;
    return h(
      'li',
      { 'data-hue': hue(key) },
      h(
        'button.row-button',
        {
          type: 'button',
          onclick: () => {
            this.#dialog.close();
            store.send({ do: 'select', skill: key, reveal: true, flash: true });
          },
        },
        stateMark(markOf(store.skill(key) ?? { state: 0 })),
        h('span', {}, h('span', { dir: 'auto' }, tree.title(key)), h('span.of', { dir: 'auto' }, about)),
      ),
    );
  }
}
