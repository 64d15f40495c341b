// Chromium through Playwright.
import { chromium } from '@playwright/test';
import { launchOptions } from '../e2e/chromium.mjs';
import { hands } from './hands.mjs';

export async function start(viewport) {
  const browser = await chromium.launch(launchOptions());
  const page = await browser.newPage({ viewport, colorScheme: 'dark' });
  return hands({
    name: `Chromium ${browser.version()}`,
    page,
    scroll: (dx, dy) => page.mouse.wheel(dx, dy),
    close: () => browser.close(),
  });
}
