// The wheel: what is under the pointer stays there however far one zooms, and a notch is a notch in every browser.
import { camera, card, expect, firstGroup, open, settled, test } from './waymark.mjs';

const kSteps = 50;

test.beforeEach(async ({ page }) => {
  await open(page);
  await settled(page);
});

// Turns the wheel at whole pixels of the page, `times` times, as a browser that counts in `mode` does.
const turn = (page, { x, y, dx = 0, dy = 0, mode = 0, ctrl = false, times = 1 }) =>
  page.evaluate(
    ({ x, y, dx, dy, mode, ctrl, times }) => {
      for (let i = 0; i < times; ++i) {
        document.getElementById('surface').dispatchEvent(
          new WheelEvent('wheel', {
            clientX: x,
            clientY: y,
            deltaX: dx,
            deltaY: dy,
            deltaMode: mode,
            ctrlKey: ctrl,
            bubbles: true,
            cancelable: true,
          }),
        );
      }
    },
    { x, y, dx, dy, mode, ctrl, times },
  );

async function pointer(page) {
  const { key } = await firstGroup(page),
    rect = await card(page, key),
    box = await page.locator('canvas').boundingBox();
  const at = { x: Math.round(rect.x + 20), y: Math.round(rect.y + 20) };
  const world = async () => {
    const view = await camera(page);
    return {
      x: view.x + (at.x - box.x - box.width / 2) / view.zoom,
      y: view.y + (at.y - box.y - box.height / 2) / view.zoom,
      zoom: view.zoom,
    };
  };
  return { at, world };
}

test('fifty steps of Ctrl and the wheel leave the point under the pointer there', async ({ page }) => {
  const { at, world } = await pointer(page),
    before = await world();
  for (const dy of [-6, 6, 6, -6]) {
    await turn(page, { ...at, dy, ctrl: true, times: kSteps });
    const after = await world();
    expect(Math.hypot(after.x - before.x, after.y - before.y) * after.zoom).toBeLessThanOrEqual(1);
  }
});

test('pixels, lines and pages of one length move and zoom alike', async ({ page }) => {
  const { at, world } = await pointer(page),
    { height } = await page.locator('canvas').boundingBox();
  const notch = { 0: 100, 1: 3, 2: 100 / height }; // a notch is 100 pixels, or three lines
  const by = {};
  for (const [mode, dy] of Object.entries(notch)) {
    const start = await world();
    await turn(page, { ...at, dy, mode: Number(mode) });
    const panned = await world();
    await turn(page, { ...at, dy: -dy, mode: Number(mode) });
    await turn(page, { ...at, dy: -dy / 10, mode: Number(mode), ctrl: true, times: 5 });
    const zoomed = await world();
    by[mode] = { pan: (panned.y - start.y) * start.zoom, zoom: Math.log(zoomed.zoom / start.zoom) };
    await turn(page, { ...at, dy: dy / 10, mode: Number(mode), ctrl: true, times: 5 });
  }
  expect(by[0].pan).toBeCloseTo(100, 0);
  for (const mode of [1, 2]) {
    expect(Math.abs(by[mode].pan / by[0].pan - 1)).toBeLessThan(0.05);
    expect(Math.abs(by[mode].zoom / by[0].zoom - 1)).toBeLessThan(0.05);
  }
});

test('fifty steps of a pinch leave the point between the fingers there', async ({ page }) => {
  const { at, world } = await pointer(page),
    before = await world();
  const pinch = (from, to) =>
    page.evaluate(
      ({ x, y, from, to, steps }) => {
        const surface = document.getElementById('surface');
        surface.setPointerCapture = () => {}; // there is nothing to capture of fingers that are not there
        const finger = (type, pointerId, half) =>
          surface.dispatchEvent(
            new PointerEvent(type, {
              pointerId,
              pointerType: 'touch',
              clientX: x + (pointerId === 11 ? -half : half),
              clientY: y,
              buttons: type === 'pointerup' ? 0 : 1,
              bubbles: true,
            }),
          );
        for (let i = 0; i <= steps; ++i) {
          const half = from + ((to - from) * i) / steps;
          for (const id of [11, 12]) finger(i ? 'pointermove' : 'pointerdown', id, half);
        }
        for (const id of [11, 12]) finger('pointerup', id, to);
      },
      { ...at, from, to, steps: kSteps },
    );
  for (const [from, to] of [
    [30, 120],
    [120, 30],
  ]) {
    await pinch(from, to);
    const after = await world();
    expect(Math.abs(Math.log(after.zoom / before.zoom))).toBeCloseTo(to > from ? Math.log(4) : 0, 1);
    expect(Math.hypot(after.x - before.x, after.y - before.y) * after.zoom).toBeLessThanOrEqual(1);
  }
});
