// What stands round the page: a phone's keyboard, extensions that darken, networks that want a sign-in, input methods,
// windows of any size.
import { readFile } from 'node:fs/promises';
import { button, card, details, expect, firstGroup, open, outline, settled, test } from './waymark.mjs';

const field = (page) => page.getByRole('combobox');

test.describe("with a phone's keyboard", () => {
  test.use({ viewport: { width: 390, height: 664 }, hasTouch: true, isMobile: true });

  // A browser that keeps the page as it is and only says what can be seen.
  const kSeen = { top: 120, height: 340 };
  async function openKeyboard(page) {
    await page.evaluate(({ top, height }) => {
      Object.assign(window.keyboard, { offsetTop: top, height });
      window.keyboard.dispatchEvent(new Event('resize'));
    }, kSeen);
  }
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const seen = new EventTarget();
      Object.assign(seen, { width: 390, height: 664, offsetTop: 0, offsetLeft: 0, pageTop: 0, scale: 1 });
      window.keyboard = seen;
      Object.defineProperty(window, 'visualViewport', { value: seen });
    });
  });
  async function isSeen(locator) {
    await expect
      .poll(async () => {
        const box = await locator.boundingBox();
        return box.y >= kSeen.top - 1 && box.y + box.height <= kSeen.top + kSeen.height + 1;
      })
      .toBe(true);
  }

  test('the field and the chosen result are seen', async ({ page }) => {
    await open(page);
    await button(page, 'Search').tap();
    await openKeyboard(page);
    await field(page).fill('a');
    await isSeen(field(page));
    for (let i = 0; i < 17; ++i) {
      await isSeen(page.locator('[role=option][aria-selected=true]'));
      await page.keyboard.press('ArrowDown');
    }
  });

  test('the note that is written is seen', async ({ page }) => {
    await open(page);
    const { group, skills } = await firstGroup(page);
    await group.focus();
    await page.keyboard.press('ArrowRight');
    await skills.first().tap();
    const note = details(page).getByRole('textbox').last();
    await note.focus();
    await openKeyboard(page);
    await expect
      .poll(async () => {
        const box = await note.boundingBox();
        return box.y < kSeen.top + kSeen.height - 24 && box.y + box.height > kSeen.top + 24;
      })
      .toBe(true);
  });
});

test('the Enter that ends a composition in Safari does not end the search', async ({ page }) => {
  await open(page);
  await button(page, 'Search').click();
  await field(page).fill('git');
  const press = (keyCode) =>
    field(page).evaluate((input, code) => {
      const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
      Object.defineProperty(event, 'keyCode', { value: code });
      input.dispatchEvent(event);
    }, keyCode);
  await press(229);
  await expect(page.getByRole('dialog')).toBeVisible();
  await press(13);
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a megabyte in the search makes no dialog of a mile', async ({ page }) => {
  await open(page);
  await button(page, 'Search').click();
  await field(page).evaluate((input) => {
    input.value = 'x'.repeat(1_000_000);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(page.getByText(/Nothing is called/)).toBeVisible();
  const box = await page.getByRole('dialog').boundingBox();
  expect(box.height).toBeLessThan(700);
  expect(box.width).toBeLessThan(640);
});

test('an extension that repaints the page leaves the QR code dark on light', async ({ page }) => {
  await open(page);
  // As Dark Reader does: its mark on the page, and rules that repaint every SVG and every background.
  await page.evaluate(() => {
    document.documentElement.dataset.darkreaderMode = 'dynamic';
    document.documentElement.dataset.darkreaderScheme = 'dark';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'rect, path { fill: #181a1b !important } svg, div, dialog { background-color: #181a1b !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  await button(page, 'Share').click();
  const code = page.getByRole('img', { name: /QR/ });
  await expect(code).toBeVisible();
  const shares = await page.evaluate(
    async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const pen = canvas.getContext('2d');
      pen.drawImage(image, 0, 0);
      const pixels = pen.getImageData(0, 0, canvas.width, canvas.height).data;
      let dark = 0,
        light = 0;
      for (let i = 0; i < pixels.length; i += 4) {
        const value = (pixels[i] + pixels[i + 1] + pixels[i + 2]) / 3;
        if (value < 60) ++dark;
        if (value > 195) ++light;
      }
      return { dark: (dark * 4) / pixels.length, light: (light * 4) / pixels.length };
    },
    (await code.screenshot()).toString('base64'),
  );
  expect(shares.light).toBeGreaterThan(0.4);
  expect(shares.dark).toBeGreaterThan(0.15);
});

test('where an extension darkens a light page, map and page go dark together and it is asked to leave', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.evaluate(() => {
    document.documentElement.dataset.darkreaderMode = 'dynamic';
    document.documentElement.dataset.darkreaderScheme = 'dark';
  });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('meta[name=darkreader-lock]')).toHaveCount(1);
  await expect.poll(() => page.evaluate(() => window.__bench.state().dark)).toBe(true);
});

test('a sign-in page in place of the road is called what it is', async ({ page }) => {
  for (const contentType of ['text/html', 'application/json']) {
    await page.unrouteAll();
    await page.route(/backend-to-ml-engineer[^/]*\.json$/, (route) =>
      route.fulfill({ contentType, body: '<!doctype html><title>Sign in</title>' }),
    );
    await page.goto('');
    await expect(page.getByRole('alert').filter({ hasText: /sign in/i })).toBeVisible();
    await expect(page.getByText(/mistakes in it/)).toHaveCount(0);
    await expect(outline(page).getByRole('treeitem').first()).toBeVisible();
  }
});

test('a filter that matches nothing prints the whole list', async ({ page }) => {
  await open(page);
  await page.evaluate(() => window.__bench.send({ do: 'set_filter', states: ['done'] }));
  const first = outline(page).locator('[role=treeitem]').first();
  await expect(first).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(first).toBeVisible();
  expect((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g).length).toBeGreaterThan(1);
});

test('at 256 by 160 pixels the bar leaves most of the height to what is read', async ({ page }) => {
  await page.setViewportSize({ width: 256, height: 160 });
  await open(page);
  const bar = await page.locator('.bar').boundingBox(),
    tabs = await page.getByRole('tablist').boundingBox();
  expect(bar.height).toBeLessThanOrEqual(48);
  expect(bar.height + tabs.height).toBeLessThanOrEqual(80);
  for (const name of ['Search', 'Share', 'More']) await expect(button(page, name)).toBeInViewport();
});

test('a title that is one long word widens nothing', async ({ page }) => {
  const road = JSON.parse(await readFile(new URL('../../assets/roadmaps/example.json', import.meta.url), 'utf8'));
  const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten';
  for (const skill of road.skills) skill.title = `${word.slice(0, 55)}${skill.key}`;
  road.summary = word.repeat(3);
  await page.route(/backend-to-ml-engineer[^/]*\.json$/, (route) =>
    route.fulfill({ contentType: 'application/json', body: JSON.stringify(road) }),
  );
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    const wide = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('.details, .details-body, .outline, .intro')]
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => element.className || element.tagName),
    );
    expect(wide).toEqual([]);
  }
});

