// Room for fingers and for large letters.
import { button, details, expect, firstGroup, open, settled, test } from './waymark.mjs';

// What can be pressed and is smaller than `least` on a side. Links within a sentence are as high as their line.
const tooSmall = (page, least) =>
  page.evaluate((n) => {
    const top = document.querySelector('dialog[open]') ?? document;
    const targets = [
      ...top.querySelectorAll(
        'button, input, select, textarea, a[href], summary, [role=option], [role=tab], [role=treeitem] > .row',
      ),
    ];
    const out = [];
    for (const one of targets) {
      if (
        !one.checkVisibility({ visibilityProperty: true, opacityProperty: false }) ||
        one.matches('.skip, p a, li a, .surface, :disabled')
      )
        continue;
      const label = one.matches('input') ? one.closest('label') : null;
      const boxes = [one, label].filter(Boolean).map((el) => el.getBoundingClientRect());
      const box = { width: Math.max(...boxes.map((b) => b.width)), height: Math.max(...boxes.map((b) => b.height)) };
      if (box.width === 0) continue;
      if (box.width < n - 0.5 || box.height < n - 0.5)
        out.push(
          `${one.tagName} ${one.id || one.getAttribute('aria-label') || one.textContent.trim().slice(0, 30)}: ${Math.round(box.width)} × ${Math.round(box.height)}`,
        );
    }
    return out;
  }, least);

async function visit(page, check) {
  await open(page);
  await settled(page);
  await check('start');
  const { group, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await skills.first().click();
  await expect(details(page)).toBeVisible();
  await check('details');
  await page.keyboard.press('Escape');
  await button(page, 'Share').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await check('share');
  await page.keyboard.press('Escape');
  await button(page, 'Search').click();
  await check('search');
  await page.keyboard.press('Escape');
  await page.locator('.filter-button:visible').click();
  await check('filter');
  await page.keyboard.press('Escape');
  for (const name of ['Settings', 'Help']) {
    const more = page.locator('#more');
    if (await more.isVisible()) await more.click();
    await button(page, name).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check(name);
    await page.keyboard.press('Escape');
  }
}

test('every target of the page is at least 24 pixels on a laptop', async ({ page }) => {
  await visit(page, async (view) => expect(await tooSmall(page, 24), view).toEqual([]));
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('every target of the page is at least 44 pixels', async ({ page }) => {
    await visit(page, async (view) => expect(await tooSmall(page, 44), view).toEqual([]));
  });

  test('the bar stays one line when the connection goes', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page);
    const height = () => page.locator('.bar').evaluate((bar) => bar.offsetHeight);
    const before = await height();
    await page.context().setOffline(true);
    await expect(page.getByText('Offline', { exact: true })).toBeVisible();
    expect(await height()).toBe(before);
    await page.context().setOffline(false);
  });
});

test('letters of twice their size on a screen of 320 pixels push nothing out sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await visit(page, async (view) => {
    const wide = await page.evaluate(() => {
      const sized = [...document.querySelectorAll('body, body *:not(script)')].filter(
          (el) => !('doubled' in el.dataset),
        ),
        sizes = sized.map((el) => parseFloat(getComputedStyle(el).fontSize));
      const parents = sized.map((el) => parseFloat(getComputedStyle(el.parentElement).fontSize));
      sized.forEach((el, i) => {
        if (parents[i] === sizes[i]) return;
        el.style.fontSize = `${sizes[i] * 2}px`;
      });
      sized.forEach((el) => {
        el.dataset.doubled = '';
      });
      const lost = [...document.querySelectorAll('body *')].filter((el) => {
        if (!el.checkVisibility({ visibilityProperty: true }) || el.closest('.visually-hidden, .skip, svg, canvas'))
          return false;
        const box = el.getBoundingClientRect();
        return (
          box.width > 1 && (box.right > innerWidth + 1 || box.left < -1) && box.bottom > 0 && box.top < innerHeight
        );
      });
      return {
        page: document.scrollingElement.scrollWidth,
        lost: lost
          .slice(0, 5)
          .map((el) => `${el.tagName}.${el.className} ${Math.round(el.getBoundingClientRect().right)}`),
      };
    });
    expect(wide, view).toEqual({ page: 320, lost: [] });
  });
});
