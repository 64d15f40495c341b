// Dialogs: a frame with a heading and a close button; help and settings come when they are asked for.
import { h, icon, once } from '../lib/dom.ts';
import { t } from '../lib/messages.ts';

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

// `roads` are the other roads of the site. Backups are offered in the settings once the engine is there.
export function makeDialogs(settings, roads = []) {
  let backups = null;
  const help = once(async () => (await import('./help_dialog.ts')).makeHelp()),
    choices = once(async () => (await import('./settings_dialog.ts')).makeSettings(settings, roads, () => backups));
  return {
    openHelp: async () => (await help()).showModal(),
    openSettings: async () => (await choices()).showModal(),
    offerBackups: (made) => (backups = made),
  };
}
