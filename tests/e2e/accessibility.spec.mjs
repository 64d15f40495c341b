// axe-core's rules for WCAG 2.2, A and AA, on the main views and dialogs.
import { AxeBuilder } from '@axe-core/playwright';
import { button, details, expect, firstGroup, open, settled, test } from './waymark.mjs';

const kTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function check(page, view) {
  const { violations } = await new AxeBuilder({ page }).withTags(kTags).analyze();
  expect(violations.map(({ id, nodes }) => `${view}: ${id} at ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
}

for (const scheme of ['dark', 'light']) {
  for (const [screen, size] of Object.entries({ laptop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } })) {
    test(`nothing to complain about on a ${screen}, ${scheme}`, async ({ page }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await open(page);
      await settled(page);
      await check(page, 'start');
      const { group, skills } = await firstGroup(page);
      await group.focus();
      await page.keyboard.press('ArrowRight');
      await skills.first().click();
      await page.keyboard.press('2');
      await expect(details(page)).toBeVisible();
      await check(page, 'details');
      if (screen === 'phone') {
        await page.keyboard.press('Escape');
        await page.getByRole('tab', { name: 'Map' }).click();
        await check(page, 'map');
      }
      await button(page, 'Share').click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await check(page, 'share');
      await page.keyboard.press('Escape');
      await button(page, 'Search').click();
      await page.keyboard.type('py');
      await expect(page.getByRole('option').first()).toBeVisible();
      await check(page, 'search');
      await page.keyboard.press('Escape');
      await page.locator('.filter-button:visible').click();
      await expect(page.getByRole('dialog', { name: 'Filter' })).toBeVisible();
      await page.getByRole('dialog', { name: 'Filter' }).getByRole('button', { name: 'Available' }).click();
      await check(page, 'filter');
      await page.getByRole('dialog', { name: 'Filter' }).getByRole('button', { name: 'Clear', exact: true }).click();
      await page.keyboard.press('Escape');
      for (const command of ['learn next', 'changed since', 'where do you stand']) {
        await button(page, 'Search').click();
        await page.keyboard.type(command);
        await page.keyboard.press('Enter');
        await expect(page.locator('dialog.dialog[open]')).toBeVisible();
        await check(page, command);
        await page.keyboard.press('Escape');
      }
      if (screen === 'phone') return;
      for (const name of ['Settings', 'Help']) {
        await button(page, name).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await check(page, name);
        await page.keyboard.press('Escape');
      }
    });
  }
}
