// Back closes what is on top, one layer at a time, and only then leaves.
import { button, details, expect, firstGroup, keyOf, open, outline, test, titleOf } from './waymark.mjs';

const entries = (page) => page.evaluate(() => history.length);
const dialog = (page) => page.getByRole('dialog');

// A page to come back to, so that leaving can be told.
async function openAfterAnother(page) {
  await page.goto('about:blank');
  await open(page);
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 664 }, hasTouch: true, isMobile: true });

  test('from the dialog to the details, from the details to the map, from the map to the list', async ({ page }) => {
    await openAfterAnother(page);
    const address = page.url();
    await page.getByRole('tab', { name: 'Map' }).tap();
    await button(page, 'Search').tap();
    const title = await titleOf(page.locator('[role=tree] > [role=treeitem]').first());
    await page.getByRole('combobox').fill(title);
    await page.getByRole('option', { name: title }).first().tap();
    await expect(details(page)).toBeVisible();
    await button(page, 'Share').tap();
    await expect(dialog(page)).toBeVisible();

    await page.goBack();
    await expect(dialog(page)).toBeHidden();
    await expect(details(page)).toBeVisible();
    await page.goBack();
    await expect(details(page)).toBeHidden();
    await expect(page.getByRole('tab', { name: 'Map' })).toHaveAttribute('aria-selected', 'true');
    await page.goBack();
    await expect(page.getByRole('tab', { name: 'List' })).toHaveAttribute('aria-selected', 'true');
    expect(page.url()).toBe(address);
    await page.goBack();
    expect(page.url()).toBe('about:blank');
  });

  for (const [name, openIt] of [
    ['Search', (page) => button(page, 'Search').tap()],
    ['Filter', (page) => button(page, 'Filter').tap()],
    [
      'Help',
      async (page) => {
        await button(page, 'More').tap();
        await button(page, 'Help').tap();
      },
    ],
    [
      'Settings',
      async (page) => {
        await button(page, 'More').tap();
        await button(page, 'Settings').tap();
      },
    ],
  ]) {
    test(`from ${name} to the page it was opened on`, async ({ page }) => {
      await openAfterAnother(page);
      const address = page.url();
      await openIt(page);
      await expect(dialog(page)).toBeVisible();
      await page.goBack();
      await expect(dialog(page)).toBeHidden();
      expect(page.url()).toBe(address);
    });
  }
});

test('twenty selected skills are one step', async ({ page }) => {
  await openAfterAnother(page);
  const before = await entries(page),
    rows = page.locator('[role=group] [role=treeitem]:not([aria-expanded])');
  const keys = await rows.evaluateAll((all) => all.slice(0, 20).map((row) => Number(row.dataset.key)));
  for (const skill of keys)
    await page.evaluate((key) => window.__bench.send({ do: 'select', skill: key, reveal: false }), skill);
  await expect(rows.nth(keys.length - 1)).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#s=/);
  expect(await entries(page)).toBe(before + 1);
  await page.goBack();
  await expect(outline(page).locator('[aria-selected=true]')).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe('');
});

test('what was closed by hand leaves no step behind', async ({ page }) => {
  await openAfterAnother(page);
  for (const name of ['Help', 'Share', 'Search']) {
    await button(page, name).click();
    await expect(dialog(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
  }
  await expect.poll(() => page.evaluate(() => history.state?.layers)).toBe(0);
  await page.goBack();
  expect(page.url()).toBe('about:blank');
});

test('a bookmark of a skill opens it, and another address typed over it too', async ({ page }) => {
  await open(page);
  const { group, skills } = await firstGroup(page);
  const ids = await skills.evaluateAll((all) => all.slice(0, 2).map((one) => one.dataset.id));
  await page.goto(`?bench#s=${ids[0]}`);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
  await expect(skills.nth(0)).toHaveAttribute('aria-selected', 'true');
  await expect(group).toHaveAttribute('aria-expanded', 'true');
  await page.evaluate((id) => (location.hash = `#s=${id}`), ids[1]);
  await expect(skills.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.goBack();
  await expect(skills.nth(0)).toHaveAttribute('aria-selected', 'true');
});

test('titles come from the road, whatever a translator has made of the page', async ({ page }) => {
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      document.title = 'Del backend al aprendizaje';
      for (const name of document.querySelectorAll('[role=tree] .name')) {
        const font = document.createElement('font');
        font.textContent = `~${name.textContent}~`;
        name.replaceChildren(font);
      }
    });
  });
  await open(page);
  const tree = outline(page).locator('> [role=treeitem]').first();
  await expect(tree).toHaveAttribute('aria-label', /^[^~]+$/);
  await expect(outline(page)).toHaveAttribute('lang', 'en');
  await tree.click();
  await expect(details(page).getByRole('heading', { level: 2 })).not.toContainText('~');
  expect(await page.title()).not.toContain('~');
  await page.keyboard.press('Escape');
  await page.locator('#surface').focus();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.title()).toMatch(/ML engineer · Waymark$/);
  const seen = await page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.endsWith(':seen'))
      .map(([, text]) => text)
      .join(),
  );
  expect(seen.length).toBeGreaterThan(100);
  expect(seen).not.toContain('~');
});

test('a link opens as chats and mails leave it', async ({ page }) => {
  await open(page);
  const { group, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await skills.first().focus();
  await page.keyboard.press('3');
  const key = await keyOf(skills.first());
  await button(page, 'Share').click();
  const payload = (await page.getByRole('textbox', { name: 'Progress link' }).inputValue()).split('#p=')[1];
  for (const hash of [
    `##p=${payload}`,
    `#P=${payload}`,
    `#/p=${payload}`,
    `#p%3D${payload}`,
    `#p=${payload})`,
    `#p=${payload}.`,
    `#p=${payload}…`,
    `#p=${payload}>`,
    `#p=${payload}_`,
    `#p=${payload}&fbclid=IwAR0x`,
  ]) {
    const context = await page.context().browser().newContext();
    const visitor = await context.newPage();
    await visitor.goto(new URL('?bench', page.url()).href + hash);
    await expect(visitor.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 30_000 });
    await expect(visitor.getByRole('region', { name: 'Shared progress' }), hash.slice(0, 6)).toBeVisible();
    const own = await visitor.evaluate((k) => window.__bench.state().skills.find((s) => s.key === k).state, key);
    expect(own).toBe(0);
    expect(new URL(visitor.url()).hash).toBe('');
    await context.close();
  }
});
