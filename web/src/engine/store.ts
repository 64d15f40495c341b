// The page's copy of the engine's state, in slices: what changed is taken from the engine when it says that there is
// something, and only those hear of it who subscribed to one of the slices that changed.
import type { Engine } from './engine.ts';
import {
  kRowMembers,
  type Command,
  type HistoryEnds,
  type Key,
  type Look,
  type RoadmapInfo,
  type Row,
  type SliceName,
  type Slices,
  type View,
} from './protocol.ts';

const kMaxNext = 100; // more than anybody reads

/** The slices by name; those of plain values stand in it themselves: `state.selected`, `state.canUndo`, `state.dark`. */
export type State = Omit<Slices, 'rows' | 'view' | 'look' | 'history'> & View & Look & HistoryEnds;

export interface RowChange {
  row: Row;
  before: Row | undefined; // undefined when the row is new
}

/** One thing to learn next, as wm_next gives it. */
export interface NextSkill {
  key: Key;
  learning: boolean;
  opens: number;
}

/** `previous` is null at the first call; `rows` are the rows that changed, at the first call none. */
export type Listener = (state: State, previous: State | null, rows: readonly RowChange[]) => void;

/** A store that has read the state of an open road. */
export type OpenStore = Store & { readonly state: State & { readonly roadmap: RoadmapInfo } };

interface Subscription {
  slices: ReadonlySet<SliceName>;
  listener: Listener;
}

export class Store {
  readonly engine: Engine;
  /** Replaced, never changed: what a listener is given stays as it was. Null until the first refresh. */
  state: State | null = null;
  /** Told why the engine refused a command. */
  refused: ((why: string) => void) | null = null;
  private readonly skills = new Map<Key, Row>();
  private readonly subscriptions = new Set<Subscription>();
  private queued = false;
  private nextList: NextSkill[] | null = null;

  constructor(engine: Engine) {
    this.engine = engine;
  }

  /** The listener is called now, once there is a state, and after every change of one of `slices`. */
  subscribe(slices: readonly SliceName[], listener: Listener): void {
    this.subscriptions.add({ slices: new Set(slices), listener });
    if (this.state) listener(this.state, null, []);
  }

  isOpen(): this is OpenStore {
    return Boolean(this.state?.roadmap);
  }

  skill(key: Key): Row | undefined {
    return this.skills.get(key);
  }

  /** All rows, in file order. */
  rows(): IterableIterator<Row> {
    return this.skills.values();
  }

  /** What to learn next, asked of the engine only when the state of some skill changed. */
  next(): NextSkill[] {
    return (this.nextList ??= this.engine.next(kMaxNext));
  }

  /** Carries out one command. Returns whether the engine took it; why it refused goes to `refused`. */
  send(command: Command): boolean {
    const taken = this.engine.send(command);
    if (!taken) this.refused?.(this.engine.error());
    return taken;
  }

  /** The engine's `changed`: several in one task are one reading. */
  changed(): void {
    if (this.queued) return;
    this.queued = true;
    queueMicrotask(() => {
      this.queued = false;
      this.refresh();
    });
  }

  /** Takes what changed and tells those concerned. */
  refresh(): void {
    const changes = this.engine.changes();
    if (!changes) return;
    const names = Object.keys(changes) as SliceName[];
    if (!names.length) return;
    const { rows: numbers, view, look, history, ...others } = changes;
    const previous = this.state;
    this.state = { ...previous, ...others, ...view, ...look, ...history } as State;
    if (changes.tree) this.skills.clear();
    const rows = numbers ? this.takeRows(numbers) : [];
    for (const { slices, listener } of this.subscriptions) {
      if (names.some((name) => slices.has(name))) listener(this.state, previous, rows);
    }
  }

  private takeRows(numbers: readonly number[]): RowChange[] {
    const changes: RowChange[] = [];
    for (let at = 0; at < numbers.length; at += kRowMembers.length) {
      const row = readRow(numbers, at);
      const before = this.skills.get(row.key);
      this.skills.set(row.key, row);
      changes.push({ row, before });
      if (!before || before.state !== row.state || before.available !== row.available) this.nextList = null;
    }
    return changes;
  }
}

/** The row that begins at `at`, in the order of kRowMembers. */
export function readRow(numbers: readonly number[], at: number): Row {
  const [key, state, available, expanded, done, total, matches, theirs] = numbers.slice(at, at + kRowMembers.length);
  const row: Row = {
    key: key,
    state: state as Row['state'],
    available: available === 1,
    expanded: expanded === 1,
    done: done,
    total: total,
  };
  if (matches >= 0) row.matches = matches;
  if (theirs >= 0) row.theirs = theirs as Row['theirs'];
  return row;
}
