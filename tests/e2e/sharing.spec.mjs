// A link carries progress from one browser to another, and changes nothing without consent.
import { readFileSync } from 'node:fs';
import {
  button,
  details,
  expect,
  firstGroup,
  item,
  mark,
  open,
  shared,
  shareLink,
  stored,
  test,
  titleOf,
  watch,
} from './waymark.mjs';

const fixture = (name) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8').trim();

test('a friend opens the link, sees it beside their own, merges, and can undo', async ({ page, browser, baseURL }) => {
  await open(page);
  const theirs = await mark(page, 0, 3);
  const link = await shareLink(page);
  expect(new URL(link).hash.startsWith('#p=')).toBe(true);

  const friend = await browser.newContext({ baseURL, viewport: { width: 1280, height: 800 } });
  const visitor = await friend.newPage();
  const wrongs = await watch(visitor, baseURL);
  await open(visitor);
  const own = await mark(visitor, 1, 2);
  await expect.poll(async () => Object.keys(await stored(visitor)).length).toBeGreaterThan(0);

  await visitor.goto(new URL('?bench', baseURL).href + new URL(link).hash);
  await expect(visitor.locator('html')).toHaveAttribute('data-ready', 'true');
  await expect(shared(visitor)).toBeVisible();
  await expect(item(visitor, theirs)).toHaveAccessibleName(/not started/);
  expect(new URL(visitor.url()).hash).toBe('');

  await shared(visitor).getByRole('button', { name: 'Merge into mine' }).click();
  await expect(item(visitor, theirs)).toHaveAccessibleName(/done/);
  await expect(item(visitor, own)).toHaveAccessibleName(/learning/);
  await expect(shared(visitor)).toBeHidden();
  await button(visitor, 'Undo').click();
  await expect(item(visitor, theirs)).toHaveAccessibleName(/not started/);
  await expect(item(visitor, own)).toHaveAccessibleName(/learning/);
  expect(wrongs).toEqual([]);
  await friend.close();
});

test('dismissing a link leaves everything as it was', async ({ page, baseURL }) => {
  await open(page);
  await mark(page, 0, 3);
  const link = await shareLink(page);
  await mark(page, 0, 1);
  const before = await stored(page);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(link, baseURL).hash);
  await expect(shared(page)).toBeVisible();
  await shared(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(shared(page)).toBeHidden();
  expect(await stored(page)).toEqual(before);
});

test('a damaged link says so and touches nothing', async ({ page, baseURL }) => {
  await open(page);
  await mark(page, 0, 3);
  const hash = new URL(await shareLink(page), baseURL).hash;
  const before = await stored(page);
  const damaged = `${hash.slice(0, 8)}${hash[8] === 'A' ? 'B' : 'A'}${hash.slice(9)}`;
  await page.evaluate((text) => {
    location.hash = text;
  }, damaged);
  await expect(page.getByText(/link.*(damaged|complete|copied)/i).first()).toBeVisible();
  await expect(shared(page)).toBeHidden();
  expect(await stored(page)).toEqual(before);
});

test('the link is copied as soon as the dialog opens', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await mark(page, 0, 3);
  await button(page, 'Share').click();
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/Copied/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    await page.getByRole('textbox', { name: 'Progress link' }).inputValue(),
  );
});

test('where nothing may be copied the link stands selected, with words about it', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  await open(page);
  await button(page, 'Share').click();
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/did not let us copy/);
  const link = page.getByRole('textbox', { name: 'Progress link' });
  expect(await link.evaluate((box) => box.selectionEnd - box.selectionStart === box.value.length)).toBe(true);
});

test('a link says whom it is from, and one skill of it can be taken over', async ({ page, browser, baseURL }) => {
  await open(page);
  const first = await mark(page, 0, 3),
    second = await mark(page, 1, 3);
  await button(page, 'Share').click();
  const bare = await page.getByRole('textbox', { name: 'Progress link' }).inputValue();
  await page.getByLabel('Your name (optional)').fill('Anna');
  await page.getByLabel('Add today’s date').check();
  await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  const link = await page.getByRole('textbox', { name: 'Progress link' }).inputValue();
  expect(link).not.toBe(bare);

  const friend = await browser.newContext({ baseURL, viewport: { width: 1280, height: 800 } });
  const visitor = await friend.newPage();
  await open(visitor);
  await (await firstGroup(visitor)).group.focus();
  await visitor.keyboard.press('ArrowRight');
  await visitor.evaluate((hash) => {
    location.hash = hash;
  }, new URL(link).hash);
  await expect(shared(visitor).getByRole('heading', { name: /from Anna, \d+ \w+ 20\d\d/ })).toBeVisible();
  await shared(visitor).getByText('See the differences and choose').click();
  await shared(visitor)
    .getByRole('checkbox', { name: new RegExp(second) })
    .uncheck();
  await shared(visitor).getByRole('button', { name: 'Merge into mine' }).click();
  await expect(item(visitor, first)).toHaveAccessibleName(/done/);
  await expect(item(visitor, second)).not.toHaveAccessibleName(/done/);
  await friend.close();
});

