// The functions that src/platform/page_api.cpp exports, with strings and JSON in place of pointers.

import { format, type Message } from '../lib/messages.ts';
import type { Command, Details, Key, Slices } from './protocol.ts';
import type { NextSkill } from './store.ts';

const encoder = new TextEncoder(),
  decoder = new TextDecoder();

/** The module that Emscripten makes: the functions of page_api.cpp under their names with `_` before them, and the memory. */
export interface EngineModule {
  readonly HEAPU8: Uint8Array;
  readonly [name: `_${string}`]: (...args: (number | string)[]) => number;
}

/** One result of a search. `matches` are UTF-16 ranges of the title; with `fact`, its kind, it is a fact. */
export interface SearchHit {
  key: Key;
  title: string;
  group: string;
  score: number;
  matches: [number, number][];
  fact?: string;
}

/** What wm_pointer is told of an event; pixels of the canvas. */
export interface PointerSample {
  id: number;
  device: number;
  x: number;
  y: number;
  button: number;
  buttons: number;
  mods: number;
  now: number;
}

/** How much of each side panels cover, in CSS pixels. */
export interface Insets {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What the opening of a roadmap does next. */
export type OpenStep = 'opened' | 'check' | 'show' | 'failed';
const kOpenSteps: readonly OpenStep[] = ['opened', 'check', 'show'];

// `module` until one of its functions breaks off, which only a fault of ours or of the browser brings about. What its memory
// holds is not to be trusted from then on: nothing more is asked of it, so nothing wrong is stored. `onStopped` hears of it once.
function guarded(module: EngineModule, onStopped: () => void): EngineModule {
  let stopped = false;
  const once =
    (run: EngineModule[`_${string}`]): EngineModule[`_${string}`] =>
    (...args) => {
      if (stopped) return 0;
      try {
        return run(...args);
      } catch (e) {
        stopped = true;
        onStopped();
        throw e;
      }
    };
  const functions = Object.entries(module).filter(
    ([name, value]) => name.startsWith('_') && typeof value === 'function',
  );
  const calls: Record<`_${string}`, EngineModule[`_${string}`]> = Object.fromEntries(
    functions.map(([name, run]) => [name, once(run as EngineModule[`_${string}`])]),
  );
  return {
    ...calls,
    get HEAPU8() {
      return module.HEAPU8; // another one once the memory has grown
    },
  };
}

export class Engine {
  private readonly module: EngineModule;

  constructor(module: EngineModule, onStopped: () => void = () => {}) {
    this.module = guarded(module, onStopped);
  }

  get hasPicture(): boolean {
    return Boolean(this.module._wm_has_picture?.());
  }

  /** Lets the graphics driver compile while the roadmap is read. */
  prepare(): void {
    this.module._wm_prepare();
  }

  /** The canvas' words, before anything is drawn. */
  setMessages(catalogue: object): boolean {
    if (!this.module._wm_messages) return false;
    return this.#withText(JSON.stringify(catalogue), (at, length) => this.module._wm_messages(at, length)) === 1;
  }

  loadRoadmap(bytes: Uint8Array): boolean {
    return this.#withBytes(bytes, (at, length) => this.module._wm_load_roadmap(at, length)) === 1;
  }

