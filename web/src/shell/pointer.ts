// Pointer and wheel on the map. The listeners sit on an element above the canvas, so nothing else sees these events, and
// they pass on what the DOM knows: fractions of a pixel, device, buttons, wheel mode.

export const kMods = Object.freeze({ ctrl: 1, shift: 2, alt: 4, meta: 8, space: 16 });
const kDevices = { mouse: 0, touch: 1, pen: 2 };
const kTypes = { pointerdown: 0, pointermove: 1, pointerup: 2, pointercancel: 3, pointerleave: 4 };

export function modsOf(e, spaceHeld) {
  return (
    (e.ctrlKey ? kMods.ctrl : 0) |
    (e.shiftKey ? kMods.shift : 0) |
    (e.altKey ? kMods.alt : 0) |
    (e.metaKey ? kMods.meta : 0) |
    (spaceHeld ? kMods.space : 0)
  );
}

export function attachPointer(surface, engine, settings, keys) {
  const at = (e) => {
    const box = surface.getBoundingClientRect();
    return { x: e.clientX - box.left, y: e.clientY - box.top };
  };

  function onPointer(e) {
    const type = kTypes[e.type];
    if (e.type === 'pointerdown') {
      surface.setPointerCapture(e.pointerId);
      surface.focus({ preventScroll: true });
    }
    if (e.buttons) keys.usedSpace();
    engine.pointer(type, {
      ...at(e),
      id: e.pointerId,
      device: kDevices[e.pointerType] ?? 0,
      button: Math.max(0, e.button),
      buttons: e.buttons,
      mods: modsOf(e, keys.spaceHeld),
      now: e.timeStamp,
    });
  }
  for (const type of Object.keys(kTypes)) surface.addEventListener(type, onPointer);
  // The middle button's scrolling and the browser's own menu would fight with ours; the menu is drawn on the map.
  surface.addEventListener('mousedown', (e) => {
    if (e.button === 1) e.preventDefault();
  });
  surface.addEventListener('contextmenu', (e) => e.preventDefault());

  surface.addEventListener(
    'wheel',
    (e) => {
      e.preventDefault();
      const zooms = settings.get('wheelZooms') && !e.shiftKey ? kMods.ctrl : 0;
      const { x, y } = at(e);
      engine.wheel(x, y, e.deltaX, e.deltaY, e.deltaMode, modsOf(e, keys.spaceHeld) | zooms);
    },
    { passive: false },
  );

  // A trackpad's pinch is Ctrl+wheel everywhere but in Safari.
  let scale = 1;
  surface.addEventListener('gesturestart', (e) => {
    e.preventDefault();
    scale = 1;
  });
  surface.addEventListener('gesturechange', (e) => {
    e.preventDefault();
    const { x, y } = at(e);
    engine.wheel(x, y, 0, wheelFor(e.scale / scale), 0, kMods.ctrl);
    scale = e.scale;
  });
  // A second finger must not zoom the page; touch-action covers the surface only where it is supported.
  surface.addEventListener(
    'touchmove',
    (e) => {
      if (e.cancelable) e.preventDefault();
    },
    { passive: false },
  );
}

// The wheel movement in pixels that zooms by `factor`: the engine zooms by e^(-dy × kZoomRate) (app/input/gestures_motion.cpp).
const kZoomRate = 0.01;
export function wheelFor(factor) {
  return -Math.log(factor) / kZoomRate;
}
