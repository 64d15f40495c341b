// The filter's panel: chips for state, kind and track, under the button that opened it.
import type { FilterState } from '../engine/protocol.ts';
import type { Store } from '../engine/store.ts';
import { h, isPhone, stateMark } from '../lib/dom.ts';
import { type ChoicePart, isFiltering, kFilterKinds, kFilterStates, matchLine, toggled } from './filter.ts';
import { t } from '../lib/messages.ts';
import type { RoadmapTree } from '../outline/roadmap_tree.ts';
import type { Settings } from '../storage/settings.ts';

interface FilterPanelParts {
  buttons: readonly HTMLButtonElement[];
  store: Store;
  tree: RoadmapTree;
  settings: Settings;
  clear: () => void;
}
interface Chip {
  chip: HTMLButtonElement;
  part: ChoicePart;
  value: string | number;
}

const kGap = 6; // pixels between button and panel

export class FilterPanel {
  readonly #buttons: readonly HTMLButtonElement[];
  readonly #store: Store;
  readonly #count = h('p.small.nums', { role: 'status' });
  readonly #chips: Chip[] = [];
  readonly #hideDone: HTMLInputElement;
  readonly #panel: HTMLElement;
  #opener: HTMLElement | undefined;

  constructor({ buttons, store, tree, settings, clear }: FilterPanelParts) {
    this.#buttons = buttons;
    this.#store = store;
    this.#hideDone = h('input', {
      type: 'checkbox',
      onchange: () => settings.set('hideDone', this.#hideDone.checked ? true : undefined),
    });
    this.#panel = h(
      'div.filter-panel.panel',
      { id: 'filter-panel', role: 'dialog', 'aria-label': t('bar.filter'), hidden: true, tabindex: -1 },
      this.#group(
        t('filter.how-far'),
        kFilterStates.map(([name, label, mark]) => this.#chip('states', name, t(label), stateMark(mark))),
      ),
      this.#group(
        t('filter.kind'),
        kFilterKinds.map(([name, label]) => this.#chip('kinds', name, t(label))),
      ),
      this.#group(
        t('filter.track'),
        tree.roots.map((key) => {
          const chip = this.#chip('tracks', key, tree.title(key), h('span.dot', { 'aria-hidden': 'true' }));
          chip.dataset.hue = String(tree.get(key)?.hue);
          return chip;
        }),
      ),
      h('label.choice', {}, this.#hideDone, h('span', {}, t('filter.hide-done'))),
      h(
        'div.filter-foot',
        {},
        this.#count,
        h('button.button', { type: 'button', onclick: clear }, t('filter.clear-short')),
        h('button.button', { type: 'button', onclick: () => this.close() }, t('dialog.close')),
      ),
    );
    document.body.append(this.#panel);
    document.addEventListener('pointerdown', (e) => {
      if (this.#isOutside(e.target)) this.#hide();
    });
    this.#panel.addEventListener('cancel', () => this.close());
    this.#panel.addEventListener('keydown', (e) => {
      if (e.key !== 'Escape') return;
      this.close();
      e.stopPropagation();
      e.preventDefault();
    });
    this.#panel.addEventListener('focusout', (e) => {
      if (this.#isOutside(e.relatedTarget)) this.#hide();
    });
    store.subscribe(['filter'], ({ filter }) => this.#show(filter));
  }

  get isOpen(): boolean {
    return !this.#panel.hidden;
  }

  open(button: HTMLElement | undefined): void {
    this.#opener = button;
    this.#panel.hidden = false;
    for (const one of this.#buttons) one.setAttribute('aria-expanded', 'true');
    const box = button?.getBoundingClientRect();
    if (box && !isPhone()) {
      this.#panel.style.top = `${box.bottom + kGap}px`;
      this.#panel.style.left = `${Math.max(8, Math.min(box.left, window.innerWidth - this.#panel.offsetWidth - 8))}px`;
    } else {
      this.#panel.style.top = this.#panel.style.left = '';
    }
    this.#panel.querySelector('button')?.focus();
  }

  close(): void {
    this.#hide();
    this.#opener?.focus();
  }

  // Neither in the panel nor a button that opens it.
  #isOutside(target: EventTarget | null): boolean {
    return target instanceof Element && !this.#panel.contains(target) && !target.closest('.filter-button');
  }

  #hide(): void {
    this.#panel.hidden = true;
    for (const one of this.#buttons) one.setAttribute('aria-expanded', 'false');
  }

  #group(title: string, chips: readonly HTMLElement[]): HTMLElement {
    return h(
      'div',
      { role: 'group', 'aria-label': title },
      h('h3', { 'aria-hidden': 'true' }, title),
      h('div.chips', {}, chips),
    );
  }

  #chip(part: ChoicePart, value: string | number, label: string, mark: Element | null = null): HTMLButtonElement {
    const chip = h(
      'button.chip.filter-chip',
      {
        type: 'button',
        'aria-pressed': 'false',
        onclick: () => {
          const { state } = this.#store;
          if (state) this.#store.send(toggled(state.filter, part, value));
        },
      },
      mark,
      h('span', { dir: 'auto' }, label),
    );
    this.#chips.push({ chip, part, value });
    return chip;
  }

  #show(filter: FilterState): void {
    for (const { chip, part, value } of this.#chips) {
      const chosen: readonly (string | number)[] = filter[part];
      chip.setAttribute('aria-pressed', String(chosen.includes(value)));
    }
    this.#hideDone.checked = filter.hideDone;
    const count = isFiltering(filter) ? t('filter.stand-out', { matches: matchLine(filter) }) : t('filter.everything');
    if (this.#count.textContent !== count) this.#count.textContent = count;
  }
}
