// WebKit (WebKitGTK's MiniBrowser) through its own driver.
import { keysOf, way } from './hands.mjs';
import { keyCode, startSession } from './webdriver.mjs';

const kRestMs = 200;

// WebKit's interpreter of WebAssembly, and its change from there to compiled code, fail now and then on Linux with an x86
// processor, whatever the program: https://bugs.webkit.org/show_bug.cgi?id=289009 and https://github.com/oven-sh/bun/issues/17870.
// The journey asks what our page does in WebKit, so it runs with the interpreter of the versions before.
const kSteady = { JSC_useWasmIPInt: '0', JSC_useWasmOSR: '0' };

const point = ({ x, y }) => ({
  type: 'pointerMove',
  x: Math.round(x),
  y: Math.round(y),
  duration: 0,
  origin: 'viewport',
});
const kDown = { type: 'pointerDown', button: 0 };
const kUp = { type: 'pointerUp', button: 0 };

export async function start({ width, height }) {
  const session = await startSession({
    command: process.env.WAYMARK_WEBKIT_DRIVER ?? 'WebKitWebDriver',
    port: Number(process.env.WAYMARK_WEBKIT_PORT),
    args: [`--port=${process.env.WAYMARK_WEBKIT_PORT}`],
    env: { ...process.env, ...kSteady, LIBGL_ALWAYS_SOFTWARE: '1', NO_AT_BRIDGE: '1', GTK_THEME: 'Adwaita:dark' },
    capabilities: { 'webkitgtk:browserOptions': { binary: process.env.WAYMARK_WEBKIT, args: ['--automation'] } },
  });
  const { call } = session;

  const act = (type, actions) =>
    call('POST', '/actions', {
      actions: [{ type, id: type, actions, ...(type === 'pointer' ? { parameters: { pointerType: 'mouse' } } : {}) }],
    });
  const strokes = (keys) => [
    ...keys.map((key) => ({ type: 'keyDown', value: keyCode(key) })),
    ...[...keys].reverse().map((key) => ({ type: 'keyUp', value: keyCode(key) })),
  ];

  async function evaluate(run, argument) {
    const { answer, error } = await call('POST', '/execute/async', {
      script: `const [argument, done] = arguments;
        Promise.resolve(argument).then(${run}).then((answer) => done({ answer: answer ?? null }), (e) => done({ error: String(e) }));`,
      args: [argument ?? null],
    });
    if (error) throw new Error(error);
    return answer;
  }

  // The window is larger than the page by the browser's own bars.
  const inside = () => evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const before = await call('GET', '/window/rect'),
    page = await inside();
  await call('POST', '/window/rect', {
    x: 0,
    y: 0,
    width: width + before.width - page.width,
    height: height + before.height - page.height,
  });

  return {
    name: `WebKit (${session.capabilities.browserName} ${session.capabilities.browserVersion})`,
    close: session.close,
    open: (url) => call('POST', '/url', { url }),
    reload: () => call('POST', '/refresh'),
    evaluate,
    move: (at) => act('pointer', [point(at)]),
    click: (at, times = 1) => act('pointer', [point(at), ...Array.from({ length: times }, () => [kDown, kUp]).flat()]),
    drag: (from, to) =>
      act('pointer', [point(from), kDown, ...way(from, to).map(point), { type: 'pause', duration: kRestMs }, kUp]),
    // The driver forgets the keys that are held while the wheel turns, so that this event is made in the page.
    wheel: ({ x, y }, { dx = 0, dy = 0, ctrl = false }) =>
      ctrl
        ? evaluate(
            ({ x, y, dx, dy }) => {
              const init = {
                clientX: x,
                clientY: y,
                deltaX: dx,
                deltaY: dy,
                ctrlKey: true,
                bubbles: true,
                cancelable: true,
              };
              document.elementFromPoint(x, y).dispatchEvent(new WheelEvent('wheel', init));
            },
            { x, y, dx, dy },
          )
        : act('wheel', [
            {
              type: 'scroll',
              x: Math.round(x),
              y: Math.round(y),
              deltaX: dx,
              deltaY: dy,
              duration: 0,
              origin: 'viewport',
            },
          ]),
    press: (chord) => act('key', strokes(keysOf(chord))),
    type: (text) =>
      act(
        'key',
        [...text].flatMap((key) => strokes([key])),
      ),
    screenshot: async () => Buffer.from(await call('GET', '/screenshot'), 'base64'),
  };
}
