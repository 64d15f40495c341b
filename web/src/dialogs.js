// Dialogs: a frame with a heading and a close button, the help with every key, and the settings.
import { h, icon, once } from './dom.js';
import { kStateOrder, kStateLabels } from './format.js';

let made = 0;

export function makeDialog(title, ...body) {
  const id = `dialog-${++made}`;
  const dialog = h(
    'dialog.dialog',
    {
      'aria-labelledby': id,
      onclick: (e) => {
        if (e.target === dialog) dialog.close();
      },
    },
    h(
      'div.dialog-head',
      {},
      h('h2', { id }, title),
      h(
        'button.icon-button.plain',
        { type: 'button', 'aria-label': 'Close', onclick: () => dialog.close() },
        icon('close'),
      ),
    ),
    h('div.dialog-body', {}, ...body),
  );
  document.body.append(dialog);
  return dialog;
}

const kKeys = [
  [
    'Find and do',
    [
      ['/ or Ctrl+K', 'Find a skill or a command'],
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

export function makeDialogs(settings, roads = []) {
  const help = once(makeHelp),
    choices = once(() => makeSettings(settings, roads));
  return {
    openHelp: () => help().showModal(),
    openSettings: () => choices().showModal(),
    offerBackups: (backups) => choices().querySelector('.dialog-body').append(backupGroup(backups, choices())),
  };
}

function makeHelp() {
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

function settingGroup(title, ...choices) {
  return h('div.setting', { role: 'group', 'aria-label': title }, h('h3', {}, title), ...choices);
}

// Saving and opening everything as one file; there once the engine is.
function backupGroup(backups, dialog) {
  const act = (label, run) =>
    h(
      'button.button',
      {
        type: 'button',
        onclick: () => {
          dialog.close();
          run();
        },
      },
      label,
    );
  return settingGroup(
    'Your data',
    h('p.about', {}, 'A backup is one file with everything: marks and notes on every road, moved cards, settings.'),
    h('div.actions', {}, act('Save a backup', () => backups.save()), act('Open a backup…', () => backups.pick())),
  );
}

function makeSettings(settings, roads) {
  const radio = (value, label) =>
    h(
      'label.choice',
      {},
      h('input', { type: 'radio', name: 'theme', value: value ?? '', onchange: () => settings.set('theme', value) }),
      h('span', {}, label),
    );
  const box = (name, on, label, about) =>
    h(
      'label.choice',
      {},
      h('input', { type: 'checkbox', name, onchange: (e) => settings.set(name, e.target.checked ? on : undefined) }),
      h('span', {}, label, h('span.about', {}, about)),
    );
  const dialog = makeDialog(
    'Settings',
    settingGroup(
      'Look',
      radio(undefined, 'As the system has it'),
      radio('dark', 'Dark'),
      radio('light', 'Light'),
      box('contrast', true, 'High contrast', 'Stronger lines and text.'),
      box('motion', 'reduced', 'Less motion', 'No flights, no animation. On anyway when your system asks for it.'),
    ),
    settingGroup(
      'Map',
      box('wheelZooms', true, 'The wheel zooms', 'Otherwise it moves the view, and Ctrl+wheel zooms.'),
    ),
    roads.length
      ? settingGroup(
          'Other roads here',
          h('ul', {}, roads.map(({ href, title }) => h('li', {}, h('a', { href, dir: 'auto' }, title)))),
          h('p.small.muted', {}, 'Each keeps its own progress.'),
        )
      : '',
  );
  const show = () => {
    for (const input of dialog.querySelectorAll('input')) {
      input.checked =
        input.type === 'radio' ? (settings.get('theme') ?? '') === input.value : Boolean(settings.get(input.name));
    }
  };
  settings.subscribe(show);
  show();
  return dialog;
}
