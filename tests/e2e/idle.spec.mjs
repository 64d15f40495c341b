// A page that nobody touches costs nothing: the one check that is about time. Puppeteer opens the tabs, since Playwright keeps
// every page in front.
import { launch } from 'puppeteer-core';
import { launchOptions } from './chromium.mjs';
import { expect, test } from './waymark.mjs';

const kIdleMs = 10_000;

async function openTab(browser, baseURL) {
  const tab = await browser.newPage();
  await tab.goto(new URL('?bench', baseURL).href);
  await tab.waitForSelector('html[data-ready=true]');
  await tab.focus('[role=tree] > [aria-expanded]');
  await tab.keyboard.press('ArrowRight');
  await tab.keyboard.press('ArrowRight');
  await tab.keyboard.press('Enter');
  await tab.waitForSelector('[role=treeitem] [aria-selected=true]');
  // Until no frame was drawn for a second.
  await tab.evaluate(async () => {
    for (let last = -1; last !== window.__bench.frames();) {
      last = window.__bench.frames();
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  });
  return tab;
}

test('ten idle seconds draw no frame and take no time, in front and behind another tab', async ({ baseURL }) => {
  const browser = await launch({ ...launchOptions(), defaultViewport: { width: 1280, height: 800 } });
  try {
    const behind = await openTab(browser, baseURL),
      front = await openTab(browser, baseURL);
    expect([await behind.evaluate(() => document.hidden), await front.evaluate(() => document.hidden)]).toEqual([
      true,
      false,
    ]);
    // What the thread had of the processor: on a busy machine tasks are open for longer.
    for (const tab of [behind, front]) {
      tab.cdp = await tab.createCDPSession();
      await tab.cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    }
    const busy = async (tab) =>
      (await tab.cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value;
    const spent = async (tab) => ({ frames: await tab.evaluate(() => window.__bench.frames()), busy: await busy(tab) });
    const before = [await spent(behind), await spent(front)];
    await new Promise((resolve) => setTimeout(resolve, kIdleMs));
    for (const [i, tab] of [behind, front].entries()) {
      const after = await spent(tab);
      expect(after.frames).toBe(before[i].frames);
      expect((after.busy - before[i].busy) * 1000, 'milliseconds of work').toBeLessThan(kIdleMs / 100);
    }
  } finally {
    await browser.close();
  }
});
