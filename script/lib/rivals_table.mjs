// Writes a comparison of renderers into docs/performance.md, between its two "rivals" comments: node rivals_table.mjs FILE.
// FILE is what the comparing harness wrote: {"results":[{name, n, fail?, first_paint_ms, fps, main_ms, gpu_cpu_ms}…]}, each
// figure as {median}. The row "ours" is Waymark's.
import { readFileSync, writeFileSync } from 'node:fs';

const kDocument = new URL('../../docs/performance.md', import.meta.url);
const kBegin = '<!-- rivals -->\n',
  kEnd = '<!-- /rivals -->';
const kParts = [
  ['first_paint_ms', 'Navigation to the first picture of the graph, ms', 0],
  ['fps', 'Frames a second', 1],
  ['main_ms', 'Main thread, ms a frame', 2],
  ['gpu_cpu_ms', 'GPU process, ms a frame', 1],
];

const { results } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const sizes = [...new Set(results.map(({ n }) => n))].sort((a, b) => a - b),
  names = [...new Set(results.map(({ name }) => name))];
const row = (cells) => `| ${cells.join(' | ')} |`;
const cell = (name, n, part, digits) => {
  const result = results.find((r) => r.name === name && r.n === n);
  return result?.[part] ? result[part].median.toFixed(digits) : result?.fail ? 'gave up' : '';
};
const tables = kParts.map(([part, title, digits]) =>
  [
    row([title, ...sizes.map((n) => n.toLocaleString('en'))]),
    row(['---', ...sizes.map(() => '---:')]),
    ...names.map((name) => row([name === 'ours' ? 'Waymark' : name, ...sizes.map((n) => cell(name, n, part, digits))])),
  ].join('\n'),
);

const text = readFileSync(kDocument, 'utf8'),
  begin = text.indexOf(kBegin) + kBegin.length,
  end = text.indexOf(kEnd);
if (begin < kBegin.length || end < begin) throw new Error('docs/performance.md has no place for the tables.');
writeFileSync(kDocument, `${text.slice(0, begin)}${tables.join('\n\n')}\n${text.slice(end)}`);
