// A second home for the slots of progress, in IndexedDB. Browsers bring localStorage to the disk some seconds late, and
// whatever kills them meanwhile takes the last marks along; a transaction of strict durability is on the disk once it is
// complete. Slots are never written over (src/app/storage/store.hpp), so copies in both places can be joined at any time.
// Where IndexedDB is missing or refused, everything is as without it.

const kName = 'waymark:slots';

// A database that does not answer must not leave the page saying that it is still saving.
const kPatienceMilliseconds = 8000;

export const isSlot = (key) => key.includes(':slot-');

const done = (request, event = 'success') =>
  new Promise((resolve, reject) => {
    request[`on${event}`] = () => resolve(request.result);
    request.onerror = request.onabort = () => reject(request.error);
  });

export class Mirror {
  constructor() {
    this.queue = new Map(); // key → text, or null for one that goes
    this.busy = this.late = false;
    this.changed = () => {};
    // Whether something was found that localStorage had lost; it is there again.
    this.restored = this.#restore().catch(() => false);
  }

  // Whether something is on its way that is not kept here yet.
  get pending() {
    return this.busy && !this.late;
  }

  // What was just written to localStorage, or taken away (null). Kept in this order.
  put(key, text) {
    if (!isSlot(key)) return;
    this.queue.set(key, text);
    if (!this.busy) this.#keep();
  }

  // Whoever empties the storage of the open page by hand wants nothing of it back.
  async forget() {
    const slots = await this.#slots('readwrite');
    slots.clear();
    slots.transaction.commit?.();
  }

  async #slots(mode) {
    this.database ??= (() => {
      const opening = indexedDB.open(kName, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(kName);
      return done(opening).then((database) => {
        // Somebody wants to delete it, and must not wait for this page to be closed.
        database.onversionchange = () => {
          database.close();
          this.database = null;
        };
        return database;
      });
    })();
    return (await this.database).transaction(kName, mode, { durability: 'strict' }).objectStore(kName);
  }

  async #keep() {
    this.busy = true;
    const timer = setTimeout(() => {
      this.late = true;
      this.changed();
    }, kPatienceMilliseconds);
    try {
      await this.restored;
      while (this.queue.size) {
        const slots = await this.#slots('readwrite'),
          now = this.queue;
        this.queue = new Map();
        for (const [key, text] of now) {
          if (text === null) slots.delete(key);
          else slots.put(text, key);
        }
        slots.transaction.commit?.();
        await done(slots.transaction, 'complete');
      }
    } catch {
      this.queue.clear();
      this.database = null;
    }
    clearTimeout(timer);
    this.busy = this.late = false;
    this.changed();
  }

  async #restore() {
    const slots = await this.#slots('readonly'),
      [keys, texts] = await Promise.all([done(slots.getAllKeys()), done(slots.getAll())]);
    const lost = keys.filter((key) => localStorage.getItem(key) === null);
    for (const key of lost) localStorage.setItem(key, texts[keys.indexOf(key)]);
    return lost.length > 0;
  }
}
