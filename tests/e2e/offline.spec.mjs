// The page keeps itself on the device: it opens without a network, takes new versions whole, and can be told to stop.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { button, expect, item, mark, open } from './waymark.mjs';
import { nextVersion, testOnOwnHost as test } from './site_server.mjs';

// Until this version is whole on the device and answers for the page.
async function keptOnDevice(page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

const versions = (page) =>
  page.evaluate(() => {
    const { page: shown, script } = document.documentElement.dataset;
    return [shown ?? 'first', script ?? 'first'];
  });

test('after one visit it opens, works and saves without a network', async ({ page, context, site }) => {
  await open(page, '');
  await keptOnDevice(page);
  await site.close();
  await context.setOffline(true);
  await open(page, '');
  await expect(page.getByText('Offline', { exact: true })).toBeVisible();
  const title = await mark(page, 0, 3);
  await open(page, 'index.html');
  await expect(item(page, title)).toHaveAccessibleName(/done/);
  await open(page, '?do=next');
  await expect(page.locator('canvas')).toBeVisible();
});

test('losing the network is said once, calmly, and shown while it lasts', async ({ page, context }) => {
  await open(page, '');
  await keptOnDevice(page);
  const word = page.getByText('Offline', { exact: true });
  await expect(word).toBeHidden();
  await context.setOffline(true);
  await expect(word).toBeVisible();
  await expect(page.getByText(/You are offline\. Everything here goes on working/).first()).toBeVisible();
  await context.setOffline(false);
  await expect(word).toBeHidden();
});

test('a new version waits for the next navigation, and no window ever mixes two', async ({ page, context, site }) => {
  await open(page, '');
  await keptOnDevice(page);
  const old = await page.evaluate(() => document.querySelector('script[type=module]').src);
  await site.publish(await nextVersion('second'));

  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()));
  await expect(page.getByText('A new version of this page is ready.').first()).toBeVisible();
  expect(await versions(page)).toEqual(['first', 'first']);
  const title = await mark(page, 0, 3);
  expect(await page.evaluate((url) => fetch(url).then((answer) => answer.status), old)).toBe(200);

  const other = await context.newPage();
  await open(other, '');
  expect(await versions(other)).toEqual(['second', 'second']);
  expect(await versions(page)).toEqual(['first', 'first']);

  await button(page, 'Reload').click();
  await page.waitForFunction(
    () => document.documentElement.dataset.page === 'second' && document.documentElement.dataset.ready === 'true',
  );
  expect(await versions(page)).toEqual(['second', 'second']);
  await expect(item(page, title)).toHaveAccessibleName(/done/);
});

test('a version of which a file is missing or changed is not taken', async ({ page, site }) => {
  await open(page, '');
  await keptOnDevice(page);
  const files = await nextVersion('second');
  const script = [...files.keys()].find((address) => files.get(address).includes('dataset.script="second"'));
  await site.publish(new Map([...files, [script, Buffer.from('// half of it')]]));
  // The update fails, as it should; what matters is what is shown afterwards.
  await page.evaluate(() =>
    navigator.serviceWorker
      .getRegistration()
      .then((registration) => registration.update())
      .catch(() => {}),
  );
  await page.waitForFunction(() =>
    navigator.serviceWorker.getRegistration().then(({ installing, waiting }) => !installing && !waiting),
  );
  await open(page, '');
  expect(await versions(page)).toEqual(['first', 'first']);
});

test('versions that nobody looks at any more are taken off the device', async ({ page, context, site }) => {
  await open(page, '');
  await keptOnDevice(page);
  for (const name of ['second', 'third']) {
    await site.publish(await nextVersion(name));
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()));
    await expect(page.getByText('A new version of this page is ready.').first()).toBeVisible();
    await open(page, '');
    expect(await versions(page)).toEqual([name, name]);
  }
  await page.close();
  const later = await context.newPage();
  await open(later, '');
  await expect.poll(() => later.evaluate(() => caches.keys().then((names) => names.length))).toBe(1);
});

test('the kill switch takes everything off at the next visit', async ({ page, site }) => {
  await open(page, '');
  await keptOnDevice(page);
  await rename(join(site.folder, 'sw-off.js'), join(site.folder, 'sw.js'));
  await writeFile(join(site.folder, 'version.json'), '{"version":"x","offline":false}');
  await open(page, '');
  await expect
    .poll(() =>
      page.evaluate(async () => [
        (await navigator.serviceWorker.getRegistrations()).length,
        (await caches.keys()).length,
      ]),
    )
    .toEqual([0, 0]);
  await site.publish(await nextVersion('second'));
  await open(page, '');
  expect(await versions(page)).toEqual(['second', 'second']);
});

test('measuring is left alone', async ({ page }) => {
  await open(page, '?bench');
  await page.waitForTimeout(1000);
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length))).toBe(0);
});

test('what is kept is what is published, file by file', async ({ page, site }) => {
  await open(page, '');
  await keptOnDevice(page);
  const kept = await page.evaluate(async () => {
    const cache = await caches.open((await caches.keys())[0]);
    const here = new URL('./', location.href).href;
    const list = [];
    for (const request of await cache.keys()) {
      const bytes = new Uint8Array(await (await cache.match(request)).arrayBuffer());
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      list.push([request.url.slice(here.length), btoa(String.fromCharCode(...hash))]);
    }
    return list;
  });
  const worker = await readFile(join(site.folder, 'sw.js'), 'utf8');
  expect(kept.length).toBeGreaterThan(8);
  for (const [address, hash] of kept) expect(worker, address).toContain(`sha256-${hash}`);
});
