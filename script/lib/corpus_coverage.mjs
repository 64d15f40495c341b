// How many lines of the readers of hostile input the fuzzers' seeds reach: node script/lib/corpus_coverage.mjs FILE [--lines],
// FILE as llvm-cov writes it for lcov. Fails below the bar; --lines names what is not reached.
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';

const kBar = 0.9;

const [path, option] = process.argv.slice(2);
const files = new Map(); // name → Map of line → times reached
let lines = null;
for (const row of (await readFile(path, 'utf8')).split('\n')) {
  if (row.startsWith('SF:')) files.set(relative('.', row.slice(3)), (lines = new Map()));
  const data = /^DA:(\d+),(\d+)/.exec(row);
  if (data) lines.set(Number(data[1]), Math.max(lines.get(Number(data[1])) ?? 0, Number(data[2])));
}

let reached = 0,
  all = 0;
for (const [name, lines] of [...files].sort()) {
  const missed = [...lines].filter(([, times]) => times === 0).map(([line]) => line);
  reached += lines.size - missed.length;
  all += lines.size;
  if (option === '--lines')
    console.log(
      `${name}: ${lines.size - missed.length} of ${lines.size}${missed.length ? `; not ${missed.join(', ')}` : ''}`,
    );
}
const part = reached / all;
console.log(
  `   the seeds reach ${reached} of ${all} lines of src/io and src/share, ${(100 * part).toFixed(1)} %; at least ${100 * kBar} % are wanted`,
);
process.exitCode = part >= kBar ? 0 : 1;
