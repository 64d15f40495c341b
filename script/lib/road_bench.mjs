// The real page (outline, details, storage, map) of build/site on made-up roads: what a frame of panning, zooming and pointing
// costs, and how long a mark, an opened group and a letter of a search take. Used by page_bench.mjs.
import { madeUpRoad } from './made_up_road.mjs';

const kSteps = 60;
const kSettleMilliseconds = 600;
const kReadyMilliseconds = 120_000;

// In the page: events of one kind, one a frame, so that what measures costs nothing itself.
function drive({ kind, steps }) {
  const surface = document.getElementById('surface'),
    box = surface.getBoundingClientRect(),
    x = box.left + box.width / 2,
    y = box.top + box.height / 2;
  const events = {
    pan: (k) => ({ type: 'wheel', deltaY: k < steps / 2 ? 60 : -60 }),
    zoom: (k) => ({ type: 'wheel', deltaY: k < steps / 2 ? -40 : 40, ctrlKey: true }),
    hover: (k) => ({ type: 'pointermove', dx: ((k * 83) % 500) - 250, dy: ((k * 47) % 400) - 200 }),
  };
  return new Promise((resolve) => {
    let step = 0;
    const next = () => {
      if (step === steps) return resolve();
      const { type, dx = 0, dy = 0, ...rest } = events[kind](step++);
      const of = { bubbles: true, cancelable: true, clientX: x + dx, clientY: y + dy, ...rest };
      surface.dispatchEvent(
        type === 'wheel'
          ? new WheelEvent(type, of)
          : new PointerEvent(type, { ...of, pointerId: 1, pointerType: 'mouse', isPrimary: true }),
      );
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
}

// In the page: milliseconds from a key on the focused row until `attribute` of it changed and a frame was drawn.
function press({ key, attribute, limit }) {
  const row = document.activeElement,
    before = row.getAttribute(attribute),
    start = performance.now();
  row.dispatchEvent(
    new KeyboardEvent('keydown', { key, code: /\d/.test(key) ? `Digit${key}` : key, bubbles: true, cancelable: true }),
  );
  return new Promise((resolve, reject) => {
    const look = () => {
      if (document.activeElement.getAttribute(attribute) !== before)
        requestAnimationFrame(() => resolve(performance.now() - start));
      else if (performance.now() - start > limit) reject(new Error(`${key} changed nothing`));
      else requestAnimationFrame(look);
    };
    look();
  });
}

// In the page: milliseconds from a letter typed in the palette until its list is another.
function type({ letter }) {
  const field = document.activeElement,
    list = document.getElementById('palette-list'),
    start = performance.now();
  return new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - start));
    }).observe(list, { childList: true, subtree: true });
    field.value += letter;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: letter }));
  });
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

async function once(browser, url, road) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' }),
    page = await context.newPage(),
    cdp = await context.newCDPSession(page);
  await page.route('**/roadmaps/*.json', (route) => route.fulfill({ body: road, contentType: 'application/json' }));
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const script = async () =>
    (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration').value * 1000;
  await page.goto(url);
  await page.waitForSelector('html[data-ready=true]', { timeout: kReadyMilliseconds });
  const measured = {
    ready: await page.evaluate(() => performance.getEntriesByName('waymark:ready')[0].startTime),
  };
  await page.waitForTimeout(2 * kSettleMilliseconds);
  for (const kind of ['pan', 'zoom', 'hover']) {
    const before = await script();
    await page.evaluate(drive, { kind, steps: kSteps });
    measured[kind] = ((await script()) - before) / kSteps;
    await page.waitForTimeout(kSettleMilliseconds);
  }
  await page.getByRole('treeitem').first().focus();
  const opened = [];
  for (let level = 0; level < 2; ++level) {
    opened.push(await page.evaluate(press, { key: 'ArrowRight', attribute: 'aria-expanded', limit: 20_000 }));
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(kSettleMilliseconds);
  }
  measured.open = median(opened);
  measured.mark = await page.evaluate(press, { key: '3', attribute: 'aria-label', limit: 20_000 });
  await page.waitForTimeout(kSettleMilliseconds);
  await page.keyboard.press('/');
  await page.waitForTimeout(kSettleMilliseconds);
  const typed = [];
  for (const letter of 'model') typed.push(await page.evaluate(type, { letter }));
  measured.search = median(typed);
  measured.rows = await page.evaluate(() => document.querySelectorAll('[role=treeitem]').length);
  await context.close();
  return measured;
}

const kColumns = [
  ['ready', 'ready, ms', 0],
  ['pan', 'pan, ms of script a frame', 2],
  ['zoom', 'zoom', 2],
  ['hover', 'hover', 2],
  ['mark', 'mark a skill, ms', 0],
  ['open', 'open a group, ms', 0],
  ['search', 'a letter of a search, ms', 0],
  ['rows', 'rows in the outline', 0],
];

/** Prints a Markdown table, medians of `runs`. */
export async function roadTable(browser, url, sizes, runs) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  console.log(row(['skills', ...kColumns.map(([, title]) => title)]));
  console.log(row(Array(kColumns.length + 1).fill('---:')));
  for (const size of sizes) {
    const road = JSON.stringify(madeUpRoad(size)),
      taken = [];
    for (let run = 0; run < runs; ++run) taken.push(await once(browser, url, road));
    console.log(row([size, ...kColumns.map(([name, , digits]) => median(taken.map((t) => t[name])).toFixed(digits))]));
  }
}
