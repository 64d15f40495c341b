// The page's copy of the engine's state, read anew when the engine says that it changed.

const kMaxNext = 100; // more than anybody reads

export class Store {
  constructor(engine) {
    this.engine = engine;
    this.state = null;
    this.skills = new Map(); // key → the state's entry
    this.listeners = new Set();
    this.queued = false;
  }

  // listener(state, previous); called after every change.
  subscribe(listener) {
    this.listeners.add(listener);
    if (this.state) listener(this.state, null);
  }

  skill(key) {
    return this.skills.get(key);
  }

  // What to learn next, asked of the engine only when some state changed.
  next() {
    const signature = this.state.skills.map((s) => s.state).join('');
    if (this.nextOf !== signature) {
      this.nextOf = signature;
      this.nextList = this.engine.next(kMaxNext);
    }
    return this.nextList;
  }

  // Carries out one command. Answers whether the engine took it; what it says on refusal goes to `refused`.
  send(command) {
    const ok = this.engine.send(command);
    if (!ok) this.refused?.(this.engine.error());
    return ok;
  }

  // The engine's `changed`: several in one task are one reading.
  changed() {
    if (this.queued) return;
    this.queued = true;
    queueMicrotask(() => {
      this.queued = false;
      this.refresh();
    });
  }

  refresh() {
    const previous = this.state,
      next = this.engine.state();
    if (!next) return;
    this.state = next;
    this.skills = new Map(next.skills.map((s) => [s.key, s]));
    for (const listener of this.listeners) listener(next, previous);
  }
}
