// What a driver is, and the one of a page of Playwright or Puppeteer, whose pages are alike. A driver holds one page of one
// browser:
//   name                          the engine with its version
//   open(url), reload(), close()
//   evaluate(function, argument)  runs in the page, may be async; argument and answer are JSON
//   move(at), click(at, times), drag(from, to), wheel(at, {dx, dy, ctrl})      places in CSS pixels of the page
//   press('Shift+Tab'), type(text)                                             keys as KeyboardEvent.key names them
//   screenshot() → PNG
const kDragSteps = 8;
const kRestMs = 200; // before letting go, so that no inertia adds to a drag

const rest = () => new Promise((resolve) => setTimeout(resolve, kRestMs));

// The places that a drag passes, the last being `to`.
export const way = (from, to) =>
  Array.from({ length: kDragSteps }, (_, i) => ({
    x: from.x + ((to.x - from.x) * (i + 1)) / kDragSteps,
    y: from.y + ((to.y - from.y) * (i + 1)) / kDragSteps,
  }));

export const keysOf = (chord) => (chord === '+' ? ['+'] : chord.split('+'));

// `scroll(dx, dy)` turns the wheel where the pointer is.
export function hands({ name, page, scroll, close }) {
  const { mouse, keyboard } = page;
  const move = ({ x, y }) => mouse.move(x, y);
  const held = async (keys, act) => {
    for (const key of keys) await keyboard.down(key);
    await act();
    for (const key of [...keys].reverse()) await keyboard.up(key);
  };
  return {
    name,
    close,
    open: (url) => page.goto(url),
    reload: () => page.reload(),
    evaluate: (run, argument) => page.evaluate(run, argument),
    move,
    async click(at, times = 1) {
      await move(at);
      for (let clickCount = 1; clickCount <= times; ++clickCount) {
        await mouse.down({ clickCount });
        await mouse.up({ clickCount });
      }
    },
    async drag(from, to) {
      await move(from);
      await mouse.down();
      for (const at of way(from, to)) await move(at);
      await rest();
      await mouse.up();
    },
    async wheel(at, { dx = 0, dy = 0, ctrl = false }) {
      await move(at);
      await held(ctrl ? ['Control'] : [], () => scroll(dx, dy));
    },
    async press(chord) {
      const keys = keysOf(chord);
      await held(keys.slice(0, -1), () => keyboard.press(keys.at(-1)));
    },
    type: (text) => keyboard.type(text),
    screenshot: () => page.screenshot(),
  };
}
