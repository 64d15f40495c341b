// What a reader can choose.
import { makeDialog } from './dialogs.ts';
import { h } from '../lib/dom.ts';
import { keepLine } from '../storage/keep_line.ts';
import { t } from '../lib/messages.ts';

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
    t('settings.data'),
    h('p.about', {}, t('settings.data-about')),
    h(
      'div.actions',
      {},
      act(t('backup.save'), (b) => b.save()),
      act(t('backup.open'), (b) => b.pick()),
    ),
    ...keepLine(),
  );
}

function roadGroup(roads) {
  return settingGroup(
    t('settings.roads'),
    h(
      'ul',
      {},
      roads.map(({ href, title }) => h('li', {}, h('a', { href, dir: 'auto' }, title))),
    ),
    h('p.small.muted', {}, t('settings.roads-about')),
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
    t('bar.settings'),
    settingGroup(
      t('settings.look'),
      radio(undefined, t('settings.theme-system')),
      radio('dark', t('settings.theme-dark')),
      radio('light', t('settings.theme-light')),
      box('contrast', true, t('settings.contrast'), t('settings.contrast-about')),
      box('motion', 'reduced', t('settings.motion'), t('settings.motion-about')),
    ),
    settingGroup(
      t('settings.map'),
      box('hideDone', true, t('filter.hide-done'), t('settings.hide-done-about')),
      box('wheelZooms', true, t('settings.wheel'), t('settings.wheel-about')),
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
