// What is stored of a note that was typed while it changed elsewhere. `base` is what the typing began on, `now` what the note
// is by the time it is stored: where that is another text, both are kept. Pure.
export function keptNote(base: string, now: string, typed: string): string {
  if (now === base || now === '' || typed.includes(now)) return typed;
  return typed === '' ? now : `${now}\n\n${typed}`;
}
