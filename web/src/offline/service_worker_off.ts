// The kill switch: put in place of sw.js, it takes the service worker and everything it kept off each device that comes by.
// Open windows go on as they are; from the next navigation on the network answers. docs/hosting.md says when to use it.
declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave(): Promise<void> {
  const ours = (await caches.keys()).filter((name) => name.startsWith(`waymark ${self.registration.scope} `));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
