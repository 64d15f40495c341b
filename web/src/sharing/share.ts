// The share dialog: the link in a read-only box, copied at once where the browser lets us, and as a QR code. Name and day go
// into it only when the sender wants that.
import { copyText, h } from '../lib/dom.ts';
import { makeDialog } from '../dialogs/dialogs.ts';
import { today } from '../lib/format.ts';
import { t } from '../lib/messages.ts';

export class ShareDialog {
  constructor({ store, say, settings }) {
    Object.assign(this, { store, say, settings });
    this.link = h('input.field', {
      id: 'progress-link',
      type: 'text',
      readonly: true,
      spellcheck: 'false',
      onfocus: () => this.link.select(),
    });
    this.sender = h('input.field', {
      id: 'link-sender',
      type: 'text',
      maxlength: 40,
      autocomplete: 'name',
      placeholder: t('share.name-about'),
      oninput: () => this.#labelled(),
    });
    this.dated = h('input', { type: 'checkbox', onchange: () => this.#labelled() });
    this.code = h('div.qr-holder', {});
    this.status = h('p.small.muted', { role: 'status' });
    this.about = h('p', {});
    this.native = h(
      'button.button',
      { type: 'button', onclick: () => this.#send(), hidden: !navigator.share },
      t('share.send'),
    );
    this.dialog = makeDialog(
      t('share.title'),
      this.about,
      h(
        'div',
        {},
        h('label.field-label', { for: 'progress-link' }, t('share.link')),
        h(
          'div.share-line',
          {},
          this.link,
          h('button.button.primary', { type: 'button', onclick: () => this.#copy() }, t('share.copy')),
        ),
      ),
      this.status,
      h(
        'div.share-about',
        {},
        h(
          'div.share-label',
          {},
          h('label.field-label', { for: 'link-sender' }, t('share.name')),
          this.sender,
          h('label.choice', {}, this.dated, h('span', {}, t('share.date'))),
          this.native,
        ),
        this.code,
      ),
      h('p.small.muted', {}, t('share.about')),
    );
  }

  open() {
    this.sender.value = this.settings.get('linkSender') ?? '';
    this.dated.checked = Boolean(this.settings.get('linkDated'));
    this.#write();
    this.about.textContent = t('share.carries', {
      done: this.store.state.whole.done,
      count: this.store.state.whole.skills,
    });
    this.status.textContent = '';
    this.dialog.showModal();
    this.link.focus();
    this.#copy();
  }

  #write() {
    const url = new URL(location.href);
    url.search = '';
    url.hash = this.store.engine.link(this.sender.value, this.dated.checked ? today() : 0);
    this.link.value = url.href;
    this.#draw(url.href);
  }

  #labelled() {
    this.settings.set('linkSender', this.sender.value.trim() || undefined);
    this.settings.set('linkDated', this.dated.checked || undefined);
    this.#write();
    this.status.textContent = '';
  }

  // A page that is offline for the first time, or a very long link, goes without.
  async #draw(text) {
    const { qrCode } = await import('./qr.ts').catch(() => ({}));
    if (this.link.value === text) this.code.replaceChildren(...[qrCode?.(text, t('share.qr'))].filter(Boolean));
  }

  async #copy() {
    this.#told((await copyText(this.link.value)) || copySelected(this.link));
  }

  #told(copied) {
    this.link.select();
    this.link.scrollLeft = 0;
    this.status.textContent = copied ? t('share.copied') : t('share.not-copied');
  }

  async #send() {
    try {
      await navigator.share({ title: document.title, url: this.link.value });
    } catch {
      /* closed without sending */
    }
  }
}

// The way of browsers without a clipboard for pages. Answers whether it went through.
function copySelected(field) {
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}
