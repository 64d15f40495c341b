// Nothing that is marked is lost: the sign in the bar, two tabs at once, pages and browsers that are killed, storage that
// refuses or was emptied, and the mirror on the disk.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { launchOptions } from './chromium.mjs';
import { button, expect, item, mark, open, stored, test, watch } from './waymark.mjs';

test.describe.configure({ retries: 0 });

const sign = (page) => page.locator('#saved');
const isSaved = (page, state = 'saved') => expect(page.locator('html')).toHaveAttribute('data-saved', state);

const stateOf = (page, title) =>
  page.evaluate((name) => {
    const row = [...document.querySelectorAll('[role=treeitem]')].find(
      (one) => one.querySelector('.name').textContent.trim() === name,
    );
    return window.__bench.state().skills.find((s) => s.key === Number(row.dataset.key)).state;
  }, title);

const slots = async (page) => Object.entries(await stored(page)).filter(([key]) => key.includes(':slot-'));

const mirrored = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('waymark:slots', 1);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const keys = opening.result.transaction('waymark:slots').objectStore('waymark:slots').getAllKeys();
          keys.onsuccess = () => {
            opening.result.close();
            resolve(keys.result);
          };
        };
      }),
  );

test('the sign says saved, also to those who do not see it', async ({ page }) => {
  await open(page);
  await isSaved(page);
  await expect(sign(page)).toBeVisible();
  await expect(sign(page)).toHaveAccessibleName('Saved in this browser');
  await mark(page, 0, 3);
  await isSaved(page);
  await expect(sign(page)).toHaveAccessibleName('Saved in this browser');
  expect((await slots(page)).length).toBeGreaterThan(0);
});

test('the sign stands on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await expect(sign(page)).toBeInViewport({ ratio: 1 });
});

for (const [name, breakStorage] of [
  [
    'is full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  ],
  [
    'is refused',
    () => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
      Object.defineProperty(window, 'indexedDB', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    },
  ],
  [
    'is missing',
    () => {
      Object.defineProperty(window, 'localStorage', { value: null });
      Object.defineProperty(window, 'indexedDB', { value: undefined });
    },
  ],
]) {
  test(`when storage ${name}, the page works, warns and says it once`, async ({ page }) => {
    await page.addInitScript(breakStorage);
    await open(page);
    const title = await mark(page, 0, 3);
    await expect(page.locator('html')).toHaveAttribute('data-saved', 'failed', { timeout: 1000 });
    await expect(sign(page)).toHaveAccessibleName('Not saved');
    await expect(sign(page)).toContainText('Not saved');
    await expect(page.getByRole('region', { name: 'Not saved' })).toBeVisible();
    await expect(item(page, title)).toHaveAccessibleName(/done/);
    await expect(page.getByRole('button', { name: 'Share' })).toBeEnabled();
  });
}

test('once there is room again, all is saved without another mark', async ({ page }) => {
  await page.addInitScript(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (...item) {
      if (window.full) throw new DOMException('full', 'QuotaExceededError');
      set.apply(this, item);
    };
  });
  await open(page);
  await page.evaluate(() => {
    window.full = true;
  });
  await mark(page, 0, 3);
  await isSaved(page, 'failed');
  await page.evaluate(() => {
    window.full = false;
  });
  await isSaved(page);
  await expect(sign(page)).toHaveAccessibleName('Saved in this browser');
  await expect(page.getByRole('region', { name: 'Not saved' })).toBeHidden();
});

test('what a newer version stored is left as it is, byte for byte', async ({ page }) => {
  const text = await readFile(fileURLToPath(new URL('../fixtures/slot.newer.txt', import.meta.url)), 'utf8');
  await page.addInitScript((slot) => {
    if (!localStorage.length) localStorage.setItem('waymark:backend-to-ml-engineer:slot-newer', slot);
  }, text);
  await open(page);
  await isSaved(page, 'failed');
  await expect(page.getByRole('region', { name: 'Not saved' })).toContainText('newer version');
  const title = await mark(page, 0, 3);
  await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
  expect(await stateOf(page, title)).toBe(3);
  expect(await slots(page)).toEqual([['waymark:backend-to-ml-engineer:slot-newer', text]]);
  // Whatever version it is of, it has a copy on the disk.
  expect(await mirrored(page)).toEqual(['waymark:backend-to-ml-engineer:slot-newer']);
});

