// The share dialog: the link in a read-only box, copied at once where the browser lets us.
import { h } from './dom.js';
import { makeDialog } from './dialogs.js';
import { count } from './format.js';

export class ShareDialog {
  constructor({ store, say }) {
    Object.assign(this, { store, say });
    this.link = h('input.field', {
      id: 'progress-link',
      type: 'text',
      readonly: true,
      spellcheck: 'false',
      onfocus: () => this.link.select(),
    });
    this.status = h('p.small.muted', { role: 'status' });
    this.about = h('p', {});
    this.native = h(
      'button.button',
      { type: 'button', onclick: () => this.#send(), hidden: !navigator.share },
      'Send with another app',
    );
    this.dialog = makeDialog(
      'Your progress as a link',
      this.about,
      h(
        'div',
        {},
        h('label.field-label', { for: 'progress-link' }, 'Progress link'),
        h(
          'div.share-line',
          {},
          this.link,
          h('button.button.primary', { type: 'button', onclick: () => this.#copy() }, 'Copy'),
        ),
      ),
      this.status,
      this.native,
      h(
        'p.small.muted',
        {},
        'Whoever opens it sees your marks beside their own, and can take them over if they want. Your notes are never in it, and nothing is sent to a server.',
      ),
    );
  }

  open() {
    const url = new URL(location.href);
    url.search = '';
    url.hash = this.store.engine.link();
    this.link.value = url.href;
    this.about.textContent = `It holds what you marked so far: ${this.store.state.whole.done} of ${count(this.store.state.whole.skills, 'skill')} done.`;
    this.status.textContent = '';
    this.dialog.showModal();
    this.link.focus();
    this.#copy();
  }

  async #copy() {
    this.#told(await copyText(this.link));
  }

  #told(copied) {
    this.link.select();
    this.status.textContent = copied
      ? 'Copied. Paste it wherever you like.'
      : 'Your browser did not let us copy it. The link is selected: press Ctrl+C, or ⌘C on a Mac.';
  }

  async #send() {
    try {
      await navigator.share({ title: document.title, url: this.link.value });
    } catch {
      /* closed without sending */
    }
  }
}

// Copies a field's text; answers whether it went through.
export async function copyText(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select();
    try {
      return document.execCommand('copy');
    } catch {
      return false;
    }
  }
}
