// A link carries progress from one browser to another, and changes nothing without consent.
import { button, expect, firstGroup, open, shared, shareLink, stored, test, titleOf, watch, item } from './waymark.mjs';

async function mark(page, index, digit) {
  const { group, skills } = await firstGroup(page);
  if (await group.getAttribute('aria-expanded') === 'false') {
    await group.focus();
    await page.keyboard.press('ArrowRight');
  }
  await skills.nth(index).focus();
  await page.keyboard.press(String(digit));
  return titleOf(skills.nth(index));
}

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
  await page.waitForTimeout(300);
  const before = await stored(page);
  await page.evaluate((hash) => { location.hash = hash; }, new URL(link, baseURL).hash);
  await expect(shared(page)).toBeVisible();
  await shared(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(shared(page)).toBeHidden();
  expect(await stored(page)).toEqual(before);
});

test('a damaged link says so and touches nothing', async ({ page, baseURL }) => {
  await open(page);
  await mark(page, 0, 3);
  const hash = new URL(await shareLink(page), baseURL).hash;
  await page.waitForTimeout(300);
  const before = await stored(page);
  const damaged = `${hash.slice(0, 8)}${hash[8] === 'A' ? 'B' : 'A'}${hash.slice(9)}`;
  await page.evaluate((text) => { location.hash = text; }, damaged);
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
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await page.getByRole('textbox', { name: 'Progress link' }).inputValue());
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
