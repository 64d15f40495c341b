// The bar on top and the zoom buttons on the map: they show the state and send commands.
import { $, setRing } from '../lib/dom.ts';
import { progressLine, zoomLevel } from '../lib/format.ts';
import { finishLine } from '../road/plan_date.ts';
import { format, t } from '../lib/messages.ts';

export const kZoomStep = 1.25;

const on = (id, run) => $(id).addEventListener('click', run);

// What works without the engine.
export function attachTools({ openHelp, openSettings, toggleTheme }) {
  on('help', openHelp);
  on('settings', openSettings);
  on('theme', toggleTheme);
  attachMore();
}

export function attachToolbar(store, settings, { openSearch, openShare }) {
  const send = (command) => () => store.send(command);
  on('undo', send({ do: 'undo' }));
  on('redo', send({ do: 'redo' }));
  on('fit', send({ do: 'fit_all' }));
  on('zoom-in', send({ do: 'zoom', factor: kZoomStep }));
  on('zoom-out', send({ do: 'zoom', factor: 1 / kZoomStep }));
  on('zoom-level', () => store.send({ do: 'zoom', factor: 1 / (store.state.zoom || 1) }));
  on('search', openSearch);
  on('share', openShare);
  for (const id of ['share', 'search']) $(id).disabled = false;
  const show = (state, previous) => showState(state, previous, settings.get('hoursPerWeek'));
  store.subscribe(show);
  settings.subscribe(() => show(store.state, store.state));
}

function showState(state, previous, hoursPerWeek) {
  if (previous?.roadmap.title !== state.roadmap.title) $('title').textContent = state.roadmap.title;
  const line = [progressLine(state.whole), finishLine(state.whole, hoursPerWeek)].filter(Boolean).join(' · ');
  setRing($('progress'), state.whole.fraction);
  $('progress-text').textContent = line;
  $('progress').setAttribute(
    'aria-label',
    t('bar.progress', { line, done: state.whole.done, count: state.whole.skills }),
  );
  showHistory('undo', state.canUndo, format(state.undoLabel), 'Ctrl+Z');
  showHistory('redo', state.canRedo, format(state.redoLabel), 'Shift+Ctrl+Z');
  $('zoom-level').textContent = zoomLevel(state.zoom);
  $('zoom-level').setAttribute('aria-label', t('zoom.now', { level: zoomLevel(state.zoom) }));
}

// A button that goes grey under the finger keeps the focus on the other one rather than losing it.
function showHistory(id, can, label, keys) {
  const button = $(id);
  if (!can && button === document.activeElement) $(id === 'undo' ? 'redo' : 'undo').focus();
  button.disabled = !can;
  button.title = can && label ? t('bar.history', { name: button.getAttribute('aria-label'), label, keys }) : '';
}

// On a phone the tools fold into a menu behind "More".
function attachMore() {
  const more = $('more'),
    tools = $('tools');
  const set = (open) => {
    tools.toggleAttribute('data-open', open);
    more.setAttribute('aria-expanded', String(open));
  };
  more.addEventListener('click', () => set(!tools.hasAttribute('data-open')));
  tools.addEventListener('click', (e) => {
    if (e.target.closest('#theme, #settings, #help')) set(false);
  });
  document.addEventListener('pointerdown', (e) => {
    if (!e.target.closest('#tools, #more')) set(false);
  });
  document.addEventListener(
    'keydown',
    (e) => {
      if (e.key !== 'Escape' || !tools.hasAttribute('data-open')) return;
      set(false);
      more.focus();
      e.stopPropagation();
    },
    true,
  );
}
