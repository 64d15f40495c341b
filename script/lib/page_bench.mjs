// Measures build/site in Chromium and prints Markdown tables: the real page on made-up roads, then made-up graphs on the canvas
// alone: node page_bench.mjs [--roads 200,2000] [--sizes 50,200] [--runs 3] [--profile N]. Run nothing else meanwhile. --profile shows which functions take the main thread's time at N cards.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../tests/e2e/chromium.mjs';
import { roadTable } from './road_bench.mjs';

const kRoot = fileURLToPath(new URL('../..', import.meta.url));
const kPort = Number(process.env.WAYMARK_BENCH_PORT ?? 8977);
const kWidth = 1280,
  kHeight = 720,
  kSeconds = 4;
const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '50,200,1000,5000,20000,100000' },
    runs: { type: 'string', default: '3' },
    roads: { type: 'string', default: '200,2000' },
    profile: { type: 'string' },
  },
});

// Cards in rows that flow down, each with an edge or two to one further down, some of them far away.
function madeUp(count) {
  const across = Math.max(4, Math.round(Math.sqrt(count * 0.8)));
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const nodes = [],
    edges = [];
  for (let i = 0; i < count; i++) {
    nodes.push({
      id: `n${i}`,
      label: `Skill ${i} of many`,
      x: (i % across) * 180,
      y: Math.floor(i / across) * 90,
      w: 140,
      h: 40,
    });
    if (i < across) continue;
    edges.push({ from: `n${i - across + Math.floor(random() * 3) * (i % across > 1 ? -1 : 0)}`, to: `n${i}` });
    if (random() < 0.6) edges.push({ from: `n${Math.floor(random() * (i - across))}`, to: `n${i}` });
  }
  const width = across * 180,
    height = Math.ceil(count / across) * 90;
  const fit = { x: width / 2, y: height / 2, zoom: Math.min(kWidth / width, kHeight / height) * 0.95 };
  return {
    text: JSON.stringify({ nodes, edges: edges.filter((e) => e.from !== 'n-1') }),
    fit,
    far: Math.min(3 * kWidth, width * 0.4),
  };
}

// In the page: zooms in from the whole to 1:1, pans three screens, zooms out, shakes; one view a frame.
function drive({ fit, far, seconds }) {
  const near = Math.max(1, fit.zoom),
    ease = (t) => t * t * (3 - 2 * t);
  const view = (t) => {
    if (t < 1) return [fit.x, fit.y, fit.zoom * (near / fit.zoom) ** ease(t)];
    if (t < 2.5) return [fit.x + (far * (t - 1)) / 1.5, fit.y, near];
    if (t < 3.5) return [fit.x + far * (1 - ease(t - 2.5)), fit.y, near * (fit.zoom / near) ** ease(t - 2.5)];
    return [fit.x + (Math.sin(t * 12) * 60) / fit.zoom, fit.y, fit.zoom];
  };
  return new Promise((resolve) => {
    const times = [];
    const step = (now) => {
      times.push(now);
      const t = (now - times[0]) / 1000;
      if (t >= seconds) return resolve(times);
      window.__bench.setView(...view(t));
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

async function open(browser) {
  const page = await browser.newPage({ viewport: { width: kWidth, height: kHeight } });
  page.on('pageerror', (error) => console.error(error.message));
  const cdp = await page.context().newCDPSession(page);
  // Time that a thread had the processor, not what it waited while other programs had it.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const metrics = async () =>
    Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]));
  return { page, cdp, metrics };
}

async function load(page, graph) {
  await page.goto(`http://127.0.0.1:${kPort}/?bench`);
  return page.evaluate(async ({ text, fit }) => {
    await window.__bench.ready;
    const ready = performance.now();
    await window.__bench.load(text, fit);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return { ready, painted: performance.now() };
  }, graph);
}

// Bytes that a frame sends to the GPU while the view moves over cards near by, within what was prepared for it.
const sentByPanning = (page, { fit }) =>
  page.evaluate(
    async ({ fit }) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve)),
        kFrames = 20;
      const pan = async () => {
        for (let i = 0; i < kFrames; i++) {
          await frame();
          window.__bench.setView(fit.x + (i % 2), fit.y, Math.max(1, fit.zoom));
        }
      };
      await pan();
      const before = window.__bench.uploaded();
      await pan();
      const after = window.__bench.uploaded();
      const sum = ({ scenes, texts, panels, view }) => scenes + texts + panels + view;
      return (sum(after) - sum(before)) / kFrames;
    },
    { fit },
  );

