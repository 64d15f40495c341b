import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWholeRoad } from '../../../web/src/road/whole_road.ts';

globalThis.window ??= new EventTarget();
const bytes = new Uint8Array([1]);

test('openWholeRoad_OpensWhatIsFetchedAndSaysSoOnce', async () => {
  const seen = [];
  await openWholeRoad(
    () => Promise.resolve(bytes),
    (road) => seen.push(road) > 0,
    () => seen.push('opened'),
  );
  assert.deepEqual(seen, [bytes, 'opened']);
});

test('openWholeRoad_HasNothingToDoWhereThePageOpenedIt', async () => {
  let opened = 0;
  await openWholeRoad(
    null,
    () => assert.fail('there is nothing to open'),
    () => ++opened,
  );
  assert.equal(opened, 1);
});

test('openWholeRoad_TriesAnewWhenTheNetworkIsBack', async (context) => {
  context.mock.method(console, 'warn', () => {});
  let fetched = 0,
    opened = 0;
  await openWholeRoad(
    () => {
      if (++fetched === 3) return Promise.resolve(bytes);
      queueMicrotask(() => setImmediate(() => window.dispatchEvent(new Event('online'))));
      return Promise.reject(new Error('no network'));
    },
    () => true,
    () => ++opened,
  );
  assert.deepEqual([fetched, opened], [3, 1]);
});

test('openWholeRoad_LeavesWhatIsOpenWhereTheWholeIsRefused', async () => {
  let opened = 0;
  await openWholeRoad(
    () => Promise.resolve(bytes),
    () => false,
    () => ++opened,
  );
  assert.equal(opened, 0);
});
