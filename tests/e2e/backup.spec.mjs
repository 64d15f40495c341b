// Everything as one file: saved, wiped, opened again; refused files; dropped files; offered when nothing can be stored.
import { readFile } from 'node:fs/promises';
import { button, expect, item, mark, open, stored, test } from './waymark.mjs';

test.describe.configure({ retries: 0 });

async function markTwo(page) {
  const title = await mark(page, 0, 3),
    other = await mark(page, 1, 2);
  await expect(item(page, other)).toHaveAccessibleName(/learning/);
  return { title, other };
}

async function saveBackup(page) {
  await button(page, 'Settings').click();
  const download = page.waitForEvent('download');
  await button(page, 'Save a backup').click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^waymark-backup-\d{4}-\d\d-\d\d\.json$/);
  return { path: await file.path(), text: await readFile(await file.path(), 'utf8') };
}

async function openBackup(page, files) {
  await button(page, 'Settings').click();
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Open a backup…').click();
  await (await chooser).setFiles(files);
}

const asFile = (text, name = 'backup.json') => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

test('a backup comes back byte for byte after the browser was wiped', async ({ page }) => {
  await open(page);
  const { title, other } = await markTwo(page);
  await button(page, 'Settings').click();
  await page.getByRole('radio', { name: 'Light' }).check();
  await page.keyboard.press('Escape');
  const { text } = await saveBackup(page);
  expect(JSON.parse(text)).toMatchObject({ format: 'waymark-backup', version: 1, settings: { theme: 'light' } });

  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
  const skill = page.locator('[role=treeitem]:not([aria-expanded])', { hasText: title }).first();
  await expect(skill).toHaveAttribute('aria-label', /not started/);

  await openBackup(page, asFile(text));
  const dialog = page.getByRole('dialog', { name: 'Open a backup' });
  await expect(dialog).toContainText('2 skills further');
  await expect(dialog).toContainText(title);
  await expect(skill).toHaveAttribute('aria-label', /not started/);
  await button(page, 'Join with mine').click();
  await expect(item(page, title)).toHaveAccessibleName(/done/);
  await expect(item(page, other)).toHaveAccessibleName(/learning/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await stored(page);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
  expect((await saveBackup(page)).text).toBe(text);
});

test('cancelling leaves everything as it is; joining is undone as one step', async ({ page }) => {
  await open(page);
  const { title } = await markTwo(page);
  const { text } = await saveBackup(page);
  await button(page, 'Undo').click();
  await button(page, 'Undo').click();
  await item(page, title).focus();
  const before = await stored(page);
  // As it was, but further than what was taken back since.
  const later = text.replace(/,"checksum".*/s, '}').replace(/"skills":\[\[(\d+),0,3\]/, '"skills":[[$1,5,3]');
  await openBackup(page, asFile(later));
  await button(page, 'Cancel').click();
  expect(await stored(page)).toEqual(before);
  await openBackup(page, asFile(later));
  await button(page, 'Join with mine').click();
  await expect(item(page, title)).toHaveAccessibleName(/done/);
  await button(page, 'Undo').click();
  await expect(item(page, title)).toHaveAccessibleName(/not started/);
});

test('whatever is no backup is refused in one sentence and leaves everything untouched', async ({ page }) => {
  await open(page);
  await markTwo(page);
  const { text } = await saveBackup(page);
  const before = await stored(page);
  for (const [file, says] of [
    [asFile('{"format":'), /not a backup of Waymark/],
    [asFile('[1]'), /not a backup of Waymark/],
    [asFile(''), /This file is empty/],
    [asFile(text.replace(',0,3]', ',0,2]')), /damaged/],
    [asFile(text.replace('"version":1', '"version":9')), /newer version/],
    [asFile(' '.repeat(17 << 20)), /larger than any backup/],
  ]) {
    await openBackup(page, file);
    await expect(page.locator('.toast.error').last()).toContainText(says);
    await expect(page.locator('.toast.error').last()).toContainText('Nothing was changed.');
    await button(page, 'Close message').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await stored(page)).toEqual(before);
  }
});

test('a backup dropped on the page is shown', async ({ page }) => {
  await open(page);
  const text =
    '{"format":"waymark-backup","version":1,"roadmaps":{"bread":{"format":"waymark-progress","version":1,"skills":[[1,0,3]]}}}';
  await page.evaluate((content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], 'backup.json', { type: 'application/json' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, text);
  const dialog = page.getByRole('dialog', { name: 'Open a backup' });
  await expect(dialog).toContainText('bread');
  await expect(dialog).toContainText('1 skill further');
  // A road that the site does not have is taken only when it is asked for.
  await expect(button(page, 'Join with mine')).toBeHidden();
  await dialog.getByRole('checkbox', { name: /does not know/ }).check();
  await button(page, 'Join with mine').click();
  await expect
    .poll(async () => Object.keys(await stored(page)).some((key) => key.startsWith('waymark:bread:')))
    .toBe(true);
});

test('when storage refuses, the page offers the backup, and the backup holds the mark', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await open(page);
  const { title } = await markTwo(page);
  const banner = page.getByRole('region', { name: 'Not saved' });
  await expect(banner).toBeVisible({ timeout: 1000 });
  const download = page.waitForEvent('download');
  await banner.getByRole('button', { name: 'Save a backup' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  const key = Number(await item(page, title).getAttribute('data-key'));
  expect(Object.values(JSON.parse(text).roadmaps)[0].skills).toContainEqual([key, 0, 3]);
});
