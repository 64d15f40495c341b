// What a person sees when something is missing or broken: a plain explanation, and an outline that still works.
import { expect, firstGroup, item, mark, open, outline, stored, test, titleOf } from './waymark.mjs';

test('without WebAssembly the outline can still be read', async ({ page }) => {
  await page.addInitScript(() => {
    delete window.WebAssembly;
  });
  await page.goto('');
  await expect(page.getByText(/WebAssembly/).first()).toBeVisible();
  const { group, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await expect(skills.first()).toBeVisible();
});

test('without WebGL2 the outline does everything', async ({ page }) => {
  await page.addInitScript(() => {
    const get = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return /webgl/.test(kind) ? null : get.call(this, kind, ...rest);
    };
  });
  await open(page, '');
  await expect(page.getByText(/WebGL/).first()).toBeVisible();
  const { group, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await skills.first().focus();
  await page.keyboard.press('3');
  await expect(skills.first()).toHaveAccessibleName(/done/);
});

test('without a network at the first visit the page says so, and what would help', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { value: false }));
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto('');
  await expect(page.getByRole('alert').getByText('You are offline')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Zoom in' })).toBeHidden();
  const { group, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await expect(skills.first()).toBeVisible();
  page.wrongs.length = 0; // the browser itself reports the file that did not come
});

test('a broken roadmap file is named and the outline stays', async ({ page }) => {
  await page.route(/roadmaps?\/.*\.json|backend-to-ml.*\.json/, (route) =>
    route.fulfill({ contentType: 'application/json', body: '{"format":"waymark-roadmap","version":1,' }),
  );
  await page.goto('');
  await expect(
    page
      .getByRole('alert')
      .filter({ hasText: /roadmap/i })
      .first(),
  ).toBeVisible();
  await expect(outline(page).getByRole('treeitem').first()).toBeVisible();
});

test('when storage refuses, the page says so within a second and goes on', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await open(page);
  const { group, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await skills.first().focus();
  await page.keyboard.press('3');
  await expect(page.getByText(/not (been )?saved|could not (be )?(save|store)|refused/i).first()).toBeVisible({
    timeout: 1500,
  });
  await expect(item(page, await titleOf(skills.first()))).toHaveAccessibleName(/done/);
});

// From the moment `window.breakEngine` is set, every call of the engine ends as a trap does.
const breakable = (page) =>
  page.addInitScript(() => {
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...of) => {
      const { exports } = await instantiate(...of);
      const wrapped =
        (run) =>
        (...args) => {
          if (window.breakEngine) throw new WebAssembly.RuntimeError('unreachable');
          return run(...args);
        };
      return {
        exports: Object.fromEntries(
          Object.entries(exports).map(([name, value]) => [name, typeof value === 'function' ? wrapped(value) : value]),
        ),
      };
    };
  });

test('an engine that breaks off is started again with everything that was marked, but not time and again', async ({
  page,
}) => {
  await breakable(page);
  await open(page);
  const title = await mark(page, 0, 3),
    kept = await stored(page);
  const breakOff = async () => {
    await page.evaluate(() => {
      window.breakEngine = true;
    });
    await page.keyboard.press('2');
  };
  await breakOff();
  await expect(page.locator('#toasts').getByText('was started again')).toBeVisible();
  await expect(item(page, title)).toHaveAccessibleName(/done/);
  expect(await stored(page)).toEqual(kept);

  const { skills } = await firstGroup(page);
  await skills.first().focus();
  await breakOff();
  await expect(page.getByRole('alert').getByText('The map stopped')).toBeVisible();
  expect(await stored(page)).toEqual(kept);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert').getByText('The map stopped')).toBeHidden();
  await expect(item(page, title)).toHaveAccessibleName(/done/);
  expect(page.wrongs.splice(0).filter((wrong) => !wrong.includes('unreachable'))).toEqual([]);
});
