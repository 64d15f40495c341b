// Dialogs: a frame with a heading and a close button; help and settings come when they are asked for.
import { h, icon, once, type Child } from '../lib/dom.ts';
import { t } from '../lib/messages.ts';
import type { OtherRoad } from '../road/roads.ts';
import type { Backups } from '../storage/backup.ts';
import type { Settings } from '../storage/settings.ts';

let made = 0;

export function makeDialog(title: string, ...body: Child[]): HTMLDialogElement {
  const id = `dialog-${++made}`;
  const dialog: HTMLDialogElement = h(
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
      h('h2', { id, tabindex: -1, autofocus: true }, title), // and not the button to close
      h(
        'button.icon-button.plain',
        { type: 'button', 'aria-label': t('dialog.close'), onclick: () => dialog.close() },
        icon('close'),
      ),
    ),
    h('div.dialog-body', {}, ...body),
  );
  document.body.append(dialog);
  return dialog;
}

export interface Dialogs {
  openHelp(this: void): Promise<void>;
  openSettings(this: void): Promise<void>;
  offerBackups(this: void, backups: Backups): void;
}

// `roads` are the other roads of the site. Backups are offered in the settings once the engine is there.
export function makeDialogs(settings: Settings, roads: readonly OtherRoad[] = []): Dialogs {
  let backups: Backups | null = null;
  const help = once(async () => (await import('./help_dialog.ts')).makeHelp()),
    choices = once(async () => (await import('./settings_dialog.ts')).makeSettings(settings, roads, () => backups));
  return {
    openHelp: async () => (await help()).showModal(),
    openSettings: async () => (await choices()).showModal(),
    offerBackups: (made) => {
      backups = made;
    },
  };
}
