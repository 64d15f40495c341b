// What hands expect of a canvas: every key and gesture of the map that the help names and no other test walks through.
import {
  button,
  camera,
  card,
  details,
  expect,
  firstGroup,
  ground,
  keyOf,
  open,
  outline,
  settled,
  test,
} from './waymark.mjs';

const surface = (page) => page.locator('#surface');
const selected = (page) => outline(page).locator('[aria-selected=true]');

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await settled(page);
});

test('Space and a drag pan from anywhere, and letting go marks nothing', async ({ page }) => {
  const { group, key } = await firstGroup(page),
    before = await camera(page),
    at = await card(page, key);
  await group.click();
  await settled(page);
  const name = await group.getAttribute('aria-label');
  const from = await card(page, key),
    start = await camera(page);
  await surface(page).focus();
  await page.keyboard.down(' ');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 70, from.y + from.height / 2 + 40, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up(' ');
  await settled(page);
  const after = await camera(page),
    to = await card(page, key);
  expect((start.x - after.x) * after.zoom, 'the view went along').toBeCloseTo(70, 0);
  expect(to.x - from.x, 'the card stayed on its ground').toBeCloseTo(70, 0);
  expect(await group.getAttribute('aria-label')).toBe(name);
  await expect(button(page, 'Undo')).toBeDisabled();
  expect(before.zoom).toBeCloseTo(after.zoom, 5);
  expect(at.width).toBeCloseTo(to.width, 3);
});

test('Space alone goes through the states of the selected skill', async ({ page }) => {
  const { group, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await skills.first().click();
  await surface(page).focus();
  for (const state of ['learning', 'done', 'not started']) {
    await page.keyboard.press(' ');
    await expect(skills.first()).toHaveAccessibleName(new RegExp(state));
  }
});

test('the middle button pans from anywhere too', async ({ page }) => {
  const { key } = await firstGroup(page),
    from = await card(page, key);
  await page.mouse.move(from.x + 40, from.y + from.height / 2);
  await page.mouse.down({ button: 'middle' });
  await page.mouse.move(from.x + 90, from.y + from.height / 2 - 30, { steps: 5 });
  await page.mouse.up({ button: 'middle' });
  await settled(page);
  const to = await card(page, key);
  expect([to.x - from.x, to.y - from.y].map(Math.round)).toEqual([50, -30]);
  await expect(button(page, 'Undo')).toBeDisabled();
});

test('the wheel zooms where that was chosen, and Shift makes it pan again', async ({ page }) => {
  await button(page, 'Settings').click();
  await page.getByRole('checkbox', { name: /The wheel zooms/ }).check();
  await page.keyboard.press('Escape');
  await settled(page);
  const start = await camera(page),
    at = await ground(page);
  await page.mouse.move(at.x, at.y + 200);
  await page.mouse.wheel(0, -120);
  await settled(page);
  const closer = await camera(page);
  expect(closer.zoom).toBeGreaterThan(start.zoom * 1.05);
  await page.keyboard.down('Shift');
  await page.mouse.wheel(0, 90);
  await page.keyboard.up('Shift');
  await settled(page);
  const moved = await camera(page);
  expect(moved.zoom).toBeCloseTo(closer.zoom, 5);
  expect(Math.hypot(moved.x - closer.x, moved.y - closer.y)).toBeGreaterThan(1);
});

test('Home and End go to the first and the last skill', async ({ page }) => {
  await surface(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  const last = outline(page).getByRole('treeitem', { includeHidden: true }).last();
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await expect(outline(page).getByRole('treeitem').first()).toHaveAttribute('aria-selected', 'true');
});

test('Shift+1 shows the whole, Shift+2 what is selected, and Shift+F the whole where Shift writes digits', async ({
  page,
}) => {
  const whole = await camera(page),
    { group, key } = await firstGroup(page);
  await group.click();
  await settled(page);
  await surface(page).focus();
  await page.keyboard.press('Shift+Digit2');
  await settled(page);
  const near = await camera(page),
    box = await page.locator('canvas').boundingBox(),
    at = await card(page, key);
  expect(near.zoom).toBeGreaterThan(whole.zoom);
  expect(at.x).toBeGreaterThan(box.x);
  expect(at.x + at.width).toBeLessThan(box.x + box.width);
  // On a French keyboard Shift and that key write the digit, which is another key's meaning.
  await surface(page).evaluate((el) =>
    el.dispatchEvent(
      new KeyboardEvent('keydown', { key: '1', code: 'Digit1', shiftKey: true, bubbles: true, cancelable: true }),
    ),
  );
  await settled(page);
  expect((await camera(page)).zoom).toBe(near.zoom);
  await page.keyboard.press('Shift+KeyF');
  await settled(page);
  expect((await camera(page)).zoom).toBeLessThan(near.zoom);
});

test('signs work where a layout has them: / and ? by what is typed, not by the place of the key', async ({ page }) => {
  const press = (key, code, shiftKey = false) =>
    surface(page).evaluate(
      (el, init) => {
        el.focus();
        el.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }));
      },
      { key, code, shiftKey },
    );
  await press('/', 'Digit7', true); // German
  await expect(page.getByRole('dialog', { name: 'Find a skill or a command' })).toBeVisible();
  await page.keyboard.press('Escape');
  await press('?', 'Minus', true);
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
  await page.keyboard.press('Escape');
  const start = (await camera(page)).zoom;
  await press('+', 'BracketRight');
  await settled(page);
  expect((await camera(page)).zoom).toBeGreaterThan(start);
});

test('E opens and closes the selected group, Shift+E all of them', async ({ page }) => {
  const { group } = await firstGroup(page),
    groups = outline(page).locator('> [role=treeitem][aria-expanded]');
  await group.click();
  await surface(page).focus();
  await page.keyboard.press('e');
  await expect(group).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('e');
  await expect(group).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Shift+E');
  await expect(groups.last()).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Shift+E');
  await expect(groups.last()).toHaveAttribute('aria-expanded', 'false');
});

test('Ctrl+Z takes back and Shift+Ctrl+Z does it again, Ctrl+K searches', async ({ page }) => {
  const { group, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await skills.first().click();
  await page.keyboard.press('3');
  await expect(skills.first()).toHaveAccessibleName(/done/);
  await page.keyboard.press('Control+z');
  await expect(skills.first()).toHaveAccessibleName(/not started/);
  await page.keyboard.press('Control+Shift+z');
  await expect(skills.first()).toHaveAccessibleName(/done/);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
});

test('Escape backs out one step at a time: menu, details, selection', async ({ page }) => {
  const { group, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await skills.first().click();
  await settled(page);
  const at = await card(page, await keyOf(skills.first()));
  await details(page).getByRole('radio').first().focus();
  await page.mouse.click(at.x + 20, at.y + 8, { button: 'right' });
  const menu = () => page.evaluate(() => window.__bench.state().menu);
  await expect.poll(menu).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(menu).toBe(false);
  await expect(selected(page)).toHaveCount(1);
  await details(page).getByRole('radio').first().focus();
  await page.keyboard.press('Escape');
  await expect(surface(page)).toBeFocused();
  await expect(selected(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(selected(page)).toHaveCount(0);
});

test('search looks past a slip of the fingers', async ({ page }) => {
  await button(page, 'Search').click();
  await page.keyboard.type('kubernets');
  await expect(page.getByRole('option', { name: /Kubernetes/ }).first()).toBeVisible();
});
