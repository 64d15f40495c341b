// Takes the README's pictures of build/site with a road half walked: some skills done, one being learned, a track open.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../tests/e2e/chromium.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const port = process.env.WAYMARK_SCREENSHOT_PORT ?? '8934';
const server = spawn('node', ['script/static_server.mjs', '--root', 'build/site', '--port', port], {
  cwd: root,
  stdio: 'ignore',
});
const browser = await chromium.launch(launchOptions());

try {
  for (const colorScheme of ['dark', 'light']) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme });
    await reached(page, `http://127.0.0.1:${port}/?bench`);
    await walk(page);
    await page.locator('#toasts > *').waitFor({ state: 'detached' }); // the praise for a finished track
    await page.screenshot({ path: `${root}/docs/images/road-${colorScheme}.png` });
    await page.close();
  }
} finally {
  await browser.close();
  server.kill();
}

async function reached(page, url) {
  for (let tries = 40; ; --tries) {
    try {
      await page.goto(url);
      break;
    } catch (error) {
      if (!tries) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  await page.locator('html[data-ready=true]').waitFor();
}

async function walk(page) {
  const track = (index) => page.locator('[role=tree] > [role=treeitem]').nth(index);
  const mark = async (index, digits) => {
    await track(index).focus();
    await page.keyboard.press('ArrowRight');
    const skills = track(index).locator('[role=treeitem]:not([aria-expanded])');
    for (const [i, digit] of [...digits].entries()) {
      await skills.nth(i).focus();
      await page.keyboard.press(digit);
    }
    await track(index).focus();
    await page.keyboard.press('ArrowLeft');
  };
  await mark(0, '333333333333433');
  await mark(1, '333323');
  await mark(2, '3333332');
  await mark(3, '33323');
  await mark(4, '3332');
  await track(4).focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('#fit').click();
  await track(4).locator('[role=treeitem]:not([aria-expanded])').nth(3).click();
  await page.evaluate(async () => {
    document.activeElement.blur();
    for (let last = -1; last !== window.__bench.frames();) {
      last = window.__bench.frames();
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
  });
}
