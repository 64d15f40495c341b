// Cuts the bundled font down to the letters used: build/fonts/inter-<weight>.ttf.
// Does nothing when the files are newer than what they are made of.
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundledFont, kWeights, originalPath } from './lib/font_subset.mjs';

const folder = fileURLToPath(new URL('../build/fonts/', import.meta.url));
const made = kWeights.map(({ css }) => `${folder}inter-${css}.ttf`);
const sources = [...kWeights.map(originalPath), fileURLToPath(new URL('lib/font_subset.mjs', import.meta.url))];

const times = (paths) =>
  Promise.all(
    paths.map((path) =>
      stat(path).then(
        (s) => s.mtimeMs,
        () => NaN,
      ),
    ),
  );
const newestSource = Math.max(...(await times(sources)));
if (!(Math.min(...(await times(made))) >= newestSource)) {
  await mkdir(folder, { recursive: true });
  for (const weight of kWeights) {
    await writeFile(`${folder}inter-${weight.css}.ttf`, await bundledFont(weight));
  }
}
