// One table of actions: the palette, the help and the buttons say the same of each, and the menu on the canvas runs it.
import { button, card, expect, firstGroup, item, keyOf, open, settled, test, titleOf } from './waymark.mjs';

test('palette, help and buttons name the same title and keys', async ({ page }) => {
  await open(page);
  const { group, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await skills.first().click();
  await page.keyboard.press('3'); // so that there is something to undo

  await button(page, 'Help').click();
  const help = await page
    .locator('.key-list > div')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector('dt').textContent,
        [...row.querySelectorAll('kbd')].map((key) => key.textContent),
      ]),
    );
  await page.keyboard.press('Escape');
  const helped = new Map(help);

  await button(page, 'Search').click();
  const offered = await page
    .getByRole('group', { name: 'Commands' })
    .getByRole('option')
    .evaluateAll((options) =>
      options.map((option) => [
        option.querySelector('.name').textContent,
        option.querySelector('kbd')?.textContent ?? '',
      ]),
    );
  await page.keyboard.press('Escape');
  expect(offered.length).toBeGreaterThan(30);
  for (const [title, key] of offered) if (key) expect(helped.get(title)?.[0], title).toBe(key);

  const buttons = await page
    .locator('[data-action]')
    .evaluateAll((all) => all.map(({ title, dataset }) => [dataset.action, title]));
  expect(buttons.length).toBeGreaterThan(11);
  const palette = new Map(offered);
  for (const [id, tooltip] of buttons) {
    const key = /\(([^()]+)\)$/.exec(tooltip)?.[1] ?? '';
    const found = [...helped, ...[...palette].map(([name, one]) => [name, [one]])].find(([name]) =>
      tooltip.startsWith(name),
    );
    expect(found, `${id}: ${tooltip}`).toBeTruthy();
    expect(found[1][0], `${id}: ${tooltip}`).toBe(key);
  }
});

test('the keys of a French, a Russian and an Arabic keyboard act on the row that has the focus', async ({ page }) => {
  await open(page);
  const { group, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await skills.nth(1).click();
  await skills.nth(0).focus();
  const press = (event) =>
    page.evaluate((init) => {
      const down = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
      return !document.activeElement.dispatchEvent(down);
    }, event);
  expect(await press({ key: '3', code: 'Digit3', shiftKey: true })).toBe(true);
  await expect(skills.nth(0)).toHaveAccessibleName(/done/);
  await expect(skills.nth(1)).toHaveAccessibleName(/not started/);
  expect(await press({ key: '٢', code: 'Digit2' })).toBe(true);
  await expect(skills.nth(0)).toHaveAccessibleName(/learning/);
  expect(await press({ key: 'я', code: 'KeyZ', ctrlKey: true })).toBe(true);
  await expect(skills.nth(0)).toHaveAccessibleName(/done/);
  await page.locator('#surface').focus();
  expect(await press({ key: 'а', code: 'KeyF' })).toBe(true);
  await expect(page.getByRole('dialog', { name: 'Filter' })).toBeVisible();
});

test('the menu on the canvas marks the card it was asked for, by whatever its entry is called', async ({ page }) => {
  await open(page);
  const { group, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await skills.nth(1).click();
  // Wherever the road puts the two cards, both are in view then.
  await page.getByRole('button', { name: 'Fit' }).click();
  await settled(page);
  const title = await titleOf(skills.nth(0)),
    at = await card(page, await keyOf(skills.nth(0)));
  await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2, { button: 'right' });
  await settled(page);
  const entries = (await page.evaluate(() => window.__bench.targets())).filter(({ id }) => id.startsWith('menu '));
  expect(entries.length).toBe(8);
  const box = await page.locator('canvas').boundingBox(),
    { x, y, w, h } = entries[2];
  await page.mouse.click(box.x + x + w / 2, box.y + y + h / 2);
  await expect(item(page, title)).toHaveAccessibleName(/done/);
  await expect(skills.nth(1)).toHaveAccessibleName(/not started/);
});
