// How long a note may be, in the unit in which it is stored: bytes of UTF-8 (kMaxNoteBytes in src/progress/progress.hpp). A
// letter takes one to four. Pure.

export const kMaxNoteBytes = 20_000;
// From here on what is left is counted down.
const kTellBytes = 2_000;

const encoder = new TextEncoder();

export interface NoteLength {
  text: string; // as much of it as can be stored, cut between letters
  left: number | null; // bytes, once it is worth telling
  cut: boolean;
}

export function measureNote(typed: string): NoteLength {
  const bytes = encoder.encode(typed).length;
  if (bytes <= kMaxNoteBytes)
    return { text: typed, left: kMaxNoteBytes - bytes <= kTellBytes ? kMaxNoteBytes - bytes : null, cut: false };
  let text = '',
    used = 0;
  for (const letter of typed) {
    used += encoder.encode(letter).length;
    if (used > kMaxNoteBytes) break;
    text += letter;
  }
  return { text, left: 0, cut: true };
}
