// Puts the English of the catalogue into index.html. A tag names what it says in data-t: "bar.undo" for its text,
// "aria-label:bar.undo" for an attribute, several divided by spaces. web/src/lib/translate_page.ts does the same in the
// page for another language.
const kEscapes = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
const escaped = (text) => text.replace(/[&<"]/g, (letter) => kEscapes[letter]);

// `messages`: id → message. Throws for an id that is not there, and for a text that stands in index.html already.
export function withMessages(source, messages) {
  return source.replace(/<[a-z][^>]*\bdata-t="([^"]*)"[^>]*>(?=(.?))/g, (tag, parts, after) => {
    let attributes = '',
      text = '';
    for (const part of parts.split(' ')) {
      const [id, attribute] = part.split(':').reverse();
      if (!Object.hasOwn(messages, id)) throw new Error(`index.html: there is no message ${id}`);
      if (attribute) attributes += ` ${attribute}="${escaped(messages[id])}"`;
      else text = escaped(messages[id]);
    }
    if (text && after !== '<') throw new Error(`index.html: ${parts} and other words`);
    return tag.slice(0, -1) + attributes + '>' + text;
  });
}
