// The copy in IndexedDB by itself: what it says while it copies, and what it does when the browser takes it away.
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { build } from 'esbuild';

const kFolder = fileURLToPath(new URL('../../web/src/storage', import.meta.url));
const kPage = 'http://mirror.test/';
// The worked example of docs/storage_format.md: the key is the hash of the text.
const kKey = 'waymark:bread:slot-3084a6a016d7d34d',
  kText = `waymark 1 12 3a125271
{"format":"waymark-progress","version":1,"skills":[[1,0,3],[2,1,2]],"notes":[[1,1,["Try it with rye."]]],"pins":[[2,-40,12.5]],"expanded":[3]}`,
  kDamaged = kText.replace('rye', 'rxe');

let script = '';
test.beforeAll(async () => {
  const contents = "import { Mirror } from './mirror.ts'; globalThis.Mirror = Mirror;";
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: kFolder, loader: 'ts' },
    bundle: true,
    format: 'iife',
    write: false,
  });
  script = outputFiles[0].text;
});

async function openPage(context) {
  const page = await context.newPage();
  await page.route(kPage, (route) => route.fulfill({ contentType: 'text/html', body: '<p>' }));
  await page.goto(kPage);
  await page.addScriptTag({ content: script });
  return page;
}

const start = (page) =>
  page.evaluate(async () => {
    window.mirror = new window.Mirror();
    return window.mirror.restored;
  });

const becomes = (page, state) => expect.poll(() => page.evaluate(() => window.mirror.state)).toBe(state);

const copies = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('waymark:slots', 1);
        opening.onsuccess = () => {
          const slots = opening.result.transaction('waymark:slots').objectStore('waymark:slots'),
            keys = slots.getAllKeys(),
            texts = slots.getAll();
          texts.onsuccess = () => {
            opening.result.close();
            resolve(Object.fromEntries(keys.result.map((key, i) => [key, texts.result[i]])));
          };
        };
      }),
  );

const write = (page, key, text) =>
  page.evaluate(
    ([k, value]) => {
      localStorage.setItem(k, value);
      window.mirror.put(k, value);
    },
    [key, text],
  );

test('what is there at the start is copied before anything is called kept', async ({ context }) => {
  const page = await openPage(context);
  const first = await page.evaluate(() => {
    localStorage.setItem('waymark:a:slot-1', 'one');
    localStorage.setItem('waymark:settings', '{}');
    window.mirror = new window.Mirror();
    return window.mirror.state;
  });
  expect(first).toBe('copying');
  await becomes(page, 'kept');
  expect(await copies(page)).toEqual({ 'waymark:a:slot-1': 'one' });
});

test('a database that is deleted beneath the page gets every slot again', async ({ context }) => {
  const page = await openPage(context);
  await start(page);
  await write(page, 'waymark:a:slot-1', 'one');
  await becomes(page, 'kept');
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('waymark:slots').onsuccess = resolve;
      }),
  );
  await write(page, 'waymark:a:slot-2', 'two');
  await becomes(page, 'kept');
  expect(await copies(page)).toEqual({ 'waymark:a:slot-1': 'one', 'waymark:a:slot-2': 'two' });
});

test('a database that refuses after it had worked is said to be lost, and tried again', async ({ context }) => {
  const page = await openPage(context);
  await start(page);
  await becomes(page, 'kept');
  await page.evaluate(() => {
    window.transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('gone', 'InvalidStateError');
    };
  });
  await write(page, 'waymark:a:slot-1', 'one');
  await becomes(page, 'lost');
  await page.evaluate(() => {
    IDBDatabase.prototype.transaction = window.transaction;
  });
  await expect.poll(() => page.evaluate(() => window.mirror.state), { timeout: 20_000 }).toBe('kept');
  expect(await copies(page)).toEqual({ 'waymark:a:slot-1': 'one' });
});

test('of a text and its copy the sound one wins', async ({ context }) => {
  for (const [there, copied] of [
    [kDamaged, kText],
    [kText, kDamaged],
  ]) {
    const page = await openPage(context);
    await start(page);
    await write(page, kKey, copied);
    await becomes(page, 'kept');
    await page.close();
    const next = await openPage(context);
    await next.evaluate(([key, text]) => localStorage.setItem(key, text), [kKey, there]);
    expect(await start(next)).toBe(there === kDamaged);
    expect(await next.evaluate((key) => localStorage.getItem(key), kKey)).toBe(kText);
    await becomes(next, 'kept');
    expect(await copies(next)).toEqual({ [kKey]: kText });
    await next.close();
  }
});
