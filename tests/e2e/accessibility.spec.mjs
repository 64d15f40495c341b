// axe-core's rules for WCAG 2.2, A and AA, on the main views and dialogs.
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { button, details, expect, firstGroup, open, settled, shared, shareLink, test } from './waymark.mjs';

const kTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function check(page, view, within = null) {
  const axe = new AxeBuilder({ page }).withTags(kTags);
  // What lies under an open dialog was checked before it opened.
  if (within) axe.include(within);
  else if (await page.locator('dialog:modal').count()) axe.include('dialog[open]');
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${view}: ${id} at ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
    [],
  );
}

// The rules look at every part of the page, which takes seconds on a busy machine.
test.describe.configure({ timeout: 300_000 });

for (const scheme of ['dark', 'light']) {
  for (const [screen, size] of Object.entries({
    laptop: { width: 1280, height: 800 },
    phone: { width: 390, height: 844 },
  })) {
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
      for (const name of ['Settings', 'Help']) {
        if (screen === 'phone') {
          await page.locator('#more').click();
          await check(page, 'more tools', '#tools'); // it lies over the tabs
        }
        await button(page, name).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await check(page, name);
        await page.keyboard.press('Escape');
      }
    });

    test(`nothing to complain about where progress comes in or runs out, on a ${screen}, ${scheme}`, async ({
      page,
      context,
    }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await open(page);
      // A link from somebody else, with the list of what it brings.
      const link = await shareLink(page);
      await page.evaluate(() => {
        const leaf = window.__bench
          .state()
          .skills.map(({ key }) => document.getElementById(`o-${key}`))
          .find((row) => !row.hasAttribute('aria-expanded'));
        window.__bench.send({ do: 'set_state', skills: [Number(leaf.dataset.key)], state: 3 });
      });
      await page.evaluate((hash) => {
        location.hash = hash;
      }, new URL(link).hash);
      await expect(shared(page)).toBeVisible();
      await check(page, 'shared progress');
      for (const summary of await shared(page).locator('summary').all()) await summary.click();
      await check(page, 'shared progress, its lists');
      await shared(page).getByRole('button', { name: 'Dismiss' }).click();
      // A filter that nothing matches.
      await page.evaluate(() => window.__bench.send({ do: 'set_filter', states: ['skipped'] }));
      await check(page, 'nothing found');
      await page.evaluate(() => window.__bench.send({ do: 'set_filter' }));
      // A backup, before it is joined.
      await page
        .getByLabel('Backup file')
        .setInputFiles(fileURLToPath(new URL('../fixtures/backup.v1.json', import.meta.url)));
      await expect(page.locator('dialog[open]')).toBeVisible();
      await check(page, 'backup');
      await page.keyboard.press('Escape');
      await page
        .getByLabel('Backup file')
        .setInputFiles({ name: 'none.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
      await expect(page.locator('#toasts').getByText(/Nothing was changed/)).toBeVisible();
      await check(page, 'a refused backup');
      // A track is finished.
      await page.evaluate(() => {
        const group = document.querySelector('[role=tree] > [role=treeitem][aria-expanded]');
        const keys = [...group.querySelectorAll('[role=treeitem]:not([aria-expanded])')].map((row) =>
          Number(row.dataset.key),
        );
        window.__bench.send({ do: 'set_state', skills: keys, state: 3 });
      });
      await expect(page.locator('#toasts').getByText(/.+/).first()).toBeVisible();
      await check(page, 'a finished track');
      await context.setOffline(true);
      await expect(page.locator('#offline')).toHaveCount(1);
      await check(page, 'offline');
      await context.setOffline(false);
    });
  }
}
