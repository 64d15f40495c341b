// What is drawn on the canvas can be hit: carets and cards at every zoom, and what its panels offer, by mouse and by finger.
import { camera, card, expect, firstGroup, keyOf, open, outline, settled, test } from './waymark.mjs';

// A step takes long on a busy machine.
test.describe.configure({ timeout: 180_000 });

const kZooms = [0.44, 0.6, 0.8, 1.2, 2, 4];

const send = (page, command) => page.evaluate((c) => window.__bench.send(c), command);

// How wide and high the part round (x, y) of the canvas is that hits the same as its middle does.
const reach = (page, x, y, coarse) =>
  page.evaluate(
    ({ x, y, coarse }) => {
      const { hit } = window.__bench,
        what = hit(x, y, coarse);
      const along = (dx, dy) => {
        let n = 0;
        while (n < 120 && hit(x + dx * n, y + dy * n, coarse) === what) ++n;
        return n;
      };
      return { what, width: along(1, 0) + along(-1, 0) - 1, height: along(0, 1) + along(0, -1) - 1 };
    },
    { x, y, coarse },
  );

async function zoomTo(page, key, zoom) {
  await send(page, { do: 'select', skill: key, reveal: true });
  await send(page, { do: 'fit_selection' });
  await send(page, { do: 'zoom', factor: zoom / (await camera(page)).zoom });
  await send(page, { do: 'clear_selection' });
  await settled(page);
  expect((await camera(page)).zoom).toBeCloseTo(zoom, 2);
}

for (const { name, coarse, least } of [
  { name: 'a mouse', coarse: false, least: 24 },
  { name: 'a finger', coarse: true, least: 44 },
]) {
  test(`cards and the carets of groups are large enough for ${name} at every zoom`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    const { key, skills } = await firstGroup(page),
      box = await page.locator('canvas').boundingBox();
    const skill = await keyOf(skills.first());
    for (const expanded of [false, true]) {
      await send(page, { do: 'set_expanded', skill: key, expanded });
      for (const zoom of kZooms) {
        await zoomTo(page, key, zoom);
        const at = await card(page, key),
          rect = { x: at.x - box.x, y: at.y - box.y, w: at.width, h: at.height };
        // Where the caret is drawn differs by level of detail; it is the nearest that hits in the card's right upper part.
        const caret = await page.evaluate(
          ({ rect, key, coarse }) => {
            for (let dy = 1; dy < Math.min(rect.h, 120); ++dy)
              for (let dx = 1; dx < Math.min(rect.w, 120); ++dx)
                if (window.__bench.hit(rect.x + rect.w - dx, rect.y + dy, coarse) === key)
                  return { x: rect.x + rect.w - dx - 4, y: rect.y + dy + 4 };
            return null;
          },
          { rect, key, coarse },
        );
        expect(caret, `a caret at ${zoom}`).not.toBeNull();
        const hit = await reach(page, caret.x, caret.y, coarse);
        expect(hit.what).toBe(key);
        expect(
          Math.min(hit.width, hit.height),
          `the caret at ${zoom}, ${expanded ? 'open' : 'closed'}`,
        ).toBeGreaterThanOrEqual(least - 1);
        if (expanded) continue;
        const rest = await reach(page, rect.x + rect.w * 0.25, rect.y + rect.h / 2, coarse);
        expect(rest.what).toBe(-key);
        expect(Math.min(rest.width, rest.height), `the rest of the card at ${zoom}`).toBeGreaterThanOrEqual(least - 1);
      }
    }
    // A skill's card, from where a card is drawn at all; nearer than that it has the room of its neighbours' gaps too.
    for (const zoom of kZooms) {
      await zoomTo(page, skill, zoom);
      const at = await card(page, skill),
        hit = await reach(page, at.x - box.x + at.width * 0.6, at.y - box.y + at.height / 2, coarse);
      expect(hit.what).toBe(-skill);
      expect(Math.min(hit.width, hit.height), `the skill at ${zoom}`).toBeGreaterThanOrEqual(least - 1);
    }
  });
}

