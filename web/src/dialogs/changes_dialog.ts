// The list of what changed since the last visit.
import { h, stateMark } from '../lib/dom.ts';
import { makeDialog } from './dialogs.ts';
import { kStateNames, markOf } from '../lib/format.ts';

export class ChangesDialog {
  constructor({ store, tree, hue, changes }) {
    Object.assign(this, { store, tree, hue, changes });
    this.list = h('div', {});
    this.dialog = makeDialog('What changed since your last visit', this.list);
  }

  open() {
    const { added, renamed, removed } = this.changes.road,
      arrived = this.store.state.arrived;
    this.changes.told = arrived.length;
    const part = (title, rows) =>
      rows.length ? h('section.next-part', {}, h('h3', {}, title), h('ul.rows', {}, rows)) : null;
    const from = { tab: 'from another tab', link: 'from a link', backup: 'from a backup' };
    const parts = [
      part(
        'New skills',
        added.map((key) => this.#row(key, '')),
      ),
      part(
        'Renamed',
        renamed.map(({ key, was }) => this.#row(key, `was “${was}”`)),
      ),
      part(
        'Removed',
        removed.map((title) => h('li', { dir: 'auto' }, title)),
      ),
      part(
        'Marked elsewhere',
        arrived.map((a) =>
          this.#row(
            a.key,
            `${kStateNames[a.before]} → ${kStateNames[this.store.skill(a.key)?.state ?? 0]}, ${from[a.from] ?? ''}`,
          ),
        ),
      ),
    ].filter(Boolean);
    this.list.replaceChildren(...(parts.length ? parts : [h('p', {}, 'Nothing. The road is as you left it.')]));
    this.dialog.showModal();
  }

  #row(key, about) {
    const skill = this.store.skill(key) ?? { state: 0 };
    return h(
      'li',
      { 'data-hue': this.hue(key) },
      h(
        'button.row-button',
        {
          type: 'button',
          onclick: () => {
            this.dialog.close();
            this.store.send({ do: 'select', skill: key, reveal: true, flash: true });
          },
        },
        stateMark(markOf(skill)),
        h('span', {}, h('span', { dir: 'auto' }, this.tree.title(key)), h('span.of', { dir: 'auto' }, about)),
      ),
    );
  }
}
