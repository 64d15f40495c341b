// The map under hands: pan, zoom, expand, drag.
import { button, camera, card, expect, firstGroup, ground, keyOf, open, settled, test } from './waymark.mjs';

test.beforeEach(async ({ page }) => {
  await open(page);
  await settled(page);
});

test('dragging the ground pans by the distance of the drag', async ({ page }) => {
  const before = await camera(page),
    from = await ground(page);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x - 60, from.y + 45, { steps: 6 });
  await page.waitForTimeout(200); // a rest before letting go, so that no inertia adds to the drag
  await page.mouse.up();
  await settled(page);
  const after = await camera(page);
  expect(after.zoom).toBeCloseTo(before.zoom, 5);
  expect((before.x - after.x) * before.zoom).toBeCloseTo(-60, 0);
  expect((before.y - after.y) * before.zoom).toBeCloseTo(45, 0);
});

test('the wheel pans, Ctrl and the wheel zoom at the pointer', async ({ page }) => {
  const { key } = await firstGroup(page);
  const start = await camera(page),
    rect = await card(page, key);
  await page.mouse.move(rect.x + 20, rect.y + 20);
  await page.mouse.wheel(0, -80);
  await settled(page);
  const panned = await camera(page);
  expect(panned.y).toBeLessThan(start.y);
  expect(panned.zoom).toBeCloseTo(start.zoom, 5);

  // A wheel event has whole pixels, so the world point is taken from under a whole pixel.
  const canvas = await page.locator('canvas').boundingBox(),
    anchor = await card(page, key);
  const pointer = { x: Math.round(anchor.x + 20), y: Math.round(anchor.y + 20) };
  const worldAt = (view) => ({
    x: view.x + (pointer.x - canvas.x - canvas.width / 2) / view.zoom,
    y: view.y + (pointer.y - canvas.y - canvas.height / 2) / view.zoom,
  });
  await page.mouse.move(pointer.x, pointer.y);
  await page.keyboard.down('Control');
  for (let i = 0; i < 10; ++i) await page.mouse.wheel(0, -20);
  await page.keyboard.up('Control');
  await settled(page);
  const zoomed = await camera(page),
    before = worldAt(panned),
    after = worldAt(zoomed);
  expect(zoomed.zoom).toBeGreaterThan(start.zoom * 1.2);
  expect(Math.hypot(after.x - before.x, after.y - before.y) * zoomed.zoom).toBeLessThan(1);
});

test('buttons and keys zoom, and Fit shows the whole road again', async ({ page }) => {
  const start = await camera(page);
  await button(page, 'Zoom in').click();
  await settled(page);
  const closer = await camera(page);
  expect(closer.zoom).toBeGreaterThan(start.zoom);
  await page.keyboard.press('-');
  await settled(page);
  expect((await camera(page)).zoom).toBeLessThan(closer.zoom);
  await button(page, 'Fit').click();
  await settled(page);
  const fitted = await camera(page);
  expect(fitted.zoom).toBeCloseTo(start.zoom, 2);
  expect(fitted.x).toBeCloseTo(start.x, 0);
});

test('double click expands a group and its caret collapses it, in step with the outline', async ({ page }) => {
  const { group, key } = await firstGroup(page);
  await expect(group).toHaveAttribute('aria-expanded', 'false');
  const collapsed = await card(page, key);
  await page.mouse.dblclick(collapsed.x + collapsed.width * 0.5, collapsed.y + collapsed.height * 0.5);
  await expect(group).toHaveAttribute('aria-expanded', 'true');
  await settled(page);
  const area = await card(page, key),
    scale = (await camera(page)).zoom;
  expect(area.height).toBeGreaterThan(collapsed.height * 1.5);
  await page.mouse.click(area.x + area.width - 30 * scale, area.y + 26 * scale);
  await expect(group).toHaveAttribute('aria-expanded', 'false');
});

test('a dragged card stays where it was dropped, after a reload too, and undo takes it back', async ({ page }) => {
  const { key } = await firstGroup(page);
  const start = await card(page, key);
  const grip = { x: start.x + start.width * 0.5, y: start.y + start.height * 0.8 };
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x - 70, grip.y + 25, { steps: 8 });
  await page.mouse.up();
  await settled(page);
  const dropped = await card(page, key);
  expect(dropped.x - start.x).toBeCloseTo(-70, 0);
  expect(dropped.y - start.y).toBeCloseTo(25, 0);

  const other = await keyOf(page.getByRole('tree').locator('> [role=treeitem]').nth(1));
  const apart = async () => {
    const a = await card(page, key),
      b = await card(page, other),
      { zoom } = await camera(page);
    return { x: (a.x - b.x) / zoom, y: (a.y - b.y) / zoom };
  };
  const before = await apart();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
  await settled(page);
  const after = await apart();
  expect(after.x).toBeCloseTo(before.x, 0);
  expect(after.y).toBeCloseTo(before.y, 0);
});

test('undo takes a drag back', async ({ page }) => {
  const { key } = await firstGroup(page);
  const start = await card(page, key);
  await page.mouse.move(start.x + 60, start.y + start.height * 0.8);
  await page.mouse.down();
  await page.mouse.move(start.x + 120, start.y + start.height, { steps: 8 });
  await page.mouse.up();
  await settled(page);
  await button(page, 'Undo').click();
  await settled(page);
  const back = await card(page, key);
  expect(back.x).toBeCloseTo(start.x, 0);
  expect(back.y).toBeCloseTo(start.y, 0);
});

test('an idle page draws nothing', async ({ page }) => {
  const before = await page.evaluate(() => window.__bench.frames());
  await page.waitForTimeout(3000);
  expect(await page.evaluate(() => window.__bench.frames())).toBe(before);
});

test('the names of the cards are drawn, not only their shapes', async ({ page }) => {
  await open(page);
  const { key } = await firstGroup(page);
  await settled(page);
  const picture = (await page.screenshot({ clip: await card(page, key) })).toString('base64');
  // Nothing on a card in the dark theme is as light as its text.
  const light = await page.evaluate(async (png) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (c) => c.charCodeAt(0))]));
    const paper = new OffscreenCanvas(image.width, image.height).getContext('2d');
    paper.drawImage(image, 0, 0);
    const { data } = paper.getImageData(0, 0, image.width, image.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) if (Math.min(data[i], data[i + 1], data[i + 2]) > 200) ++count;
    return count;
  }, picture);
  expect(light).toBeGreaterThan(40);
});
