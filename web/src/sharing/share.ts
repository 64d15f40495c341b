// The share dialog: the link in a read-only box, copied at once where the browser lets us, and as a QR code. Name and day go
// into it only when the sender wants that.
import { copyText, h } from '../lib/dom.ts';
import { makeDialog } from '../dialogs/dialogs.ts';
import { today } from '../lib/format.ts';
import { t } from '../lib/messages.ts';

// Several chats and mail programs cut a longer address.
export const kLongLink = 2000;

export interface ShareParts {
  readonly store: {
    readonly state: { readonly whole: { readonly done: number; readonly skills: number } };
    readonly engine: { link(sender: string, day: number): string };
  };
  readonly settings: {
    get(name: 'linkSender'): string | undefined;
    get(name: 'linkDated'): boolean | undefined;
    set(name: 'linkSender', value: string | undefined): void;
    set(name: 'linkDated', value: boolean | undefined): void;
  };
  saveBackup(): void;
}

export class ShareDialog {
  readonly #parts: ShareParts;
  readonly #link: HTMLInputElement = h('input.field', {
    id: 'progress-link',
    type: 'text',
    readonly: true,
    spellcheck: 'false',
    translate: 'no',
    onfocus: () => this.#link.select(),
  });
  readonly #sender = h('input.field', {
    id: 'link-sender',
    type: 'text',
    maxlength: 40,
    autocomplete: 'name',
    placeholder: t('share.name-about'),
    oninput: () => this.#labelled(),
  });
  readonly #dated = h('input', { type: 'checkbox', onchange: () => this.#labelled() });
  readonly #code = h('div.qr-holder');
  readonly #status = h('p.small.muted', { role: 'status' });
  readonly #about = h('p');
  readonly #long = h('div.share-long', { hidden: true });
  readonly #dialog: HTMLDialogElement;

  constructor(parts: ShareParts) {
    this.#parts = parts;
    const native = h(
      'button.button',
      { type: 'button', onclick: () => this.#send(), hidden: !navigator.share },
      t('share.send'),
    );
    this.#dialog = makeDialog(
      t('share.title'),
      this.#about,
      h(
        'div',
        {},
        h('label.field-label', { for: 'progress-link' }, t('share.link')),
        h(
          'div.share-line',
          {},
          this.#link,
          h('button.button.primary', { type: 'button', onclick: () => this.#copy() }, t('share.copy')),
        ),
      ),
      this.#status,
      this.#long,
      h(
        'div.share-about',
        {},
        h(
          'div.share-label',
          {},
          h('label.field-label', { for: 'link-sender' }, t('share.name')),
          this.#sender,
          h('label.choice', {}, this.#dated, h('span', {}, t('share.date'))),
          native,
        ),
        this.#code,
      ),
      h('p.small.muted', {}, t('share.about')),
    );
  }

  open(): void {
    const { settings, store } = this.#parts;
    this.#sender.value = settings.get('linkSender') ?? '';
    this.#dated.checked = Boolean(settings.get('linkDated'));
    this.#write();
    this.#about.textContent = t('share.carries', { done: store.state.whole.done, count: store.state.whole.skills });
    this.#status.textContent = '';
    this.#dialog.showModal();
    this.#link.focus();
    void this.#copy();
  }

  #write(): void {
    const url = new URL(location.href);
    url.search = '';
    url.hash = this.#parts.store.engine.link(this.#sender.value, this.#dated.checked ? today() : 0);
    this.#link.value = url.href;
    this.#tellLength(url.href.length);
    void this.#draw(url.href);
  }

  // What a long link may meet with, and the way round it.
  #tellLength(length: number): void {
    const isLong = length >= kLongLink;
    if (isLong === !this.#long.hidden) return;
    this.#long.hidden = !isLong;
    this.#long.replaceChildren(
      ...(isLong
        ? [
            h('p', {}, t('share.long', { length })),
            h('button.button', { type: 'button', onclick: () => this.#parts.saveBackup() }, t('action.backup-save')),
          ]
        : []),
    );
  }

  #labelled(): void {
    this.#parts.settings.set('linkSender', this.#sender.value.trim() || undefined);
    this.#parts.settings.set('linkDated', this.#dated.checked || undefined);
    this.#write();
    this.#status.textContent = '';
  }

  // A page that is offline for the first time goes without.
  async #draw(text: string): Promise<void> {
    const qr = await import('./qr.ts').catch(() => null);
    if (this.#link.value !== text) return;
    const code = qr?.qrCode(text, t('share.qr'));
    this.#code.replaceChildren(code ?? (qr ? h('p.small.muted.qr-none', {}, t('share.no-qr')) : ''));
  }

  async #copy(): Promise<void> {
    this.#told((await copyText(this.#link.value)) || copySelected(this.#link));
  }

  #told(copied: boolean): void {
    this.#link.select();
    this.#link.scrollLeft = 0;
    this.#status.textContent = copied ? t('share.copied') : t('share.not-copied');
  }

  async #send(): Promise<void> {
    try {
      await navigator.share({ title: document.title, url: this.#link.value });
    } catch {
      /* closed without sending */
    }
  }
}

// The way of browsers without a clipboard for pages. Returns whether it went through.
function copySelected(field: HTMLInputElement): boolean {
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}
