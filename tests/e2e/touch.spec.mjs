// The map under fingers, on a phone.
import { camera, card, details, expect, keyOf, open, settled, test } from './waymark.mjs';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

// The list is hidden beside the map, and so are its roles.
const groups = (page) => page.locator('[role=tree] > [role=treeitem][aria-expanded]');
const skillsOf = (group) => group.locator('[role=treeitem]:not([aria-expanded])');

async function openMap(page) {
  await open(page);
  await page.getByRole('tab', { name: 'Map' }).tap();
  await settled(page);
}

// Moves fingers from one list of points to another, in steps, as the browser's own input.
async function fingers(page) {
  const session = await page.context().newCDPSession(page);
  const send = (type, points) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  return {
    down: (points) => send('touchStart', points),
    up: () => send('touchEnd', []),
    async move(from, to, steps = 8) {
      for (let i = 1; i <= steps; ++i)
        await send(
          'touchMove',
          from.map(([x, y], n) => [x + ((to[n][0] - x) * i) / steps, y + ((to[n][1] - y) * i) / steps]),
        );
    },
  };
}

test('a tap selects a group, on its name too where that is wider than its block', async ({ page }) => {
  await openMap(page);
  // So far away that names stand over their blocks.
  const fitted = (await camera(page)).zoom;
  await page.evaluate(() => window.__bench.send({ do: 'zoom', factor: 0.7 }));
  await expect.poll(async () => (await camera(page)).zoom).toBeCloseTo(0.7 * fitted, 3);
  await settled(page);
  for (const at of [0, 3]) {
    const group = groups(page).nth(at);
    for (const onName of [false, true]) {
      const block = await card(page, await keyOf(group));
      await page.touchscreen.tap(block.x + (onName ? -20 : block.width / 2), block.y + block.height / 2);
      await expect(group).toHaveAttribute('aria-selected', 'true');
      await expect(details(page)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(details(page)).toBeHidden();
      await settled(page);
    }
  }
});

test('a second tap at once opens a group, though the map made room for the details between', async ({ page }) => {
  await openMap(page);
  const group = groups(page).first(),
    block = await card(page, await keyOf(group));
  const hand = await fingers(page),
    at = [[block.x + block.width / 2, block.y + block.height / 2]];
  // Not waiting for each other: two taps are one gesture only when they follow at once.
  await Promise.all([hand.down(at), hand.up(), hand.down(at), hand.up()]);
  await expect(group).toHaveAttribute('aria-expanded', 'true');
});

test('one finger pans by as much as it moves', async ({ page }) => {
  await openMap(page);
  const hand = await fingers(page),
    before = await camera(page);
  // Beside the cards, on the background.
  const from = [[60, 770]],
    to = [[20, 690]];
  await hand.down(from);
  await hand.move(from, to);
  await page.waitForTimeout(200); // a rest before letting go, so that no inertia adds to the drag
  await hand.up();
  await settled(page);
  const after = await camera(page);
  expect(after.zoom).toBeCloseTo(before.zoom, 5);
  expect((before.x - after.x) * before.zoom).toBeCloseTo(-40, 0);
  expect((before.y - after.y) * before.zoom).toBeCloseTo(-80, 0);
});

test('two fingers zoom the map by the ratio of their distances, and never the page', async ({ page }) => {
  await openMap(page);
  const hand = await fingers(page),
    before = await camera(page);
  const from = [
      [175, 400],
      [225, 400],
    ],
    to = [
      [150, 400],
      [250, 400],
    ];
  await hand.down(from);
  await hand.move(from, to);
  await hand.up();
  await settled(page);
  const ratio = (await camera(page)).zoom / before.zoom;
  expect(ratio).toBeGreaterThan(2 * 0.97);
  expect(ratio).toBeLessThan(2 * 1.03);
  expect(await page.evaluate(() => window.visualViewport.scale)).toBe(1);
});

test('a long press opens the menu, which stays when the finger lifts', async ({ page }) => {
  await openMap(page);
  const group = groups(page).first(),
    block = await card(page, await keyOf(group)),
    hand = await fingers(page);
  const at = { x: block.x + block.width / 2, y: block.y + block.height / 2 };
  await hand.down([[at.x, at.y]]);
  await page.waitForTimeout(700);
  await hand.up();
  await settled(page);
  await expect(group).toHaveAttribute('aria-expanded', 'false');
  await page.touchscreen.tap(at.x + 40, at.y + 28); // its first line: open the group
  await expect(group).toHaveAttribute('aria-expanded', 'true');
});

test('a skill chosen in the list is shown whole when one turns to the map', async ({ page }) => {
  await open(page);
  const group = groups(page).first(),
    skills = skillsOf(group);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  for (const at of [1, 6]) {
    const key = await keyOf(skills.nth(at));
    await page.getByRole('tab', { name: 'List' }).tap();
    await skills.nth(at).tap();
    await expect(details(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(details(page)).toBeHidden();
    await page.getByRole('tab', { name: 'Map' }).tap();
    await settled(page);
    const shown = await card(page, key),
      map = await page.locator('canvas').boundingBox();
    expect(shown.x).toBeGreaterThanOrEqual(map.x);
    expect(shown.x + shown.width).toBeLessThanOrEqual(map.x + map.width);
    expect(shown.y).toBeGreaterThanOrEqual(map.y);
    expect(shown.y + shown.height).toBeLessThanOrEqual(map.y + map.height);
    expect(shown.width).toBeGreaterThan(120);
  }
});
