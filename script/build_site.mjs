// Makes build/site, the page as one folder of static files: bundled, minified, named by their content, addressed
// relatively. web/README.md says what it does with web/. Needs the engine and the command-line tool (build/web) and the fonts
// (build/fonts) built; script/serve does all that.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { drawIcon, isIcon } from './lib/icons.mjs';
import { withMessages } from './lib/page_messages.mjs';
import { addOffline, integrityOf } from './lib/offline_site.mjs';
import { escaped, pageNames, retitled } from './lib/road_pages.mjs';
import { reportSizes } from './lib/site_sizes.mjs';
import { runTool } from './lib/waymark_tool.mjs';

const kRoot = fileURLToPath(new URL('..', import.meta.url));
const kWeb = join(kRoot, 'web');
const kSite = join(kRoot, 'build/site');
const kTarget = ['chrome109', 'firefox115', 'safari16.4'];

// Address in the site → content. Everything is kept here until the whole site is known to be good.
const files = new Map();

// Adds `bytes` as <folder>/<stem>.<hash><extension>; answers that address.
function addHashed(name, bytes, folder = 'assets/') {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const extension = extname(name);
  const address = `${folder}${basename(name, extension)}.${hash}${extension}`;
  files.set(address, Buffer.from(bytes));
  return address;
}

const parts = new Set(); // of the script bundled last, to be fetched along with it

// Bundles a script of the page. A module that is imported on demand becomes a file of its own.
async function bundleScript(path, format) {
  const bench = await addBench();
  const { outputFiles, metafile } = await build({
    entryPoints: [join(kWeb, path)],
    bundle: true,
    minify: true,
    format,
    splitting: format === 'esm',
    target: kTarget,
    legalComments: 'none',
    write: false,
    metafile: true,
    define: { WAYMARK_BENCH: JSON.stringify(bench) },
    logLevel: 'warning',
    absWorkingDir: kRoot,
    outdir: 'assets',
    entryNames: '[name].[hash]',
    chunkNames: '[name].[hash]',
  });
  for (const { path: output, contents } of outputFiles) files.set(relative(kRoot, output), Buffer.from(contents));
  const entry = Object.keys(metafile.outputs).find((output) => metafile.outputs[output].entryPoint === `web/${path}`);
  for (const part of staticParts(metafile.outputs, entry)) parts.add(part);
  return entry;
}

// What `entry` imports before it can run, in turn: it would be asked for one after the other.
function staticParts(outputs, entry) {
  const found = new Set();
  for (const open = [entry]; open.length;) {
    for (const { path, kind } of outputs[open.pop()].imports) {
      if (kind !== 'import-statement' || found.has(path)) continue;
      found.add(path);
      open.push(path);
    }
  }
  return found;
}

async function bundleStyles(path) {
  const theme = runTool('theme-css');
  const { outputFiles } = await build({
    stdin: {
      contents: `@import "waymark:theme";\n@import "./${path}";`,
      resolveDir: kWeb,
      loader: 'css',
      sourcefile: 'site.css',
    },
    bundle: true,
    minify: true,
    target: kTarget,
    write: false,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [
      {
        name: 'theme',
        setup(builder) {
          builder.onResolve({ filter: /^waymark:theme$/ }, () => ({ path: 'theme.css', namespace: 'generated' }));
          builder.onLoad({ filter: /.*/, namespace: 'generated' }, () => ({
            contents: theme,
            loader: 'css',
            resolveDir: kWeb,
          }));
        },
      },
    ],
  });
  return addHashed(basename(path), outputFiles[0].contents);
}

async function engineScript(name) {
  const source = await readFile(join(kRoot, 'build/web', name), 'utf8');
  return (await transform(source, { minify: true, format: 'esm', target: kTarget, legalComments: 'none' })).code;
}

const addEngine = async () => addHashed('waymark.js', await engineScript('waymark.js'));

// The engine that draws plain graphs. No page names it: engine/bench.ts fetches it by these addresses.
async function addBench() {
  return {
    script: addHashed('bench_engine.js', await engineScript('waymark_bench.js')),
    wasm: addHashed('bench_engine.wasm', await readFile(join(kRoot, 'build/web/waymark_bench.wasm'))),
  };
}

