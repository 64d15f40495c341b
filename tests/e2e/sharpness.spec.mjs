// Text on the canvas is as crisp as the browser's own of the same size, at every zoom.
import { camera, expect, firstGroup, open, settled, test } from './waymark.mjs';

const kZooms = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 8];
const kLabels = 6; // measured at each zoom
const kMargin = 4; // of the canvas, CSS pixels
const kPanels = 170; // minimap, legend and zoom buttons at its foot
const kLeastSize = 7; // CSS pixels an em: smaller text is still fading in

for (const density of [1, 2]) {
  test.describe(`at ${density} pixels per CSS pixel`, () => {
    test.use({ deviceScaleFactor: density });

    test('labels have edges as sharp as the browser draws them', async ({ page }) => {
      await open(page);
      const { group } = await firstGroup(page);
      await group.focus();
      await page.keyboard.press('ArrowRight');
      await settled(page);
      let labels = await labelsInView(page);
      for (const zoom of kZooms) {
        await zoomTo(page, labels[0], zoom);
        labels = await labelsInView(page);
        expect(labels.length, `labels to be seen at ${zoom}`).toBeGreaterThan(0);
        const png = await page.locator('canvas').screenshot();
        const ratios = await sharpness(page, png, labels, density);
        const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
        expect(
          mean,
          `sharpness at ${zoom}, of "${labels.map(({ text }) => text).join('", "')}"`,
        ).toBeGreaterThanOrEqual(0.9);
      }
    });
  });
}

// Zooms at the beginning of a label, which stays in view.
async function zoomTo(page, { x, y, h }, zoom) {
  const now = await camera(page);
  await page.evaluate(
    ({ x, y, factor }) => {
      const kRate = 0.01,
        kMost = 24; // app/input/gestures_motion.cpp
      const surface = document.getElementById('surface'),
        box = surface.getBoundingClientRect();
      for (let left = -Math.log(factor) / kRate; Math.abs(left) > 1e-6;) {
        const deltaY = Math.max(-kMost, Math.min(kMost, left));
        left -= deltaY;
        surface.dispatchEvent(
          new WheelEvent('wheel', {
            clientX: box.x + x,
            clientY: box.y + y,
            deltaY,
            ctrlKey: true,
            bubbles: true,
            cancelable: true,
          }),
        );
      }
    },
    { x: Math.max(x, 0) + h, y: y + h / 2, factor: zoom / now.zoom },
  );
  await page.mouse.move(1, 1);
  await settled(page);
  expect((await camera(page)).zoom).toBeCloseTo(zoom, 3);
}

// The texts that are most to be seen in the part of the canvas that no panel covers, opaque, with the stretch of each that
// is, from `left` to `right`.
async function labelsInView(page) {
  const { width, height } = await page.locator('canvas').boundingBox();
  const labels = await page.evaluate(() => window.__bench.labels());
  return labels
    .map((label) => ({
      ...label,
      left: Math.max(label.x, kMargin),
      right: Math.min(label.x + label.w, width - kMargin),
    }))
    .filter(
      ({ y, h, left, right, color }) =>
        h >= kLeastSize && right - left > 2 * h && y > kMargin && y + h < height - kPanels && color % 256 === 255,
    )
    .sort((a, b) => (b.right - b.left) / b.h - (a.right - a.left) / a.h)
    .slice(0, kLabels);
}

// For each label, how steep its edges are on the picture, over how steep they are when the browser sets the same text in
// the same size and font. The steepness is the mean change from one pixel to the next, as a share of the contrast, weighted
// by itself: Σ g² / Σ |g| is 1 for an edge that lies between two pixels and 1/n for one that is smeared over n.
const sharpness = (page, png, labels, density) =>
  page.evaluate(
    async ({ png, labels, density }) => {
      await Promise.all(['400 16px Inter', '600 16px Inter'].map((font) => document.fonts.load(font)));
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const steep = (canvas, ink) => {
        const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        const ground = commonest(data),
          span = ink.map((v, i) => v - ground[i]),
          square = span.reduce((sum, v) => sum + v * v, 0);
        const share = (x, y) =>
          span.reduce((sum, v, i) => sum + v * (data[4 * (y * width + x) + i] - ground[i]), 0) / square;
        let sum = 0,
          squares = 0;
        for (let y = 0; y + 1 < height; ++y) {
          for (let x = 0; x + 1 < width; ++x) {
            for (const g of [share(x + 1, y) - share(x, y), share(x, y + 1) - share(x, y)]) {
              sum += Math.abs(g);
              squares += g * g;
            }
          }
        }
        return { value: squares / sum, ground };
      };
      return labels.map(({ text, x, y, h, left, right, semibold, color }) => {
        const ink = [24, 16, 8].map((shift) => (color >>> shift) & 255);
        const size = [Math.floor((right - left) * density), Math.ceil(h * density) + 4];
        const drawn = new OffscreenCanvas(...size),
          reference = new OffscreenCanvas(...size);
        drawn
          .getContext('2d')
          .drawImage(image, Math.round(left * density), Math.round(y * density) - 2, ...size, 0, 0, ...size);
        const seen = steep(drawn, ink),
          pen = reference.getContext('2d');
        pen.fillStyle = `rgb(${seen.ground.join(' ')})`;
        pen.fillRect(0, 0, ...size);
        pen.font = `${semibold ? 600 : 400} ${h * density}px Inter`;
        pen.fillStyle = `rgb(${ink.join(' ')})`;
        pen.fillText(text, Math.round((x - left) * density), Math.round(h * density * 0.86) + 2);
        return seen.value / steep(reference, ink).value;
      });

      function commonest(data) {
        const counts = new Map();
        for (let at = 0; at < data.length; at += 4) {
          const color = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
          counts.set(color, (counts.get(color) ?? 0) + 1);
        }
        const [[color]] = [...counts].sort((a, b) => b[1] - a[1]);
        return [color >> 16, (color >> 8) & 255, color & 255];
      }
    },
    { png: png.toString('base64'), labels, density },
  );
