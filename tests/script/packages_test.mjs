import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import semver from 'semver';

const read = (name) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));

test('Packages_RunOnTheOldestNodeThatWePromise', () => {
  const oldest = semver.minVersion(read('package.json').engines.node);
  const tooNew = Object.entries(read('package-lock.json').packages)
    .filter(([, { engines }]) => engines?.node && !semver.satisfies(oldest, engines.node))
    .map(([path, { version, engines }]) => `${path} ${version} wants Node ${engines.node}`);
  assert.deepEqual(tooNew, []);
});
