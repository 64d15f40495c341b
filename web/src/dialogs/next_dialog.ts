// Everything that can be learned next, the most useful first.
import { h, stateMark } from '../lib/dom.ts';
import { makeDialog } from './dialogs.ts';
import { count, markOf } from '../lib/format.ts';
import { nextSkills } from '../road/start_panel.ts';

export class NextDialog {
  constructor({ store, tree, hue }) {
    Object.assign(this, { store, tree, hue });
    this.list = h('div', {});
    this.dialog = makeDialog(
      'What you can learn next',
      h('p.small.muted', {}, 'Nothing is missing for these. First comes what opens most of the road.'),
      this.list,
      h(
        'div.actions',
        {},
        h('button.button', { type: 'button', onclick: () => this.#onMap() }, 'Show them on the map'),
      ),
    );
  }

  open() {
    const { learning, open } = nextSkills(this.store, Infinity);
    this.list.replaceChildren(
      ...[
        this.#section('Go on with', learning),
        this.#section('You can start these', open),
        learning.length + open.length ? null : h('p', {}, 'Nothing is left: you walked the whole road.'),
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
    const about = [parent ? this.tree.title(parent) : '', skill.opens ? `opens ${count(skill.opens, 'skill')}` : ''];
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