// What a map can be used without, of each skill: most of a road's bytes, and nobody reads it before the first frame.
const kComesLater = ['body', 'resources', 'proof', 'checks', 'slips'];

// Below so many bytes a second file is not worth asking for; above so many skills reading the road twice is not.
const kWorthLater = 16_384;
const kSkillsLater = 2_000;

// The road without that, which the page opens with, and whole, as it is fetched when the map can be used
// (web/src/road/whole_road.ts); `whole` is null where the page opens it whole.
async function addRoadmap({ name, path, page }) {
  const road = JSON.parse(await readFile(path, 'utf8')),
    text = JSON.stringify(road);
  for (const skill of road.skills) for (const member of kComesLater) delete skill[member];
  const first = JSON.stringify(road),
    split = text.length - first.length > kWorthLater && road.skills.length <= kSkillsLater;
  return {
    first: addHashed(name, split ? first : text, page === 'index.html' ? 'assets/' : 'assets/roads/'),
    whole: split ? addHashed(name, text, 'assets/roads/') : null,
  };
}

// FNV-1a of the id, as in a progress link (docs/share_format.md).
function roadHash(id) {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

// The manifest stays beside index.html, since the addresses in it count from its own place.
async function addManifest(path) {
  const manifest = JSON.parse(await readFile(join(kWeb, path), 'utf8'));
  for (const icon of [manifest, ...(manifest.shortcuts ?? [])].flatMap(({ icons }) => icons ?? []))
    icon.src = await addCopy(icon.src);
  return addHashed(basename(path), JSON.stringify(manifest), '');
}

const copies = new Map();
async function addCopy(path) {
  if (!copies.has(path)) copies.set(path, addHashed(basename(path), await contentOf(path)));
  return copies.get(path);
}

// A file of web/, or an icon that is drawn from icon.svg beside it.
async function contentOf(path) {
  const name = basename(path, '.png');
  return isIcon(name)
    ? drawIcon(name, await readFile(join(kWeb, dirname(path), 'icon.svg'), 'utf8'))
    : readFile(join(kWeb, path));
}

// The address that stands in the site for what `tag` of index.html names.
async function placeReferenced(tag, path) {
  const asset = /\bdata-asset="([^"]*)"/.exec(tag)?.[1];
  if (asset === 'engine') return addEngine();
  if (asset === 'wasm') return addHashed('waymark.wasm', await readFile(join(kRoot, 'build/web/waymark.wasm')));
  if (asset === 'font') return addHashed(basename(path), await readFile(join(kRoot, 'build/fonts', basename(path))));
  if (asset) throw new Error(`index.html: no rule for data-asset="${asset}"`);
  if (/^<script\b/.test(tag)) return bundleScript(path, /\btype="module"/.test(tag) ? 'esm' : 'iife');
  if (/\brel="stylesheet"/.test(tag)) return bundleStyles(path);
  if (/\brel="manifest"/.test(tag)) return addManifest(path);
  return addCopy(path);
}

const placed = new Map();
function placeOnce(tag, path) {
  const key = `${/\bdata-asset="([^"]*)"/.exec(tag)?.[1] ?? ''} ${path}`;
  if (!placed.has(key)) placed.set(key, placeReferenced(tag, path));
  return placed.get(key);
}

// The roads of the site: the one that index.html names, then the others, each on a page of its own beside it.
async function findRoads(source) {
  const main = /<link\b[^>]*\bdata-asset="roadmap"[^>]*\bhref="([^"]*)"/.exec(source)?.[1];
  if (!main) throw new Error('index.html names no roadmap (a link with data-asset="roadmap")');
  const folder = join(kRoot, 'assets/roadmaps');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== basename(main)).sort();
  const roads = await Promise.all(
    [basename(main), ...names].map(async (name) => {
      const { id, title, summary = '' } = JSON.parse(await readFile(join(folder, name), 'utf8'));
      return { name, path: join(folder, name), id, title, summary };
    }),
  );
  const pages = pageNames(
    roads.map(({ id }) => id),
    [...files.keys()],
  );
  return roads.map((road, i) => ({ ...road, page: pages[i] }));
}

