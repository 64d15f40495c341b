// The sizes of the site's files as a table and as JSON, raw and as a host would send them, and the bars they keep to.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

// What a first visit fetches until the map can be used, in bytes: page, styles, scripts, engine, fonts and roadmap together.
export const kBars = { gzip: 600_000 };

// Opening the page does not fetch these: the service worker, icons, notices, other roads, dialogs and the QR code.
const kNotForOpening =
  /^(?:sw(?:-off)?\.js|version\.json|licenses\.txt|.*\.webmanifest|(?!index\.)[^/]*\.html|assets\/(?:icon-|apple-touch-icon|bench|share\.|qr\.|roads\/|\w+_(?:dialog|panel)\.).*)$/;

export const isForOpening = (file) => !kNotForOpening.test(file);

// A sentence for each bar that a first visit of {gzip, brotli} bytes passes.
export function tooHeavy(opening) {
  return Object.keys(kBars)
    .filter((key) => !(opening[key] <= kBars[key]))
    .map(
      (key) =>
        `A first visit takes ${opening[key]} bytes with ${key}, ${opening[key] - kBars[key]} more than is allowed.`,
    );
}

// Prints the sizes of `files` (address → bytes) and writes them to `path`, whose earlier content spares compressing
// again what has not changed. Answers what tooHeavy says.
export async function reportSizes(files, path) {
  const known = await readFile(path, 'utf8').then(
    (text) => new Map(JSON.parse(text).files.map((f) => [f.sha256, f])),
    () => new Map(),
  );
  const measured = await Promise.all(
    [...files].map(async ([file, bytes]) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const before = known.get(sha256);
      const packed = before ?? {
        gzip: (await gzipped(bytes, { level: 9 })).length,
        brotli: (
          await brotli(bytes, {
            params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
          })
        ).length,
      };
      return { file, raw: bytes.length, gzip: packed.gzip, brotli: packed.brotli, sha256 };
    }),
  );
  measured.sort((a, b) => b.raw - a.raw);
  const sums = (list) =>
    Object.fromEntries(['raw', 'gzip', 'brotli'].map((key) => [key, list.reduce((sum, file) => sum + file[key], 0)]));
  const total = sums(measured);
  const opening = sums(measured.filter(({ file }) => isForOpening(file)));
  await writeFile(path, `${JSON.stringify({ total, opening, bars: kBars, files: measured }, null, 1)}\n`);

  const width = Math.max(...measured.map(({ file }) => file.length));
  const line = (name, raw, gz, br) =>
    console.log(`${name.padEnd(width)} ${String(raw).padStart(9)} ${String(gz).padStart(9)} ${String(br).padStart(9)}`);
  line('bytes', 'raw', 'gzip', 'brotli');
  for (const { file, raw, gzip: gz, brotli: br } of measured) line(file, raw, gz, br);
  line('all', total.raw, total.gzip, total.brotli);
  line('first visit', opening.raw, opening.gzip, opening.brotli);
  line('allowed', '', kBars.gzip, '');
  return tooHeavy(opening);
}
