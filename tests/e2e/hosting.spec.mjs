// What a host and a stranger rely on: any folder will do, and nothing is there that was not asked for.
import { expect, open, test } from './waymark.mjs';

test('the page works from a folder of a host', async ({ page, baseURL }) => {
  const host = new URL(baseURL);
  host.port = String(Number(host.port) + 1);
  await page.goto(new URL('site/', host).href);
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 30_000 });
  page.wrongs.length = 0; // the fixture takes the other port for another host
  const names = await page.evaluate(() =>
    performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname),
  );
  expect(names.length).toBeGreaterThan(4);
  expect(names.filter((name) => !name.startsWith('/site/'))).toEqual([]);
});

test('nothing of the bench exists without ?bench', async ({ page }) => {
  await open(page, '');
  expect(await page.evaluate(() => '__bench' in window)).toBe(false);
  await open(page, '?bench');
  expect(await page.evaluate(() => typeof window.__bench.frames())).toBe('number');
});

test('everything that is fetched has a name of its content, but for the page and the note of its version', async ({
  page,
}) => {
  await open(page, '');
  const names = await page.evaluate(() =>
    performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname),
  );
  expect(names.filter((name) => name !== '/version.json' && !/\.[0-9A-Za-z]{8,}\.\w+$/.test(name))).toEqual([]);
});
