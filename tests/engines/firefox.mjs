// Firefox through Puppeteer, which speaks WebDriver BiDi to it. With a window (of xvfb), since without one it has no WebGL 2.
import { launch } from 'puppeteer-core';
import { hands } from './hands.mjs';

export async function start(viewport) {
  const browser = await launch({
    browser: 'firefox',
    executablePath: process.env.WAYMARK_FIREFOX ?? '/usr/bin/firefox-esr',
    headless: false,
    env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1' },
    extraPrefsFirefox: { 'webgl.force-enabled': true, 'ui.systemUsesDarkTheme': 1 },
  });
  const page = await browser.newPage();
  await page.setViewport(viewport);
  return hands({
    name: await browser.version(),
    page,
    scroll: (deltaX, deltaY) => page.mouse.wheel({ deltaX, deltaY }),
    close: () => browser.close(),
  });
}
