// The list of what changed since the last visit.
import { h, stateMark } from '../lib/dom.ts';
import { makeDialog } from './dialogs.ts';
import { markOf, stateName } from '../lib/format.ts';
import { t } from '../lib/messages.ts';

export class ChangesDialog {
  constructor({ store, tree, hue, changes }) {
    Object.assign(this, { store, tree, hue, changes });
    this.list = h('div', {});
    this.dialog = makeDialog(t('changes.title'), this.list);
  }

  open() {
    const { added, renamed, removed } = this.changes.road,
      arrived = this.store.state.arrived;
    this.changes.told = arrived.length;
    const part = (title, rows) =>
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
          this.#row(
            a.key,
            `${stateName(a.before)} → ${stateName(this.store.skill(a.key)?.state ?? 0)}, ${from[a.from] ?? ''}`,
          ),
        ),
      ),
    ].filter(Boolean);
    this.list.replaceChildren(...(parts.length ? parts : [h('p', {}, t('changes.nothing'))]));
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
