// The filter's panel: chips for state, kind and track, under the button that opened it.
import { h, isPhone, stateMark } from '../lib/dom.ts';
import { isFiltering, kFilterKinds, kFilterStates, matchLine, toggled } from './filter.ts';
import { t } from '../lib/messages.ts';

const kGap = 6; // pixels between button and panel

export class FilterPanel {
  constructor({ buttons, store, tree, settings, clear }) {
    Object.assign(this, { buttons, store });
    this.count = h('p.small.nums', { role: 'status' });
    this.chips = [];
    this.hideDone = h('input', {
      type: 'checkbox',
      onchange: (e) => settings.set('hideDone', e.target.checked ? true : undefined),
    });
    this.panel = h(
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
          chip.dataset.hue = tree.get(key).hue;
          return chip;
        }),
      ),
      h('label.choice', {}, this.hideDone, h('span', {}, t('filter.hide-done'))),
      h(
        'div.filter-foot',
        {},
        this.count,
        h('button.button', { type: 'button', onclick: clear }, t('filter.clear-short')),
        h('button.button', { type: 'button', onclick: () => this.close() }, t('dialog.close')),
      ),
    );
    document.body.append(this.panel);
    document.addEventListener('pointerdown', (e) => {
      if (!this.panel.contains(e.target) && !e.target.closest('.filter-button')) this.#hide();
    });
    this.panel.addEventListener('cancel', () => this.close());
    this.panel.addEventListener('keydown', (e) => {
      if (e.key !== 'Escape') return;
      this.close();
      e.stopPropagation();
      e.preventDefault();
    });
    this.panel.addEventListener('focusout', (e) => {
      if (e.relatedTarget && !this.panel.contains(e.relatedTarget) && !e.relatedTarget.closest('.filter-button'))
        this.#hide();
    });
    store.subscribe(['filter'], (state) => this.#show(state));
  }

  get isOpen() {
    return !this.panel.hidden;
  }

  open(button) {
    this.opener = button;
    this.panel.hidden = false;
    for (const one of this.buttons) one.setAttribute('aria-expanded', 'true');
    const box = button?.getBoundingClientRect();
    if (box && !isPhone()) {
      this.panel.style.top = `${box.bottom + kGap}px`;
      this.panel.style.left = `${Math.max(8, Math.min(box.left, window.innerWidth - this.panel.offsetWidth - 8))}px`;
    } else {
      this.panel.style.top = this.panel.style.left = '';
    }
    this.panel.querySelector('button')?.focus();
  }

  close() {
    this.#hide();
    this.opener?.focus();
  }

  #hide() {
    this.panel.hidden = true;
    for (const one of this.buttons) one.setAttribute('aria-expanded', 'false');
  }

  #group(title, chips) {
    return h(
      'div',
      { role: 'group', 'aria-label': title },
      h('h3', { 'aria-hidden': 'true' }, title),
      h('div.chips', {}, chips),
    );
  }

  #chip(part, value, label, mark = null) {
    const chip = h(
      'button.chip.filter-chip',
      {
        type: 'button',
        'aria-pressed': 'false',
        onclick: () => this.store.send(toggled(this.store.state.filter, part, value)),
      },
      mark,
      h('span', { dir: 'auto' }, label),
    );
    this.chips.push({ chip, part, value });
    return chip;
  }

  #show({ filter }) {
    for (const { chip, part, value } of this.chips)
      chip.setAttribute('aria-pressed', String(filter[part].includes(value)));
    this.hideDone.checked = filter.hideDone;
    const count = isFiltering(filter) ? t('filter.stand-out', { matches: matchLine(filter) }) : t('filter.everything');
    if (this.count.textContent !== count) this.count.textContent = count;
  }
}