  /** The same in steps, so that the page can say what is going on: reads the file and names what openStep does next. */
  openBegin(bytes: Uint8Array): OpenStep {
    return kOpenSteps[this.#withBytes(bytes, (at, length) => this.module._wm_open_begin(at, length))] ?? 'failed';
  }
  openStep(): OpenStep {
    return kOpenSteps[this.module._wm_open_step()] ?? 'failed';
  }

  send(command: Command): boolean {
    return this.#withText(JSON.stringify(command), (at) => this.module._wm_send(at)) === 1;
  }
  /** The slices that changed since the last call. */
  changes(): Partial<Slices> | null {
    return this.#json<Partial<Slices>>(this.module._wm_changes());
  }
  /** Gets ready for the first letter of a search, a number of skills at a time; whether there are more. */
  prepareSearch(skills: number): boolean {
    return this.module._wm_search_prepare(skills) === 1;
  }
  details(key: Key): Details | null {
    return this.#json<Details>(this.module._wm_details(key));
  }
  search(text: string, limit: number): SearchHit[] {
    return this.#withText(text, (at) => this.#json<SearchHit[]>(this.module._wm_search(at, limit))) || [];
  }
  /** What to learn next, the most useful first. */
  next(limit: number): NextSkill[] {
    return this.#json<NextSkill[]>(this.module._wm_next(limit)) ?? [];
  }
  /** The fragment of a progress link. `day` counts from 1970-01-01; an empty sender and day 0 leave them out. */
  link(sender = '', day = 0): string {
    return this.#withText(sender, (at) => this.#text(this.module._wm_link(at, day))) || '';
  }
  /** Everything that is kept, as the text of one file. */
  backup(): string {
    return this.#text(this.module._wm_backup());
  }
  openBackup(bytes: Uint8Array): boolean {
    return this.#withBytes(bytes, (at, length) => this.module._wm_open_backup(at, length)) === 1;
  }
  /** What went wrong last: one sentence, or several for a roadmap. */
  error(): string {
    return errorText(this.#text(this.module._wm_error()));
  }
  errors(): string[] {
    return errorList(this.#text(this.module._wm_error()));
  }
  /** The engine's own word, whole: for tests and benchmarks. */
  state(): unknown {
    return this.#json(this.module._wm_state());
  }

  benchUploaded(): unknown {
    return this.#json(this.module._wm_bench_uploaded());
  }
  benchCamera(): unknown {
    return this.#json(this.module._wm_bench_camera());
  }
  benchCard(key: Key): unknown {
    return this.#json(this.module._wm_bench_card(key));
  }
  benchTargets(): unknown {
    return this.#json(this.module._wm_bench_targets());
  }
  benchHit(x: number, y: number, coarse: boolean): number {
    return this.module._wm_bench_hit(x, y, coarse ? 1 : 0);
  }
  benchLabels(): unknown {
    return this.#json(this.module._wm_bench_labels());
  }

  frame(now: number): boolean {
    return this.module._wm_frame(now) === 1;
  }
  resize(width: number, height: number, dpr: number, insets: Insets): void {
    this.module._wm_resize(width, height, dpr, insets.left, insets.top, insets.right, insets.bottom);
  }
  pointer(type: number, e: PointerSample): void {
    this.module._wm_pointer(type, e.id, e.device, e.x, e.y, e.button, e.buttons, e.mods, e.now);
  }
  wheel(x: number, y: number, dx: number, dy: number, mode: number, mods: number): void {
    this.module._wm_wheel(x, y, dx, dy, mode, mods);
  }

  // A NUL-terminated UTF-8 text in the engine's memory (it is the engine's, until the next call).
  #text(at: number): string {
    if (!at) return '';
    const heap = this.module.HEAPU8;
    return decoder.decode(heap.subarray(at, heap.indexOf(0, at)));
  }

  #json<T>(at: number): T | null {
    const text = this.#text(at);
    return text ? (JSON.parse(text) as T) : null;
  }

  #withText<T>(text: string, call: (at: number, length: number) => T): T | 0 {
    return this.#withBytes(encoder.encode(text), call);
  }

  // Calls with a copy of `bytes` in the engine's memory, with a NUL after them; 0 when there is no room for it.
  #withBytes<T>(bytes: Uint8Array, call: (at: number, length: number) => T): T | 0 {
    const at = this.module._malloc(bytes.length + 1);
    if (!at) return 0;
    const heap = this.module.HEAPU8;
    heap.set(bytes, at);
    heap[at + bytes.length] = 0;
    try {
      return call(at, bytes.length);
    } finally {
      this.module._free(at);
    }
  }
}

interface EngineError {
  message?: string | Message;
  line?: number;
  column?: number;
}

// wm_error answers a message as JSON, or a list of {message, line, column}.
export function errorList(text: string): string[] {
  if (!text) return [];
  try {
    const value = JSON.parse(text) as EngineError | Message | string | (EngineError | Message | string)[];
    return (Array.isArray(value) ? value : [value]).map(sentence).filter(Boolean);
  } catch {
    return [text];
  }
}

function sentence(error: EngineError | Message | string): string {
  if (typeof error === 'string' || 'id' in error) return format(error);
  const { message, line = 0, column = 0 } = error;
  const place = line > 0 ? `Line ${line}${column > 0 ? `, column ${column}` : ''}: ` : '';
  return message ? place + format(message) : '';
}

export function errorText(text: string): string {
  const all = errorList(text);
  return all.length > 1 ? `${all[0]} (and ${all.length - 1} more)` : (all[0] ?? '');
}
