// Tells Layers of everything that opens above the page, whoever opened it: by the attributes that say so to everyone.
import { $, isPhone } from '../lib/dom.ts';
import type { Layers } from './layers.ts';
import type { ViewTabs } from './view_tabs.ts';

const kAttributes = ['open', 'hidden', 'data-open', 'data-view'];

// A panel that is no <dialog> closes when it hears `cancel`, as a <dialog> does when the system's Back asks it to.
const askToClose = (element: HTMLElement): void => {
  if (element instanceof HTMLDialogElement) element.close();
  else element.dispatchEvent(new Event('cancel'));
};

function isOpenLayer(element: HTMLElement): boolean | null {
  if (element instanceof HTMLDialogElement) return element.open;
  if (element.getAttribute('role') === 'dialog') return !element.hidden;
  if (element.id === 'tools') return element.hasAttribute('data-open');
  return null;
}

export function watchLayers(layers: Layers, views: Pick<ViewTabs, 'show'>): void {
  const root = document.documentElement;
  const tell = (key: unknown, open: boolean, close: () => void): void => {
    if (open) layers.opened(key, close);
    else if (layers.isOpen(key)) layers.closed(key);
  };
  const look = (element: HTMLElement): void => {
    if (element === root) {
      tell('map', isPhone() && root.dataset.view === 'map', () => views.show('list'));
      return;
    }
    const open = isOpenLayer(element);
    if (open !== null) tell(element, open, () => askToClose(element));
  };
  look(root);
  look($('tools'));
  new MutationObserver((records) => {
    for (const element of new Set(records.map(({ target }) => target)))
      if (element instanceof HTMLElement) look(element);
  }).observe(root, { attributes: true, subtree: true, attributeFilter: kAttributes });
}
