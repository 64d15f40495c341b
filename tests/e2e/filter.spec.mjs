// What stands out on map and outline: filters, the way to a skill, what it opens; and what one press marks.
import {
  button,
  camera,
  details,
  expect,
  firstGroup,
  item,
  mark,
  open,
  outline,
  settled,
  test,
  titleOf,
} from './waymark.mjs';

const panel = (page) => page.getByRole('dialog', { name: 'Filter' });
const chip = (page, name) => panel(page).getByRole('button', { name, exact: true });
const picture = async (page) => (await page.locator('canvas').screenshot()).toString('base64');
const shownSkills = (page) => outline(page).locator('[role=treeitem]:not([aria-expanded]):not([hidden])');
const line = (page) => page.locator('#filter-line');

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await settled(page);
});

test('a filter fades the map and thins the outline, tells how many match, and moves nothing', async ({ page }) => {
  const title = await mark(page, 0, 3);
  await settled(page);
  const before = await camera(page),
    all = await picture(page);
  await button(page, 'Filter').click();
  await chip(page, 'Done').click();
  await expect(chip(page, 'Done')).toHaveAttribute('aria-pressed', 'true');
  await expect(panel(page).getByRole('status')).toHaveText(/^1 of \d+ skills stand out$/);
  await expect(page.locator('#live')).toHaveText(/Filter: 1 of \d+ skills/);
  await settled(page);
  expect(await picture(page)).not.toBe(all);
  expect(await camera(page)).toEqual(before);
  await expect(shownSkills(page)).toHaveCount(1);
  await expect(item(page, title)).toBeVisible();
  await expect(item(page, title)).toHaveAttribute('aria-setsize', '1');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(button(page, 'Filter')).toBeFocused();
  await line(page).getByRole('button', { name: 'Clear the filter' }).click();
  await expect(line(page)).toBeHidden();
  await settled(page);
  expect(await shownSkills(page).count()).toBeGreaterThan(100);
});

test('what is done can be hidden, and stays so after a reload', async ({ page }) => {
  const { group, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  const title = await titleOf(skills.first());
  await skills.nth(1).focus();
  await skills.first().focus();
  await page.keyboard.press('3');
  await button(page, 'Filter').click();
  await panel(page).getByRole('checkbox', { name: 'Hide what is done' }).check();
  await expect(item(page, title)).toBeHidden();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
  await expect(item(page, title)).toBeHidden();
  await expect(line(page)).toContainText('without what is done');
});

test('the way here stands out with the hours left, and all of it can be marked at once and taken back', async ({
  page,
}) => {
  await page.getByRole('tree').press('*');
  const way = details(page).locator('[data-part=way]');
  // The first skill with a way of several.
  for (const one of await outline(page).locator('[role=group] [role=treeitem]:not([aria-expanded])').all()) {
    await one.click();
    if (await way.count()) break;
  }
  const many = Number((await way.textContent()).match(/(\d+) skills, this one included/)[1]);
  await expect(way).toContainText(/\d+ h left/);
  await way.getByRole('button', { name: 'Show the way here' }).click();
  await expect(shownSkills(page)).toHaveCount(many);
  await expect(line(page)).toContainText('the way to');
  await way.getByRole('button', { name: 'I know this and all below it' }).click();
  await expect(page.locator('#progress')).toHaveAttribute('aria-label', new RegExp(`, ${many} of \\d+ skills done`));
  await button(page, 'Undo').click();
  await expect(page.locator('#progress')).toHaveAttribute('aria-label', /, 0 of \d+ skills done/);
});

test('what can be learned next is a list, the most useful first', async ({ page }) => {
  await button(page, 'Search').click();
  await page.keyboard.type('learn next');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'What you can learn next' });
  await expect(dialog).toBeVisible();
  const opens = (await dialog.locator('.row-button .of').allTextContents()).map((text) =>
    Number(text.match(/opens (\d+)/)?.[1] ?? 0),
  );
  expect(opens.length).toBeGreaterThan(3);
  expect(opens[0]).toBe(Math.max(...opens));
  await dialog.locator('.row-button').first().click();
  await expect(dialog).toBeHidden();
  await expect(details(page).getByRole('radio', { name: 'Done' })).toBeVisible();
});

test('what changed since the last visit is told once, and listed on request', async ({ page }) => {
  const banner = page.getByRole('region', { name: 'What changed' });
  await expect(banner).toBeHidden();
  await page.evaluate(() => {
    const name = Object.keys(localStorage).find((key) => key.endsWith(':seen'));
    const seen = JSON.parse(localStorage.getItem(name));
    seen[1][1] = 'An old name';
    seen.push([999999, 'A skill that left']);
    seen.splice(3, 1);
    localStorage.setItem(name, JSON.stringify(seen));
  });
  await page.reload();
  await expect(banner).toContainText('1 new skill, 1 renamed, 1 removed');
  await banner.getByRole('button', { name: 'See what changed' }).click();
  const dialog = page.getByRole('dialog', { name: /What changed/ });
  await expect(dialog).toContainText('was “An old name”');
  await expect(dialog).toContainText('A skill that left');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
  await expect(banner).toBeHidden();
});
