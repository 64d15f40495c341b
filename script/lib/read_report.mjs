// Prints "<passed> <failed>" of a test runner's report: node read_report.mjs catch2|playwright FILE
// Tests that passed at a second try count as passed and are named on stderr.
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const readers = {
  // Catch2 closes with "All tests passed (9 assertions in 3 test cases)" or with
  // "test cases: 3 | 2 passed | 1 failed". A program that died says neither.
  catch2(text) {
    const allPassed = text.match(/^All tests passed \(\d+ assertions? in (\d+) test cases?\)/m);
    if (allPassed) return [Number(allPassed[1]), 0];
    const totals = text.match(/^test cases:.*$/m)?.[0] ?? '';
    const number = (kind) => Number(totals.match(new RegExp(`(\\d+) ${kind}`))?.[1] ?? 0);
    const failed = number('failed');
    return failed > 0 ? [number('passed'), failed] : [NaN, NaN];
  },
  playwright(text) {
    const { stats, errors, suites } = JSON.parse(text);
    for (const { file, title, tests } of suites.flatMap(specsOf)) {
      const unsteady = tests.find(({ status }) => status === 'flaky');
      if (!unsteady) continue;
      const why = stripVTControlCharacters(unsteady.results[0].error?.message ?? 'no message');
      console.error(`   UNSTEADY: ${file}, "${title}" failed first: ${why}`);
    }
    return [stats.expected + stats.flaky, stats.unexpected + (errors?.length ?? 0)];
  },
};

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

const [kind, path] = process.argv.slice(2);
const [passed, failed] = readers[kind](readFileSync(path, 'utf8'));
if (!Number.isInteger(passed) || !Number.isInteger(failed)) throw new Error(`${path} holds no counts`);
console.log(passed, failed);
