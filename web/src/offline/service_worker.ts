// Keeps one whole version of the site on the device, so that the page opens without a network (docs/hosting.md).
// script/lib/offline_site.mjs puts the version and its files, [address, integrity], in place of WAYMARK_VERSION and
// WAYMARK_FILES.
//
// Nothing here can mix two versions: every file but the page itself has a name of its content, the page is only ever
// answered from the version of this worker, and a version is kept whole or not at all. Other pages of this origin can keep
// caches too, and can write into ours: files are taken from our own caches alone, and checked by their hash both when they
// are stored and when they are handed on.
declare const self: ServiceWorkerGlobalScope;
declare const WAYMARK_VERSION: string;
declare const WAYMARK_FILES: readonly KeptFile[];

type KeptFile = readonly [address: string, integrity: string];

const kVersion = WAYMARK_VERSION;
const kFiles = WAYMARK_FILES;
// The folder's own page and those of other roads, by address.
const isPage = (address: string): boolean => address === './' || address.endsWith('.html');
const kPages = new Set(kFiles.map(([address]) => address).filter(isPage));
const kScope = self.registration.scope;
// Others on this host may keep caches too.
const kPrefix = `waymark ${kScope} `;
const kCache = kPrefix + kVersion;
const kIntegrity = new Map(kFiles.map(([address, integrity]) => [new URL(address, kScope).href, integrity]));
const kHashHeader = 'X-Waymark-Hash';
// Older versions that stay while a window is open that may be showing one.
const kOlderKept = 2;
const kQuiet: RequestInit = { referrerPolicy: 'no-referrer' };
// A page being worked on: the newest build is shown while it can be reached.
const kAtHome = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(self.location.hostname);

// Windows that measure (`?bench`): nothing stands between them and the network.
const benches = new Set<string>();

self.addEventListener('install', (event) => event.waitUntil(keepAll().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

async function keepAll(): Promise<void> {
  const cache = await caches.open(kCache);
  try {
    await Promise.all(kFiles.map((file) => keep(cache, file)));
  } catch (e) {
    await caches.delete(kCache);
    throw e;
  }
}

async function keep(cache: Cache, [address, integrity]: KeptFile): Promise<void> {
  const url = new URL(address, kScope).href,
    fresh = isPage(address);
  const response =
    (fresh ? null : await kept(url)) ??
    (await fetch(url, { ...kQuiet, integrity, cache: fresh ? 'no-cache' : 'default' }));
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  const sound = await checked(response, integrity);
  if (!sound) throw new Error(`${url} is not what was published`);
  await cache.put(url, sound);
}

async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

// The answer once more when its content has that hash; else null. A new one is not redirected, which a navigation refuses.
async function checked(response: Response, integrity: string | undefined): Promise<Response | null> {
  const bytes = await response.arrayBuffer();
  if ((await hashOf(bytes)) !== integrity) return null;
  const headers = new Headers(response.headers);
  headers.set(kHashHeader, integrity);
  return new Response(bytes, { status: response.status, headers });
}

// A navigation refuses an answer that was redirected.
function direct(response: Response): Response {
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}

async function takeOver(): Promise<void> {
  await forgetOlder();
  await self.clients.claim();
  for (const client of await windows()) client.postMessage({ waymarkVersion: kVersion });
}

async function windows(): Promise<WindowClient[]> {
  const all = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return all.filter(({ url }) => url.startsWith(kScope));
}

async function forgetOlder(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(kPrefix) && name !== kCache);
  const spared = (await windows()).length ? kOlderKept : 0;
  await Promise.all(older.slice(0, Math.max(0, older.length - spared)).map((name) => caches.delete(name)));
}

// From whichever of our versions has it as it was published. What this version does not list is of an older one, whose
// window is still open: it was kept with its hash.
async function kept(url: string): Promise<Response | null> {
  const names = (await caches.keys()).filter((name) => name.startsWith(kPrefix));
  for (const name of [kCache, ...names.filter((other) => other !== kCache)]) {
    if (!names.includes(name)) continue;
    const cache = await caches.open(name),
      found = await cache.match(url, { ignoreVary: true });
    if (!found) continue;
    const integrity = kIntegrity.get(url) ?? found.headers.get(kHashHeader),
      sound = integrity ? await checked(found, integrity) : null;
    if (sound) return sound;
    await cache.delete(url, { ignoreVary: true });
  }
  return null;
}

// The address's query stays here: it may hold what the system's share sheet handed over.
async function page(address: string): Promise<Response> {
  const url = new URL(address, kScope).href;
  if (kAtHome) {
    const answer = await fetch(url, { ...kQuiet, cache: 'no-cache' }).catch(() => null);
    if (answer?.ok) return direct(answer);
  }
  const cache = await caches.open(kCache),
    found = await cache.match(url, { ignoreVary: true }),
    sound = found && (await checked(found, kIntegrity.get(url)));
  return sound ?? direct(await fetch(url, kQuiet));
}

self.addEventListener('fetch', (event) => {
  const { request } = event,
    url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(kScope) || benches.has(event.clientId)) return;
  const path = url.pathname.slice(new URL(kScope).pathname.length),
    address = path === '' || path === 'index.html' ? './' : path;
  if (request.mode === 'navigate') {
    if (url.searchParams.has('bench')) benches.add(event.resultingClientId);
    else if (kPages.has(address)) {
      event.respondWith(page(address));
      event.waitUntil(forgetOlder());
    }
  } else if (/\.[0-9A-Za-z]{8,}\.\w+$/.test(address)) {
    event.respondWith(kept(url.href).then((answer) => answer ?? fetch(request)));
  }
});
