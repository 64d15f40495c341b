import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { serve } from '../../script/static_server.mjs';

let folder;
let server;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-server-'));
  await mkdir(join(folder, 'site/sub'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'site-neighbour.txt'), 'secret');
  await writeFile(join(folder, 'site/index.html'), '<p>hello</p>'.repeat(50));
  await writeFile(join(folder, 'site/sub/a.wasm'), 'wasm');
  await writeFile(join(folder, 'site/sub/b.woff2'), 'font');
  await symlink(join(folder, 'secret.txt'), join(folder, 'site/way_out.txt'));
  server = await serve(join(folder, 'site'), 0);
});

after(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

// Sends `path` as it stands; fetch would tidy it first.
function ask(path, { method = 'GET', headers = {} } = {}) {
  return new Promise((done, failed) => {
    request({ host: '127.0.0.1', port: server.address().port, path, method, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', failed)
      .end();
  });
}

test('Server_NamesTheTypeThatStreamingCompilationNeeds', async () => {
  assert.equal((await ask('/sub/a.wasm')).headers['content-type'], 'application/wasm');
});

test('Server_AnswersAFolderWithItsIndex', async () => {
  const { status, headers, body } = await ask('/?bench#x');
  assert.equal(status, 200);
  assert.equal(headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(body.toString(), '<p>hello</p>'.repeat(50));
});

test('Server_CompressesTextAndNotFonts', async () => {
  const headers = { 'accept-encoding': 'gzip, br' };
  const page = await ask('/index.html', { headers });
  assert.equal(page.headers['content-encoding'], 'br');
  assert.equal(brotliDecompressSync(page.body).toString(), '<p>hello</p>'.repeat(50));
  assert.equal((await ask('/sub/b.woff2', { headers })).headers['content-encoding'], undefined);
});

test('Server_NeverLeavesItsFolder', async () => {
  const ways = [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/sub/../../secret.txt',
    '/..\\secret.txt',
    '/../site-neighbour.txt',
    '/way_out.txt',
    '//../secret.txt',
    '/%00',
    '/%zz',
  ];
  for (const way of ways) {
    const { status, body } = await ask(way);
    assert.equal(status, 404, way);
    assert.ok(!body.includes('secret'), way);
  }
});

test('Server_SendsAnUnchangedFileOnce', async () => {
  const first = await ask('/index.html');
  const again = await ask('/index.html', { headers: { 'if-none-match': first.headers.etag } });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
  await writeFile(join(folder, 'site/index.html'), 'new');
  const changed = await ask('/index.html', { headers: { 'if-none-match': first.headers.etag } });
  assert.equal(changed.body.toString(), 'new');
});

test('Server_OnlyReads', async () => {
  assert.equal((await ask('/index.html', { method: 'POST' })).status, 405);
  assert.equal((await ask('/index.html', { method: 'HEAD' })).body.length, 0);
});

test('Server_TakesTheNextPortOnlyWhenNoneWasAskedFor', async () => {
  await assert.rejects(serve(folder, server.address().port), { code: 'EADDRINUSE' });
  const first = await serve(folder);
  const second = await serve(folder);
  try {
    assert.ok(second.address().port > first.address().port);
  } finally {
    first.close();
    second.close();
  }
});
