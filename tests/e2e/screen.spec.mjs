// The canvas on screens of any density and size, and when the graphics card goes away.
import { differing } from './pictures.mjs';
import { camera, expect, firstGroup, ground, item, open, settled, stored, test, titleOf } from './waymark.mjs';

test.use({ viewport: { width: 900, height: 640 } });

const kDensities = [1, 1.5, 2, 3];

// How far the canvas' pixels are from the screen's, and how often a frame was shown with wrong ones since `watchPixels`.
const pixels = (page) =>
  page.evaluate(() => {
    const canvas = document.getElementById('canvas');
    return {
      off: Math.max(
        Math.abs(canvas.width - canvas.clientWidth * devicePixelRatio),
        Math.abs(canvas.height - canvas.clientHeight * devicePixelRatio),
      ),
      wrong: window.__wrong,
    };
  });

async function watchPixels(page) {
  await page.evaluate(() => {
    const canvas = document.getElementById('canvas'),
      screen = () => [innerWidth, innerHeight, devicePixelRatio].join();
    window.__wrong = 0;
    // A message that a frame's callback sends arrives after that frame was laid out and painted; what has changed since
    // then is the next frame's.
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = ({ data }) => {
      const off = [
        canvas.width - canvas.clientWidth * devicePixelRatio,
        canvas.height - canvas.clientHeight * devicePixelRatio,
      ];
      if (data === screen() && Math.max(...off.map(Math.abs)) > 1) ++window.__wrong;
    };
    const tick = () => {
      port1.postMessage(screen());
      requestAnimationFrame(tick);
    };
    tick();
  });
}

const twoFrames = (page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

test('the canvas has the pixels of its screen, from the start and when the window moves to another', async ({
  page,
}) => {
  const session = await page.context().newCDPSession(page);
  // Chromium's emulation tells the page of a new density only when the size changes with it.
  let width = 900;
  const screen = (deviceScaleFactor) =>
    session.send('Emulation.setDeviceMetricsOverride', {
      width: ++width,
      height: 640,
      deviceScaleFactor,
      mobile: false,
    });
  for (const density of kDensities) {
    await screen(density);
    await open(page);
    expect(await page.evaluate(() => devicePixelRatio)).toBe(density);
    expect((await pixels(page)).off).toBeLessThanOrEqual(1);
  }
  await settled(page);
  await watchPixels(page);
  for (const density of [1, 2, 1.5, 3, 1]) {
    const frames = await page.evaluate(() => {
      window.__wrong = 0;
      return window.__bench.frames();
    });
    await screen(density);
    await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(density);
    await twoFrames(page);
    const { off, wrong } = await pixels(page);
    expect(off, `at ${density}`).toBeLessThanOrEqual(1);
    expect(wrong, `frames until the canvas followed to ${density}`).toBeLessThanOrEqual(2);
    expect(await page.evaluate(() => window.__bench.frames())).toBeGreaterThan(frames);
  }
});

test('twenty sizes of the window keep the middle of the map where it is, and stretch nothing', async ({ page }) => {
  await open(page);
  await settled(page);
  const at = await ground(page);
  await page.mouse.move(at.x, at.y);
  await page.mouse.wheel(30, 60); // from here on the view is the reader's, and no longer fitted to the window
  await settled(page);
  const before = await camera(page);
  await watchPixels(page);
  for (let i = 1; i <= 20; ++i) {
    await page.setViewportSize({ width: 900 + ((i * 137) % 500), height: 480 + ((i * 211) % 400) });
    await twoFrames(page);
    const now = await camera(page);
    expect(Math.hypot(now.x - before.x, now.y - before.y) * now.zoom).toBeLessThanOrEqual(1);
    expect(now.zoom).toBe(before.zoom);
    expect((await pixels(page)).off).toBeLessThanOrEqual(1);
  }
  expect((await pixels(page)).wrong, 'frames with a stretched picture').toBe(0);
});

test('a lost graphics context comes back with the same picture, and loses no progress', async ({ page }) => {
  const lose = () =>
    page.evaluate(() => {
      window.__lost = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
      window.__lost.loseContext();
    });
  const restore = () => page.evaluate(() => window.__lost.restoreContext());
  const shown = async () => {
    await settled(page);
    return page.locator('#map').screenshot();
  };
  await open(page);
  const { group, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await skills.first().click();
  await page.keyboard.press('3');
  await expect(skills.first()).toHaveAccessibleName(/done/);
  const before = await shown(),
    kept = await stored(page),
    title = await titleOf(skills.first());

  await lose();
  await twoFrames(page);
  await restore();
  await expect.poll(async () => differing(page, before, await shown())).toBeLessThan(0.001);
  expect(await stored(page)).toEqual(kept);

  // What is marked meanwhile is kept and drawn too.
  await lose();
  await page.keyboard.press('2');
  await expect(item(page, title)).toHaveAccessibleName(/learning/);
  await restore();
  await page.mouse.move(1, 1);
  const after = await shown();
  expect(await differing(page, before, after)).toBeGreaterThan(0);
  await page.keyboard.press('3');
  expect(await differing(page, before, await shown())).toBeLessThan(0.001);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
  await expect(item(page, title)).toHaveAccessibleName(/done/);
});
