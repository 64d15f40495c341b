// Everything by keys alone.
import {
  button,
  camera,
  card,
  details,
  expect,
  firstGroup,
  item,
  keyOf,
  open,
  outline,
  settled,
  test,
  titleOf,
} from './waymark.mjs';

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
  for (const [digit, state] of [
    ['2', 'learning'],
    ['3', 'done'],
    ['4', 'skipped'],
    ['1', 'not started'],
  ]) {
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
  const { group, skills } = await firstGroup(page),
    roots = outline(page).locator('> [role=treeitem]');
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
  const area = await page.locator('canvas').boundingBox();
  await expect
    .poll(async () => {
      const { x, y, width, height } = await card(page, await keyOf(roots.last()));
      return x >= area.x && y >= area.y && x + width <= area.x + area.width && y + height <= area.y + area.height;
    }, 'what was opened is in view')
    .toBe(true);
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
        const marked = (el) => {
          const style = getComputedStyle(el);
          return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
        };
        return {
          name: one.id || one.textContent.trim(),
          marked: marked(one) || [...one.querySelectorAll(':scope > .row')].some(marked),
        };
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

// Presses Tab until `id` has the focus.
async function tabTo(page, id) {
  for (let i = 0; i < 40 && (await focused(page)) !== id; ++i) await page.keyboard.press('Tab');
  expect(await focused(page)).toBe(id);
}

test('without a mouse somebody finds a skill, reads it, marks it and shares it', async ({ page }) => {
  await open(page);
  const title = (
    await page.locator('[role=group][hidden] [role=treeitem]:not([aria-expanded]) .name').last().textContent()
  ).trim();
  await tabTo(page, 'search');
  await page.keyboard.press('Enter');
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await expect(item(page, title)).toHaveAttribute('aria-selected', 'true');
  await tabTo(page, 'surface');
  await page.keyboard.press('Enter');
  await expect(details(page).getByRole('heading', { name: title })).toBeFocused();
  // Every link in the details is come by.
  const links = await details(page).getByRole('link').all(),
    come = new Set();
  expect(links.length).toBeGreaterThan(0);
  for (let i = 0; i < 40 && come.size < links.length; ++i) {
    await page.keyboard.press('Tab');
    for (const [n, link] of links.entries())
      if (await link.evaluate((one) => one === document.activeElement)) come.add(n);
  }
  expect(come.size).toBe(links.length);
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBe('surface');
  await page.keyboard.press('3');
  await expect(item(page, title)).toHaveAccessibleName(/done/);
  await tabTo(page, 'share');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Progress link' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Progress link' })).toHaveValue(/#p=/);
  await page.keyboard.press('Escape');
  await expect(button(page, 'Share')).toBeFocused();
});

test('what moves by dragging moves without it too: by keys, and by clicks alone', async ({ page }) => {
  await open(page);
  const { group, key } = await firstGroup(page);
  await group.click();
  await settled(page);
  const moved = async (act) => {
    const [view, rect] = [await camera(page), await card(page, key)];
    await act();
    await settled(page);
    const [now, at] = [await camera(page), await card(page, key)];
    return {
      zoom: now.zoom / view.zoom,
      view: (now.x - view.x) * view.zoom,
      card: at.x - rect.x + (now.x - view.x) * view.zoom,
    };
  };
  const command = (name) => async () => {
    await button(page, 'Search').click();
    await page.getByRole('combobox').fill(name);
    await page.getByRole('option', { name }).first().click();
  };
  const surface = page.locator('#surface');
  await surface.focus();
  expect((await moved(() => surface.press('Shift+ArrowRight'))).view).toBeGreaterThan(10);
  expect((await moved(() => surface.press('+'))).zoom).toBeGreaterThan(1);
  expect((await moved(() => surface.press('Alt+Shift+ArrowRight'))).card).toBeGreaterThan(5);

  const box = await page.locator('canvas').boundingBox();
  const minimap = { x: box.x + box.width - 16 - 98, y: box.y + box.height - 16 - 20 };
  expect((await moved(() => page.mouse.click(minimap.x, minimap.y))).zoom).toBeCloseTo(1, 3);
  expect((await moved(() => button(page, 'Zoom out').click())).zoom).toBeLessThan(1);
  expect((await moved(command('Move the selected card left'))).card).toBeLessThan(-5);
});

test('the browser keeps its own chords', async ({ page }) => {
  await open(page);
  const { group, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await skills.first().click();
  const plain = ['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12'];
  const control = [
    ...'abcdefghijlmnopqrstuvwx0123456789+-=',
    'F4',
    'F5',
    'Tab',
    'PageUp',
    'PageDown',
    'Home',
    'End',
    'ArrowLeft',
    'ArrowRight',
    'Enter',
  ];
  const chords = [
    ...plain.map((key) => ({ key })),
    ...control.flatMap((key) => [
      { key, ctrlKey: true },
      { key, metaKey: true },
    ]),
    ...[...'abcdefghijlmnopqrstuvwx', 'Tab', 'Delete'].flatMap((key) => [
      { key: key.length === 1 ? key.toUpperCase() : key, ctrlKey: true, shiftKey: true },
    ]),
    ...['ArrowLeft', 'ArrowRight', 'Home', 'd', 'f', 'e', 'F4', 'Enter', ' '].map((key) => ({ key, altKey: true })),
    ...['F5', 'F10', 'Escape', 'Tab'].map((key) => ({ key, shiftKey: true })),
    { key: 'Tab' },
  ];
  const taken = await page.evaluate((all) => {
    const places = [
      document.body,
      ...document.querySelectorAll(
        '#surface, #search, [aria-selected=true], #details .states input:checked, #note, #details a',
      ),
    ];
    const found = [];
    for (const place of places) {
      place.focus();
      for (const chord of all) {
        const event = new KeyboardEvent('keydown', { ...chord, bubbles: true, cancelable: true });
        if (!place.dispatchEvent(event)) found.push(`${JSON.stringify(chord)} at ${place.id || place.tagName}`);
      }
    }
    return { found, places: places.length };
  }, chords);
  expect(taken.places).toBeGreaterThan(6);
  expect(taken.found).toEqual([]);
});
