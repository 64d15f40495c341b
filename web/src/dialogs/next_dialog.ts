// Everything that can be learned next, the most useful first.
import { h, stateMark } from '../lib/dom.ts';
import type { Key } from '../engine/protocol.ts';
import type { Store } from '../engine/store.ts';
import type { RoadmapTree } from '../outline/roadmap_tree.ts';
import { makeDialog } from './dialogs.ts';
import { markOf } from '../lib/format.ts';
import { nextSkills, type OfferedSkill } from '../road/start_panel.ts';
import { t } from '../lib/messages.ts';

interface Parts {
  store: Store;
  tree: RoadmapTree;
  hue: (key: Key) => number | undefined;
}

export class NextDialog {
  readonly #parts: Parts;
  readonly #list = h('div', {});
  readonly #dialog = makeDialog(
    t('next.title'),
    h('p.small.muted', {}, t('next.about')),
    this.#list,
    h('div.actions', {}, h('button.button', { type: 'button', onclick: () => this.#onMap() }, t('next.on-map'))),
  );

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  open(): void {
    const { learning, open } = nextSkills(this.#parts.store, Infinity);
    this.#list.replaceChildren(
      ...[
        this.#section(t('start.go-on'), learning),
        this.#section(t('start.can-start'), open),
        learning.length + open.length ? null : h('p', {}, t('next.nothing')),
      ].filter((part) => part !== null),
    );
    this.#dialog.showModal();
  }

  #section(title: string, skills: readonly OfferedSkill[]): HTMLElement | null {
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

  #row(skill: OfferedSkill): HTMLElement {
    const { tree, hue } = this.#parts,
      parent = tree.get(skill.key)?.parent;
    const about = [parent ? tree.title(parent) : '', skill.opens ? t('map.opens-count', { count: skill.opens }) : ''];
    return h(
      'li',
      { 'data-hue': hue(skill.key) },
      h(
        'button.row-button',
        { type: 'button', onclick: () => this.#choose(skill.key) },
        stateMark(markOf(skill)),
        h(
          'span',
          {},
          h('span', { dir: 'auto' }, tree.title(skill.key)),
          h('span.of', { dir: 'auto' }, about.filter(Boolean).join(' · ')),
        ),
      ),
    );
  }

  #choose(key: Key): void {
    this.#dialog.close();
    this.#parts.store.send({ do: 'select', skill: key, reveal: true, flash: true });
  }

  #onMap(): void {
    this.#dialog.close();
    this.#parts.store.send({ do: 'set_filter', states: ['available', 'learning'] });
    this.#parts.store.send({ do: 'fit_all' });
  }
}
