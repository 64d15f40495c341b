// A host of its own for tests that publish new versions, go away, or look at every byte that a browser sends. It is reached
// as road.localhost, which browsers take for a real host and find on this machine.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addOffline, integrityOf } from '../../script/lib/offline_site.mjs';
import { serve } from '../../script/static_server.mjs';
import { test } from './waymark.mjs';

const kRoot = fileURLToPath(new URL('../..', import.meta.url));
const kBuilt = join(kRoot, 'build/site');

// Answers {url, folder, publish(files), heard, close()}; `heard` has each request as {line, headers, body}.
export async function startSite() {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-site-'));
  await cp(kBuilt, folder, { recursive: true });
  const server = await serve(folder, 0),
    heard = [];
  server.prependListener('request', (request) => {
    const entry = { line: `${request.method} ${request.url}`, headers: request.headers, body: '' };
    request.on('data', (piece) => {
      entry.body += piece;
    });
    heard.push(entry);
  });
  return {
    url: `http://road.localhost:${server.address().port}/`,
    folder,
    heard,
    // Puts `files` in place of what is there, as a careful host does: the page last.
    async publish(files) {
      for (const address of await addressesOf(folder)) if (!files.has(address)) await rm(join(folder, address));
      const pageLast = [...files].sort(([a], [b]) => (a === 'index.html') - (b === 'index.html'));
      for (const [address, bytes] of pageLast) await writeFile(join(folder, address), bytes);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function addressesOf(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
}

// A test whose page comes from such a host, `site`, and may keep itself on the device.
export const testOnOwnHost = test.extend({
  site: async ({}, use) => {
    const site = await startSite();
    await use(site);
    await site.close();
  },
  baseURL: async ({ site }, use) => use(site.url),
  serviceWorkers: 'allow',
});

// The built site as another version: its script says so in data-script, the page in data-page.
export async function nextVersion(name) {
  const files = new Map();
  for (const address of await addressesOf(kBuilt)) files.set(address, await readFile(join(kBuilt, address)));
  const old = [...files.keys()].find((address) => /^assets\/main\.\w+\.js$/.test(address));
  const script = Buffer.concat([
    files.get(old),
    Buffer.from(`\ndocument.documentElement.dataset.script=${JSON.stringify(name)};`),
  ]);
  const address = `assets/main.${Buffer.from(name.padEnd(8, '0')).toString('hex').slice(0, 8)}.js`;
  const page = files
    .get('index.html')
    .toString()
    .replace('<html ', `<html data-page="${name}" `)
    .replaceAll(old, address)
    .replaceAll(integrityOf(files.get(old)), integrityOf(script));
  for (const made of ['sw.js', 'sw-off.js', 'version.json', old]) files.delete(made);
  files.set(address, script).set('index.html', Buffer.from(page));
  await addOffline(files, { folder: join(kRoot, 'web/src'), target: ['es2022'], offline: true });
  return files;
}
