// The help with every key.
import { makeDialog } from './dialogs.ts';
import { h, isPhone } from '../lib/dom.ts';
import { kStateOrder, stateLabel } from '../lib/format.ts';

const kHands = 'Mouse and touch';

const kKeys = [
  [
    'Find and do',
    [
      [['/', 'Ctrl+K'], 'Find a skill or a command'],
      ['F', 'Filter what stands out'],
      ['Ctrl+Z', 'Undo'],
      ['Shift+Ctrl+Z', 'Redo'],
      ['?', 'This help'],
      ['Esc', 'Back out, one step at a time'],
    ],
  ],
  [
    'Say how far you are',
    [
      ...kStateOrder.map((s, i) => [String(i + 1), stateLabel(s)]),
      ['Space', 'The next of not started, learning, done'],
    ],
  ],
  [
    'Walk the map',
    [
      [['↑', '↓'], 'What must come first, what it opens'],
      [['←', '→'], 'Its neighbours'],
      [['Home', 'End'], 'First and last skill'],
      ['Enter', 'Open the details, or the group'],
      ['E', 'Open or close the group'],
      ['Shift+E', 'Open or close all groups'],
    ],
  ],
  [
    'Look around',
    [
      [['+', '−'], 'Zoom'],
      ['0', 'Zoom to 100 %'],
      ['Shift+1', 'Show the whole map'],
      ['Shift+2', 'Show the selected skill'],
      ['Shift+arrows', 'Move the view'],
      ['Alt+Shift+arrows', 'Move the selected card'],
    ],
  ],
  [
    kHands,
    [
      ['Drag', 'Move the view, or a card'],
      ['Space+drag', 'Move the view from anywhere'],
      ['Wheel', 'Move the view'],
      [['Ctrl+wheel', 'Pinch'], 'Zoom'],
      ['Double-click', 'Open a group or a skill'],
      [['Right-click', 'Long press'], 'Menu of a card'],
    ],
  ],
  [
    'The list of skills',
    [
      [['↑', '↓'], 'Up and down'],
      [['→', '←'], 'Open or go in, close or go out'],
      ['*', 'Open everything at this level'],
      ['Letters', 'Jump to a title'],
    ],
  ],
];

export function makeHelp() {
  // A phone has fingers first.
  const groups = isPhone() ? [...kKeys].sort((a, b) => (b[0] === kHands) - (a[0] === kHands)) : kKeys;
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
      groups.map(([title, keys]) =>
        h(
          'section',
          {},
          h('h3', {}, title),
          h(
            'dl.key-list',
            {},
            keys.map(([key, does]) =>
              h(
                'div',
                {},
                h('dt', {}, does),
                h(
                  'dd',
                  {},
                  [key].flat().map((one) => h('kbd', {}, one)),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
    h('p.small.muted', {}, 'On a Mac, ⌘ stands for Ctrl.'),
  );
  dialog.classList.add('wide');
  return dialog;
}
