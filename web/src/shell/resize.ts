// Tells the engine how large the canvas is, in CSS pixels, how fine the screen is, and which sides floating panels cover.
import { isPhone } from '../lib/dom.ts';

const kMargin = 16;
const kLegendHeight = 36; // the legend the engine draws at the foot of the map (ui/legend.cpp)
const kTwoLineLegendHeight = 60;
const kRoadShape = 0.77; // width over height of a road with every track closed
const kLegendBesideMinimap = 700; // a narrower map has the legend in two lines
const kMinimap = { width: 196, height: 128 };
const kWideCanvas = 600; // below it the engine draws neither (ui/frame.hpp)

// How much of each side is covered. boxes: {map, zoom, details, banners} as {left, top, right, bottom} or null. Pure.
export function insetsOf({ map, zoom, details, banner, phone }) {
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
  const fit = (w, h) => Math.min(w / kRoadShape, h);
  if (fit(width - corner.width, height) >= fit(width, height - lost)) insets.right += corner.width;
  else insets.bottom += Math.max(0, lost);
  return cap(insets, map);
}

// Whatever covers the map, a quarter of it stays free.
function cap(insets, map) {
  const limit = (a, b, size) => {
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

export class Resizer {
  constructor({ engine, drawNow, map, zoom, details, banners }) {
    Object.assign(this, { engine, drawNow, map, zoom, details, banners });
    this.sent = '';
    const observer = new ResizeObserver(() => this.update());
    for (const el of [map, details, banners]) observer.observe(el);
    this.#watchDensity();
    this.update();
  }

  // The screen's density changes without a resize when the window moves to another screen.
  #watchDensity() {
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
  #bannerBox() {
    if (!this.banners.offsetHeight) return null;
    const { left, top, right, bottom } = this.banners.getBoundingClientRect(),
      list = this.banners.querySelector('details[open] > summary');
    return { left, top, right, bottom: list ? list.getBoundingClientRect().bottom + kMargin : bottom };
  }

  update() {
    const map = this.map.getBoundingClientRect();
    if (map.width < 1 || map.height < 1) return;
    const overlay =
      getComputedStyle(this.details).position !== 'static' &&
      this.details.checkVisibility?.({ visibilityProperty: true }) !== false &&
      this.details.offsetHeight > 0;
    const details = overlay ? this.details.getBoundingClientRect() : null,
      phone = isPhone();
    const banner = this.#bannerBox();
    const sheet = phone && details ? Math.max(0, window.innerHeight - details.top) : 0;
    document.documentElement.style.setProperty('--sheet-height', `${sheet}px`);
    const insets = insetsOf({ map, zoom: this.zoom.getBoundingClientRect(), details, banner, phone });
    const args = [map.width, map.height, window.devicePixelRatio, insets],
      text = JSON.stringify(args);
    if (text === this.sent) return;
    this.sent = text;
    this.engine.resize(...args);
    this.drawNow();
  }
}