// What the canvas' panels offer, smaller than `least`.
const small = async (page, least) =>
  (await page.evaluate(() => window.__bench.targets())).filter(({ w, h }) => w < least || h < least);

test('what the panels on the map offer is at least 24 pixels for a mouse', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const { group, key, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await skills.first().click();
  await settled(page);
  const offered = async () => (await page.evaluate(() => window.__bench.targets())).map(({ id }) => id);
  expect(await offered()).toEqual(expect.arrayContaining(['go', 'Done']));
  expect(await small(page, 24)).toEqual([]);
  for (const of of [await keyOf(skills.first()), key]) {
    const at = await card(page, of);
    await page.mouse.click(at.x + 30, at.y + 12, { button: 'right' });
    await settled(page);
    expect((await offered()).length).toBeGreaterThan(4);
    expect(await small(page, 24)).toEqual([]);
    await page.keyboard.press('Escape');
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('what the panels on the map offer is at least 44 pixels for a finger', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    await page.getByRole('tab', { name: 'Map' }).tap();
    await settled(page);
    const group = page.locator('[role=tree] > [role=treeitem][aria-expanded]').first(),
      at = await card(page, await keyOf(group));
    const session = await page.context().newCDPSession(page),
      point = { x: at.x + at.width / 2, y: at.y + at.height / 2 };
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await expect.poll(() => page.evaluate(() => window.__bench.state().menu)).toBe(true);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await settled(page);
    expect((await page.evaluate(() => window.__bench.targets())).length).toBeGreaterThan(3);
    expect(await small(page, 44)).toEqual([]);
  });

  test('what one is sent to see stands above the sheet, not under it', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    await page.getByRole('tab', { name: 'Map' }).tap();
    const skill = page.locator('[role=group] [role=treeitem]:not([aria-expanded])').nth(20),
      key = await keyOf(skill);
    await send(page, { do: 'select', skill: key, reveal: true });
    await settled(page);
    const clear = async () => {
      const sheet = await page.locator('#details').boundingBox(),
        map = await page.locator('canvas').boundingBox();
      await expect(page.locator('#zoom')).toBeHidden();
      return { top: map.y, bottom: Math.min(map.y + map.height, sheet.y), left: map.x, right: map.x + map.width };
    };
    const within = async (what) => {
      const room = await clear(),
        at = await card(page, what);
      expect(at.y, 'its top').toBeGreaterThanOrEqual(room.top);
      expect(at.y + at.height, 'its foot').toBeLessThanOrEqual(room.bottom);
      expect(at.x, 'its left').toBeGreaterThanOrEqual(room.left);
      expect(at.x + at.width, 'its right').toBeLessThanOrEqual(room.right);
    };
    await within(key);
    await page.getByRole('button', { name: 'Show the way here' }).tap();
    await settled(page);
    const way = await page.evaluate((k) => {
      const state = window.__bench.state(),
        shown = new Map(state.skills.map((s) => [s.key, s]));
      return [...shown.values()]
        .filter((s) => s.matches && !s.expanded && window.__bench.card(s.key))
        .map((s) => s.key)
        .concat(k);
    }, key);
    expect(way.length).toBeGreaterThan(1);
    for (const one of way) await within(one);
  });
});

test('details that open beside the map leave it where it is', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // So narrow that the details lie over the map.
  await page.setViewportSize({ width: 1000, height: 760 });
  await open(page);
  await settled(page);
  const groups = outline(page).locator('> [role=treeitem][aria-expanded]');
  const before = await camera(page),
    at = await card(page, await keyOf(groups.first()));
  await page.mouse.click(at.x + at.width * 0.3, at.y + at.height / 2);
  await expect(groups.first()).toHaveAttribute('aria-selected', 'true');
  await settled(page);
  const beside = await camera(page);
  expect(beside.zoom).toBeCloseTo(before.zoom, 5);
  await page.locator('#surface').focus();
  await page.keyboard.press('Escape');
  await settled(page);
  expect((await camera(page)).zoom).toBeCloseTo(before.zoom, 5);
});
