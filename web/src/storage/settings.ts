// What a reader chose for this page, kept in localStorage under `waymark:settings` (early.js reads it too).
// The engine writes the theme there too, in the same words.
// theme: "dark" | "light" | absent (the system's); contrast: bool; motion: "reduced" | absent; wheelZooms: bool; hideDone: bool;
// linkSender: text; linkDated: bool.

const kKey = 'waymark:settings';

export class Settings {
  constructor() {
    this.values = {};
    this.listeners = new Set();
    this.#read();
    window.addEventListener('storage', (e) => {
      if (e.key === kKey || e.key === null) {
        this.reload();
      }
    });
  }

  get(name) {
    return this.values[name];
  }

  // `undefined` forgets the choice. A browser that refuses storage keeps it for this page only.
  set(name, value) {
    if (value === undefined) delete this.values[name];
    else this.values[name] = value;
    this.write();
    this.#tell();
  }

  // Something else wrote them.
  reload() {
    this.#read();
    this.#tell();
  }

  write() {
    try {
      window.localStorage.setItem(kKey, JSON.stringify(this.values));
    } catch {
      /* kept in memory */
    }
  }

  subscribe(listener) {
    this.listeners.add(listener);
  }

  #tell() {
    for (const listener of this.listeners) listener();
  }

  #read() {
    try {
      const value = JSON.parse(window.localStorage.getItem(kKey) ?? '{}');
      this.values = value && typeof value === 'object' && !Array.isArray(value) ? value : {};
    } catch {
      this.values = {};
    }
  }
}