async function once(browser, graph) {
  const { page, metrics } = await open(browser);
  const marks = await load(page, graph);
  await page.waitForTimeout(500);
  const before = await metrics();
  const times = await page.evaluate(drive, { ...graph, text: '', seconds: kSeconds });
  const after = await metrics();
  const frames = times.length - 1,
    gaps = times.slice(1).map((t, i) => t - times[i]);
  const each = (name) => ((after[name] - before[name]) * 1000) / frames;
  const sent = await sentByPanning(page, graph),
    bytes = await page.evaluate(() => window.__bench.bytes());
  await page.close();
  return {
    ready: marks.ready,
    painted: marks.painted,
    fps: (frames * 1000) / (times.at(-1) - times[0]),
    worst: Math.max(...gaps),
    main: each('TaskDuration'),
    script: each('ScriptDuration'),
    sent,
    megabytes: bytes / 1e6,
  };
}

async function profile(browser, count) {
  const { page, cdp } = await open(browser);
  const graph = madeUp(count);
  await load(page, graph);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await cdp.send('Profiler.start');
  const times = await page.evaluate(drive, { ...graph, text: '', seconds: kSeconds });
  const { profile: taken } = await cdp.send('Profiler.stop');
  const own = new Map(),
    byName = new Map();
  taken.samples.forEach((id, i) => own.set(id, (own.get(id) ?? 0) + taken.timeDeltas[i]));
  for (const { id, callFrame } of taken.nodes)
    byName.set(callFrame.functionName, (byName.get(callFrame.functionName) ?? 0) + (own.get(id) ?? 0));
  for (const [name, us] of [...byName].sort((a, b) => b[1] - a[1]).slice(0, 30))
    console.log(`${(us / 1000 / times.length).toFixed(3)} ms a frame  ${name}`);
}

// When the parts of an ordinary start were over, in milliseconds after the navigation.
async function start(browser) {
  const { page } = await open(browser);
  await page.goto(`http://127.0.0.1:${kPort}/`);
  await page.waitForSelector('html[data-ready=true]', { timeout: 60_000 });
  const marks = await page.evaluate(() =>
    Object.fromEntries([
      ['HTML', performance.getEntriesByType('navigation')[0].responseEnd],
      ...performance
        .getEntriesByType('mark')
        .filter(({ name }) => name.startsWith('waymark:'))
        .map(({ name, startTime }) => [name.slice(8), startTime]),
    ]),
  );
  await page.close();
  return marks;
}

const row = (cells) => `| ${cells.join(' | ')} |`;

async function tables(browser) {
  const runs = Number(options.runs);
  console.log(
    row([
      'cards',
      'ready, ms',
      'first paint, ms',
      'frames a second',
      'worst frame, ms',
      'main thread, ms of CPU a frame',
      'of it script',
      'bytes sent by a frame of a pan',
      'memory, MB',
    ]),
  );
  console.log(row(Array(9).fill('---:')));
  for (const count of options.sizes.split(',').map(Number)) {
    const graph = madeUp(count),
      taken = [];
    for (let i = 0; i < runs; i++) taken.push(await once(browser, graph));
    const of = (name, digits) => median(taken.map((t) => t[name])).toFixed(digits);
    console.log(
      row([
        count,
        of('ready', 0),
        of('painted', 0),
        of('fps', 1),
        of('worst', 0),
        of('main', 2),
        of('script', 2),
        of('sent', 0),
        of('megabytes', 1),
      ]),
    );
  }
  const starts = [];
  for (let i = 0; i < runs; i++) starts.push(await start(browser));
  const names = Object.keys(starts[0]);
  console.log(`\n${row(['start of the page', ...names])}\n${row(['---', ...names.map(() => '---:')])}`);
  console.log(row(['ms after the navigation', ...names.map((name) => median(starts.map((s) => s[name])).toFixed(0))]));
}

const server = spawn('node', ['script/static_server.mjs', '--root', 'build/site', '--port', String(kPort)], {
  cwd: kRoot,
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise((resolve) => server.stdout.once('data', resolve));
const browser = await chromium.launch(launchOptions());
try {
  await start(browser); // the first one warms the disk and the server
  if (options.profile) await profile(browser, Number(options.profile));
  else {
    await roadTable(browser, `http://127.0.0.1:${kPort}/`, options.roads.split(',').map(Number), Number(options.runs));
    console.log('');
    await tables(browser);
  }
} finally {
  await browser.close();
  server.kill();
}
