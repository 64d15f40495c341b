// What lets the built site open without a network: sw.js with the list of all files of one version, the script that takes it
// off again, and version.json, which says what is published and whether it may be kept.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const kVersionPlace = /\bdata-version="[^"]*"/;

export function integrityOf(bytes) {
  return `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
}

// The same for the same files, whatever their order: `files` is address → bytes.
export function versionOf(files) {
  const hash = createHash('sha256');
  for (const address of [...files.keys()].sort()) hash.update(`${address}\n${integrityOf(files.get(address))}\n`);
  return hash.digest('hex').slice(0, 12);
}

// What is kept: all that a visitor's page may ask for; with `?bench` nothing comes from what is kept. The page itself goes by
// the address of its folder, since some hosts redirect from index.html.
export function keptFiles(files) {
  return [...files.keys()]
    .filter((address) => address !== 'licenses.txt' && !address.startsWith('assets/bench'))
    .sort()
    .map((address) => [address === 'index.html' ? './' : address, integrityOf(files.get(address))]);
}

async function script(path, define, target) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    minify: true,
    format: 'iife',
    target,
    define,
    write: false,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return Buffer.from(outputFiles[0].contents);
}

// Writes the version into the pages and adds sw.js, sw-off.js and version.json to `files`, which hold everything else.
// `offline` false publishes the kill switch in place of sw.js.
export async function addOffline(files, { folder, target, offline }) {
  // A changed worker is a new version too: two must never share a cache.
  const worker = await readFile(join(folder, 'offline/service_worker.ts'));
  const version = versionOf(new Map([...files, ['sw.js', worker]]));
  for (const address of [...files.keys()].filter((name) => name.endsWith('.html'))) {
    const page = files.get(address).toString();
    if (!kVersionPlace.test(page)) throw new Error(`${address} has no place for its version (data-version="")`);
    files.set(address, Buffer.from(page.replace(kVersionPlace, `data-version="${version}"`)));
  }
  const define = { WAYMARK_VERSION: JSON.stringify(version), WAYMARK_FILES: JSON.stringify(keptFiles(files)) };
  const off = await script(join(folder, 'offline/service_worker_off.ts'), {}, target);
  files.set('sw.js', offline ? await script(join(folder, 'offline/service_worker.ts'), define, target) : off);
  files.set('sw-off.js', off);
  files.set('version.json', Buffer.from(`${JSON.stringify({ version, offline })}\n`));
}
