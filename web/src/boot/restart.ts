// What the page does when its engine breaks off: it starts again by itself, once, from what is stored.

const kKey = 'waymark:stopped';
const kCalmMilliseconds = 60_000; // a page that stops again so soon would only go round in circles

// Whether the page is on its way to a new start. `unsaved`: something was not stored yet, and is gone with the engine.
export function restart(unsaved: boolean): boolean {
  try {
    const before = Number(sessionStorage.getItem(kKey));
    if (Date.now() - before < kCalmMilliseconds) return false;
    sessionStorage.setItem(kKey, `${Date.now()}`);
    sessionStorage.setItem(`${kKey}:unsaved`, unsaved ? 'yes' : '');
  } catch {
    return false; // without a memory of it there is no knowing whether it happened before
  }
  location.reload();
  return true;
}

// Whether this is such a start, and what came with it; told once.
export function takeRestarted(): 'whole' | 'unsaved' | null {
  try {
    const [stopped, told] = [sessionStorage.getItem(kKey), sessionStorage.getItem(`${kKey}:told`)];
    if (stopped === null || stopped === told) return null;
    sessionStorage.setItem(`${kKey}:told`, stopped);
    return sessionStorage.getItem(`${kKey}:unsaved`) ? 'unsaved' : 'whole';
  } catch {
    return null;
  }
}
