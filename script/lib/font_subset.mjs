// Which letters of the bundled font are kept, and how its files are cut down to them.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const kRanges = [
  [0x20, 0x7e], // ASCII
  [0xa0, 0x17f], // Latin-1, Latin Extended-A
];
const kSymbols = '‐‑–—―‘’‚“”„†‡•…‰′″‹›⁄€™−≈≠≤≥∞√←↑→↓↔↗✓✔●○◐◆■▲▶▼◀';

export const kText =
  kRanges
    .map(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join(''),
    )
    .join('') + kSymbols;

// The two weights in the order of FontWeight in src/base/font_metrics.hpp.
export const kWeights = [
  { css: 400, file: 'Inter-Regular.woff2' },
  { css: 600, file: 'Inter-SemiBold.woff2' },
];

export function originalPath(weight) {
  return fileURLToPath(new URL(`../../node_modules/inter-ui/web/${weight.file}`, import.meta.url));
}

// For canvas and page alike, since a file fetched once is lighter than two: TrueType outlines, which Dear ImGui reads, and
// figures of one width where CSS asks for them. No kerning: at these sizes it can hardly be seen, and would cost 4 kB a weight.
export async function bundledFont(weight) {
  return subsetFont(await readFile(originalPath(weight)), kText, {
    targetFormat: 'truetype',
    noHinting: true,
    keepFeatures: ['tnum'],
  });
}