test('a second link opened in the same tab takes the place of the first', async ({ page }) => {
  await open(page);
  await mark(page, 0, 3);
  const one = new URL(await shareLink(page)).hash;
  await mark(page, 1, 3);
  const two = new URL(await shareLink(page)).hash;
  for (const [hash, done] of [
    [one, 1],
    [two, 2],
    [one, 1],
  ]) {
    await page.evaluate((text) => {
      location.hash = text;
    }, hash);
    await expect(shared(page).getByText(`${done} done`).first()).toBeVisible();
    expect(new URL(page.url()).hash).toBe('');
  }
});

test('a link for another road of this site leads there', async ({ page }) => {
  // tests/fixtures/link.v2.txt: the example road, from Zoë.
  await open(page);
  const link = fixture('link.v2.txt');
  await page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(link).hash);
  await page.waitForURL(/bake-bread\.html/);
  await expect(shared(page).getByRole('heading', { name: /from Zoë/ })).toBeVisible();
  await expect(page).toHaveTitle(/Bake|bread/i);
});

test('a link for a road that is not here says so and stays at hand', async ({ page }) => {
  await open(page);
  const before = await stored(page);
  // tests/fixtures/link.v1.txt: a road that no site has.
  const link = fixture('link.v1.txt');
  await page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(link).hash);
  await expect(page.getByText(/another roadmap/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy the link' })).toBeVisible();
  await expect(shared(page)).toBeHidden();
  expect(await stored(page)).toEqual(before);
});

test('opening links stores nothing: not the first, not a second, not after a reload or in another tab', async ({
  page,
  context,
}) => {
  await open(page);
  await mark(page, 0, 3);
  const one = new URL(await shareLink(page)).hash;
  await mark(page, 1, 3);
  const two = new URL(await shareLink(page)).hash;
  const title = await mark(page, 0, 1);
  await expect(item(page, title)).toHaveAccessibleName(/not started/);
  const before = await stored(page);
  for (const hash of [one, two]) {
    await page.evaluate((text) => {
      location.hash = text;
    }, hash);
    await expect(
      shared(page)
        .getByText(`${hash === one ? 1 : 2} done`)
        .first(),
    ).toBeVisible();
    expect(await stored(page)).toEqual(before);
  }
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
  await expect(shared(page)).toBeHidden();
  await expect(item(page, title)).toHaveAccessibleName(/not started/);
  expect(await stored(page)).toEqual(before);

  // Closed with the preview open: another tab finds what was there.
  await page.evaluate((text) => {
    location.hash = text;
  }, two);
  await expect(shared(page)).toBeVisible();
  const other = await context.newPage();
  await open(other);
  await page.close({ runBeforeUnload: true });
  expect(await stored(other)).toEqual(before);
  await expect(item(other, title)).toHaveAccessibleName(/not started/);
  await other.close();
});

test('a link pasted while the page is still loading is previewed once it has', async ({ page }) => {
  await open(page);
  await mark(page, 0, 3);
  const hash = new URL(await shareLink(page)).hash;
  let release;
  const held = new Promise((resolve) => {
    release = resolve;
  });
  await page.route(/\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await expect(page.getByRole('treeitem').first()).toBeVisible();
  await page.evaluate(
    () =>
      new Promise((done) => {
        if (document.readyState === 'complete') done();
        else addEventListener('DOMContentLoaded', done);
      }),
  );
  await page.evaluate((text) => {
    location.hash = text;
  }, hash);
  // Taken off the address before the engine is there.
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('');
  release();
  await expect(shared(page)).toBeVisible();
});

test('a link is previewed whatever is open: a dialog, the same preview, a skill', async ({ page }) => {
  await open(page);
  const title = await mark(page, 0, 3);
  const hash = new URL(await shareLink(page)).hash;
  const paste = () =>
    page.evaluate((text) => {
      location.hash = text;
    }, hash);
  await item(page, title).locator('> .row').click();
  await expect(page).toHaveURL(/#s=/);
  await paste();
  await expect(shared(page)).toBeVisible();
  await paste();
  await expect(shared(page)).toBeVisible();
  await shared(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(shared(page)).toBeHidden();
  await button(page, 'Settings').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await paste();
  await page.keyboard.press('Escape');
  await expect(shared(page)).toBeVisible();
});

test('a link to one skill opens it; one to a skill that is not here says so', async ({ page }) => {
  await open(page);
  const { skills } = await firstGroup(page),
    id = await skills.first().getAttribute('data-id'),
    title = await titleOf(skills.first());
  await open(page, `?bench&again#s=${id}`);
  await expect(details(page)).toContainText(title);
  await expect(item(page, title)).toBeVisible();
  await page.evaluate(() => {
    location.hash = '#s=never-was';
  });
  await expect(page.locator('#toasts').getByText(/skill that is not on this road/)).toBeVisible();
  await open(page, '?bench&anew#s=never-was');
  await expect(page.locator('#toasts').getByText(/skill that is not on this road/)).toBeVisible();
});
