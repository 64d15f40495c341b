// The filter's buttons, and a line above the outline while something is left out. A filter changes what stands out, never
// where anything stands. Its panel comes when it is asked for.
import { actionById } from '../actions/action_table.ts';
import { titleWithKeys } from '../actions/buttons.ts';
import { h, icon, once } from '../lib/dom.ts';
import { filterCommand, filterWords, isFiltering, matchLine } from './filter.ts';
import { t } from '../lib/messages.ts';

export class FilterLine {
  constructor({ buttons, line }) {
    Object.assign(this, { buttons, line });
    this.said = '';
  }

  attach(store, tree, settings, say) {
    Object.assign(this, { store, tree, settings, say });
    const clear = () => this.clear();
    this.panel = once(
      async () =>
        new (await import('./filter_panel.ts')).FilterPanel({ buttons: this.buttons, store, tree, settings, clear }),
    );
    for (const button of this.buttons) {
      button.disabled = false;
      button.addEventListener('click', () => this.open(button));
    }
    const tellHideDone = () => {
      const hide = Boolean(settings.get('hideDone'));
      if (store.state.filter.hideDone !== hide) store.send({ do: 'set_hide_done', hide });
    };
    settings.subscribe(tellHideDone);
    tellHideDone();
    store.subscribe(['filter'], (state) => this.#show(state));
  }

  // Opens the panel under `button`, without one under that which can be seen; an open one is closed.
  async open(button = [...this.buttons].find((b) => b.offsetParent)) {
    const panel = await this.panel();
    if (panel.isOpen) panel.close();
    else panel.open(button);
  }

  clear() {
    this.settings.set('hideDone', undefined);
    this.store.send(filterCommand({}));
  }

  #show({ filter }) {
    const on = isFiltering(filter),
      shown = JSON.stringify(filter);
    if (shown === this.shown) return;
    this.shown = shown;
    document.documentElement.toggleAttribute('data-nothing-matches', on && filter.matches === 0);
    for (const button of this.buttons) {
      button.toggleAttribute('data-on', on);
      button.title = titleWithKeys(actionById('filter'), on ? matchLine(filter) : '');
      button.querySelector('.badge').textContent = on ? String(filter.matches) : '';
    }
    this.line.replaceChildren(
      ...(on
        ? [
            h(
              'span.nums',
              { dir: 'auto' },
              t('filter.line', { matches: matchLine(filter), what: filterWords(filter, this.tree) }),
              filter.matches ? '' : h('span.filter-none', {}, t('filter.nothing')),
            ),
            h(
              'button.icon-button.plain',
              { type: 'button', 'aria-label': t('filter.clear'), onclick: () => this.clear() },
              icon('close', 'icon s16'),
            ),
          ]
        : []),
    );
    this.line.hidden = !on;
    const choice = JSON.stringify({ ...filter, matches: 0 });
    if (this.said && choice !== this.said)
      this.say(on ? t('filter.on', { matches: matchLine(filter) }) : t('filter.everything'));
    this.said = choice;
  }
}
