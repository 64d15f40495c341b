// Titles in scripts that the bundled font lacks stand on the map as the browser itself would set them.
import { readFile } from 'node:fs/promises';
import { camera, card, expect, keyOf, open, outline, settled, test } from './waymark.mjs';

const kTitles = ['学习机器学习', 'تعلم الآلة', 'सीखना और समझना', 'Python 🐍 e\u0301'];

// The small example road, its skills' titles those above.
async function openRoad(page) {
  const road = JSON.parse(await readFile(new URL('../../assets/roadmaps/example.json', import.meta.url), 'utf8'));
  const skills = road.skills.filter(({ parent }) => parent);
  skills.forEach((skill, i) => {
    skill.title = kTitles[i % kTitles.length];
  });
  await page.route(/backend-to-ml-engineer[^/]*\.json$/, (route) =>
    route.fulfill({ contentType: 'application/json', body: JSON.stringify(road) }),
  );
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await outline(page).press('*');
  await settled(page);
}

// The labels of the map that say one of the titles and lie wholly on the canvas.
const shown = async (page) => {
  const { width, height } = await page.locator('canvas').boundingBox();
  return (await page.evaluate(() => window.__bench.labels())).filter(
    ({ text, x, y, w, h }) => kTitles.includes(text) && x > 0 && y > 0 && x + w < width && y + h < height,
  );
};

// How alike the ink of the picture and of the browser's own setting of the label are, with a little play each way: 1 when
// equal (the correlation of their grey values), also where the machine has no font for it and neither shows anything.
const likeness = (page, png, label) =>
  page.evaluate(
    async ({ png, label }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const kPlay = 2,
        ratio = window.devicePixelRatio;
      const width = Math.ceil(label.w * ratio),
        height = Math.ceil(label.h * 1.3 * ratio);
      const ink = (draw, dx, dy) => {
        const canvas = new OffscreenCanvas(width, height),
          pen = canvas.getContext('2d');
        draw(pen, dx, dy);
        const { data } = pen.getImageData(0, 0, width, height),
          grey = [];
        for (let i = 0; i < data.length; i += 4) grey.push(0.3 * data[i] + 0.6 * data[i + 1] + 0.1 * data[i + 2]);
        const mean = grey.reduce((sum, v) => sum + v, 0) / grey.length;
        return grey.map((v) => v - mean);
      };
      const left = label.x * ratio,
        top = (label.y - label.h * 0.15) * ratio;
      const seen = ink((pen) => pen.drawImage(image, -Math.round(left), -Math.round(top)), 0, 0);
      const color = `#${(label.color >>> 8).toString(16).padStart(6, '0')}`;
      const reference = (dx, dy) =>
        ink((pen) => {
          pen.fillStyle = getComputedStyle(document.body).backgroundColor;
          pen.fillRect(0, 0, width, height);
          pen.font = `${label.semibold ? 600 : 400} ${label.h * ratio}px Inter, system-ui, sans-serif`;
          pen.direction = /[\u0600-\u06ff]/.test(label.text) ? 'rtl' : 'ltr';
          pen.textAlign = 'left';
          pen.fillStyle = color;
          pen.fillText(label.text, dx, label.h * 1.01 * ratio + dy, label.w * ratio);
        });
      const kFlat = 1; // a picture of nothing, but for rounding
      const dot = (a, b) => a.reduce((sum, v, i) => sum + v * b[i], 0);
      let best = -1;
      for (let dx = -kPlay; dx <= kPlay; dx += 0.5) {
        for (let dy = -kPlay; dy <= kPlay; ++dy) {
          const other = reference(dx, dy);
          if (dot(other, other) < kFlat && dot(seen, seen) < kFlat) return 1;
          best = Math.max(best, dot(seen, other) / Math.sqrt(dot(seen, seen) * dot(other, other)));
        }
      }
      return best;
    },
    { png, label },
  );

for (const density of [1, 2]) {
  test.describe(`at ${density} pixels per CSS pixel`, () => {
    test.use({ deviceScaleFactor: density });

    test('Chinese, Arabic, Devanagari and pictographs look as the browser sets them, at rest', async ({ page }) => {
      await openRoad(page);
      const seen = new Set();
      for (const row of await outline(page).locator('[role=group] [role=treeitem]:not([aria-expanded])').all()) {
        const key = await keyOf(row);
        await page.evaluate((k) => {
          window.__bench.send({ do: 'select', skill: k, reveal: true });
          window.__bench.send({ do: 'clear_selection' });
        }, key);
        const at = await card(page, key);
        if (at.width === 0 || (await camera(page)).zoom < 0.5) continue;
        await settled(page);
        const labels = (await shown(page)).filter(({ text }) => !seen.has(text));
        if (labels.length === 0) continue;
        const png = (await page.locator('canvas').screenshot()).toString('base64');
        for (const label of labels) {
          if (seen.has(label.text)) continue;
          seen.add(label.text);
          expect(await likeness(page, png, label), `“${label.text}” as the browser sets it`).toBeGreaterThan(0.9);
        }
        if (seen.size === kTitles.length) break;
      }
      expect([...seen].sort()).toEqual([...kTitles].sort());
    });
  });
}
