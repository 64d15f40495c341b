// Says what index.html says in another language. An element names what it says in data-t: "bar.undo" for its text,
// "aria-label:bar.undo" for an attribute, several divided by spaces; script/build_site.mjs has put the English in.
import { language, t, type MessageId } from './messages.ts';

export function translatePage(root: ParentNode = document): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-t]')) {
    for (const part of (element.dataset.t ?? '').split(' ')) {
      const colon = part.indexOf(':');
      if (colon < 0) element.textContent = t(part as MessageId);
      else element.setAttribute(part.slice(0, colon), t(part.slice(colon + 1) as MessageId));
    }
  }
  document.documentElement.lang = language();
}
