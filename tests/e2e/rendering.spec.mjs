// What a frame asks of WebGL: counted, since counts are the same on every machine.
import { expect, settled, test } from './waymark.mjs';

const kFrames = 40;

// A drawn graph of `count` cards in rows, each with an edge to one further down.
function graph(count) {
  const across = Math.ceil(Math.sqrt(count * 2));
  const nodes = Array.from({ length: count }, (_, i) => ({
    id: `n${i}`,
    label: `Skill ${i}`,
    x: (i % across) * 170,
    y: Math.floor(i / across) * 90,
    w: 140,
    h: 40,
  }));
  const edges = nodes.slice(across + 1).map((node, i) => ({ from: nodes[i].id, to: node.id }));
  return { text: JSON.stringify({ nodes, edges }), middle: { x: across * 85, y: (count / across) * 45 } };
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const calls = {};
    window.glCalls = () => {
      const taken = { ...calls };
      for (const name of Object.keys(calls)) delete calls[name];
      return taken;
    };
    for (const [name, { value }] of Object.entries(
      Object.getOwnPropertyDescriptors(WebGL2RenderingContext.prototype),
    )) {
      if (typeof value !== 'function') continue;
      WebGL2RenderingContext.prototype[name] = function (...args) {
        calls[name] = (calls[name] ?? 0) + 1;
        return value.apply(this, args);
      };
    }
  });
});

// Loads `count` cards and moves the view: answers what was called in all frames together.
async function moved(page, count, steps) {
  const { text, middle } = graph(count);
  await page.goto('?bench');
  await page.waitForFunction(() => window.__bench);
  return page.evaluate(
    async ({ text, middle, steps, frames }) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await window.__bench.ready;
      await window.__bench.load(text, { ...middle, zoom: steps.zoom });
      const view = (i) => window.__bench.setView(middle.x + steps.dx * i, middle.y, steps.zoom * steps.factor ** i);
      for (let i = 0; i < frames; i++) {
        await frame();
        view(i);
      }
      for (let i = 0; i < 3; i++) {
        await frame();
        view(0);
      }
      window.glCalls();
      for (let i = 0; i < frames; i++) {
        await frame();
        view(i);
      }
      return window.glCalls();
    },
    { text, middle, steps, frames: kFrames },
  );
}

const asks = (calls) =>
  Object.keys(calls).filter(
    (name) => /^(get|is|read|finish|checkFramebufferStatus|clientWaitSync)/.test(name) && name !== 'isContextLost',
  );
const sum = (calls, pattern) => Object.entries(calls).reduce((all, [name, n]) => all + (pattern.test(name) ? n : 0), 0);

for (const [what, count, steps] of [
  ['a pan near by', 5000, { zoom: 1, dx: 2, factor: 1 }],
  ['a zoom', 200, { zoom: 0.8, dx: 0, factor: 1.01 }],
  ['a pan over a large map from afar', 5000, { zoom: 0.08, dx: 5, factor: 1 }],
]) {
  test(`${what} asks the graphics driver for nothing and draws little`, async ({ page }) => {
    const calls = await moved(page, count, steps);
    expect(asks(calls)).toEqual([]);
    expect(sum(calls, /^draw/) / kFrames).toBeLessThanOrEqual(5);
    expect(sum(calls, /./) / kFrames).toBeLessThanOrEqual(40);
  });
}

test('a pan uploads one block of uniforms a frame, and buffers only where it leaves what they were filled for', async ({
  page,
}) => {
  const calls = await moved(page, 5000, { zoom: 1, dx: 2, factor: 1 });
  expect(calls.bufferSubData).toBe(kFrames);
  expect(calls.bufferData ?? 0).toBeLessThanOrEqual(2);
  expect(sum(calls, /^tex/)).toBe(0);
});

test('a pan of the road sends no shapes and no texts, and of the panels little more than the frame on the minimap', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('?bench');
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 30_000 });
  await settled(page);
  const sent = await page.evaluate(async (frames) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const surface = document.getElementById('surface'),
      box = surface.getBoundingClientRect();
    const pan = async (deltaX) => {
      const drawn = window.__bench.frames();
      surface.dispatchEvent(
        new WheelEvent('wheel', {
          clientX: box.x + box.width / 2,
          clientY: box.y + box.height / 2,
          deltaX,
          bubbles: true,
          cancelable: true,
        }),
      );
      while (window.__bench.frames() === drawn) await frame();
    };
    await pan(1);
    const before = window.__bench.uploaded();
    for (let i = 0; i < frames; i++) await pan(i % 2 ? -2 : 2);
    const after = window.__bench.uploaded();
    return Object.fromEntries(Object.keys(after).map((part) => [part, after[part] - before[part]]));
  }, kFrames);
  expect(sent.scenes).toBe(0);
  expect(sent.texts).toBe(0);
  expect(sent.panels / kFrames).toBeLessThan(8192);
  expect(sent.view / kFrames).toBeLessThanOrEqual(256);
});

test('a large map seen from afar is drawn itself once it rests', async ({ page }) => {
  const { text, middle } = graph(5000);
  await page.goto('?bench');
  await page.waitForFunction(() => window.__bench);
  const drawn = await page.evaluate(
    async ({ text, middle }) => {
      await window.__bench.ready;
      await window.__bench.load(text, { ...middle, zoom: 0.08 });
      await new Promise((resolve) => requestAnimationFrame(resolve));
      window.glCalls();
      window.__bench.setView(middle.x + 100, middle.y, 0.09);
      const moving = window.glCalls();
      await new Promise((resolve) => setTimeout(resolve, 600));
      return { moving: moving.drawElements ?? 0, rested: window.glCalls().drawElements ?? 0 };
    },
    { text, middle },
  );
  expect(drawn.moving).toBe(0);
  expect(drawn.rested).toBeGreaterThan(0);
});

test('nothing is called while nothing happens', async ({ page }) => {
  await page.goto('?bench');
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 30_000 });
  await settled(page);
  await page.evaluate(() => window.glCalls());
  await page.waitForTimeout(1000);
  expect(await page.evaluate(() => window.glCalls())).toEqual({});
});
