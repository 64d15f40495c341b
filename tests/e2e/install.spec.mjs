// What browsers ask of a page before they offer to install it, and how an installed one is opened.
import { button, expect, open, test } from './waymark.mjs';

const kBytes = async (page, url) => (await page.request.get(url)).body();

test('the manifest names icons of the sizes that it says', async ({ page }) => {
  await open(page, '');
  const address = await page.locator('link[rel=manifest]').evaluate((link) => link.href);
  const manifest = await (await page.request.get(address)).json();
  expect(manifest).toMatchObject({ id: './', start_url: './', scope: './', display: 'standalone' });
  for (const size of ['192x192', '512x512'])
    expect(manifest.icons.filter((icon) => icon.sizes === size).length).toBeGreaterThan(0);
  expect(manifest.icons.some((icon) => icon.purpose === 'maskable')).toBe(true);
  const icons = [manifest, ...manifest.shortcuts]
    .flatMap((holder) => holder.icons)
    .filter((icon) => icon.type === 'image/png');
  for (const icon of icons) {
    const png = await kBytes(page, new URL(icon.src, address).href);
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, icon.src).toBe(icon.sizes);
  }
  const touch = await kBytes(page, await page.locator('link[rel=apple-touch-icon]').evaluate((link) => link.href));
  expect(touch.readUInt32BE(16)).toBe(180);
});

test('each shortcut opens what it names, and leaves the address clean', async ({ page, baseURL }) => {
  await open(page, '?do=search');
  await expect(page.getByRole('combobox')).toBeFocused();
  expect(page.url()).toBe(baseURL);
  await open(page, '?do=share');
  await expect(page.getByRole('textbox', { name: 'Progress link' })).toBeVisible();
  await open(page, '?do=next');
  await expect(page.getByRole('dialog').getByRole('heading', { level: 2 })).toHaveText(/next/);
  await open(page, '?do=nonsense');
  await expect(button(page, 'Share')).toBeVisible();
});

test('the browser around the page takes the colour of either look', async ({ page }) => {
  await open(page, '');
  const colour = () => page.locator('meta[name=theme-color]').first().getAttribute('content');
  const dark = await colour();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(colour).not.toBe(dark);
});
