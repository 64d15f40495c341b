// What a reader can choose.
import { makeDialog } from './dialogs.ts';
import { h } from '../lib/dom.ts';
import { keepLine } from '../storage/keep_line.ts';

function settingGroup(title, ...choices) {
  return h('div.setting', { role: 'group', 'aria-label': title }, h('h3', {}, title), ...choices);
}

// Saving and opening everything as one file; `backups` answers null until the engine is there.
function backupGroup(backups, dialog) {
  const act = (label, run) =>
    h(
      'button.button',
      {
        type: 'button',
        onclick: () => {
          dialog().close();
          if (backups()) run(backups());
        },
      },
      label,
    );
  return settingGroup(
    'Your data',
    h('p.about', {}, 'A backup is one file with everything: marks and notes on every road, moved cards, settings.'),
    h(
      'div.actions',
      {},
      act('Save a backup', (b) => b.save()),
      act('Open a backup…', (b) => b.pick()),
    ),
    ...keepLine(),
  );
}

function roadGroup(roads) {
  return settingGroup(
    'Other roads here',
    h(
      'ul',
      {},
      roads.map(({ href, title }) => h('li', {}, h('a', { href, dir: 'auto' }, title))),
    ),
    h('p.small.muted', {}, 'Each keeps its own progress.'),
  );
}

export function makeSettings(settings, roads, backups) {
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
      radio(undefined, 'Same as your system'),
      radio('dark', 'Dark'),
      radio('light', 'Light'),
      box('contrast', true, 'High contrast', 'Stronger lines and text.'),
      box('motion', 'reduced', 'Less motion', 'Nothing flies or fades. Your system’s own wish counts too.'),
    ),
    settingGroup(
      'Map',
      box('hideDone', true, 'Hide what is done', 'It fades on the map and leaves the list.'),
      box('wheelZooms', true, 'The wheel zooms', 'Otherwise it moves the view, and Ctrl+wheel zooms.'),
    ),
    roads.length ? roadGroup(roads) : '',
    backupGroup(backups, () => dialog),
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
