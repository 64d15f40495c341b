// What leaves the device: nothing but requests for the page's own files.
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { button, details, expect, firstGroup, item, mark, open, shared, shareLink } from './waymark.mjs';
import { testOnOwnHost as test } from './site_server.mjs';

const kSite = fileURLToPath(new URL('../../build/site', import.meta.url));

test('the host hears requests for its files and nothing else, whatever is marked, shared or opened', async ({
  page,
  site,
  baseURL,
}) => {
  await open(page, '');
  const title = await mark(page, 0, 3);
  const hash = new URL(await shareLink(page)).hash;

  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await open(page, `index.html${hash}`);
  await expect(shared(page)).toBeVisible();
  await shared(page).getByRole('button', { name: 'Dismiss' }).click();
  await open(page, `?${new URLSearchParams({ text: `See ${baseURL}${hash}` })}`);
  await expect(shared(page)).toBeVisible();
  expect(page.url()).toBe(baseURL);
  await page.reload();
  await expect(item(page, title)).toHaveAccessibleName(/done/);
  await item(page, title).click();
  await expect(details(page)).toContainText(title);
  await button(page, 'Search').click();
  await page.getByRole('combobox').fill('linear');
  await page.keyboard.press('Escape');

  const payload = hash.slice(3);
  expect(payload.length).toBeGreaterThan(8);
  expect(site.heard.length).toBeGreaterThan(8);
  for (const { line, headers, body } of site.heard) {
    expect(line).toMatch(/^GET \/[\w./-]*$/);
    expect(line + JSON.stringify(headers), line).not.toContain(payload);
    expect(headers.cookie, line).toBeUndefined();
    // A worker that looks for its next version names itself.
    expect(headers.referer ?? '', line).toMatch(/^$|\/sw\.js$/);
    expect(body).toBe('');
  }
});

test('a link out tells the other site nothing and cannot reach back', async ({ page, context }) => {
  let headers = null;
  await context.route(/^https:/, (route) => {
    headers = route.request().headers();
    return route.fulfill({ contentType: 'text/html', body: '<title>outside</title>' });
  });
  await open(page, '');
  const { group, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await skills.first().click();
  const [outside] = await Promise.all([context.waitForEvent('page'), details(page).getByRole('link').first().click()]);
  await outside.waitForLoadState();
  expect(await outside.evaluate(() => [window.opener, document.referrer])).toEqual([null, '']);
  expect(headers.referer).toBeUndefined();
});

test('no script of the page makes code out of text', async () => {
  const scripts = (await readdir(kSite, { recursive: true })).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(3);
  for (const name of scripts) {
    expect(await readFile(join(kSite, name), 'utf8'), name).not.toMatch(
      /\beval\s*\(|\bnew\s+Function\b|[^.\w]Function\s*\(["'`]|set(?:Timeout|Interval)\s*\(\s*["'`]/,
    );
  }
});

test('the policy allows WebAssembly and nothing unsafe, and every script and style is checked', async () => {
  const page = await readFile(join(kSite, 'index.html'), 'utf8');
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)[1];
  expect(policy).toContain("default-src 'none'");
  expect(policy.match(/'unsafe[^']*'|'wasm[^']*'|\*|https?:/g)).toEqual(["'wasm-unsafe-eval'"]);
  const tags = page.match(/<script\b[^>]*>|<link rel="(?:stylesheet|modulepreload)"[^>]*>/g);
  expect(tags.length).toBeGreaterThan(3);
  for (const tag of tags) expect(tag).toMatch(/ integrity="sha256-/);
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
});
