// What the engine asks of the browser: storage, frames, links out. Passed to the module as `host`.

import { isSlot } from '../storage/mirror.ts';
import type { Mirror } from '../storage/mirror.ts';
import type { Engine } from './engine.ts';
import type { Key } from './protocol.ts';

/** What the module calls (docs/page_protocol.md). Reading and writing throw where storage refuses. */
export interface Host {
  read(key: string): string | null;
  write(key: string, text: string): void;
  keys(): string[];
  remove(key: string): void;
  requestFrame(): void;
  changed(): void;
  save(): void;
  openUrl(url: string): void;
  cursor(name: string): void;
  menuOpened: (skill: Key) => void;
  menuChosen: (action: string, skill: Key) => void;
}

interface HostParts {
  onChanged: () => void;
  onCursor: (name: string) => void;
  mirror: Mirror | null; // gets a copy of what is stored
}

interface HostEnds {
  host: Host;
  attach(this: void, started: Engine): void;
  drawNow(this: void): void;
}

// Every write of progress runs under this lock, so that no two tabs do the same work.
const kLock = 'waymark:store';

// A tab that hangs while it holds the lock must not keep the others from saving, which is safe without it.
const kPatienceMilliseconds = 500;

// Runs `run` once, under the lock if it is to be had.
export async function locked(run: () => void): Promise<void> {
  let ran = false;
  const once = () => {
    if (!ran) run();
    ran = true;
  };
  const patience = new AbortController(),
    timer = setTimeout(() => patience.abort(), kPatienceMilliseconds);
  try {
    await navigator.locks.request(kLock, { signal: patience.signal }, once);
  } catch {
    once();
  }
  clearTimeout(timer);
}

export function makeHost({ onChanged, onCursor, mirror }: HostParts): HostEnds {
  let engine: Engine | null = null,
    frameAsked = false,
    saving = false,
    leaving = false,
    hadSlots = false,
    clearedElsewhere = false;

  function flush(): void {
    engine?.send({ do: 'save_now' });
  }

  // Whoever emptied the storage beneath this page by hand does not want the mirror's copy back. Not so when another page
  // did it, or while anything here is not stored: then the copy may be all there is.
  function leave(): void {
    leaving = true;
    flush();
    if (!hadSlots || !mirror || clearedElsewhere || host.keys().some(isSlot)) return;
    if (document.documentElement.dataset.saved === 'saved') mirror.forget().catch(() => {});
  }

  function frame(now: number): void {
    frameAsked = false;
    if (engine?.frame(now)) host.requestFrame();
  }

  const host: Host = {
    // localStorage is looked up each time: merely touching it throws where storage is refused.
    read: (key) => {
      const text = window.localStorage.getItem(key);
      hadSlots ||= text !== null && isSlot(key);
      return text;
    },
    write: (key, text) => {
      window.localStorage.setItem(key, text);
      hadSlots ||= isSlot(key);
      mirror?.put(key, text);
    },
    keys: () => Object.keys(window.localStorage).filter((key) => key.startsWith('waymark:')),
    remove: (key) => {
      window.localStorage.removeItem(key);
      mirror?.put(key, null);
    },

    requestFrame() {
      if (frameAsked) return;
      frameAsked = true;
      requestAnimationFrame(frame);
    },
    changed: onChanged,
    save() {
      // A lock is granted too late for a page that is going away, so it writes at once.
      if (leaving || document.visibilityState === 'hidden') {
        flush();
        return;
      }
      if (saving) return;
      saving = true;
      void locked(() => {
        saving = false;
        flush();
      });
    },
    openUrl(url) {
      const link = document.createElement('a');
      Object.assign(link, { href: url, target: '_blank', rel: 'noopener noreferrer', referrerPolicy: 'no-referrer' });
      if (link.protocol === 'https:' || link.protocol === 'http:') link.click();
    },
    cursor: onCursor,
    // The context menu, once the page can say what stands in it.
    menuOpened: () => {},
    menuChosen: () => {},
  };

  // Draws within this frame: what was just resized is blank and must not be seen so.
  function drawNow(): void {
    if (engine?.frame(Number(document.timeline.currentTime ?? performance.now()))) host.requestFrame();
  }

  // From here on the engine is there.
  function attach(started: Engine): void {
    engine = started;
    const hear = () => started.send({ do: 'storage_changed' });
    window.addEventListener('storage', (e) => {
      if (e.key === null || (isSlot(e.key) && e.newValue === null)) clearedElsewhere = true;
      if (e.key === null || e.key.startsWith('waymark:')) hear();
    });
    void mirror?.restored.then((found) => found && hear());
    window.addEventListener('pagehide', leave);
    // Back from where the browser had put it to sleep; it heard nothing there.
    window.addEventListener('pageshow', (e) => {
      leaving = false;
      if (e.persisted) hear();
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') flush();
    });
  }

  return { host, attach, drawNow };
}
