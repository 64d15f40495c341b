// Writes src/base/font_metrics_data.hpp, the bundled font's widths as the engine knows them. With --check, writes
// nothing and fails when the file differs from what the font says.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundledFont, kText, kWeights } from './lib/font_subset.mjs';
import { readMetrics } from './lib/truetype.mjs';

const path = fileURLToPath(new URL('../src/base/font_metrics_data.hpp', import.meta.url));

function codePointRanges(points) {
  const ranges = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last && point === last.last + 1) last.last = point;
    else ranges.push({ first: point, last: point });
  }
  return ranges;
}

function rows(numbers) {
  const lines = [];
  for (let i = 0; i < numbers.length; i += 20) lines.push(`    ${numbers.slice(i, i + 20).join(', ')},`);
  return lines.join('\n');
}

async function header() {
  const fonts = [];
  for (const weight of kWeights) fonts.push(readMetrics(await bundledFont(weight)));
  const thousandths = (font, units) => Math.round((units * 1000) / font.unitsPerEm);
  const points = [...new Set(Array.from(kText, (c) => c.codePointAt(0)))]
    .filter((point) => fonts.every((font) => font.advance(point) !== undefined))
    .sort((a, b) => a - b);
  const hex = (point) => `0x${point.toString(16).padStart(4, '0')}`;
  let index = 0;
  const ranges = codePointRanges(points).map(({ first, last }) => {
    const line = `    {${hex(first)}, ${hex(last)}, ${index}},`;
    index += last - first + 1;
    return line;
  });
  const [regular] = fonts;
  for (const font of fonts) {
    if (font.ascent !== regular.ascent || font.descent !== regular.descent)
      throw new Error('the weights differ in height');
  }
  return `// Metrics of the bundled font, in thousandths of an em. Made by script/font_metrics.mjs; do not edit.
// clang-format off
#pragma once

#include <cstdint>

namespace waymark::detail {

// The code points first to last, whose advance widths start at \`index\` of each row of kAdvances.
struct AdvanceRange {
  char32_t first;
  char32_t last;
  std::uint16_t index;
};

// Sorted, without overlap.
inline constexpr AdvanceRange kAdvanceRanges[] = {
${ranges.join('\n')}
};

// One row a FontWeight.
inline constexpr std::uint16_t kAdvances[${fonts.length}][${points.length}] = {
${fonts.map((font) => `  {\n${rows(points.map((point) => thousandths(font, font.advance(point))))}\n  },`).join('\n')}
};

// From the baseline: upward, downward (positive), and the space that the font wants between lines.
inline constexpr int kAscent = ${thousandths(regular, regular.ascent)};
inline constexpr int kDescent = ${thousandths(regular, -regular.descent)};
inline constexpr int kLineGap = ${thousandths(regular, regular.lineGap)};

}  // namespace waymark::detail
`;
}

const wanted = await header();
if (process.argv.includes('--check')) {
  const found = await readFile(path, 'utf8').catch(() => '');
  if (found !== wanted) {
    console.error('src/base/font_metrics_data.hpp differs from the font: run node script/font_metrics.mjs');
    process.exit(1);
  }
} else {
  await writeFile(path, wanted);
}
