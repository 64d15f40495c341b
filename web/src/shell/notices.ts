// Short messages at the foot of the page, and the banner that says when progress can't be stored.
import { h, icon, stateMark } from '../lib/dom.ts';
import type { Save } from '../engine/protocol.ts';
import type { Store } from '../engine/store.ts';
import { format, t } from '../lib/messages.ts';
import { canMakeRoom } from '../storage/room.ts';

const kToastMilliseconds = 7000;

interface Remedies {
  saveBackup(): void;
  makeRoom(save: Save): void;
}

export class Notices {
  readonly #toasts: HTMLElement;
  readonly #banners: HTMLElement;
  readonly #say: (text: string) => void;
  #seen = 0;
  #trouble: HTMLElement | null = null;
  #troubleSays = '';

  constructor(toasts: HTMLElement, banners: HTMLElement, say: (text: string) => void) {
    this.#toasts = toasts;
    this.#banners = banners;
    this.#say = say;
  }

  attach(store: Store, remedies: Remedies): void {
    store.refused = (text) => this.show(text, 'error');
    store.subscribe(['notice', 'save'], (state) => {
      if (state.notice && state.notice.id !== this.#seen) {
        this.#seen = state.notice.id;
        this.show(format(state.notice.text), state.notice.kind);
      }
      this.#showSave(state.save, remedies);
    });
  }

  // A message with something to do about it; it stays until one or the other.
  offer(text: string, label: string, act: () => unknown): void {
    const toast: HTMLElement = h(
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
    this.#toasts.replaceChildren(...[...this.#toasts.children].slice(-1), toast);
    this.#say(text);
  }

  show(text: string, kind: 'info' | 'error' = 'info'): void {
    // What stands there already is not said twice.
    if (!text || [...this.#toasts.children].some((one) => one.textContent === text)) return;
    const toast: HTMLElement = h(
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
    this.#toasts.replaceChildren(...[...this.#toasts.children].slice(-1), toast);
    this.#say(text);
    // An error stays until it is closed or followed by two more.
    if (kind !== 'error') setTimeout(() => toast.remove(), kToastMilliseconds);
  }

  // A finished group: said by the announcer, shown here.
  celebrate(title: string): void {
    const toast = h('div.toast.panel.celebration', {}, stateMark('3'), h('p', {}, t('notice.finished', { title })));
    this.#toasts.replaceChildren(toast);
    setTimeout(() => toast.remove(), kToastMilliseconds);
  }

  #showSave(save: Save, remedies: Remedies): void {
    const message = save.state === 'failed' ? format(save.message) || t('save.no-room') : '';
    if (message === this.#troubleSays) return;
    const isNew = !this.#troubleSays;
    this.#troubleSays = message;
    this.#trouble?.remove();
    this.#trouble = null;
    if (!message) return;
    this.#trouble = h(
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
        h('button.button', { type: 'button', onclick: () => remedies.saveBackup() }, t('backup.save')),
        canMakeRoom(save)
          ? h('button.button', { type: 'button', onclick: () => remedies.makeRoom(save) }, t('room.open'))
          : null,
      ),
    );
    this.#banners.append(this.#trouble);
    if (isNew) this.#say(t('save.failing-said', { problem: message }));
  }
}
