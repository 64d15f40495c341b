// What a reader chose for this page, kept in localStorage under `waymark:settings` (early.js reads it too).
// The engine writes the theme there too, in the same words.

/** What can be chosen; absent is what the system says, or no. */
export interface SettingValues {
  theme: 'dark' | 'light';
  contrast: boolean;
  motion: 'reduced';
  wheelZooms: boolean;
  hideDone: boolean;
  linkSender: string;
  linkDated: boolean;
}

export type SettingName = keyof SettingValues;

const kKey = 'waymark:settings';

export class Settings {
  #values: Partial<SettingValues> = {};
  readonly #listeners = new Set<() => void>();

  constructor() {
    this.#read();
    window.addEventListener('storage', (e) => {
      if (e.key === kKey || e.key === null) {
        this.reload();
      }
    });
  }

  get<Name extends SettingName>(name: Name): SettingValues[Name] | undefined {
    return this.#values[name];
  }

  // `undefined` forgets the choice. A browser that refuses storage keeps it for this page only.
  set<Name extends SettingName>(name: Name, value: SettingValues[Name] | undefined): void {
    if (value === undefined) delete this.#values[name];
    else this.#values[name] = value;
    this.write();
    this.#tell();
  }

  // Something else wrote them.
  reload(): void {
    this.#read();
    this.#tell();
  }

  write(): void {
    try {
      window.localStorage.setItem(kKey, JSON.stringify(this.#values));
    } catch {
      /* kept in memory */
    }
  }

  subscribe(listener: () => void): void {
    this.#listeners.add(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #read(): void {
    try {
      const value: unknown = JSON.parse(window.localStorage.getItem(kKey) ?? '{}');
      this.#values = value && typeof value === 'object' && !Array.isArray(value) ? value : {};
    } catch {
      this.#values = {};
    }
  }
}
