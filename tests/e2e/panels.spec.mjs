// What is drawn on the canvas beside the map: context menu, quick card, minimap, tooltip.
import { camera, card, details, expect, firstGroup, keyOf, open, outline, settled, test } from './waymark.mjs';

// A skill of the first group, selected and in view; the card's rectangle.
async function selectSkill(page) {
  await open(page);
  const { group, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await skills.first().click();
  await settled(page);
  return { skill: skills.first(), rect: await card(page, await keyOf(skills.first())) };
}

const middle = (rect) => [rect.x + rect.width / 2, rect.y + rect.height / 2];
// The lines of the menu are 32 px high, below a padding of 6 px (ui/context_menu.cpp).
const line = ([x, y], n) => [x + 40, y + 6 + 32 * n + 16];

// The pixels of the map's part round a point, to see that something appeared there.
async function pixels(page, [x, y], width = 220, height = 120) {
  return (await page.screenshot({ clip: { x, y, width, height } })).toString('base64');
}

test('the menu of a card sets a state', async ({ page }) => {
  const { skill, rect } = await selectSkill(page);
  for (const [n, state] of [
    [2, 'done'],
    [1, 'learning'],
    [3, 'skipped'],
    [0, 'not started'],
  ]) {
    await page.mouse.click(...middle(rect), { button: 'right' });
    await settled(page);
    await page.mouse.click(...line(middle(rect), n));
    await expect(skill).toHaveAccessibleName(new RegExp(state));
    await settled(page);
  }
});

test('Escape closes the menu and keeps the selection, then takes that back too', async ({ page }) => {
  const { skill, rect } = await selectSkill(page);
  const at = middle(rect);
  await page.mouse.click(...at, { button: 'right' });
  await page.mouse.move(at[0] - 60, at[1]);
  await settled(page);
  const opened = await pixels(page, at);
  await page.keyboard.press('Escape');
  await settled(page);
  expect(await pixels(page, at)).not.toBe(opened);
  await expect(skill).toHaveAttribute('aria-selected', 'true');
  await expect(details(page).getByRole('radio').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(outline(page).locator('[aria-selected=true]')).toHaveCount(0);
});

test('a press beside the menu only closes it', async ({ page }) => {
  const { skill, rect } = await selectSkill(page);
  await page.mouse.click(...middle(rect), { button: 'right' });
  await settled(page);
  await page.mouse.click(rect.x - 20, rect.y - 20);
  await settled(page);
  await expect(skill).toHaveAttribute('aria-selected', 'true');
});

test('the quick card has the four states', async ({ page }) => {
  const { skill, rect } = await selectSkill(page);
  // It stands above, below or beside the card; its buttons are 76 px wide and end 10 px above its foot (ui/quick_card.cpp).
  const places = [
    [rect.x, rect.y - 14 - 102],
    [rect.x, rect.y + rect.height + 14],
    [rect.x + rect.width + 14, rect.y],
    [rect.x - 14 - 324, rect.y],
  ];
  const button = ([x, y], n) => [x + 10 + 76 * n + 38, y + 46 + 23];
  let place;
  for (const candidate of places) {
    await page.mouse.move(...button(candidate, 2));
    await settled(page);
    if ((await page.locator('#surface').evaluate((surface) => surface.style.cursor)) !== 'pointer') continue;
    await page.mouse.click(...button(candidate, 2));
    const marked = await expect(skill)
      .toHaveAccessibleName(/done/, { timeout: 3000 })
      .then(
        () => true,
        () => false,
      );
    if (marked) {
      place = candidate;
      break;
    }
  }
  expect(place).toBeTruthy();
  for (const [n, state] of [
    [1, 'learning'],
    [3, 'skipped'],
    [0, 'not started'],
    [2, 'done'],
  ]) {
    await page.mouse.click(...button(place, n));
    await expect(skill).toHaveAccessibleName(new RegExp(state));
  }
});

test('a press on the minimap takes the camera there', async ({ page }) => {
  const { rect } = await selectSkill(page);
  const before = await camera(page),
    canvas = await page.locator('canvas').boundingBox();
  // 196 × 128 px in the lower right corner, 16 px from the edges.
  await page.mouse.click(canvas.x + canvas.width - 16 - 98, canvas.y + canvas.height - 16 - 20);
  await settled(page);
  const after = await camera(page);
  expect(after.zoom).toBeCloseTo(before.zoom, 5);
  expect(after.y - before.y).toBeGreaterThan(rect.height);
});

test('a card that the pointer rests on is explained', async ({ page }) => {
  await open(page);
  await settled(page);
  const { key } = await firstGroup(page),
    rect = await card(page, key);
  const at = [rect.x + rect.width / 2, rect.y + rect.height / 2];
  // Below the card, where only the explanation reaches.
  const below = () => pixels(page, [at[0] + 20, rect.y + rect.height + 12], 120, 12);
  const before = await below();
  await page.mouse.move(...at);
  await expect.poll(below).not.toBe(before);
});
