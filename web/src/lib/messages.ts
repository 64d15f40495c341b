// What the page says, in the language chosen. Messages are written in a subset of ICU MessageFormat (docs/messages.md);
// src/base/message_catalogue.cpp formats the same for the canvas and the command-line tool.
import english from '../../../assets/messages/en.json';

export type MessageId = keyof typeof english.messages;
export type Message = { id: string; args?: Record<string, Argument> };
export type Argument = string | number | Date | Message;
export type Catalogue = { language: string; messages: Record<string, string> };

// Other languages come when they are asked for (?lang=…). `pseudo` is English made longer and stranger, for tests.
const kLanguages: Record<string, () => Promise<{ default: Catalogue }>> = {
  pseudo: () => import('./pseudo.ts'),
};

let catalogue: Catalogue = english;

// Chooses the language; English when there is no such one. What it does not say, English says.
export async function chooseLanguage(name: string | null) {
  const load = name && Object.hasOwn(kLanguages, name) ? kLanguages[name] : null;
  const chosen = load ? (await load()).default : english;
  catalogue = { language: chosen.language, messages: { ...english.messages, ...chosen.messages } };
  formats = {};
  return chosen !== english;
}

export const language = () => catalogue.language;

// t('count.skills', {count: 3}) → "3 skills". A missing message is its id, so that what is missing shows.
export function t(id: MessageId, args?: Record<string, Argument>): string {
  return format({ id, args });
}

// The sentence of a message that the engine sent; '' for none. A sentence is itself.
export function format(message: Message | string | null | undefined): string {
  if (!message) return '';
  if (typeof message === 'string') return message;
  return formatText(catalogue.messages[message.id] ?? message.id, message.args ?? {});
}

// Of the catalogue, what the canvas says: handed to the engine at the start, with how numbers are written.
const kCanvasAreas = /^(action|count|hours|level|list|map|menu|skill|state)\./;

export function canvasCatalogue() {
  const parts = new Intl.NumberFormat(language(), { useGrouping: true }).formatToParts(12345.6);
  const part = (type: string, otherwise: string) => parts.find((p) => p.type === type)?.value ?? otherwise;
  const plurals = new Intl.PluralRules(language());
  return {
    messages: Object.fromEntries(Object.entries(catalogue.messages).filter(([id]) => kCanvasAreas.test(id))),
    decimal: part('decimal', '.'),
    group: part('group', ''),
    plurals: Array.from({ length: 200 }, (_, n) => plurals.select(n)),
  };
}

// Making one of these costs far more than using it.
let formats: { number?: Intl.NumberFormat; plural?: Intl.PluralRules; date?: Intl.DateTimeFormat } = {};
const number = (n: number) => (formats.number ??= new Intl.NumberFormat(language())).format(n);
const category = (n: number) => (formats.plural ??= new Intl.PluralRules(language())).select(n);
const date = (day: Date) =>
  (formats.date ??= new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeZone: 'UTC' })).format(day);

function valueText(value: Argument): string {
  if (value instanceof Date) return date(value);
  return typeof value === 'object' ? format(value) : String(value);
}

// Formats a message that is in no catalogue. Grammar and leniency: src/base/message_catalogue.cpp.
export function formatText(text: string, args: Record<string, Argument>): string {
  let at = 0;

  const next = (c: string) => text[at] === c && Boolean(++at);
  const skipSpace = () => {
    while (text[at] === ' ' || text[at] === '\n') ++at;
  };
  const word = () => {
    skipSpace();
    const begin = at;
    while (at < text.length && !' \n,{}'.includes(text[at])) ++at;
    const found = text.slice(begin, at);
    skipSpace();
    return found;
  };

  function apostrophe(counting: boolean): string {
    if (next("'")) return "'";
    if (!(text[at] === '{' || text[at] === '}' || (counting && text[at] === '#'))) return "'";
    let quoted = '';
    for (; at < text.length; ++at) {
      if (text[at] === "'" && text[++at] !== "'") break;
      quoted += text[at];
    }
    return quoted;
  }

  function placeholder(count?: number): string {
    const name = word(),
      value = args[name],
      type = next(',') ? word() : '';
    let said = '';
    if (type === 'plural' || type === 'select') {
      next(',');
      said = cases(value, type === 'plural', count);
    } else if (value === undefined) said = `{${name}}`;
    else said = type === 'number' && typeof value === 'number' ? number(value) : valueText(value);
    while (at < text.length && text[at] !== '}') ++at;
    next('}');
    return said;
  }

  function cases(value: Argument | undefined, plural: boolean, outer?: number): string {
    const counted = typeof value === 'number' ? value : 0,
      inner = plural ? counted : outer,
      wanted = plural ? category(counted) : value === undefined ? '' : valueText(value);
    const said: Record<string, string> = {};
    while (at < text.length && text[at] !== '}') {
      const selector = word();
      if (!next('{')) break;
      said[selector] = message(inner);
      next('}');
      skipSpace();
    }
    return (plural ? said[`=${counted}`] : undefined) ?? said[wanted] ?? said.other ?? '';
  }

  function message(count?: number): string {
    let out = '';
    while (at < text.length && text[at] !== '}') {
      const c = text[at++];
      if (c === "'") out += apostrophe(count !== undefined);
      else if (c === '#' && count !== undefined) out += number(count);
      else if (c === '{') out += placeholder(count);
      else out += c;
    }
    return out;
  }

  return message();
}
