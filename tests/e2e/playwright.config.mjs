// End-to-end journeys on the built site (build/site) in the machine's own Chromium.
import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { launchOptions } from './chromium.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const port = Number(process.env.WAYMARK_E2E_PORT ?? 8931);

export default defineConfig({
  testDir: '.',
  outputDir: `${root}/build/e2e/results`,
  fullyParallel: true,
  workers: 2,
  // A browser on a busy machine stumbles now and then. A test that passes at the second try is named as unsteady in the sum;
  // the tests of what is kept have no second try, since a tick lost once in a hundred is lost.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: `${root}/build/e2e/report.json` }]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1280, height: 800 },
    colorScheme: 'dark',
    screenshot: 'only-on-failure',
    launchOptions: launchOptions(),
    // Tests change what the network answers; those of the service worker allow it.
    serviceWorkers: 'block',
  },
  webServer: [server('build/site', port), server('build', port + 1)],
});

function server(folder, at) {
  return {
    command: `node script/static_server.mjs --root ${folder} --port ${at}`,
    cwd: root,
    url: `http://127.0.0.1:${at}/${folder === 'build' ? 'site/' : ''}`,
    reuseExistingServer: false,
  };
}
