// What every journey shares: a page that fails its test on any console error, policy violation or request elsewhere, and
// words for what a person does.
import { test as base, expect } from '@playwright/test';

export { expect };

// Watches `page`; the returned list names everything that must never happen.
export async function watch(page, baseURL) {
  const wrongs = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrongs.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrongs.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== new URL(baseURL).origin)
      wrongs.push(`request to ${url.origin}`);
    // Nothing is handed over: no body, and no progress link in an address that reaches the host.
    if (request.method() !== 'GET' || request.postData() !== null)
      wrongs.push(`${request.method()} to ${url.pathname}`);
    if (/p=[\w-]{12,}/.test(url.pathname + url.search)) wrongs.push(`progress in the request for ${url.pathname}`);
  });
  await page.exposeFunction('reportViolation', (text) => wrongs.push(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      window.reportViolation(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  return wrongs;
}

export const test = base.extend({
  page: async ({ page, baseURL }, use) => {
    const wrongs = await watch(page, baseURL);
    page.wrongs = wrongs;
    await use(page);
    expect(wrongs).toEqual([]);
  },
});

// Opens the page and waits until the map can be used. `?bench` gives the tests eyes on the canvas.
export async function open(page, path = '?bench') {
  await page.goto(path);
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 30_000 });
  // Bodies, resources and proofs too.
  await expect(page.locator('html')).toHaveAttribute('data-whole', 'true');
}

export const outline = (page) => page.getByRole('tree');
export const item = (page, title) =>
  outline(page)
    .getByRole('treeitem', { name: new RegExp(`^${escape(title)}`) })
    .first();
export const details = (page) => page.getByRole('region', { name: 'Skill details' });
export const shared = (page) => page.getByRole('region', { name: 'Shared progress' });
export const button = (page, name) => page.getByRole('button', { name, exact: true }).first();

// The first group of the road and two skills in it, as the outline shows them.
export async function firstGroup(page) {
  const group = outline(page).locator('> [role=treeitem][aria-expanded]').first();
  return {
    group,
    key: Number(await group.getAttribute('data-key')),
    skills: group.locator('[role=group] [role=treeitem]:not([aria-expanded])'),
  };
}

// Sets the state of the skill at `index` of the first group, as somebody with the outline and the keys does: 1 not started,
// 2 learning, 3 done, 4 skipped. Answers its title.
export async function mark(page, index, digit) {
  const { group, skills } = await firstGroup(page);
  if ((await group.getAttribute('aria-expanded')) === 'false') {
    await group.focus();
    await page.keyboard.press('ArrowRight');
  }
  await skills.nth(index).focus();
  await page.keyboard.press(String(digit));
  return titleOf(skills.nth(index));
}

export const titleOf = async (treeitem) => (await treeitem.locator('> .row .name').textContent()).trim();
export const keyOf = async (treeitem) => Number(await treeitem.getAttribute('data-key'));

export const camera = (page) => page.evaluate(() => window.__bench.camera());
// The card's rectangle on the page, in CSS pixels.
export async function card(page, key) {
  const box = await page.locator('canvas').boundingBox();
  const rect = await page.evaluate((k) => window.__bench.card(k), key);
  return { x: box.x + rect.x, y: box.y + rect.y, width: rect.w, height: rect.h };
}

// Waits until nothing moves any more: no frame for 300 ms, and none asked for, however slow the machine draws.
export async function settled(page) {
  await page.evaluate(async () => {
    for (let last = -1; last !== window.__bench.frames();) {
      last = window.__bench.frames();
      await new Promise((resolve) => setTimeout(resolve, 300));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
  });
}

// A bare piece of the map's ground, away from cards and panels.
export async function ground(page) {
  const box = await page.locator('canvas').boundingBox();
  return { x: box.x + box.width * 0.5, y: box.y + 14 };
}

// What the browser keeps. Read under the page's own lock, hence after every save that was asked for before.
export const stored = (page) =>
  page.evaluate(() => {
    const read = () => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('waymark:')));
    return navigator.locks ? navigator.locks.request('waymark:store', read) : read();
  });

export async function shareLink(page) {
  await button(page, 'Share').click();
  const box = page.getByRole('textbox', { name: 'Progress link' });
  await expect(box).toHaveValue(/#p=/);
  const link = await box.inputValue();
  await page.keyboard.press('Escape');
  return link;
}

function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
