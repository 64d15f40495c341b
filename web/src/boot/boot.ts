// Fetches the engine, its module and the roadmap side by side, with progress. Addresses come from index.html, where the
// bundler has put the hashed names.

import { loadFonts } from './fonts.ts';
import type { Failure } from './failure.ts';
import { fallbackRasterizer } from '../engine/fallback_rasterizer.ts';
import type { DrawLine } from '../engine/fallback_rasterizer.ts';
import type { EngineModule } from '../engine/engine.ts';
import type { Host } from '../engine/host.ts';

// Whatever was thrown.
function messageOf(cause: unknown): string | null {
  if (cause instanceof Error) return cause.message;
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- what is no Error may be anything, and is only logged
  return cause === undefined || cause === null ? null : String(cause);
}

export class BootError extends Error {
  readonly kind: Failure;
  readonly problems: readonly string[]; // sentences to show on request

  constructor(kind: Failure, cause?: unknown, problems: readonly string[] = []) {
    super(`${kind}: ${messageOf(cause) ?? problems.join('; ')}`);
    this.kind = kind;
    this.problems = problems;
  }
}

function asset(name: string): { url: string; bytes: number } {
  const link = document.querySelector<HTMLLinkElement>(`link[data-asset="${name}"]`);
  if (!link) throw new Error(`index.html names no ${name}`);
  return { url: link.href, bytes: Number(link.dataset.bytes) || 0 };
}

type OnProgress = (got: number, total: number) => void;

// The response's body counted as it passes. `total` is 0 when nobody knows it. Pure but for the callback.
export function counted(
  response: Response,
  total: number,
  onProgress: OnProgress,
  onEnd?: () => void,
): ReadableStream<Uint8Array> {
  let got = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      got += chunk.byteLength;
      onProgress(got, total);
      out.enqueue(chunk);
    },
    flush: onEnd,
  });
  return (response.body ?? new Blob([]).stream()).pipeThrough(counter);
}

async function get(url: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (e) {
    throw new BootError('download', e);
  }
  if (!response.ok) throw new BootError('download', `${response.status} for ${url}`);
  // A network that wants a sign-in answers everything with its page.
  if (/^text\/html/i.test(response.headers.get('content-type') ?? ''))
    throw new BootError('portal', `a page for ${url}`);
  return response;
}

// The road's file, which a page may also come in place of under the type of a road.
async function getRoadmap(url: string): Promise<Uint8Array> {
  const bytes = new Uint8Array(await (await get(url)).arrayBuffer());
  if (new TextDecoder().decode(bytes.subarray(0, 64)).trimStart().startsWith('<'))
    throw new BootError('portal', `a page for ${url}`);
  return bytes;
}

// Content-Length counts compressed bytes, so it is only used where nothing was compressed; index.html knows the true size.
function totalOf(response: Response, known: number): number {
  return known || (response.headers.get('content-encoding') ? 0 : Number(response.headers.get('content-length')) || 0);
}

async function compile(onProgress: OnProgress): Promise<WebAssembly.Module> {
  const { url, bytes } = asset('wasm'),
    response = await get(url);
  // A copy is counted, so that the browser gets its own response to compile: only then may it keep what it has compiled.
  counted(response.clone(), totalOf(response, bytes), onProgress, () => {
    performance.mark('waymark:downloaded');
  })
    .pipeTo(new WritableStream())
    .catch(() => {});
  const named = response.headers.get('content-type')?.startsWith('application/wasm'),
    wasm = named ? response : new Response(response.body, { headers: { 'content-type': 'application/wasm' } });
  try {
    const module = await (WebAssembly.compileStreaming
      ? WebAssembly.compileStreaming(wasm)
      : wasm.arrayBuffer().then((b) => WebAssembly.compile(b)));
    performance.mark('waymark:compiled');
    return module;
  } catch (e) {
    throw new BootError(navigator.onLine === false ? 'download' : 'start', e);
  }
}

// The file of the whole road, where the page opens with one that lacks what can wait.
export function wholeRoadmap(): (() => Promise<Uint8Array>) | null {
  if (!document.querySelector('link[data-asset="roadmap-whole"]')) return null;
  return async () => new Uint8Array(await (await get(asset('roadmap-whole').url)).arrayBuffer());
}

type CreateWaymark = (options: object) => Promise<EngineModule>;

async function importEngine(): Promise<CreateWaymark> {
  try {
    return ((await import(asset('engine').url)) as { default: CreateWaymark }).default;
  } catch (e) {
    throw new BootError('download', e);
  }
}

interface Booted {
  module: EngineModule;
  roadmap: Promise<Uint8Array>; // its file
}

// Throws BootError. onProgress(bytes, total or 0).
export async function boot({
  canvas,
  host,
  onProgress,
}: {
  canvas: HTMLCanvasElement;
  host: Host;
  onProgress: OnProgress;
}): Promise<Booted> {
  performance.mark('waymark:boot');
  const fonts = loadFonts(get);
  fonts.catch(() => {});
  if (typeof WebAssembly !== 'object' || !WebAssembly.instantiate) throw new BootError('noWebAssembly');
  const roadmap = getRoadmap(asset('roadmap').url);
  const compiled = compile(onProgress);
  const create = importEngine();
  // Whoever fails first is reported; the others must not end as unhandled.
  for (const p of [roadmap, compiled, create]) p.catch(() => {});
  const [wasm, createWaymark, files] = await Promise.all([compiled, create, fonts]);
  const module = await start(createWaymark, wasm, { canvas, host, fonts: files, drawLine: fallbackRasterizer() });
  performance.mark('waymark:started');
  return { module, roadmap };
}

interface ModuleOptions {
  canvas: HTMLCanvasElement;
  host: Host;
  fonts: Uint8Array[];
  drawLine: DrawLine;
}

function start(createWaymark: CreateWaymark, wasm: WebAssembly.Module, options: ModuleOptions): Promise<EngineModule> {
  return new Promise((resolve, reject) => {
    const fail = (e: unknown) => reject(e instanceof BootError ? e : new BootError('start', e));
    createWaymark({
      ...options,
      instantiateWasm(
        imports: WebAssembly.Imports,
        receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
      ) {
        WebAssembly.instantiate(wasm, imports)
          .then((instance) => receive(instance, wasm))
          .catch(fail);
        return {};
      },
      onAbort: fail,
      print: () => {},
      printErr: (text: string) => console.warn(text),
    }).then(resolve, fail);
  });
}
