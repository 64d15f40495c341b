import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { startupSteps } from '../../../web/src/boot/startup.ts';

const mark = (name, startTime) => ({ name: `waymark:${name}`, startTime });

test('startupSteps_TakeTheTimeSinceTheStepBefore', () => {
  const steps = startupSteps([mark('compiled', 90), mark('boot', 40), mark('other', 50), mark('started', 130)]);
  assert.deepEqual(
    steps.map(({ at, took }) => [at, took]),
    [
      [40, 40],
      [90, 50],
      [130, 40],
    ],
  );
  assert.deepEqual(startupSteps([]), []);
});

test('startupSteps_NameMarksThatThePageSets', async () => {
  const read = (name) => readFile(new URL(`../../../web/src/boot/${name}.ts`, import.meta.url), 'utf8');
  const known = (await read('startup')).match(/waymark:\w+/g);
  const page = (await read('main')) + (await read('boot')) + (await read('early'));
  assert.equal(known.length, 10);
  for (const name of known) assert.ok(page.includes(`performance.mark('${name}')`), name);
});
