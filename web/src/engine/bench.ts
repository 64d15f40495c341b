// `?bench` only: window.__bench draws plain graphs at given places, for measuring, and says where the page's own things are,
// for tests. Until the first graph is loaded the page is the ordinary one.

import { $ } from '../lib/dom.ts';
import { startup } from '../boot/startup.ts';
import { BenchEngine } from './bench_engine.ts';
import type { Drawing, View } from './bench_engine.ts';
import type { Engine, EngineModule } from './engine.ts';
import type { Host } from './host.ts';
import type { Command } from './protocol.ts';

const encoder = new TextEncoder();
// Longer than a frame takes on a busy machine, or the view would be taken to rest between two of them.
const kRestMs = 250;

type BenchHost = Pick<Host, 'requestFrame' | 'changed'>;

// Draws graphs in the page's place.
class GraphView {
  #engine: Promise<BenchEngine> | null = null;
  #started: BenchEngine | null = null;
  // What a view of a large map leaves to be done once it rests is done a moment after the last one, as on the page.
  #view: View = { x: 0, y: 0, zoom: 1 };
  #shownAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  // Null until the first graph has been handed over and its engine is there.
  get engine(): BenchEngine | null {
    return this.#started;
  }

  async load(drawing: Drawing, graph: Uint8Array, view: View): Promise<void> {
    this.#engine ??= this.#start(drawing);
    (await this.#engine).load(graph, view);
  }

  show(view: View): void {
    if (!this.#started) return;
    this.#view = view;
    this.#shownAt = performance.now();
    if (this.#started.show(view)) this.#timer ??= setTimeout(() => this.#rest(), kRestMs);
  }

  #rest(): void {
    const left = this.#shownAt + kRestMs - performance.now();
    this.#timer = left > 0 ? setTimeout(() => this.#rest(), left) : undefined;
    if (this.#timer === undefined) this.show(this.#view);
  }

  async #start(drawing: Drawing): Promise<BenchEngine> {
    const engine = await BenchEngine.start(drawing),
      map = $('map');
    const size = () => {
      engine.resize(map.clientWidth, map.clientHeight, window.devicePixelRatio);
      if (this.#started) this.show(this.#view);
    };
    size();
    this.#started = engine;
    new ResizeObserver(size).observe(map);
    return engine;
  }
}

// Nothing of it exists before `?bench` asks for it.
export function exposeBench(host: BenchHost) {
  let engine: Engine | null = null,
    module: EngineModule | null = null,
    started = () => {};
  const ready = new Promise<void>((resolve) => {
    started = resolve;
  });
  const graphs = new GraphView();
  let taken = false;

  // The whole page becomes the canvas, and only the bench draws.
  function take(): void {
    if (taken) return;
    taken = true;
    document.documentElement.dataset.bench = '';
    document.documentElement.dataset.picture = 'yes';
    host.requestFrame = () => {};
    host.changed = () => {};
  }

  async function load(graph: Uint8Array, view: View): Promise<void> {
    await ready;
    take();
    await graphs.load(module as Drawing, graph, view);
  }

  const bench = {
    ready,
    loadBytes: (graph: ArrayBuffer, view: View) => load(new Uint8Array(graph), view),
    load: (graphJson: string, view: View) => load(encoder.encode(graphJson), view),
    setView: (x: number, y: number, zoom: number) => graphs.show({ x, y, zoom }),
    // Outside the JS heap: of both engines once a graph is drawn.
    bytes: () => (module?.HEAPU8.byteLength ?? 0) + (graphs.engine?.bytes ?? 0),
    frames: () => graphs.engine?.frames ?? module?._wm_bench_frames() ?? 0,
    // Bytes sent to the GPU so far: {scenes, texts, panels, view}.
    uploaded: () => graphs.engine?.uploaded ?? engine?.benchUploaded(),
    // [{step, at, took}…] in milliseconds: where the start's time went.
    startup,
    // For tests: where the engine says that things are, {x, y, zoom} and {x, y, w, h} in CSS pixels of the canvas;
    // the texts of the map as [{text, x, y, w, h, semibold, color: 0xRRGGBBAA}…].
    camera: () => engine?.benchCamera(),
    card: (key: number) => engine?.benchCard(key),
    labels: () => engine?.benchLabels(),
    // What can be pressed in the canvas' panels, [{id, x, y, w, h}…]; and whose caret is hit at a point: the group's key,
    // negative for another part of a skill, 0 for none.
    targets: () => engine?.benchTargets(),
    hit: (x: number, y: number, coarse: boolean) => engine?.benchHit(x, y, coarse),
    // The engine's own word, to hold the page against.
    state: () => engine?.state(),
    send: (command: Command) => engine?.send(command),
  };
  window.__bench = bench;

  return {
    taken: () => taken,
    // Returns once a graph that was waiting for the engine has had its turn.
    attach(startedEngine: Engine, startedModule: EngineModule): Promise<void> {
      engine = startedEngine;
      module = startedModule;
      started();
      return new Promise((resolve) => {
        setTimeout(resolve);
      });
    },
  };
}