async function buildPage(source, road, roads) {
  const { first, whole } = await addRoadmap(road);
  let page = '';
  let end = 0;
  for (const match of source.matchAll(/<(?:link|script|img|source)\b[^>]*?\b(?:href|src)="([^"#][^":]*)"[^>]*>/g)) {
    let [tag] = match;
    const path = match[1];
    const asset = /data-asset="roadmap(-whole)?"/.exec(tag);
    if (asset?.[1] && !whole) {
      page += source.slice(end, match.index);
      end = match.index + tag.length;
      continue;
    }
    const address = asset ? (asset[1] ? whole : first) : await placeOnce(tag, path);
    tag = tag.replace(`="${path}"`, () => `="${address}"`);
    if (/^<script\b|\brel="(?:stylesheet|modulepreload)"/.test(tag))
      tag = tag.replace(/>$/, ` integrity="${integrityOf(files.get(address))}">`);
    tag = tag.replace(/\bdata-bytes="[^"]*"/, `data-bytes="${files.get(address).length}"`);
    page += source.slice(end, match.index) + tag;
    for (const part of parts)
      page += `<link rel="modulepreload" href="${part}" integrity="${integrityOf(files.get(part))}">`;
    parts.clear();
    end = match.index + match[0].length;
  }
  page += source.slice(end);
  for (const place of ['outline', 'roads']) {
    if (!page.includes(`<!-- ${place} -->`)) throw new Error(`index.html has no place for the ${place}`);
  }
  const others = roads
    .filter((other) => other !== road)
    .map(
      (other) =>
        `<link rel="alternate" data-road="${roadHash(other.id)}" href="${other.page === 'index.html' ? './' : other.page}" title="${escaped(other.title)}">`,
    );
  page = page
    .replace('<!-- roads -->', () => others.join('\n'))
    .replace('<!-- outline -->', () => runTool('outline', road.path).trim());
  files.set(road.page, Buffer.from(page));
}

async function buildPages() {
  const { messages } = JSON.parse(await readFile(join(kRoot, 'assets/messages/en.json'), 'utf8'));
  const source = withMessages(await readFile(join(kWeb, 'index.html'), 'utf8'), messages);
  const roads = await findRoads(source);
  for (const road of roads) await buildPage(road.page === 'index.html' ? source : retitled(source, road), road, roads);
}

// The notices that the licences of what is built in ask for.
async function addLicenses() {
  const engine = await readFile(join(kRoot, 'build/web/licenses.txt'), 'utf8');
  const font = await readFile(join(kRoot, 'node_modules/inter-ui/LICENSE.txt'), 'utf8');
  files.set('licenses.txt', Buffer.from(`${engine}\n== Inter ==\n\n${font}`));
}

// Writes what is new, the pages last, and removes what the page no longer names.
async function writeSite() {
  await mkdir(join(kSite, 'assets'), { recursive: true });
  const old = await readdir(kSite, { withFileTypes: true, recursive: true });
  const present = new Set(
    old
      .filter((entry) => entry.isFile())
      .map((entry) => relative(kSite, join(entry.parentPath ?? entry.path, entry.name))),
  );
  for (const [address, bytes] of files) {
    if (address.endsWith('.html') || (present.has(address) && address.startsWith('assets/'))) continue;
    await mkdir(dirname(join(kSite, address)), { recursive: true });
    await writeFile(join(kSite, address), bytes);
  }
  for (const [address, page] of files) {
    if (!address.endsWith('.html') || (present.has(address) && page.equals(await readFile(join(kSite, address)))))
      continue;
    await writeFile(join(kRoot, 'build/page.partial'), page);
    await rename(join(kRoot, 'build/page.partial'), join(kSite, address));
  }
  for (const address of present) if (!files.has(address)) await rm(join(kSite, address));
}

try {
  await buildPages();
  await addLicenses();
  await addOffline(files, {
    folder: join(kWeb, 'src'),
    target: kTarget,
    offline: process.env.WAYMARK_OFFLINE !== 'off',
  });
  await writeSite();
  for (const sentence of await reportSizes(files, join(kRoot, 'build/site-sizes.json'))) console.log(sentence);
} catch (error) {
  // esbuild has printed its own errors with their places.
  if (!error.errors) console.error(`The page was not bundled: ${error.message}`);
  process.exitCode = 1;
}
