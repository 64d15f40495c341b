// What a person sees and does, in the words of the journey, for any driver (hands.mjs).
import assert from 'node:assert/strict';

const kWaitMs = 20_000;
const kPollMs = 50;
const kDoubleClickMs = 350; // the page allows half a second

// Waits until `run(argument)`, in the page, answers something; answers that.
export async function until(page, what, run, argument) {
  for (const end = Date.now() + kWaitMs; ;) {
    const answer = await page.evaluate(run, argument);
    if (answer) return answer;
    if (Date.now() > end) throw new assert.AssertionError({ message: `in vain waited until ${what}` });
    await new Promise((resolve) => setTimeout(resolve, kPollMs));
  }
}

// The middle of the first element of `css`, called `name` if that is given, once it stands still with nothing before it.
export const placeOf = (page, css, name = '') =>
  until(
    page,
    `${name || css} can be clicked`,
    async ({ css, name }) => {
      const called = (el) => (el.getAttribute('aria-label') ?? el.textContent).trim();
      const element = [...document.querySelectorAll(css)].find(
        (el) => (!name || called(el) === name) && el.checkVisibility(),
      );
      if (!element || element.disabled) return null;
      element.scrollIntoView({ block: 'nearest' });
      const middle = () => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      };
      const before = middle();
      await new Promise((resolve) => setTimeout(resolve, 60));
      const at = middle();
      return at.x === before.x && at.y === before.y && element.contains(document.elementFromPoint(at.x, at.y))
        ? at
        : null;
    },
    { css, name },
  );

export const click = async (page, css, name) => page.click(await placeOf(page, css, name));
// Two clicks that the page saw as near each other as those of a person are; a busy machine may need several tries.
export async function doubleClick(page, at) {
  for (let tries = 10; ; --tries) {
    await page.evaluate(() => {
      if (!window.presses) addEventListener('pointerdown', (e) => window.presses.push(e.timeStamp), true);
      window.presses = [];
    });
    await page.click(at, 2);
    const [first, second] = await page.evaluate(() => window.presses);
    if (second - first <= kDoubleClickMs) return;
    assert.ok(tries, `two clicks were ${second - first} ms apart`);
    await settled(page);
  }
}
export const button = (page, name) => click(page, 'button', name);

export const ready = (page) =>
  until(page, 'the map can be used', () => document.documentElement.dataset.ready === 'true');

// Until nothing moves any more: no frame for 300 ms, and none asked for, however slow the engine draws.
export const settled = (page) =>
  page.evaluate(async () => {
    for (let last = -1; last !== window.__bench.frames();) {
      last = window.__bench.frames();
      await new Promise((resolve) => setTimeout(resolve, 300));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
  });

export const nameOf = (page, key) =>
  page.evaluate((k) => document.getElementById(`o-${k}`).getAttribute('aria-label'), key);
export const isNamed = (page, key, words) =>
  until(
    page,
    `skill ${key} is "${words}"`,
    ([k, w]) => document.getElementById(`o-${k}`).getAttribute('aria-label').includes(w),
    [key, words],
  );
export const has = (page, key, attribute, value) =>
  until(
    page,
    `skill ${key} has ${attribute}=${value}`,
    ([k, a, v]) => document.getElementById(`o-${k}`).getAttribute(a) === v,
    [key, attribute, value],
  );
export const focusRow = (page, key) => page.evaluate((k) => document.getElementById(`o-${k}`).focus(), key);

export const camera = (page) => page.evaluate(() => window.__bench.camera());
// A card's rectangle on the page, in CSS pixels.
export const card = (page, key) =>
  page.evaluate((k) => {
    const box = document.getElementById('canvas').getBoundingClientRect(),
      { x, y, w, h } = window.__bench.card(k);
    return { x: box.x + x, y: box.y + y, width: w, height: h };
  }, key);

// The first group and the first skill in it.
export const firstGroup = (page) =>
  page.evaluate(() => {
    const group = document.querySelector('[role=tree] > [role=treeitem][aria-expanded]');
    return {
      group: Number(group.dataset.key),
      skill: Number(group.querySelector('[role=treeitem]:not([aria-expanded])').dataset.key),
    };
  });

export const near = (value, wanted, tolerance, what) =>
  assert.ok(Math.abs(value - wanted) <= tolerance, `${what}: ${value} is not within ${tolerance} of ${wanted}`);
