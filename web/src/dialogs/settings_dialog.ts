// What a reader can choose.
import { makeDialog } from './dialogs.ts';
import { h, type Child } from '../lib/dom.ts';
import type { OtherRoad } from '../road/roads.ts';
import type { Backups } from '../storage/backup.ts';
import type { Settings, SettingValues } from '../storage/settings.ts';
import { keepLine } from '../storage/keep_line.ts';
import { t } from '../lib/messages.ts';

function settingGroup(title: string, ...choices: Child[]): HTMLElement {
  return h('div.setting', { role: 'group', 'aria-label': title }, h('h3', {}, title), ...choices);
}

// Saving and opening everything as one file; `backups` answers null until the engine is there.
function backupGroup(backups: () => Backups | null, dialog: () => HTMLDialogElement): HTMLElement {
  const act = (label: string, run: (made: Backups) => void) =>
    h(
      'button.button',
      {
        type: 'button',
        onclick: () => {
          dialog().close();
          const made = backups();
          if (made) run(made);
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

function roadGroup(roads: readonly OtherRoad[]): HTMLElement {
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

export function makeSettings(
  settings: Settings,
  roads: readonly OtherRoad[],
  backups: () => Backups | null,
): HTMLDialogElement {
  const shows: (() => void)[] = []; // each shows one choice as it stands
  const radio = (value: SettingValues['theme'] | undefined, label: string) => {
    const input = h('input', {
      type: 'radio',
      name: 'theme',
      value: value ?? '',
      onchange: () => settings.set('theme', value),
    });
    shows.push(() => {
      input.checked = (settings.get('theme') ?? '') === input.value;
    });
    return h('label.choice', {}, input, h('span', {}, label));
  };
  const box = <Name extends 'contrast' | 'motion' | 'hideDone' | 'wheelZooms'>(
    name: Name,
    on: SettingValues[Name],
    label: string,
    about: string,
  ) => {
    const input: HTMLInputElement = h('input', {
      type: 'checkbox',
      name,
      onchange: () => settings.set(name, input.checked ? on : undefined),
    });
    shows.push(() => {
      input.checked = Boolean(settings.get(name));
    });
    return h('label.choice', {}, input, h('span', {}, label, h('span.about', {}, about)));
  };
  const dialog: HTMLDialogElement = makeDialog(
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
    for (const one of shows) one();
  };
  settings.subscribe(show);
  show();
  return dialog;
}
