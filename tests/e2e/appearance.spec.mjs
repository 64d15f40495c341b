// Theme and motion: the reader's choice, else the system's, live.
import { button, expect, firstGroup, open, settled, test } from './waymark.mjs';

const theme = (page) => page.locator('html');
const frames = (page) => page.evaluate(() => window.__bench.frames());
const picture = async (page) => (await page.locator('canvas').screenshot()).toString('base64');

test('the page follows the system until somebody chooses, and remembers the choice', async ({ page }) => {
  await open(page);
  await settled(page);
  await expect(theme(page)).toHaveAttribute('data-theme', 'dark');
  const dark = await picture(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(theme(page)).toHaveAttribute('data-theme', 'light');
  await settled(page);
  expect(await picture(page)).not.toBe(dark);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(theme(page)).toHaveAttribute('data-theme', 'dark');

  await button(page, 'Theme').click();
  await expect(theme(page)).toHaveAttribute('data-theme', 'light');
  await page.reload();
  await expect(theme(page)).toHaveAttribute('data-ready', 'true');
  await expect(theme(page)).toHaveAttribute('data-theme', 'light');
  await button(page, 'Theme').click();
  await expect(theme(page)).toHaveAttribute('data-theme', 'dark');
});

test('with reduced motion a change is one jump, else it moves', async ({ page }) => {
  await open(page);
  await settled(page);
  const { group } = await firstGroup(page);
  const drawn = async (act) => {
    const before = await frames(page);
    await act();
    await settled(page);
    return await frames(page) - before;
  };
  const zoom = () => page.keyboard.press('+'), unfold = async () => { await group.focus(); await page.keyboard.press('ArrowRight'); };
  const moved = await drawn(zoom);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await settled(page);
  // One frame for the jump, and one to sharpen the text once it rests.
  const jumped = await drawn(zoom);
  expect(jumped).toBeLessThanOrEqual(2);
  expect(await drawn(unfold)).toBeLessThanOrEqual(3);  // the focus has a frame of its own
  expect(moved).toBeGreaterThan(jumped);
});
