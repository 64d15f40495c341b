import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { drawIcon } from '../../script/lib/icons.mjs';
import { addOffline, integrityOf, keptFiles, versionOf } from '../../script/lib/offline_site.mjs';
import { isForOpening, kBars, tooHeavy } from '../../script/lib/site_sizes.mjs';

const folder = fileURLToPath(new URL('../../web/src', import.meta.url));
const options = { folder, target: ['es2022'], offline: true };
const site = (page = '<html data-version="">') =>
  new Map([
    ['index.html', Buffer.from(page)],
    ['assets/a.0123456789.js', Buffer.from('1')],
    ['licenses.txt', Buffer.from('MIT')],
  ]);

test('integrityOf_IsWhatBrowsersCompare', () => {
  assert.equal(integrityOf(Buffer.from('1')), `sha256-${createHash('sha256').update('1').digest('base64')}`);
});

test('versionOf_ChangesWithAnyFileAndNotWithTheirOrder', () => {
  const files = site(),
    turned = new Map([...files].reverse());
  assert.equal(versionOf(files), versionOf(turned));
  for (const address of files.keys()) {
    assert.notEqual(versionOf(new Map([...files, [address, Buffer.from('other')]])), versionOf(files), address);
  }
});

test('keptFiles_AreAllButTheNoticesAndTheBenchmark', () => {
  const files = new Map([...site(), ['assets/bench_engine.0123456789.wasm', Buffer.from('0')]]);
  assert.deepEqual(
    keptFiles(files).map(([address]) => address),
    ['assets/a.0123456789.js', './'],
  );
});

test('addOffline_ListsThePageAsItIsServed', async () => {
  const files = site();
  await addOffline(files, options);
  const { version, offline } = JSON.parse(files.get('version.json'));
  assert.equal(offline, true);
  assert.equal(files.get('index.html').toString(), `<html data-version="${version}">`);
  const worker = files.get('sw.js').toString();
  assert.ok(worker.includes(version));
  assert.ok(worker.includes(integrityOf(files.get('index.html'))));
  assert.ok(!worker.includes('WAYMARK_'));
});

test('addOffline_PublishesTheKillSwitchWhenAsked', async () => {
  const files = site();
  await addOffline(files, { ...options, offline: false });
  assert.deepEqual(files.get('sw.js'), files.get('sw-off.js'));
  assert.match(files.get('sw.js').toString(), /unregister/);
  assert.equal(JSON.parse(files.get('version.json')).offline, false);
});

test('addOffline_RefusesAPageWithoutAPlaceForItsVersion', async () => {
  await assert.rejects(addOffline(site('<html>'), options), /data-version/);
});

// Width and height of a PNG.
const sizeOf = (png) => [png.readUInt32BE(16), png.readUInt32BE(20)];

test('drawIcon_HasTheSizeOfItsName', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" rx="116" fill="#151a21"/></svg>';
  assert.deepEqual(sizeOf(await drawIcon('icon-192', svg)), [192, 192]);
  assert.deepEqual(sizeOf(await drawIcon('apple-touch-icon', svg)), [180, 180]);
  const [round, full] = [await drawIcon('icon-512', svg), await drawIcon('icon-maskable-512', svg)];
  assert.deepEqual(sizeOf(full), sizeOf(round));
  assert.ok(!full.equals(round), 'the corners of one are cut');
  await assert.rejects(drawIcon('icon-192', '<svg xmlns="http://www.w3.org/2000/svg"/>'), /rounded/);
});

test('tooHeavy_NamesEachBarThatIsPassed', () => {
  assert.deepEqual(tooHeavy(kBars), []);
  assert.equal(tooHeavy({ gzip: kBars.gzip + 1 }).length, 1);
  assert.equal(tooHeavy({ gzip: NaN }).length, 1);
  assert.ok(
    isForOpening('assets/waymark.cd5371b6d7.wasm') &&
      isForOpening('index.html') &&
      isForOpening('assets/icon.12345678.svg'),
  );
  assert.ok(!isForOpening('sw.js') && !isForOpening('assets/icon-512.12345678.png'));
});