for (const locks of ['with', 'without'])
  test(`two pages lose nothing of 1,000 edits ${locks} Web Locks`, async ({ page, context, baseURL }) => {
    test.setTimeout(150_000);
    const other = await context.newPage(),
      wrongs = await watch(other, baseURL);
    for (const each of [page, other]) {
      if (locks === 'without')
        await each.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }));
      await open(each);
    }
    const leaves = await page.evaluate(() =>
      window.__bench
        .state()
        .skills.filter((s) => s.total === 1)
        .map((s) => s.key),
    );
    // Both mark the same twenty, and each twenty of its own; answers how it left those.
    const edit = (each, seed) =>
      each.evaluate(
        async ({ skills, from }) => {
          const own = {};
          for (let i = 0, x = from; i < 500; ++i) {
            x = (Math.imul(x, 1103515245) + 12345) >>> 0;
            const at = (x >>> 16) % 40,
              key = skills[at < 20 ? at : at + 20 * (from - 1)],
              state = (x >>> 9) % 4;
            window.__bench.send({ do: 'set_state', skills: [key], state });
            if (at >= 20) own[key] = state;
            // Now and then the other page gets a word in.
            if (i % 16 === 0) await new Promise((resolve) => setTimeout(resolve));
          }
          window.__bench.send({ do: 'set_note', skill: skills[0], text: `from ${from}` });
          return own;
        },
        { skills: leaves, from: seed },
      );
    const own = Object.assign({}, ...(await Promise.all([edit(page, 1), edit(other, 2)])));
    expect(Object.keys(own).length).toBeGreaterThan(30);
    const states = (each) => each.evaluate(() => JSON.stringify(window.__bench.state().skills.map((s) => s.state)));
    const kept = async () => [await states(page), await states(other)];
    await isSaved(page);
    await isSaved(other);
    await expect.poll(async () => new Set(await kept()).size, 'both pages show the same').toBe(1);
    const [last] = await kept();
    await other.close();
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
    expect(await states(page), 'and so does what is stored').toBe(last);
    expect(
      await page.evaluate((all) => {
        const now = new Map(window.__bench.state().skills.map((s) => [String(s.key), s.state]));
        return Object.entries(all).filter(([key, state]) => now.get(key) !== state);
      }, own),
      'as each page left its own',
    ).toEqual([]);
    const backup = await page.evaluate(() =>
      Object.entries(localStorage)
        .filter(([key]) => key.includes(':slot-'))
        .map(([, text]) => text)
        .join(),
    );
    expect(backup).toContain('from 1');
    expect(backup).toContain('from 2');
    expect(wrongs).toEqual([]);
  });

test('what is marked in the moment the page is hidden or left is stored before it is gone', async ({ page }) => {
  await open(page);
  for (const leave of ['visibilitychange', 'pagehide']) {
    const [before, after] = await page.evaluate((type) => {
      const read = () => JSON.stringify(Object.entries(localStorage));
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      const key = window.__bench.state().skills.find((s) => s.available).key,
        was = read();
      window.__bench.send({ do: 'set_state', skills: [key], state: type === 'pagehide' ? 3 : 2 });
      (type === 'pagehide' ? window : document).dispatchEvent(new Event(type));
      // Still in the same task: no lock, no timer and no other process was waited for.
      const is = read();
      delete document.visibilityState;
      return [was, is];
    }, leave);
    expect(after, leave).not.toBe(before);
  }
});

test('leaving right after a key, or in the middle of a note, loses nothing', async ({ page, context }) => {
  await open(page);
  const title = await mark(page, 0, 3);
  await item(page, title).press('Enter');
  await page.getByRole('textbox', { name: /note/i }).fill('in the middle of');
  const gone = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await gone;
  const next = await context.newPage();
  await open(next);
  expect(await stateOf(next, title)).toBe(3);
  expect((await slots(next)).map(([, text]) => text).join()).toContain('in the middle of');
});

test('storage that another tab emptied gets back what the open page has', async ({ page, context }) => {
  await open(page);
  const title = await mark(page, 0, 3);
  await isSaved(page);
  const other = await context.newPage();
  await other.goto('version.json');
  await other.evaluate(() => localStorage.clear());
  await expect.poll(() => slots(page).then((all) => all.length)).toBeGreaterThan(0);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
  expect(await stateOf(page, title)).toBe(3);
});

test('storage that was emptied while no page was open comes back from the mirror', async ({ page, context }) => {
  await open(page);
  const title = await mark(page, 0, 3);
  await isSaved(page);
  expect((await mirrored(page)).length).toBeGreaterThan(0);
  const next = await context.newPage();
  await page.close();
  await next.addInitScript(() => localStorage.clear());
  await open(next);
  await expect.poll(() => stateOf(next, title)).toBe(3);
});

test('the mirror holds what is stored and no more', async ({ page }) => {
  await open(page);
  for (const [n, digit] of [3, 2, 4, 2, 3].entries()) await mark(page, n % 3, digit);
  await isSaved(page);
  await expect
    .poll(async () => [(await mirrored(page)).sort()])
    .toEqual([(await slots(page)).map(([key]) => key).sort()]);
});

