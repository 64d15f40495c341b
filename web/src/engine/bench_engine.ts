// The engine that draws plain graphs (src/platform/bench_api.cpp): a module of its own, fetched when the first graph is
// handed over, and a canvas of its own in the place of the map's.

// Where the build has put it (script/build_site.mjs).
declare const WAYMARK_BENCH: { script: string; wasm: string };

export interface View {
  x: number;
  y: number;
  zoom: number; // CSS pixels a unit
}

// The functions that the module exports, and what it was given.
export interface BenchModule {
  HEAPU8: Uint8Array;
  _malloc(size: number): number;
  _free(at: number): void;
  _wm_error(): number;
  _wm_resize(
    width: number,
    height: number,
    dpr: number,
    left: number,
    top: number,
    right: number,
    bottom: number,
  ): void;
  _wm_bench_load(at: number, length: number, x: number, y: number, zoom: number): number;
  _wm_bench_view(x: number, y: number, zoom: number): number;
  _wm_bench_frames(): number;
  _wm_bench_bytes(): number;
  _wm_bench_uploaded(): number;
}

export interface Uploaded {
  scenes: number;
  texts: number;
  panels: number;
  view: number;
}

// What the map's engine was started with and this one needs as well.
export interface Drawing {
  fonts?: unknown;
  drawLine?: unknown;
}

export class BenchEngine {
  readonly #module: BenchModule;

  private constructor(module: BenchModule) {
    this.#module = module;
  }

  static async start(drawing: Drawing): Promise<BenchEngine> {
    const base = document.baseURI;
    const [{ default: create }, bytes] = await Promise.all([
      import(new URL(WAYMARK_BENCH.script, base).href) as Promise<{
        default: (options: object) => Promise<BenchModule>;
      }>,
      fetch(new URL(WAYMARK_BENCH.wasm, base)).then((response) => {
        if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
        return response.arrayBuffer();
      }),
    ]);
    const { fonts, drawLine } = drawing;
    const module = await create({
      canvas: newCanvas(),
      fonts,
      drawLine,
      instantiateWasm(
        imports: WebAssembly.Imports,
        receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
      ) {
        void WebAssembly.instantiate(bytes, imports).then(({ instance, module: compiled }) =>
          receive(instance, compiled),
        );
        return {};
      },
      print: () => {},
      printErr: (text: string) => console.warn(text),
    });
    return new BenchEngine(module);
  }

  resize(width: number, height: number, dpr: number): void {
    this.#module._wm_resize(width, height, dpr, 0, 0, 0, 0);
  }

  // Throws what is wrong with the graph.
  load(graph: Uint8Array, { x, y, zoom }: View): void {
    const module = this.#module,
      at = module._malloc(graph.byteLength);
    if (!at) throw new Error('There is no memory for the graph.');
    module.HEAPU8.set(graph, at);
    const loaded = module._wm_bench_load(at, graph.byteLength, x, y, zoom);
    module._free(at);
    if (!loaded) throw new Error(this.#text(module._wm_error()));
  }

  // Draws at once. True when it should be shown again a moment later, to be refined.
  show({ x, y, zoom }: View): boolean {
    return this.#module._wm_bench_view(x, y, zoom) === 1;
  }

  get frames(): number {
    return this.#module._wm_bench_frames();
  }

  // Held by the module: its memory, and its buffers on the GPU.
  get bytes(): number {
    return this.#module._wm_bench_bytes();
  }

  get uploaded(): Uploaded {
    return JSON.parse(this.#text(this.#module._wm_bench_uploaded())) as Uploaded;
  }

  #text(at: number): string {
    const heap = this.#module.HEAPU8;
    return new TextDecoder().decode(heap.subarray(at, heap.indexOf(0, at)));
  }
}

// In the place of the map's canvas, whose context the map's engine keeps until it is told that it is lost.
function newCanvas(): HTMLCanvasElement {
  const old = document.getElementById('canvas') as HTMLCanvasElement,
    canvas = old.cloneNode(false) as HTMLCanvasElement;
  canvas.width = canvas.height = 1;
  old.replaceWith(canvas);
  old.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  return canvas;
}
