// The help with every key.
import { makeDialog } from './dialogs.js';
import { h } from './dom.js';
import { kStateOrder, kStateLabels } from './format.js';

const kKeys = [
  [
    'Find and do',
    [
      ['/ or Ctrl+K', 'Find a skill or a command'],
      ['F', 'Filter what stands out'],
      ['Ctrl+Z', 'Undo'],
      ['Shift+Ctrl+Z', 'Redo'],
      ['?', 'This page'],
      ['Esc', 'Back out, one step at a time'],
    ],
  ],
  [
    'Say how far you are',
    [
      ...kStateOrder.map((s, i) => [String(i + 1), kStateLabels[s]]),
      ['Space', 'The next of not started, learning, done'],
    ],
  ],
  [
    'Walk the map',
    [
      ['↑ ↓', 'What must come first, what it opens'],
      ['← →', 'Its neighbours'],
      ['Home End', 'First and last skill'],
      ['Enter', 'Open the details, or the group'],
      ['E', 'Open or close the group'],
      ['Shift+E', 'Open or close all groups'],
    ],
  ],
  [
    'Look around',
    [
      ['+ −', 'Zoom'],
      ['0', 'Zoom to 100 %'],
      ['Shift+1', 'Show the whole map'],
      ['Shift+2', 'Show the selected skill'],
      ['Shift+arrows', 'Move the view'],
      ['Alt+Shift+arrows', 'Move the selected card'],
    ],
  ],
  [
    'Mouse and touch',
    [
      ['Drag', 'Move the view, or a card'],
      ['Space+drag', 'Move the view from anywhere'],
      ['Wheel', 'Move the view'],
      ['Ctrl+wheel, pinch', 'Zoom'],
      ['Double-click', 'Open a group or a skill'],
      ['Right-click, long press', 'Menu of a card'],
    ],
  ],
  [
    'The list of skills',
    [
      ['↑ ↓', 'Up and down'],
      ['→ ←', 'Open, close, in, out'],
      ['*', 'Open all beside it'],
      ['Letters', 'Jump to a title'],
    ],
  ],
];

export function makeHelp() {
  const dialog = makeDialog(
    'Help',
    h(
      'p',
      {},
      'The map shows what to learn and what must come first. Open a skill to read what it is, study it, and say how far you are. What you mark is kept in this browser.',
    ),
    h(
      'div.key-groups',
      {},
      kKeys.map(([title, keys]) =>
        h(
          'section',
          {},
          h('h3', {}, title),
          h(
            'dl.key-list',
            {},
            keys.map(([key, does]) => h('div', {}, h('dt', {}, does), h('dd', {}, h('kbd', {}, key)))),
          ),
        ),
      ),
    ),
    h('p.small.muted', {}, 'On a Mac, ⌘ stands for Ctrl.'),
  );
  dialog.classList.add('wide');
  return dialog;
}
