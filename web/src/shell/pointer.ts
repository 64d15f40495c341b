// Pointer and wheel on the map. The listeners sit on an element above the canvas, so nothing else sees these events, and
// they pass on what the DOM knows: fractions of a pixel, device, buttons, wheel mode.

import type { Engine } from '../engine/engine.ts';
import type { Settings } from '../storage/settings.ts';

// Safari's own event of a trackpad's pinch.
type GestureEvent = Event & { readonly scale: number; readonly clientX: number; readonly clientY: number };

export const kMods = Object.freeze({ ctrl: 1, shift: 2, alt: 4, meta: 8, space: 16 });
const kDevices: Record<string, number> = { mouse: 0, touch: 1, pen: 2 };
const kTypes = { pointerdown: 0, pointermove: 1, pointerup: 2, pointercancel: 3, pointerleave: 4 };

type Modifiers = Pick<MouseEvent, 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>;

export function modsOf(e: Modifiers, spaceHeld: boolean): number {
  return (
    (e.ctrlKey ? kMods.ctrl : 0) |
    (e.shiftKey ? kMods.shift : 0) |
    (e.altKey ? kMods.alt : 0) |
    (e.metaKey ? kMods.meta : 0) |
    (spaceHeld ? kMods.space : 0)
  );
}

// What is asked of the keyboard: whether Space is held, and that it was used for something else than a press.
interface SpaceKey {
  readonly spaceHeld: boolean;
  usedSpace(): void;
}

// What holds the map or a card at the moment.
export interface Hand {
  // Lets go and puts back what was being dragged. Returns whether anything was held.
  cancel(): boolean;
}

export function attachPointer(
  surface: HTMLElement,
  engine: Pick<Engine, 'pointer' | 'wheel'>,
  settings: Pick<Settings, 'get'>,
  keys: SpaceKey,
): Hand {
  const at = (e: { clientX: number; clientY: number }) => {
    const box = surface.getBoundingClientRect();
    return { x: e.clientX - box.left, y: e.clientY - box.top };
  };

  type EnginePointer = Parameters<typeof engine.pointer>[1];
  const down = new Map<number, EnginePointer>(); // as they were heard of last

  function onPointer(e: PointerEvent): void {
    const type = kTypes[e.type as keyof typeof kTypes];
    if (e.type === 'pointerdown') {
      surface.setPointerCapture(e.pointerId);
      surface.focus({ preventScroll: true });
    }
    if (e.buttons) keys.usedSpace();
    const pointer = {
      ...at(e),
      id: e.pointerId,
      device: kDevices[e.pointerType] ?? 0,
      button: Math.max(0, e.button),
      buttons: e.buttons,
      mods: modsOf(e, keys.spaceHeld),
      now: e.timeStamp,
    };
    if (type === kTypes.pointerdown || (type === kTypes.pointermove && down.has(e.pointerId)))
      down.set(e.pointerId, pointer);
    else if (type !== kTypes.pointerleave) down.delete(e.pointerId);
    engine.pointer(type, pointer);
  }
  for (const type of Object.keys(kTypes) as (keyof typeof kTypes)[]) surface.addEventListener(type, onPointer);
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
  surface.addEventListener('gesturestart', (e: Event) => {
    e.preventDefault();
    scale = 1;
  });
  surface.addEventListener('gesturechange', (event: Event) => {
    const e = event as GestureEvent;
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

  return {
    cancel() {
      if (!down.size) return false;
      for (const pointer of down.values()) engine.pointer(kTypes.pointercancel, pointer);
      down.clear();
      return true;
    },
  };
}

// The wheel movement in pixels that zooms by `factor`: the engine zooms by e^(-dy × kZoomRate) (app/input/gestures_motion.cpp).
const kZoomRate = 0.01;
export function wheelFor(factor: number): number {
  return -Math.log(factor) / kZoomRate;
}
