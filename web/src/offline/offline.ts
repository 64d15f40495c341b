// Keeps the page on the device, says calmly when the network is gone, and offers a newer version without forcing it.
import { $ } from '../lib/dom.ts';
import { t } from '../lib/messages.ts';

// A tab that stays open for days still hears of a new version.
const kCheckEveryMilliseconds = 60 * 60 * 1000;

// Whether this place may keep the page: version.json can switch it off for everybody (docs/hosting.md).
async function isWanted(): Promise<boolean> {
  const response = await fetch('version.json', { cache: 'no-store' });
  return response.ok && ((await response.json()) as { offline?: boolean }).offline === true;
}

async function stopKeeping(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('./');
  if (registration) await registration.unregister();
  const ours = (await caches.keys()).filter((name) => name.startsWith(`waymark ${new URL('./', location.href).href} `));
  await Promise.all(ours.map((name) => caches.delete(name)));
}

// Resolves as soon as there may be a network.
function connected(): Promise<unknown> {
  if (navigator.onLine !== false) return Promise.resolve();
  return new Promise((resolve) => {
    addEventListener('online', resolve, { once: true });
  });
}

async function keep(): Promise<void> {
  await connected();
  if (!(await isWanted())) return stopKeeping();
  const registration = await navigator.serviceWorker.register('sw.js', { updateViaCache: 'none' });
  let checked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - checked < kCheckEveryMilliseconds) return;
    checked = Date.now();
    registration.update().catch(() => {});
  });
}

// Once the page can be used and has nothing better to do. `offer(text, label, act)` shows a message with a button.
export function keepOffline({ offer }: { offer: (text: string, label: string, act: () => void) => void }): void {
  if (!navigator.serviceWorker) return;
  const version = document.documentElement.dataset.version;
  let offered = '';
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<{ waymarkVersion?: string } | null>) => {
    const newer = data?.waymarkVersion;
    if (!newer || newer === version || newer === offered) return;
    offered = newer;
    offer(t('offline.new-version'), t('offline.reload'), () => location.reload());
  });
  navigator.serviceWorker.startMessages();
  const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 500));
  // Nothing depends on it: where it is refused, or the network is gone, the page is as before.
  idle(() => void keep().catch(() => {}), { timeout: 5000 });
}

// A small word in the bar while the network is gone. `say(text)` speaks and shows it once each time.
export function watchConnection(say: (text: string) => void): void {
  const show = () => {
    $('offline').hidden = navigator.onLine !== false;
  };
  addEventListener('online', show);
  addEventListener('offline', () => {
    show();
    say(t('offline.now'));
  });
  show();
}
