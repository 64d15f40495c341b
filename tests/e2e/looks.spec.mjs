// The main views look as they did. Each is made small before it is compared, so that how a machine smooths its letters does
// not count, but a part that moved, vanished or changed its colour does. `script/looks` takes the pictures in baselines/ anew.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, open, settled, test } from './waymark.mjs';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const kTake = process.env.WAYMARK_TAKE_LOOKS === '1';
const kShrink = 8; // pixels of the page for one of the picture
// Of 255: a letter drawn otherwise moves its cell by some units, a button that is gone by far more.
const kNoise = 28;
const kMostChanged = 0.012; // share of cells beyond the noise

// A small fixed road: the bundled one grows.
async function openExample(page) {
  const body = await readFile(file('../../assets/roadmaps/example.json'));
  await page.route(/backend-to-ml-engineer[^/]*\.json$/, (route) =>
    route.fulfill({ contentType: 'application/json', body }),
  );
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await settled(page);
}

// The picture made small, and how many of its cells differ from the baseline; -1 when it has another size.
async function compare(page, picture, baseline) {
  return page.evaluate(
    async ({ now, before, shrink, noise }) => {
      const small = async (data, by) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = Math.round(image.width / by);
        canvas.height = Math.round(image.height / by);
        const pen = canvas.getContext('2d', { willReadFrequently: true });
        pen.imageSmoothingQuality = 'high';
        pen.drawImage(image, 0, 0, canvas.width, canvas.height);
        return { canvas, pixels: pen.getImageData(0, 0, canvas.width, canvas.height).data };
      };
      const fresh = await small(now, shrink),
        png = fresh.canvas.toDataURL('image/png').split(',')[1];
      if (!before) return { png, changed: -1 };
      const old = await small(before, 1);
      if (old.canvas.width !== fresh.canvas.width || old.canvas.height !== fresh.canvas.height)
        return { png, changed: -1 };
      let changed = 0;
      for (let i = 0; i < old.pixels.length; i += 4)
        if ([0, 1, 2].some((c) => Math.abs(old.pixels[i + c] - fresh.pixels[i + c]) > noise)) ++changed;
      return { png, changed: changed / (old.pixels.length / 4) };
    },
    { now: picture.toString('base64'), before: baseline?.toString('base64'), shrink: kShrink, noise: kNoise },
  );
}

async function look(page, name) {
  const path = file(`baselines/${name}.png`);
  const baseline = kTake ? null : await readFile(path);
  const { png, changed } = await compare(
    page,
    await page.screenshot({ animations: 'disabled', caret: 'hide' }),
    baseline,
  );
  if (kTake) return writeFile(path, Buffer.from(png, 'base64'));
  await test.info().attach(`${name} now`, { body: Buffer.from(png, 'base64'), contentType: 'image/png' });
  expect(
    changed,
    `${name}: share of the picture that changed; if it was meant to, run script/looks`,
  ).toBeGreaterThanOrEqual(0);
  expect(changed, `${name}: share of the picture that changed; if it was meant to, run script/looks`).toBeLessThan(
    kMostChanged,
  );
}

for (const scheme of ['dark', 'light']) {
  test(`desktop, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openExample(page);
    await look(page, `desktop-${scheme}-start`);
    await page.getByRole('tree').press('*');
    await page.locator('[role=group] [role=treeitem]:not([aria-expanded])').first().click();
    await settled(page);
    await look(page, `desktop-${scheme}-details`);
  });

  test(`phone, ${scheme}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: scheme });
    await openExample(page);
    await look(page, `phone-${scheme}-list`);
    await page.getByRole('tab', { name: 'Map' }).click();
    await settled(page);
    await look(page, `phone-${scheme}-map`);
  });
}