for (const [name, breakMirror] of [
  ['does not exist', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
  [
    'is refused',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    },
  ],
  [
    'fails',
    () => {
      IDBDatabase.prototype.transaction = () => {
        throw new DOMException('gone', 'InvalidStateError');
      };
    },
  ],
  [
    'never answers',
    () => {
      IDBFactory.prototype.open = () => new EventTarget();
    },
  ],
]) {
  test(`where IndexedDB ${name}, everything is as without a mirror`, async ({ page }) => {
    await page.addInitScript(breakMirror);
    await open(page);
    const title = await mark(page, 0, 3);
    await expect(page.locator('html')).toHaveAttribute('data-saved', 'saved', { timeout: 20_000 });
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
    expect(await stateOf(page, title)).toBe(3);
  });
}

test('a browser that is killed in the middle of marking has lost nothing that it called saved', async ({ baseURL }) => {
  test.setTimeout(150_000);
  const profile = await mkdtemp(join(tmpdir(), 'waymark-'));
  let keys,
    acknowledged = 0;
  const launch = async () => {
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions(),
      baseURL,
      serviceWorkers: 'block',
    });
    const page = context.pages()[0];
    await open(page);
    keys ??= await page.evaluate(() =>
      window.__bench
        .state()
        .skills.filter((s) => s.total === 1)
        .map((s) => s.key),
    );
    await expect
      .poll(
        () =>
          page.evaluate(
            (all) => {
              const states = new Map(window.__bench.state().skills.map((s) => [s.key, s.state]));
              return all.filter((key) => states.get(key) !== 3);
            },
            keys.slice(0, acknowledged),
          ),
        'what was called saved and is not there',
      )
      .toEqual([]);
    return { context, page };
  };
  const browserOf = async ({ context, page }) => {
    const session = (await context.browser()?.newBrowserCDPSession()) ?? (await context.newCDPSession(page));
    return (await session.send('SystemInfo.getProcessInfo')).processInfo.find(({ type }) => type === 'browser').id;
  };
  try {
    for (const atLeast of [1, 30]) {
      const running = await launch(),
        { context, page } = running,
        id = await browserOf(running);
      expect(keys.length).toBeGreaterThan(100);
      const gone = new Promise((resolve) => {
        context.on('close', resolve);
      });
      const reached = new Promise((resolve) => {
        page
          .exposeFunction('acknowledge', (count) => {
            acknowledged = Math.max(acknowledged, count);
            if (count >= atLeast) resolve();
          })
          .then(() =>
            page.evaluate(async (all) => {
              for (const [i, key] of all.entries()) {
                window.__bench.send({ do: 'set_state', skills: [key], state: 3 });
                await new Promise((next) => setTimeout(next, i % 4));
                if (i % 3) continue;
                // One turn later the page has heard of the mark.
                while (document.documentElement.dataset.saved !== 'saved')
                  await new Promise((next) => setTimeout(next));
                window.acknowledge(i + 1);
              }
            }, keys),
          )
          .catch(() => {});
      });
      await reached;
      process.kill(id, 'SIGKILL');
      await gone;
    }
    await (await launch()).context.close();
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('the settings say whether the browser may clear progress away, and ask it not to', async ({ page }) => {
  await page.addInitScript(() => {
    let kept = false;
    window.asked = 0;
    window.answers = [false, true];
    Object.assign(StorageManager.prototype, {
      persisted: async () => kept,
      persist: async () => {
        kept = window.answers[window.asked++];
        return kept;
      },
    });
  });
  await open(page);
  await button(page, 'Settings').click();
  const group = page.getByRole('group', { name: 'Your data' });
  await expect(group).toContainText('your browser may delete what you mark');
  expect(await page.evaluate(() => window.asked), 'nobody is asked unasked').toBe(0);
  await button(page, 'Ask the browser to keep it').click();
  await expect(group).toContainText('did not promise it');
  await button(page, 'Ask the browser to keep it').click();
  await expect(group).toContainText('has promised to keep what you mark');
  await expect(button(page, 'Ask the browser to keep it')).toBeHidden();
});

test('after a few skills Chromium, which asks nobody, is asked to keep them', async ({ page }) => {
  await page.addInitScript(() => {
    window.asked = 0;
    StorageManager.prototype.persist = async () => ++window.asked > 0;
  });
  await open(page);
  for (const n of [0, 1]) await mark(page, n, 3);
  await isSaved(page);
  expect(await page.evaluate(() => window.asked)).toBe(0);
  for (const n of [2, 3]) await mark(page, n, 3);
  await expect.poll(() => page.evaluate(() => window.asked)).toBe(1);
});
