// What the engine asks of the browser: storage, frames, links out. Passed to the module as `host`.

// Every write of progress runs under this lock, so that two tabs never interleave.
const kLock = 'waymark:store';

// A tab that hangs while it holds the lock must not keep the others from saving: what they join is safe without it.
const kPatienceMilliseconds = 500;

// Runs `run` once, under the lock if it is to be had.
export async function locked(run) {
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

export function makeHost({ onChanged, onCursor }) {
  let engine = null,
    frameAsked = false,
    saving = false;

  function flush() {
    if (engine) engine.send({ do: 'save_now' });
  }

  function frame(now) {
    frameAsked = false;
    if (engine && engine.frame(now)) host.requestFrame();
  }

  const host = {
    // localStorage is looked up each time: merely touching it throws where storage is refused.
    read: (key) => window.localStorage.getItem(key),
    write: (key, text) => window.localStorage.setItem(key, text),
    keys: () => Object.keys(window.localStorage).filter((key) => key.startsWith('waymark:')),
    remove: (key) => window.localStorage.removeItem(key),

    requestFrame() {
      if (frameAsked) return;
      frameAsked = true;
      requestAnimationFrame(frame);
    },
    changed: onChanged,
    save() {
      if (saving) return;
      saving = true;
      locked(() => {
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
  };

  // Draws within this frame: what was just resized is blank and must not be seen so.
  function drawNow() {
    if (engine && engine.frame(document.timeline.currentTime ?? performance.now())) host.requestFrame();
  }

  // From here on the engine is there.
  function attach(started) {
    engine = started;
    window.addEventListener('storage', (e) => {
      if (e.key === null || e.key.startsWith('waymark:')) engine.send({ do: 'storage_changed' });
    });
    // A lock is granted too late for a page that is going away: write at once. The join on reading makes that safe.
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') flush();
    });
  }

  return { host, attach, drawNow };
}
