// On a phone, list and map are two tabs; on a tablet the outline can be put away.
import { $, isPhone } from '../lib/dom.ts';

type View = 'list' | 'map';

export class ViewTabs {
  readonly #tabs = [$('tab-list'), $('tab-map')] as const;
  readonly #phone = matchMedia('(max-width: 760px)');

  constructor() {
    for (const tab of this.#tabs) {
      tab.addEventListener('click', () => this.show(tab === this.#tabs[0] ? 'list' : 'map'));
      tab.addEventListener('keydown', (e) => this.#onKey(e, tab));
    }
    $('outline-toggle').addEventListener('click', () =>
      this.setOutline(document.documentElement.dataset.outline === 'closed'),
    );
    this.#phone.addEventListener('change', () => this.#roles());
    this.setOutline(document.documentElement.dataset.outline !== 'closed');
    this.#roles();
  }

  show(view: View): void {
    document.documentElement.dataset.view = view;
    for (const tab of this.#tabs) {
      const on = tab.id === `tab-${view}`;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
    }
  }

  setOutline(open: boolean): void {
    document.documentElement.dataset.outline = open ? 'open' : 'closed';
    $('outline-toggle').setAttribute('aria-expanded', String(open));
  }

  // Makes sure that the outline can be seen.
  revealOutline(): void {
    if (isPhone()) this.show('list');
    else this.setOutline(true);
  }

  #onKey(e: KeyboardEvent, tab: HTMLElement): void {
    const other = ({ ArrowLeft: 0, ArrowRight: 1, Home: 0, End: 1 } as Record<string, 0 | 1 | undefined>)[e.key];
    if (other === undefined || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    this.#tabs[other].focus();
    if (this.#tabs[other] !== tab) this.#tabs[other].click();
  }

  // The panes are tab panels only while there are tabs.
  #roles(): void {
    for (const [pane, tab] of [
      ['pane-list', 'tab-list'],
      ['pane-map', 'tab-map'],
    ]) {
      if (this.#phone.matches) {
        $(pane).setAttribute('role', 'tabpanel');
        $(pane).setAttribute('aria-labelledby', tab);
      } else {
        $(pane).removeAttribute('role');
        $(pane).removeAttribute('aria-labelledby');
      }
    }
  }
}
