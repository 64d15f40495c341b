// What lies above the page, from the lowest to the topmost: the selected skill's details, the phone's map, panels, dialogs.
// Each has an entry in the browser's history while it is open, so Back closes what is on top and nothing else, and a layer
// that closes by itself takes its entry away. Selecting another skill replaces an entry and adds none.

export interface HistoryLike {
  readonly state: unknown;
  pushState(state: unknown, unused: string, url: string): void;
  replaceState(state: unknown, unused: string, url: string): void;
  go(delta: number): void;
}

interface Layer {
  readonly key: unknown;
  readonly close: () => void;
  // Whether an entry of the history is its own. What was open when the page came is part of the page: Back leaves it.
  own: boolean;
}

// What Back and Forward led to. `moved`: the address says what to show. `handled`: a layer was closed, or we went there.
export type Popped = 'moved' | 'handled';

const depthOf = (state: unknown): number | undefined => {
  const layers = (state as { layers?: unknown } | null)?.layers;
  return typeof layers === 'number' ? layers : undefined;
};

export class Layers {
  readonly #history: HistoryLike;
  readonly #address: () => string;
  readonly #later: (run: () => void) => void;
  #layers: Layer[] = [];
  #depth = 0; // of the entry that is shown: so many layers have one below or at it
  #travelling = false;
  #waiting = false;
  #started = false;

  // `address` is the page's address for what is shown now. `later` runs once the present task is over.
  constructor(
    history: HistoryLike,
    address: () => string,
    later: (run: () => void) => void = (run) => setTimeout(run),
  ) {
    this.#history = history;
    this.#address = address;
    this.#later = later;
  }

  // From here on layers get entries. After a reload those that are open again keep theirs.
  start(): void {
    this.#depth = Math.min(depthOf(this.#history.state) ?? 0, this.#layers.length);
    for (const [i, layer] of this.#layers.entries()) layer.own = i >= this.#layers.length - this.#depth;
    this.#started = true;
    this.refreshAddress();
  }

  isOpen(key: unknown): boolean {
    return this.#layers.some((layer) => layer.key === key);
  }

  // `close` is called when Back asks for it; `closed` is then said of it as of any other.
  opened(key: unknown, close: () => void): void {
    if (this.isOpen(key)) return;
    this.#layers.push({ key, close, own: this.#started });
    if (this.#started) this.#settle();
  }

  closed(key: unknown): void {
    this.#layers = this.#layers.filter((layer) => layer.key !== key);
    if (!this.#started || this.#waiting) return;
    // What closes may make room for the next: then nobody need go anywhere.
    this.#waiting = true;
    this.#later(() => {
      this.#waiting = false;
      this.#settle();
      // A layer that took over the entry of one that closed has an address of its own.
      if (!this.#travelling) this.refreshAddress();
    });
  }

  // What is shown has another address now.
  refreshAddress(): void {
    if (this.#started) this.#write('replaceState', this.#depth);
  }

  // `popstate`, before `hashchange` is heard.
  popped(state: unknown): Popped {
    const depth = depthOf(state);
    if (depth === undefined) {
      // An address typed by hand, or a link on the page: a new entry above the others.
      this.#travelling = false;
      this.#depth = this.#own;
      this.#history.replaceState({ layers: this.#depth }, '', location.href);
      return 'moved';
    }
    this.#depth = depth;
    if (this.#travelling) {
      this.#travelling = false;
      this.refreshAddress();
      this.#settle();
      return 'handled';
    }
    let closed = false;
    while (this.#own > this.#depth) {
      const top = this.#layers.findLastIndex((layer) => layer.own);
      const [layer] = this.#layers.splice(top, 1);
      layer.close();
      closed = true;
    }
    if (this.#own < this.#depth) {
      this.#depth = this.#own;
      this.#history.replaceState({ layers: this.#depth }, '', location.href);
    }
    if (closed) this.refreshAddress();
    return closed ? 'handled' : 'moved';
  }

  get #own(): number {
    return this.#layers.filter((layer) => layer.own).length;
  }

  #settle(): void {
    if (this.#travelling || this.#waiting) return;
    while (this.#own > this.#depth && this.#write('pushState', this.#depth + 1)) ++this.#depth;
    if (this.#own >= this.#depth) return;
    this.#travelling = true;
    this.#history.go(this.#own - this.#depth);
  }

  // Browsers refuse too many changes in a short time; the history then lags behind, and nothing else.
  #write(how: 'pushState' | 'replaceState', layers: number): boolean {
    try {
      this.#history[how]({ layers }, '', this.#address());
      return true;
    } catch {
      return false;
    }
  }
}