test('no picture in the accessibility tree is without a name', async ({ page }) => {
  await open(page);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const nameless = nodes.filter(
    ({ ignored, role, name }) =>
      !ignored && /^(image|img|graphics-document|SvgRoot)$/i.test(role?.value) && !name?.value,
  );
  expect(nameless.map(({ role, nodeId }) => `${role.value} ${nodeId}`)).toEqual([]);
});

test('Escape ends a drag and puts the card back; a wheel meanwhile does not lose it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const { key } = await firstGroup(page);
  await settled(page);
  const start = await card(page, key),
    grab = { x: start.x + start.width / 2, y: start.y + start.height / 2 };
  await page.mouse.move(grab.x, grab.y);
  await page.mouse.down();
  await page.mouse.move(grab.x + 60, grab.y + 40, { steps: 4 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await settled(page);
  const back = await card(page, key);
  expect(Math.abs(back.x - start.x) + Math.abs(back.y - start.y)).toBeLessThan(2);

  await page.mouse.move(grab.x, grab.y);
  await page.mouse.down();
  await page.mouse.move(grab.x + 60, grab.y + 40, { steps: 4 });
  await page.mouse.wheel(0, 60);
  await settled(page);
  await page.mouse.up();
  await settled(page);
  const dropped = await card(page, key);
  expect(Math.abs(dropped.x + dropped.width / 2 - (grab.x + 60))).toBeLessThan(3);
  expect(Math.abs(dropped.y + dropped.height / 2 - (grab.y + 40))).toBeLessThan(3);
});

test('a backup that was renamed or saved as UTF-16 opens; what is no backup is told apart', async ({ page }) => {
  await open(page);
  const picker = page.getByLabel('Backup file');
  expect(await picker.getAttribute('accept')).toContain('.txt');
  const saved = await page.evaluate(() => window.__bench.state().roadmap.id);
  expect(saved).toBeTruthy();
  for (const [name, bytes, said] of [
    ['x.json', Buffer.alloc(0), /empty/],
    ['x.zip', Buffer.from([0x50, 0x4b, 3, 4]), /packed/],
    ['x.json', Buffer.from('<!doctype html>'), /web page/],
  ]) {
    await picker.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
    await expect(page.locator('.toast').filter({ hasText: said }).first()).toBeVisible();
  }
});
