// Short messages at the foot of the page, and the banner that says when progress can't be stored.
import { h, icon, stateMark } from '../lib/dom.ts';
import { format, t } from '../lib/messages.ts';
import { canMakeRoom } from '../storage/room.ts';

const kToastMilliseconds = 7000;

export class Notices {
  constructor(toasts, banners, say) {
    Object.assign(this, { toasts, banners, say });
    this.seen = 0;
    this.troubleSays = '';
  }

  attach(store, { saveBackup, makeRoom }) {
    store.refused = (text) => this.show(text, 'error');
    store.subscribe(['notice', 'save'], (state) => {
      if (state.notice && state.notice.id !== this.seen) {
        this.seen = state.notice.id;
        this.show(format(state.notice.text), state.notice.kind);
      }
      this.#showSave(state.save, saveBackup, makeRoom);
    });
  }

  // A message with something to do about it; it stays until one or the other.
  offer(text, label, act) {
    const toast = h(
      'div.toast.panel.offer',
      {},
      icon('info'),
      h('p', {}, text),
      h('button.button', { type: 'button', onclick: act }, label),
      h(
        'button.icon-button.plain',
        { type: 'button', 'aria-label': t('notice.close'), onclick: () => toast.remove() },
        icon('close', 'icon s16'),
      ),
    );
    this.toasts.replaceChildren(...[...this.toasts.children].slice(-1), toast);
    this.say(text);
  }

  show(text, kind = 'info') {
    // What stands there already is not said twice.
    if (!text || [...this.toasts.children].some((one) => one.textContent === text)) return;
    const toast = h(
      'div.toast.panel',
      {},
      icon(kind === 'error' ? 'warning' : 'info'),
      h('p', {}, text),
      h(
        'button.icon-button.plain',
        { type: 'button', 'aria-label': t('notice.close'), onclick: () => toast.remove() },
        icon('close', 'icon s16'),
      ),
    );
    if (kind === 'error') toast.classList.add('error');
    this.toasts.replaceChildren(...[...this.toasts.children].slice(-1), toast);
    this.say(text);
    // An error stays until it is closed or followed by two more.
    if (kind !== 'error') setTimeout(() => toast.remove(), kToastMilliseconds);
  }

  // A finished group: said by the announcer, shown here.
  celebrate(title) {
    const toast = h('div.toast.panel.celebration', {}, stateMark('3'), h('p', {}, t('notice.finished', { title })));
    this.toasts.replaceChildren(toast);
    setTimeout(() => toast.remove(), kToastMilliseconds);
  }

  #showSave(save, saveBackup, makeRoom) {
    const message = save?.state === 'failed' ? format(save.message) || t('save.no-room') : '';
    if (message === this.troubleSays) return;
    const isNew = !this.troubleSays;
    this.troubleSays = message;
    this.trouble?.remove();
    this.trouble = null;
    if (!message) return;
    this.trouble = h(
      'section.banner.trouble.panel',
      { 'aria-label': t('save.failed') },
      icon('warning'),
      h(
        'div.banner-text',
        {},
        h('h2', {}, t('save.failing')),
        h('p.muted.small', {}, t('save.failing-about', { problem: message })),
      ),
      h(
        'div.banner-actions',
        {},
        h('button.button', { type: 'button', onclick: saveBackup }, t('backup.save')),
        canMakeRoom(save)
          ? h('button.button', { type: 'button', onclick: () => makeRoom(save) }, t('room.open'))
          : null,
      ),
    );
    this.banners.append(this.trouble);
    if (isNew) this.say(t('save.failing-said', { problem: message }));
  }
}
