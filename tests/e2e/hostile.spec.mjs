// Roads, links and files that somebody made to do harm: refused in words or shown as plain text, and nothing is opened.
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTool } from '../../script/lib/waymark_tool.mjs';
import { button, details, expect, open, outline, settled, stored } from './waymark.mjs';
import { testOnOwnHost as test } from './site_server.mjs';

const kRoot = fileURLToPath(new URL('../..', import.meta.url));
const kUrls = JSON.parse(readFileSync(new URL('../fixtures/hostile_urls.json', import.meta.url), 'utf8'));
const kExample = JSON.parse(readFileSync(join(kRoot, 'assets/roadmaps/example.json'), 'utf8'));

// Controls, characters that turn the direction of text, separators, the byte order mark.
const kHostile = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/u;
const kMarks = '\u0007\u001B\u0085\u061C\u200E\u200F\u202A\u202E\u2066\u2069\u2028\uFEFF';

// Puts `road` in the place of the site's example, on whose page it is answered, with its outline where the tool makes one.
async function publish(site, road, { outline: withOutline = true } = {}) {
  const file = join(site.folder, 'bake-bread.html');
  let page = await readFile(file, 'utf8');
  const address = /<link\b[^>]*data-asset="roadmap"[^>]*href="([^"]*)"/.exec(page)[1];
  const path = join(site.folder, address);
  const drawn = () => runTool('outline', path).trim();
  const old = drawn();
  expect(page).toContain(old);
  await writeFile(path, JSON.stringify(road));
  if (withOutline) page = page.replace(old, () => drawn());
  await writeFile(file, page);
}

// Everything that is in the page as text, name, title or value.
const allTexts = (page) =>
  page.evaluate(() => {
    const texts = [document.title];
    const walk = document.createTreeWalker(document, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) texts.push(node.data);
      else texts.push(...node.getAttributeNames().map((name) => node.getAttribute(name)), node.value ?? '');
    }
    return texts.filter((text) => typeof text === 'string');
  });
const hrefs = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('a, area, form, iframe, object, embed, [href], [action]')]
      .filter((e) => !e.closest('head'))
      .map((e) => e.getAttribute('href') ?? e.getAttribute('action') ?? e.getAttribute('src') ?? e.tagName),
  );

// Opens every group and shows each skill in turn.
async function eachSkill(page, look) {
  await outline(page).locator('[role=treeitem]').first().focus();
  await page.keyboard.press('*');
  const groups = outline(page).locator('[role=treeitem][aria-expanded=false]');
  for (let left = await groups.count(); left > 0; left = await groups.count()) {
    await groups.first().focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => groups.count()).toBeLessThan(left);
  }
  for (const skill of await outline(page).locator('[role=treeitem]').all()) {
    const id = await skill.getAttribute('data-id');
    await skill.locator('> .row').click();
    await expect(page).toHaveURL(new RegExp(`#s=${id}$`));
    await expect(details(page)).toBeVisible();
    await look(id);
  }
}

