// English with accents, brackets and 40 % more letters (?lang=pseudo): what is not in the catalogue, is cut off or has no
// room shows at a glance. Made from the English catalogue, so it is never behind.
import english from '../../../assets/messages/en.json';

const kFrom = 'aceilnosuyzACEILNOSUYZ',
  kTo = 'áçéíłñöšüýžÁÇÉÍŁÑÖŠÜÝŽ';
const kLonger = 0.4;
const kPadding = 'ëxträ wörds ';

// `text` with every letter outside of braces changed, and lengthened at its end. Braces nest in plurals, whose cases are
// changed too: what stands two deep is text again. Pure.
export function pseudoText(text: string): string {
  let depth = 0,
    letters = 0,
    out = '';
  for (const c of text) {
    if (c === '}') --depth;
    const at = depth % 2 === 0 ? kFrom.indexOf(c) : -1;
    out += at >= 0 ? kTo[at] : c;
    if (depth % 2 === 0 && /\p{L}/u.test(c)) ++letters;
    if (c === '{') ++depth;
  }
  const longer = Math.ceil(letters * kLonger);
  const padding =
    letters > 3
      ? ` ${kPadding
          .repeat(Math.ceil(longer / kPadding.length))
          .slice(0, longer)
          .trimEnd()}`
      : '';
  return letters ? `[${out}${padding}]` : out;
}

export default {
  language: english.language, // its numbers and plurals
  messages: Object.fromEntries(Object.entries(english.messages).map(([id, text]) => [id, pseudoText(text)])),
};
