// On paper the list stands alone, whole and dark on light, whatever the screen shows.
import { expect, open, outline, test } from './waymark.mjs';

test('the list is printed whole, without the page around it', async ({ page }) => {
  await open(page, '');
  await page.emulateMedia({ media: 'print' });
  const items = outline(page).getByRole('treeitem');
  expect(await items.count()).toBeGreaterThan(100);
  for (const at of [0, 1, -1]) await expect(items.nth(at)).toBeVisible();
  await expect(page.locator('canvas')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Share' })).toBeHidden();
  const look = (selector) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { color, backgroundColor } = getComputedStyle(element);
        return [color, backgroundColor];
      });
  const nothing = 'rgba(0, 0, 0, 0)';
  for (const selector of ['.bar-title', '.row .name']) expect((await look(selector))[0], selector).toBe('rgb(0, 0, 0)');
  for (const selector of ['body', '.bar', '.pane-list', '.row'])
    expect((await look(selector))[1], selector).toBe(nothing);
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
  expect(pages.length).toBeLessThan(6);
});
