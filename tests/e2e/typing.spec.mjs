// Search takes whatever can be typed: pasted text, other scripts, and what an input method composes.
import { button, expect, open, test } from './waymark.mjs';

const field = (page) => page.getByRole('combobox');

test('pasted text of any script stands in the field as it is', async ({ page }) => {
  await open(page);
  await button(page, 'Search').click();
  for (const text of ['線形代数', 'الجبر', 'रैखिक', '👩🏽‍🔬🧮', 'naïve café']) {
    await field(page).fill('');
    await page.keyboard.insertText(text);
    await expect(field(page)).toHaveValue(text);
  }
});

test('Enter within a composition ends the composition, not the search', async ({ page }) => {
  await open(page);
  await button(page, 'Search').click();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'せんけい', selectionStart: 4, selectionEnd: 4 });
  await expect(field(page)).toHaveValue('せんけい');
  await field(page).evaluate((input) =>
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })),
  );
  await expect(page.getByRole('dialog')).toBeVisible();
  await session.send('Input.insertText', { text: '線形' });
  await expect(field(page)).toHaveValue('線形');
});
