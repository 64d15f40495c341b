// The card that takes the map's place when it can't be shown: what happened, what still works, what to do.
import { $, h, icon } from '../lib/dom.ts';

export type Failure = 'noWebAssembly' | 'download' | 'offline' | 'start' | 'stopped' | 'noWebGL' | 'roadmap';

const kTexts: Record<Failure, readonly [title: string, what: string, so: string]> = {
  noWebAssembly: [
    'Your browser can’t run the map',
    'It has no WebAssembly, or it is switched off (some “lockdown” modes do that).',
    'You can still read the list of skills here. For the map and for marking progress, open this page in a current Firefox, Chrome, Edge or Safari.',
  ],
  download: [
    'The map did not arrive',
    'Part of this page could not be loaded. The connection may have dropped, or the site is being updated.',
    'You can read the list of skills meanwhile.',
  ],
  offline: [
    'You are offline',
    'This page is not on your device yet: it keeps itself there when it has been opened once with a connection.',
    'You can read the list of skills meanwhile.',
  ],
  start: [
    'The map could not start',
    'Something went wrong while it was starting. Your stored progress was not touched.',
    'You can read the list of skills. Trying again often helps; if it does not, try another browser.',
  ],
  stopped: [
    'The map stopped',
    'Something went wrong, again, while it was running. What you had marked is stored.',
    'Trying again often helps; if it does not, try another browser.',
  ],
  noWebGL: [
    'No map on this device',
    'The browser can’t draw it: WebGL 2 is missing or switched off, or the graphics driver is blocked.',
    'Everything else works: find, read and mark skills in the list; your progress is saved.',
  ],
  roadmap: [
    'This roadmap can’t be opened',
    'The file has mistakes in it, so it was not used. Your progress was not touched.',
    '',
  ],
};

// problems: sentences to show on request.
export function showFailure(kind: Failure, problems: readonly string[] = []): void {
  const [title, what, so] = kTexts[kind],
    holder = $('failure'),
    retry = kind === 'download' || kind === 'offline' || kind === 'start' || kind === 'stopped' || kind === 'roadmap';
  holder.replaceChildren(
    h(
      'div.explain.panel',
      { role: 'alert', 'aria-labelledby': 'failure-title' },
      icon(kind === 'noWebGL' ? 'info' : 'warning'),
      h('h2', { id: 'failure-title' }, title),
      h('p', {}, what),
      so ? h('p', {}, so) : null,
      problems.length
        ? h(
            'details',
            {},
            h('summary', {}, 'What exactly'),
            h(
              'ul',
              {},
              problems.slice(0, 20).map((p) => h('li', {}, p)),
            ),
          )
        : null,
      retry
        ? h(
            'div.actions',
            {},
            h('button.button.primary', { type: 'button', onclick: () => location.reload() }, 'Try again'),
          )
        : null,
    ),
  );
  holder.hidden = false;
  $('zoom').hidden = true;
  $('surface').hidden = true;
  document.documentElement.dataset.failure = kind;
}
