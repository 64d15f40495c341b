// The filter's buttons, and a line above the outline while something is left out. A filter changes what stands out, never
// where anything stands. Its panel comes when it is asked for.
import { actionById } from '../actions/action_table.ts';
import { titleWithKeys } from '../actions/buttons.ts';
import type { FilterState } from '../engine/protocol.ts';
import type { Store } from '../engine/store.ts';
import { h, icon, once } from '../lib/dom.ts';
import { filterCommand, filterWords, isFiltering, matchLine } from './filter.ts';
import { t } from '../lib/messages.ts';
import type { RoadmapTree } from '../outline/roadmap_tree.ts';
import type { Settings } from '../storage/settings.ts';
import type { FilterPanel } from './filter_panel.ts';

interface FilterLineParts {
  buttons: Iterable<HTMLButtonElement>;
  line: HTMLElement;
}
interface Attached {
  store: Store;
  tree: RoadmapTree;
  settings: Settings;
  say: (text: string) => void;
  panel: () => Promise<FilterPanel>;
}

export class FilterLine {
  readonly #buttons: readonly HTMLButtonElement[];
  readonly #line: HTMLElement;
  #attached: Attached | null = null; // null until the engine is there
  #shown = '';
  #said = '';

  constructor({ buttons, line }: FilterLineParts) {
    this.#buttons = [...buttons];
    this.#line = line;
  }

  attach(store: Store, tree: RoadmapTree, settings: Settings, say: (text: string) => void): void {
    const clear = () => this.clear(),
      buttons = this.#buttons;
    const panel = once(
      async () => new (await import('./filter_panel.ts')).FilterPanel({ buttons, store, tree, settings, clear }),
    );
    const attached = { store, tree, settings, say, panel };
    this.#attached = attached;
    for (const button of this.#buttons) {
      button.disabled = false;
      button.addEventListener('click', () => void this.open(button));
    }
    const tellHideDone = () => {
      const hide = Boolean(settings.get('hideDone'));
      if (store.state?.filter.hideDone !== hide) store.send({ do: 'set_hide_done', hide });
    };
    settings.subscribe(tellHideDone);
    tellHideDone();
    store.subscribe(['filter'], ({ filter }) => this.#show(filter, attached));
  }

  // Opens the panel under `button`, without one under that which can be seen; an open one is closed.
  async open(button = this.#buttons.find((b) => b.offsetParent)): Promise<void> {
    const panel = await this.#attached?.panel();
    if (panel?.isOpen) panel.close();
    else panel?.open(button);
  }

  clear(): void {
    this.#attached?.settings.set('hideDone', undefined);
    this.#attached?.store.send(filterCommand({}));
  }

  #show(filter: FilterState, { tree, say }: Attached): void {
    const on = isFiltering(filter),
      shown = JSON.stringify(filter);
    if (shown === this.#shown) return;
    this.#shown = shown;
    document.documentElement.toggleAttribute('data-nothing-matches', on && filter.matches === 0);
    for (const button of this.#buttons) {
      button.toggleAttribute('data-on', on);
      button.title = titleWithKeys(actionById('filter'), on ? matchLine(filter) : '');
      const badge = button.querySelector('.badge');
      if (badge) badge.textContent = on ? String(filter.matches) : '';
    }
    this.#line.replaceChildren(
      ...(on
        ? [
            h(
              'span.nums',
              { dir: 'auto' },
              t('filter.line', { matches: matchLine(filter), what: filterWords(filter, tree) }),
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
    this.#line.hidden = !on;
    const choice = JSON.stringify({ ...filter, matches: 0 });
    if (this.#said && choice !== this.#said)
      say(on ? t('filter.on', { matches: matchLine(filter) }) : t('filter.everything'));
    this.#said = choice;
  }
}
