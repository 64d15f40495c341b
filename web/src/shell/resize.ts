// Tells the engine how large the canvas is, in CSS pixels, how fine the screen is, and which sides floating panels cover.
import { isPhone } from '../lib/dom.ts';
import type { Engine } from '../engine/engine.ts';

const kMargin = 16;
const kLegendHeight = 36; // the legend the engine draws at the foot of the map (ui/legend.cpp)
const kTwoLineLegendHeight = 60;
const kRoadShape = 0.77; // width over height of a road with every track closed
const kLegendBesideMinimap = 700; // a narrower map has the legend in two lines
const kMinimap = { width: 196, height: 128 };
const kWideCanvas = 600; // below it the engine draws neither (ui/frame.hpp)

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Covers {
  map: Box;
  zoom: Box | null;
  details: Box | null;
  banner: Box | null;
  phone: boolean;
}

// How much of each side of the map is covered, in CSS pixels; what is null covers nothing. Pure.
export function insetsOf({ map, zoom, details, banner, phone }: Covers): Box {
  const insets = { left: kMargin, top: kMargin, right: kMargin, bottom: kMargin };
  if (banner) insets.top = Math.max(insets.top, banner.bottom - map.top + kMargin);
  if (phone) {
    if (details) insets.bottom = Math.max(insets.bottom, map.bottom - details.top + kMargin);
    else if (zoom) insets.bottom = Math.max(insets.bottom, map.bottom - zoom.top + kMargin);
    return cap(insets, map);
  }
  if (details) insets.right = Math.max(insets.right, map.right - details.left + kMargin);
  const corner = { width: kMinimap.width + kMargin, height: zoom ? map.bottom - zoom.top : 0 };
  if (map.right - map.left < kWideCanvas) {
    insets.bottom = Math.max(insets.bottom, corner.height + kMargin);
    return cap(insets, map);
  }
  const legend = map.right - map.left < kLegendBesideMinimap ? kTwoLineLegendHeight : kLegendHeight;
  insets.bottom = legend + 2 * kMargin;
  // The corner with zoom buttons and minimap: give up the strip that leaves the road larger.
  const width = map.right - map.left - insets.left - insets.right,
    height = map.bottom - map.top - insets.top - insets.bottom;
  const lost = corner.height + kMargin - insets.bottom;
  const fit = (w: number, h: number) => Math.min(w / kRoadShape, h);
  if (fit(width - corner.width, height) >= fit(width, height - lost)) insets.right += corner.width;
  else insets.bottom += Math.max(0, lost);
  return cap(insets, map);
}

// Whatever covers the map, a quarter of it stays free.
function cap(insets: Box, map: Box): Box {
  const limit = (a: keyof Box, b: keyof Box, size: number) => {
    const most = Math.max(0, size * 0.75),
      sum = insets[a] + insets[b];
    if (sum > most) {
      insets[a] *= most / sum;
      insets[b] *= most / sum;
    }
  };
  limit('left', 'right', map.right - map.left);
  limit('top', 'bottom', map.bottom - map.top);
  return insets;
}

interface Parts {
  engine: Pick<Engine, 'resize'>;
  drawNow: () => void;
  map: HTMLElement;
  zoom: HTMLElement;
  details: HTMLElement;
  banners: HTMLElement;
}

export class Resizer {
  readonly #parts: Parts;
  #sent = '';

  constructor(parts: Parts) {
    this.#parts = parts;
    const { map, details, banners } = parts;
    const observer = new ResizeObserver(() => this.update());
    for (const el of [map, details, banners]) observer.observe(el);
    this.#watchDensity();
    this.update();
  }

  // The screen's density changes without a resize when the window moves to another screen.
  #watchDensity(): void {
    matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        this.#watchDensity();
        this.update();
      },
      { once: true },
    );
  }

  // What banners cover, without the list that somebody opened in one: the map need not move for that.
  #bannerBox(): Box | null {
    const { banners } = this.#parts;
    if (!banners.offsetHeight) return null;
    const { left, top, right, bottom } = banners.getBoundingClientRect(),
      list = banners.querySelector('details[open] > summary');
    return { left, top, right, bottom: list ? list.getBoundingClientRect().bottom + kMargin : bottom };
  }

  update(): void {
    const { engine, drawNow, details: panel } = this.#parts;
    const map = this.#parts.map.getBoundingClientRect();
    if (map.width < 1 || map.height < 1) return;
    const overlay =
      getComputedStyle(panel).position !== 'static' &&
      panel.checkVisibility?.({ visibilityProperty: true }) !== false &&
      panel.offsetHeight > 0;
    const details = overlay ? panel.getBoundingClientRect() : null,
      phone = isPhone();
    const banner = this.#bannerBox();
    const sheet = phone && details ? Math.max(0, window.innerHeight - details.top) : 0;
    document.documentElement.style.setProperty('--sheet-height', `${sheet}px`);
    const insets = insetsOf({ map, zoom: this.#parts.zoom.getBoundingClientRect(), details, banner, phone });
    const args = [map.width, map.height, window.devicePixelRatio, insets] as const,
      text = JSON.stringify(args);
    if (text === this.#sent) return;
    this.#sent = text;
    engine.resize(...args);
    drawNow();
  }
}
