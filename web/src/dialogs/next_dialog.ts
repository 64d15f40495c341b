// Everything that can be learned next, the most useful first.
import { h, stateMark } from '../lib/dom.ts';
import { makeDialog } from './dialogs.ts';
import { markOf } from '../lib/format.ts';
import { nextSkills } from '../road/start_panel.ts';
import { t } from '../lib/messages.ts';

export class NextDialog {
  constructor({ store, tree, hue }) {
    Object.assign(this, { store, tree, hue });
    this.list = h('div', {});
    this.dialog = makeDialog(
      t('next.title'),
      h('p.small.muted', {}, t('next.about')),
      this.list,
      h('div.actions', {}, h('button.button', { type: 'button', onclick: () => this.#onMap() }, t('next.on-map'))),
    );
  }

  open() {
    const { learning, open } = nextSkills(this.store, Infinity);
    this.list.replaceChildren(
      ...[
        this.#section(t('start.go-on'), learning),
        this.#section(t('start.can-start'), open),
        learning.length + open.length ? null : h('p', {}, t('next.nothing')),
      ].filter(Boolean),
    );
    this.dialog.showModal();
  }

  #section(title, skills) {
    if (!skills.length) return null;
    return h(
      'section.next-part',
      {},
      h('h3', {}, title),
      h(
        'ul.rows',
        {},
        skills.map((s) => this.#row(s)),
      ),
    );
  }

  #row(skill) {
    const parent = this.tree.get(skill.key).parent;
    const about = [
      parent ? this.tree.title(parent) : '',
      skill.opens ? t('map.opens-count', { count: skill.opens }) : '',
    ];
    return h(
      'li',
      { 'data-hue': this.hue(skill.key) },
      h(
        'button.row-button',
        { type: 'button', onclick: () => this.#choose(skill.key) },
        stateMark(markOf(skill)),
        h(
          'span',
          {},
          h('span', { dir: 'auto' }, this.tree.title(skill.key)),
          h('span.of', { dir: 'auto' }, about.filter(Boolean).join(' · ')),
        ),
      ),
    );
  }

  #choose(key) {
    this.dialog.close();
    this.store.send({ do: 'select', skill: key, reveal: true, flash: true });
  }

  #onMap() {
    this.dialog.close();
    this.store.send({ do: 'set_filter', states: ['available', 'learning'] });
    this.store.send({ do: 'fit_all' });
  }
}
