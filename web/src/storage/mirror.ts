// A second home for the slots of progress, in IndexedDB. Browsers bring localStorage to the disk some seconds late, and
// whatever kills them meanwhile takes the last marks along; a transaction of strict durability is on the disk once it is
// complete. Slots are never written over (src/app/storage/store.hpp), so copies in both places can be joined at any time.
// docs/storage_format.md has the states; where IndexedDB was never to be had, everything is as without it.
import { isSlot, isSound } from './slot_name.ts';

const kName = 'waymark:slots';

// A database that does not answer must not leave the page saying that it is still saving.
const kPatienceMilliseconds = 8000;
const kRetryMilliseconds = 5000;

export { isSlot };

// copying: something is on its way. kept: everything is on the disk. absent: this browser has no IndexedDB for us.
// lost: it had, and refuses now, so the browser's memory alone holds what came since.
export type MirrorState = 'copying' | 'kept' | 'absent' | 'lost';

// An aborted transaction may carry no error.
const failure = (error: DOMException | null): Error => error ?? new Error('IndexedDB gave up');

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(failure(request.error));
  });
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(failure(transaction.error));
  });
}

export class Mirror {
  state: MirrorState = 'copying';
  changed = () => {};
  // Whether something was found that localStorage had lost, or had damaged; it is there again.
  readonly restored: Promise<boolean>;

  #queue = new Map<string, string | null>(); // null for a slot that goes
  #busy = true;
  #worked = false;
  #anew = false; // what was in the database may be gone
  #database: Promise<IDBDatabase> | null = null;

  constructor() {
    this.restored = this.#start();
  }

  get pending() {
    return this.state === 'copying';
  }

  // What was just written to localStorage, or taken away (null). Kept in this order.
  put(key: string, text: string | null) {
    if (!isSlot(key)) return;
    this.#queue.delete(key);
    this.#queue.set(key, text);
    if (!this.#busy) void this.#keep();
  }

  // Whoever empties the storage of the open page by hand wants nothing of it back.
  async forget() {
    const slots = await this.#slots('readwrite');
    slots.clear();
    slots.transaction.commit?.();
  }

  #show(state: MirrorState) {
    if (this.state === state) return;
    this.state = state;
    this.changed();
  }

  async #slots(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    this.#database ??= (async () => {
      const opening = indexedDB.open(kName, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(kName);
      const database = await done(opening);
      const gone = () => {
        this.#database = null;
        this.#anew = true;
      };
      // Somebody wants to delete it, and must not wait for this page to be closed.
      database.onversionchange = () => {
        database.close();
        gone();
      };
      // The browser has closed or deleted it beneath the page.
      database.onclose = () => {
        gone();
        if (!this.#busy) void this.#keep();
      };
      return database;
    })();
    const database = await this.#database;
    return database.transaction(kName, mode, { durability: 'strict' }).objectStore(kName);
  }

  // Reads what is kept, puts back what localStorage lacks, and copies what is not kept yet.
  async #start(): Promise<boolean> {
    let found = false;
    const timer = setTimeout(() => this.#show('absent'), kPatienceMilliseconds);
    try {
      const slots = await this.#slots('readonly'),
        [keys, texts] = await Promise.all([done(slots.getAllKeys()), done(slots.getAll())]),
        kept = new Map(keys.flatMap((key, i) => (typeof key === 'string' ? [[key, String(texts[i])]] : [])));
      this.#worked = true;
      found = this.#putBack(kept);
      for (const [key, text] of presentSlots()) {
        if (kept.get(key) !== text && !this.#queue.has(key)) this.#queue.set(key, text);
      }
    } catch {
      this.#database = null;
    }
    clearTimeout(timer);
    void this.#keep();
    return found;
  }

  // A sound copy wins over a text that is damaged.
  #putBack(kept: Map<string, string>): boolean {
    let any = false;
    for (const [key, text] of kept) {
      try {
        const there = localStorage.getItem(key);
        if (there === text || (there !== null && (isSound(key, there) || !isSound(key, text)))) continue;
        localStorage.setItem(key, text);
        any = true;
      } catch {
        /* no room, or no storage: it stays here */
      }
    }
    return any;
  }

  async #keep() {
    this.#busy = true;
    if ((this.#queue.size || this.#anew) && this.state !== 'lost') this.#show('copying');
    const timer = setTimeout(() => this.#show(this.#worked ? 'lost' : 'absent'), kPatienceMilliseconds);
    let kept = true;
    while (kept && (this.#queue.size || this.#anew || !this.#worked))
      kept = (!this.#anew && (await this.#write())) || (await this.#writeAnew());
    clearTimeout(timer);
    this.#busy = false;
    this.#show(kept ? 'kept' : this.#worked ? 'lost' : 'absent');
    if (!kept && this.#worked) setTimeout(() => this.#busy || void this.#keep(), kRetryMilliseconds);
  }

  // What is in the queue leaves it when it is on the disk.
  async #write(): Promise<boolean> {
    const now = this.#queue;
    this.#queue = new Map();
    try {
      const slots = await this.#slots('readwrite');
      for (const [key, text] of now) {
        if (text === null) slots.delete(key);
        else slots.put(text, key);
      }
      slots.transaction.commit?.();
      await completed(slots.transaction);
      this.#worked = true;
      return true;
    } catch {
      this.#database = null;
      this.#anew = true;
      this.#queue = new Map([...now, ...this.#queue]);
      return false;
    }
  }

  // The database may have been deleted with all that was in it: opens it anew, and brings every slot that is there.
  #writeAnew(): Promise<boolean> {
    const gone = [...this.#queue].filter(([, text]) => text === null);
    this.#queue = new Map([...presentSlots(), ...gone]);
    this.#anew = false;
    return this.#write();
  }
}

function presentSlots(): [string, string][] {
  try {
    return Object.keys(localStorage)
      .filter(isSlot)
      .map((key) => [key, localStorage.getItem(key) ?? '']);
  } catch {
    return [];
  }
}
