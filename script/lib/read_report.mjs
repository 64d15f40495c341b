// Prints "<passed> <failed>" of a test runner's JSON report: node read_report.mjs catch2|playwright FILE
import { readFileSync } from 'node:fs';

const readers = {
  catch2(report) {
    const cases = report['test-run'].totals['test-cases'];
    return [cases.passed + cases['fail-but-ok'], cases.failed];
  },
  playwright({ stats, errors }) {
    return [stats.expected, stats.unexpected + stats.flaky + (errors?.length ?? 0)];
  },
};

const [kind, path] = process.argv.slice(2);
const [passed, failed] = readers[kind](JSON.parse(readFileSync(path, 'utf8')));
if (!Number.isInteger(passed) || !Number.isInteger(failed)) throw new Error(`${path} holds no counts`);
console.log(passed, failed);
