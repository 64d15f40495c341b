// What a reader can choose.
import { makeDialog } from './dialogs.js';
import { h } from './dom.js';

function settingGroup(title, ...choices) {
  return h('div.setting', { role: 'group', 'aria-label': title }, h('h3', {}, title), ...choices);
}

export function makeSettings(settings) {
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
      box('hideDone', true, 'Hide what is done', 'It fades on the map and leaves the list.'),
      box('wheelZooms', true, 'The wheel zooms', 'Otherwise it moves the view, and Ctrl+wheel zooms.'),
    ),
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
