// Everything by keys alone.
import { button, camera, details, expect, firstGroup, item, open, outline, settled, test, titleOf } from './waymark.mjs';

const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);
const selected = (page) => outline(page).locator('[aria-selected=true]');

test('on the map arrows walk, Enter opens, digits mark, Escape leaves one step at a time', async ({ page }) => {
  await open(page);
  const { group, skills } = await firstGroup(page);
  await page.locator('#surface').focus();
  await page.keyboard.press('ArrowDown');
  await expect(group).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(group).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(outline(page).locator('> [role=treeitem]').nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(group).toHaveAttribute('aria-selected', 'true');

  await skills.first().click();
  await page.locator('#surface').focus();
  for (const [digit, state] of [['2', 'learning'], ['3', 'done'], ['4', 'skipped'], ['1', 'not started']]) {
    await page.keyboard.press(digit);
    await expect(skills.first()).toHaveAccessibleName(new RegExp(state));
  }
  await page.keyboard.press('Enter');
  await expect(details(page).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBe('surface');
  await expect(selected(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(selected(page)).toHaveCount(0);
});

test('on the map + and − zoom, 0 shows it at 100 %', async ({ page }) => {
  await open(page);
  await settled(page);
  await page.locator('#surface').focus();
  const start = (await camera(page)).zoom;
  await page.keyboard.press('+');
  await settled(page);
  const closer = (await camera(page)).zoom;
  expect(closer).toBeGreaterThan(start);
  await page.keyboard.press('-');
  await settled(page);
  expect((await camera(page)).zoom).toBeCloseTo(start, 3);
  await page.keyboard.press('0');
  await settled(page);
  expect((await camera(page)).zoom).toBeCloseTo(1, 3);
});

test('the tree follows its pattern: arrows, Home, End, letters, * and Enter', async ({ page }) => {
  await open(page);
  const { group, skills } = await firstGroup(page), roots = outline(page).locator('> [role=treeitem]');
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await expect(group).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(skills.first()).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(group).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(group).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowDown');
  await expect(roots.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(roots.last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(group).toBeFocused();
  const second = await titleOf(roots.nth(1));
  await page.keyboard.press(second[0].toLowerCase());
  await expect(item(page, second)).toBeFocused();
  await page.keyboard.press('*');
  for (const root of await roots.all()) await expect(root).not.toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Enter');
  await expect(item(page, second)).toHaveAttribute('aria-selected', 'true');
});

test('Tab goes through the page and back with the focus always to be seen', async ({ page }) => {
  await open(page);
  await settled(page);
  const seen = [];
  for (const key of ['Tab', 'Shift+Tab']) {
    const stops = [];
    for (let i = 0; i < 40; ++i) {
      await page.keyboard.press(key);
      const stop = await page.evaluate(() => {
        const one = document.activeElement;
        if (one === document.body) return null;
        const marked = (el) => { const style = getComputedStyle(el); return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'; };
        return { name: one.id || one.textContent.trim(), marked: marked(one) || [...one.querySelectorAll(':scope > .row')].some(marked) };
      });
      if (!stop || stops.includes(stop.name)) break;
      expect(stop.marked, `the focus on ${stop.name} can be seen`).toBe(true);
      stops.push(stop.name);
    }
    expect(stops.length).toBeLessThan(40);
    for (const name of ['search', 'share', 'surface', 'fit']) expect(stops).toContain(name);
    seen.push(stops);
  }
  expect([...seen[1]].reverse()).toEqual(seen[0]);
});

test('a dialog keeps the focus and gives it back', async ({ page }) => {
  await open(page);
  await button(page, 'Share').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(button(page, 'Share')).toBeFocused();
});
