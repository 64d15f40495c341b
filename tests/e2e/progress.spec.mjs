// Marking skills: by keys and by hand, kept at once, there after a reload, undone and redone.
import { readFileSync } from 'node:fs';
import { button, details, expect, firstGroup, item, open, stored, test, titleOf } from './waymark.mjs';

test.describe.configure({ retries: 0 });

const kStates = ['not started', 'learning', 'done', 'skipped'];

async function openFirstGroup(page) {
  await open(page);
  const { group, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await expect(group).toHaveAttribute('aria-expanded', 'true');
  return { group, skill: skills.first(), next: skills.nth(1) };
}

test('keys 1 to 4 on a focused skill set its state, and the outline says so', async ({ page }) => {
  const { skill } = await openFirstGroup(page);
  const title = await titleOf(skill);
  await skill.focus();
  for (const [digit, state] of [
    [2, 'learning'],
    [3, 'done'],
    [4, 'skipped'],
    [1, 'not started'],
  ]) {
    await page.keyboard.press(String(digit));
    await expect(skill).toHaveAccessibleName(new RegExp(`${state}`));
    expect((await skill.getAttribute('aria-label')).startsWith(title)).toBe(true);
    expect(kStates[digit - 1]).toBe(state);
  }
});

test('a mark is stored at once and is there after a reload', async ({ page }) => {
  const { skill, next } = await openFirstGroup(page);
  const title = await titleOf(skill),
    other = await titleOf(next);
  const before = await stored(page);
  await skill.focus();
  await page.keyboard.press('3');
  await next.focus();
  await page.keyboard.press('2');
  await expect.poll(async () => JSON.stringify(await stored(page))).not.toBe(JSON.stringify(before));
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
  await expect(item(page, title)).toHaveAccessibleName(/done/);
  await expect(item(page, other)).toHaveAccessibleName(/learning/);
});

test('undo and redo step through marks', async ({ page }) => {
  const { skill } = await openFirstGroup(page);
  await skill.focus();
  await page.keyboard.press('2');
  await page.keyboard.press('3');
  await button(page, 'Undo').click();
  await expect(skill).toHaveAccessibleName(/learning/);
  await button(page, 'Undo').click();
  await expect(skill).toHaveAccessibleName(/not started/);
  await button(page, 'Redo').click();
  await button(page, 'Redo').click();
  await expect(skill).toHaveAccessibleName(/done/);
});

test('details show the skill, and its parts lead on', async ({ page }) => {
  await open(page);
  await page.getByRole('tree').press('*');
  // The first skill that asks for something: its prerequisite in the details is a way to that skill.
  const titles = await page
    .locator('[role=treeitem]:not([aria-expanded])')
    .evaluateAll((all) => all.map((one) => one.querySelector('.name').textContent.trim()));
  let prerequisite;
  for (const title of titles) {
    await item(page, title).click();
    await expect(details(page).getByRole('heading', { name: title })).toBeVisible();
    prerequisite = details(page).locator('[data-part=requires]').getByRole('button').first();
    if (await prerequisite.count()) break;
  }
  const links = details(page).locator('[data-part=resources] a');
  expect(await links.count()).toBeGreaterThanOrEqual(2);
  for (const link of await links.all()) {
    await expect(link).toHaveAttribute('href', /^https:\/\//);
    await expect(link).toHaveAttribute('rel', /noopener/);
  }
  const name = (await prerequisite.textContent()).trim();
  await prerequisite.click();
  await expect(details(page).getByRole('heading', { level: 2 })).toHaveText(
    new RegExp(name.replace(/^[^\p{L}]+/u, '').slice(0, 8), 'u'),
  );
});

test('the four states can be set from the details', async ({ page }) => {
  const { skill } = await openFirstGroup(page);
  await skill.click();
  for (const [label, state] of [
    ['Learning', 'learning'],
    ['Done', 'done'],
    ['Skip', 'skipped'],
    ['Not started', 'not started'],
  ]) {
    await details(page)
      .getByRole('radio', { name: new RegExp(`^${label}`) })
      .check({ force: true });
    await expect(skill).toHaveAccessibleName(new RegExp(state));
  }
});

test('search finds a fact and shows it among the details of its skill', async ({ page }) => {
  await open(page);
  await button(page, 'Search').click();
  await page.keyboard.type('average salary');
  await page.keyboard.press('Enter');
  const fact = details(page).locator('[data-fact]', { hasText: '123,143' }).first();
  await expect(fact).toBeInViewport();
  await expect(fact).toContainText('As reported in 2024');
  expect(await page.evaluate(() => document.scrollingElement.scrollTop), 'the page itself does not scroll').toBe(0);
});

test('the start shows the way to each waypoint, shorter once something on it is done', async ({ page }) => {
  await open(page);
  const waypoint = details(page).locator('.waypoints li').first();
  const left = async () => Number((await waypoint.textContent()).match(/(\d+) skills left/)[1]);
  const before = await left();
  await button(page, 'Where do you stand?').click();
  await page.getByRole('checkbox').first().check();
  await button(page, 'Show my next step').click();
  await page.keyboard.press('Escape');
  await expect.poll(left).toBe(before - 1);
  await expect(waypoint).toContainText(/about \p{L}+ 20\d\d/u);
});

test('the first question says beside each tick how the skill carries over', async ({ page }) => {
  const { skills } = JSON.parse(
    readFileSync(new URL('../../assets/roadmaps/backend-to-ml-engineer.json', import.meta.url), 'utf8'),
  );
  const carried = skills.filter((s) => s.carriedOver);
  await open(page);
  await button(page, 'Where do you stand?').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('checkbox')).toHaveCount(carried.length);
  for (const { title, carriedOver } of carried) {
    await expect(dialog.getByRole('checkbox', { name: title, exact: true })).toHaveAccessibleDescription(carriedOver);
    await expect(dialog.getByText(carriedOver, { exact: true })).toBeVisible();
  }
});

test('search finds a skill inside a closed group, opens it and selects it', async ({ page }) => {
  await open(page);
  const hidden = page.locator('[role=group][hidden] [role=treeitem] .name').last();
  const title = (await hidden.textContent()).trim();
  await button(page, 'Search').click();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await expect(details(page).getByRole('heading', { name: title })).toBeVisible();
  await expect(item(page, title)).toBeVisible();
  await expect(item(page, title)).toHaveAttribute('aria-selected', 'true');
});