test('no address of a road leads anywhere but to the web', async ({ page, context, site }) => {
  test.slow();
  const opened = [];
  context.on('page', (other) => opened.push(other.url()));
  page.on('dialog', (dialog) => opened.push(dialog.message()));
  const road = structuredClone(kExample),
    share = Math.ceil(kUrls.length / road.skills.length);
  road.skills.forEach((skill, i) => {
    const urls = kUrls.slice(i * share, (i + 1) * share);
    skill.body = [
      '[good](https://example.org/)',
      ...urls.map((url) => `[press me](${url})`),
      ...urls.map((url) => `<a href="${url}">press me</a>`),
    ].join('\n\n');
    skill.summary = `<img src=x onerror=alert(1)> ${urls[0]}`;
  });
  await publish(site, road);
  await open(page, 'bake-bread.html?bench');
  let pressed = 0;
  await eachSkill(page, async (id) => {
    for (const href of await hrefs(page)) expect(href, id).toMatch(/^https?:\/\/|^#/);
    for (const link of await details(page).getByRole('link').all())
      expect(await link.getAttribute('href')).toMatch(/^https:\/\//);
    // All others are text. Two become whole when a character that nobody sees is taken out.
    for (const text of (await details(page).locator('p:not(:has(a))', { hasText: 'press me' }).all()).slice(0, 3)) {
      await text.click();
      ++pressed;
    }
  });
  expect(pressed).toBeGreaterThan(road.skills.length);
  expect(opened).toEqual([]);
  await expect(page.locator('img[src=x]')).toHaveCount(0);
});

test('a road with a hostile resource is refused with a sentence', async ({ page, site }) => {
  const road = structuredClone(kExample);
  road.skills[1].resources = kUrls.map((url) => ({ title: 'Press me', url }));
  await publish(site, road, { outline: false });
  await page.goto('bake-bread.html?bench');
  await expect(page.getByText(/must be a whole https: or http: address/).first()).toBeAttached();
  await expect(page.getByText('Press me')).toHaveCount(0);
  for (const href of await hrefs(page)) expect(href).toMatch(/^https?:\/\/|^#/);
});

test('neither page nor canvas shows characters that hide or turn text', async ({ page, site }) => {
  test.slow();
  const hostile = (text) => `${text.slice(0, 3)}${kMarks}${text.slice(3)}`;
  const road = structuredClone(kExample);
  for (const member of ['title', 'summary']) road[member] = hostile(road[member]);
  for (const skill of road.skills) {
    for (const member of ['title', 'summary', 'body', 'proof', 'carriedOver'])
      if (skill[member]) skill[member] = hostile(skill[member]);
    for (const { reason } of skill.requires ?? []) if (reason) skill.requires[0].reason = hostile(reason);
    skill.tags = [hostile('tag')];
    skill.resources = [{ title: hostile('A book'), url: 'https://example.org/', kind: hostile('book') }];
  }
  for (const fact of road.facts ?? [])
    for (const member of ['title', 'text', 'source']) if (fact[member]) fact[member] = hostile(fact[member]);
  for (const waypoint of road.waypoints ?? []) waypoint.title = hostile(waypoint.title);
  await publish(site, road);
  await open(page, 'bake-bread.html?bench');
  const clean = async (where) => {
    for (const text of await allTexts(page)) expect(text, where).not.toMatch(kHostile);
  };
  await clean('at first');
  await eachSkill(page, clean);
  await settled(page);
  const labels = await page.evaluate(() => window.__bench.labels());
  expect(labels.length).toBeGreaterThan(0);
  expect(
    JSON.stringify(labels).replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16))),
  ).not.toMatch(kHostile);
  await button(page, 'Search').click();
  await page.getByRole('combobox').fill('a');
  await expect(page.getByRole('option').first()).toBeVisible();
  await clean('the search');
});

test('another server that a link leads to learns nothing and cannot reach back', async ({ page, context, site }) => {
  const heard = [];
  const outside = createServer((request, response) => {
    heard.push(request.headers);
    response.setHeader('content-type', 'text/html');
    response.end('<title>outside</title>');
  });
  await new Promise((listening) => outside.listen(0, '127.0.0.1', listening));
  const url = `http://outside.localhost:${outside.address().port}/`;
  const road = structuredClone(kExample),
    skill = road.skills.find(({ id }) => id === 'weigh');
  skill.resources = [{ title: 'A book', url }];
  skill.body = `Read [this](${url}).`;
  await publish(site, road);
  await open(page, 'bake-bread.html?bench#s=weigh');
  for (const name of ['this', /A book/]) {
    const [other] = await Promise.all([
      context.waitForEvent('page'),
      details(page).getByRole('link', { name }).click(),
    ]);
    await other.waitForLoadState();
    expect(other.url()).toBe(url);
    expect(await other.evaluate(() => [window.opener, document.referrer])).toEqual([null, '']);
    await other.close();
  }
  const pages = heard.filter(
    (headers) => headers['sec-fetch-mode'] === 'navigate' || headers.accept?.includes('text/html'),
  );
  expect(pages.length).toBe(2);
  for (const headers of pages)
    expect([headers.referer, headers.origin, headers.cookie]).toEqual([undefined, undefined, undefined]);
  await new Promise((done) => {
    outside.closeAllConnections();
    outside.close(done);
  });
});

test('fifty megabytes, a million levels, or a number of forty megabytes in place of a road: a sentence, and what is stored stays', async ({
  page,
  site,
}) => {
  test.slow();
  await open(page, 'bake-bread.html?bench');
  await outline(page).locator('[role=treeitem]:not([aria-expanded])').first().focus();
  await page.keyboard.press('3');
  await expect
    .poll(async () => Object.keys(await stored(page)).some((key) => key.startsWith('waymark:bake-bread:')))
    .toBe(true);
  const before = await stored(page);
  const address = await page.locator('link[data-asset="roadmap"]').getAttribute('href');
  for (const text of [
    `[${'0,'.repeat(25 << 20)}0]`,
    '['.repeat(1_000_000),
    `{"later":${'{"a":'.repeat(1_000_000)}`,
    `{"revision":${'7'.repeat(40 << 20)}}`,
  ]) {
    await writeFile(join(site.folder, address), text);
    await page.goto(`bake-bread.html?bench&${text.length}`);
    await expect(
      page.getByText(/larger than \d+ MB|levels deep|holds one object|number is longer/).first(),
    ).toBeAttached({
      timeout: 60_000,
    });
    expect(await stored(page)).toEqual(before);
  }
});
