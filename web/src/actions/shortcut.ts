// What a press of a key says, and the shortcuts that are told by it. Pure.
//
// The sign decides: the same letter, digit or mark does the same on every keyboard, wherever its key lies. Where a key
// gives a letter that is not Latin, its place on a US keyboard stands in. Shift is the Shift key, never the case of the
// letter, which CapsLock changes too; for digits and marks it is only what it takes to write them.

export interface KeyEvent {
  readonly key: string;
  readonly code?: string;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly shiftKey?: boolean;
  readonly altKey?: boolean;
  readonly isComposing?: boolean;
  readonly keyCode?: number;
  getModifierState?(name: string): boolean;
}

export interface KeyPress {
  readonly sign: string; // 'a'…'z' in lower case, '0'…'9', a mark, or the name of a key ('Enter', 'Space')
  readonly place: string; // the digit of a key in the row of digits that wrote something else; else empty
  readonly ctrl: boolean; // Ctrl alone, not ⌘
  readonly command: boolean; // Ctrl or ⌘
  readonly shift: boolean;
  readonly alt: boolean;
}

// "Shift+E", "Ctrl+Z", "/", "Shift+1" (the key of that digit, whatever Shift makes of it), "Alt+Shift+ArrowUp". Ctrl
// stands for ⌘ too.
export type Shortcut = string;

const kComposing = 229; // what `keyCode` is while an input method has the key; Safari says so even of the Enter that ends it
const kSameSign: Readonly<Record<string, string>> = { '؟': '?', '՞': '?', '−': '-', '‐': '-', '–': '-', ' ': 'Space' };
const kPlaces: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Slash: ['/', '?'],
  Equal: ['=', '+'],
  Minus: ['-', '_'],
};

// Whether an input method has this key, or has just ended with it: the press is the input method's.
export function isComposing(e: KeyEvent): boolean {
  return Boolean(e.isComposing) || e.keyCode === kComposing || e.key === 'Process';
}

// The value of a decimal digit of any script, as '0' to '9', or null. Unicode has them in runs of ten.
function digitOf(sign: string): string | null {
  if (!/^\p{Nd}$/u.test(sign)) return null;
  const code = sign.codePointAt(0) ?? 0;
  let first = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) --first;
  return String((code - first) % 10);
}

const isForeignLetter = (sign: string): boolean => /^[\p{L}\p{M}]+$/u.test(sign) && !/\p{Script=Latin}/u.test(sign);

function signAtPlace(code: string, shift: boolean): { sign: string; place: string } {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return { sign: letter.toLowerCase(), place: '' };
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit) return shift ? { sign: '', place: digit } : { sign: digit, place: '' };
  return { sign: kPlaces[code]?.[shift ? 1 : 0] ?? '', place: '' };
}

// Null for what is no press of its own: a composed or dead key, a modifier.
export function readKey(e: KeyEvent): KeyPress | null {
  if (isComposing(e) || /^(Dead|Unidentified|Shift|Control|Alt|AltGraph|Meta|CapsLock)$/.test(e.key)) return null;
  const shift = Boolean(e.shiftKey);
  let key = e.key.length > 1 && /^[A-Za-z0-9]+$/.test(e.key) ? e.key : e.key.normalize('NFKC');
  key = kSameSign[key] ?? key;
  let sign: string,
    place = '';
  if (isForeignLetter(key)) {
    ({ sign, place } = signAtPlace(e.code ?? '', shift));
  } else {
    sign = digitOf(key) ?? ([...key].length === 1 ? key.toLowerCase() : key);
    if (!/^\d$/.test(sign)) place = /^Digit(\d)$/.exec(e.code ?? '')?.[1] ?? '';
  }
  // What AltGr writes is a sign like any other, though Windows says Ctrl and Alt of it.
  const writes = Boolean(e.getModifierState?.('AltGraph')) && [...key].length === 1;
  const ctrl = Boolean(e.ctrlKey) && !writes;
  return { sign, place, ctrl, command: ctrl || Boolean(e.metaKey), shift, alt: Boolean(e.altKey) && !writes };
}

interface Chord {
  readonly sign: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

function parse(shortcut: Shortcut): Chord {
  const parts = shortcut.split(/(?<=.)\+/);
  const last = parts.pop() ?? '';
  return {
    sign: /^[A-Z]$/.test(last) ? last.toLowerCase() : last,
    ctrl: parts.includes('Ctrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  };
}

// How well a press fits a shortcut: 2 by its sign, 1 by the place of its digit, 0 not at all.
export function fits(press: KeyPress, shortcut: Shortcut): 0 | 1 | 2 {
  const chord = parse(shortcut);
  if (chord.ctrl !== press.command || chord.alt !== press.alt) return 0;
  if (chord.shift && /^\d$/.test(chord.sign)) return press.shift && press.place === chord.sign ? 1 : 0;
  if (chord.sign !== press.sign) return 0;
  const shiftCounts = /^[a-z]$/.test(chord.sign) || chord.sign.length > 1;
  return !shiftCounts || chord.shift === press.shift ? 2 : 0;
}

// Those of `all` that have a shortcut the press fits best, in their order.
export function pressed<T extends { readonly keys: readonly Shortcut[] }>(press: KeyPress, all: readonly T[]): T[] {
  const scored = all.map((one) => ({ one, score: Math.max(0, ...one.keys.map((keys) => fits(press, keys))) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ one }) => one);
}

const kShown: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  '-': '−',
};

// As it is shown to people.
export function shownShortcut(shortcut: Shortcut): string {
  return shortcut
    .split(/(?<=.)\+/)
    .map((part) => kShown[part] ?? part)
    .join('+');
}

// For `aria-keyshortcuts` (https://www.w3.org/TR/wai-aria-1.2/#aria-keyshortcuts).
export function ariaShortcuts(shortcuts: readonly Shortcut[]): string {
  return shortcuts
    .flatMap((one) => {
      const named = one.replace(/(?<=^|\+)\+$/, 'Plus');
      return named.includes('Ctrl+') ? [named.replace('Ctrl', 'Control'), named.replace('Ctrl', 'Meta')] : [named];
    })
    .join(' ');
}
