// What the page does when its engine breaks off: it starts again by itself, once, from what is stored.

const kKey = 'waymark:stopped';
const kCalmMilliseconds = 60_000; // a page that stops again so soon would only go round in circles

// Whether the page is on its way to a new start.
export function restart(): boolean {
  try {
    const before = Number(sessionStorage.getItem(kKey));
    if (Date.now() - before < kCalmMilliseconds) return false;
    sessionStorage.setItem(kKey, `${Date.now()}`);
  } catch {
    return false; // without a memory of it there is no knowing whether it happened before
  }
  location.reload();
  return true;
}

// Whether this is such a start; true once.
export function takeRestarted(): boolean {
  try {
    const [stopped, told] = [sessionStorage.getItem(kKey), sessionStorage.getItem(`${kKey}:told`)];
    if (stopped === null || stopped === told) return false;
    sessionStorage.setItem(`${kKey}:told`, stopped);
    return true;
  } catch {
    return false;
  }
}
