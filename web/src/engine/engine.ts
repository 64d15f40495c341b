// The functions that src/platform/page_api.cpp exports, with strings and JSON in place of pointers.

import { format } from '../lib/messages.ts';

const encoder = new TextEncoder(),
  decoder = new TextDecoder();

// `module` until one of its functions breaks off, which only a fault of ours or of the browser brings about. What its memory
// holds is not to be trusted from then on: nothing more is asked of it, so nothing wrong is stored. `onStopped` hears of it once.
function guarded(module, onStopped) {
  let stopped = false;
  const once =
    (run) =>
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
  return Object.defineProperty(Object.fromEntries(functions.map(([name, run]) => [name, once(run)])), 'HEAPU8', {
    get: () => module.HEAPU8, // another one once the memory has grown
  });
}

export class Engine {
  constructor(module, onStopped = () => {}) {
    this.module = guarded(module, onStopped);
  }

  get hasPicture() {
    return Boolean(this.module._wm_has_picture?.());
  }

  // Lets the graphics driver compile while the roadmap is read.
  prepare() {
    this.module._wm_prepare();
  }

  // The canvas' words, before anything is drawn.
  setMessages(catalogue) {
    if (!this.module._wm_messages) return false;
    return this.#withText(JSON.stringify(catalogue), (at, length) => this.module._wm_messages(at, length)) === 1;
  }

  loadRoadmap(bytes) {
    return this.#withBytes(bytes, (at, length) => this.module._wm_load_roadmap(at, length)) === 1;
  }

  send(command) {
    return this.#withText(JSON.stringify(command), (at) => this.module._wm_send(at)) === 1;
  }
  state() {
    return this.#json(this.module._wm_state());
  }
  details(key) {
    return this.#json(this.module._wm_details(key));
  }
  search(text, limit) {
    return this.#withText(text, (at) => this.#json(this.module._wm_search(at, limit))) ?? [];
  }
  // What to learn next: [{key, learning, opens}], the most useful first.
  next(limit) {
    return this.#json(this.module._wm_next(limit)) ?? [];
  }
  // The fragment of a progress link. `day` counts from 1970-01-01; an empty sender and day 0 leave them out.
  link(sender = '', day = 0) {
    return this.#withText(sender, (at) => this.#text(this.module._wm_link(at, day)));
  }
  // Everything that is kept, as the text of one file.
  backup() {
    return this.#text(this.module._wm_backup());
  }
  openBackup(bytes) {
    return this.#withBytes(bytes, (at, length) => this.module._wm_open_backup(at, length)) === 1;
  }
  // What went wrong last: one sentence, or several for a roadmap.
  error() {
    return errorText(this.#text(this.module._wm_error()));
  }
  errors() {
    return errorList(this.#text(this.module._wm_error()));
  }

  benchLoad(bytes, view) {
    return (
      this.#withBytes(bytes, (at, length) => this.module._wm_bench_load(at, length, view.x, view.y, view.zoom)) === 1
    );
  }

  benchUploaded() {
    return this.#json(this.module._wm_bench_uploaded());
  }
  benchCamera() {
    return this.#json(this.module._wm_bench_camera());
  }
  benchCard(key) {
    return this.#json(this.module._wm_bench_card(key));
  }
  benchTargets() {
    return this.#json(this.module._wm_bench_targets());
  }
  benchHit(x, y, coarse) {
    return this.module._wm_bench_hit(x, y, coarse ? 1 : 0);
  }
  benchLabels() {
    return this.#json(this.module._wm_bench_labels());
  }

  frame(now) {
    return this.module._wm_frame(now) === 1;
  }
  resize(width, height, dpr, insets) {
    this.module._wm_resize(width, height, dpr, insets.left, insets.top, insets.right, insets.bottom);
  }
  pointer(type, e) {
    this.module._wm_pointer(type, e.id, e.device, e.x, e.y, e.button, e.buttons, e.mods, e.now);
  }
  wheel(x, y, dx, dy, mode, mods) {
    this.module._wm_wheel(x, y, dx, dy, mode, mods);
  }

  // A NUL-terminated UTF-8 text in the engine's memory (it is the engine's, until the next call).
  #text(at) {
    if (!at) return '';
    const heap = this.module.HEAPU8;
    return decoder.decode(heap.subarray(at, heap.indexOf(0, at)));
  }

  #json(at) {
    const text = this.#text(at);
    return text ? JSON.parse(text) : null;
  }

  #withText(text, call) {
    return this.#withBytes(encoder.encode(text), call);
  }

  // Calls with a copy of `bytes` in the engine's memory, with a NUL after them.
  #withBytes(bytes, call) {
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

// wm_error answers a message as JSON, or a list of {message, line, column}.
export function errorList(text) {
  if (!text) return [];
  try {
    const value = JSON.parse(text);
    return (Array.isArray(value) ? value : [value]).map(sentence).filter(Boolean);
  } catch {
    return [text];
  }
}

function sentence(error) {
  if (typeof error === 'string') return error;
  if (error.id) return format(error);
  const place = error.line > 0 ? `Line ${error.line}${error.column > 0 ? `, column ${error.column}` : ''}: ` : '';
  return error.message ? place + format(error.message) : '';
}

export function errorText(text) {
  const all = errorList(text);
  return all.length > 1 ? `${all[0]} (and ${all.length - 1} more)` : (all[0] ?? '');
}
