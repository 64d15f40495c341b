// The bar on top and the zoom buttons on the map: they show the state; what they do is the table of actions'.
import { attachButtons, labelButtons, titleWithKeys } from '../actions/buttons.ts';
import { actionById } from '../actions/action_table.ts';
import type { ActionContext } from '../actions/action.ts';
import { $, setRing } from '../lib/dom.ts';
import { progressLine, zoomLevel } from '../lib/format.ts';
import { format, t } from '../lib/messages.ts';
import type { State, Store } from '../engine/store.ts';
import { beginning, finishLine, paceOf } from '../road/plan_date.ts';

// Actions that work before the engine is there, or without it.
const kWithoutEngine = ['help', 'settings', 'theme'] as const;

export function attachTools(ui: { openHelp(): void; openSettings(): void; toggleTheme(): void }): void {
  labelButtons();
  const run = { help: () => ui.openHelp(), settings: () => ui.openSettings(), theme: () => ui.toggleTheme() };
  for (const id of kWithoutEngine) $(id).addEventListener('click', () => run[id]());
  attachMore();
}

export function attachToolbar(store: Store, context: ActionContext): void {
  attachButtons(context, [...kWithoutEngine, 'filter']);
  for (const id of ['share', 'search']) $<HTMLButtonElement>(id).disabled = false;
  store.subscribe(['roadmap', 'whole', 'schedule'], showProgress);
  store.subscribe(['history'], showHistory);
  store.subscribe(['view'], showZoom);
}

function showProgress(state: State): void {
  const title = state.roadmap?.title ?? '';
  if ($('title').textContent !== title) $('title').textContent = title;
  const line = [progressLine(state.whole), finishLine(state.whole, paceOf(state), beginning(state))]
    .filter(Boolean)
    .join(' · ');
  const progress = $('progress');
  const ring = progress.querySelector('svg');
  if (ring) setRing(ring, state.whole.fraction);
  $('progress-text').textContent = line;
  progress.setAttribute('aria-label', t('bar.progress', { line, done: state.whole.done, count: state.whole.skills }));
}

function showHistory(state: State): void {
  showStep('undo', state.canUndo, format(state.undoLabel));
  showStep('redo', state.canRedo, format(state.redoLabel));
}

function showZoom(state: State, previous: State | null): void {
  const level = zoomLevel(state.zoom);
  if (previous && zoomLevel(previous.zoom) === level) return;
  $('zoom-level').textContent = level;
  $('zoom-level').setAttribute('aria-label', t('zoom.now', { level }));
}

// A button that goes grey under the finger keeps the focus on the other one rather than losing it.
function showStep(id: 'undo' | 'redo', can: boolean, label: string): void {
  const button = $<HTMLButtonElement>(id);
  if (!can && button === document.activeElement) $(id === 'undo' ? 'redo' : 'undo').focus();
  button.disabled = !can;
  button.title = titleWithKeys(actionById(id), can ? label : '');
}

// On a phone the tools fold into a menu behind "More".
function attachMore(): void {
  const more = $('more'),
    tools = $('tools');
  const set = (open: boolean): void => {
    tools.toggleAttribute('data-open', open);
    more.setAttribute('aria-expanded', String(open));
  };
  const within = (e: Event, selector: string): boolean => e.target instanceof Element && !!e.target.closest(selector);
  tools.addEventListener('cancel', () => set(false));
  more.addEventListener('click', () => set(!tools.hasAttribute('data-open')));
  tools.addEventListener('click', (e) => {
    if (within(e, '#theme, #settings, #help')) set(false);
  });
  document.addEventListener('pointerdown', (e) => {
    if (!within(e, '#tools, #more')) set(false);
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
