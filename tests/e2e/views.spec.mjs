// Pictures of the main views, kept in build/screenshots; each must show a map, not an empty canvas.
import { fileURLToPath } from 'node:url';
import { expect, firstGroup, open, settled, test } from './waymark.mjs';

const folder = fileURLToPath(new URL('../../build/screenshots', import.meta.url));
const views = [
  { name: 'laptop', width: 1280, height: 800 },
  { name: 'phone', width: 390, height: 844 },
  { name: 'wide', width: 2560, height: 1440 },
];

for (const { name, width, height } of views) {
  for (const scheme of ['dark', 'light']) {
    test(`the road on a ${name} screen, ${scheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme });
      await open(page);
      if (name === 'phone') {
        await page.screenshot({ path: `${folder}/${name}-${scheme}-list.png` });
        await page.getByRole('tab', { name: 'Map' }).click();
      }
      await settled(page);
      const picture = await page.locator('canvas').screenshot({ path: `${folder}/${name}-${scheme}.png` });
      // A flat picture compresses to almost nothing.
      expect(picture.length / (width * height)).toBeGreaterThan(0.01);
      await page.screenshot({ path: `${folder}/${name}-${scheme}.png` });

      if (name === 'phone') return;
      const { group, skills } = await firstGroup(page);
      await group.focus();
      await page.keyboard.press('ArrowRight');
      await skills.first().click();
      await settled(page);
      await page.screenshot({ path: `${folder}/${name}-${scheme}-details.png` });
    });
  }
}
