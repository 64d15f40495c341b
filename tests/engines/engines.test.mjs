// The journey in each engine that WAYMARK_ENGINES names ("chromium firefox webkit"), on a copy of build/site that reports what
// goes wrong in it. Pictures of the end, and of a failure, are kept in build/test/engines.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { addressOf, serve } from '../../script/static_server.mjs';
import { journey } from './journey.mjs';

const kViewport = { width: 1280, height: 800 };

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const site = path('build/engines');
const pictures = path('build/test/engines');

async function makeWatchedSite() {
  await rm(site, { recursive: true, force: true });
  await cp(path('build/site'), site, { recursive: true });
  await cp(path('tests/engines/watch.js'), `${site}/watch.js`);
  const page = await readFile(`${site}/index.html`, 'utf8');
  await writeFile(`${site}/index.html`, page.replace('<script', '<script src="watch.js"></script>\n<script'));
}

await mkdir(pictures, { recursive: true });
await makeWatchedSite();
const server = await serve(site, 0);

for (const engine of (process.env.WAYMARK_ENGINES ?? 'chromium').split(' ')) {
  test(engine, async (t) => {
    const { start } = await import(`./${engine}.mjs`);
    const page = await start(kViewport);
    const keep = async (name) => writeFile(`${pictures}/${name}.png`, await page.screenshot());
    const trip = { site: addressOf(server) };
    let broken = false;
    t.diagnostic(page.name);
    for (const [name, step] of journey) {
      await t.test(name, { skip: broken && 'a step before it failed' }, async () => {
        try {
          await step(page, trip);
        } catch (error) {
          broken = true;
          // A page that crashed has no picture: what is told is what broke the step.
          await keep(`${engine}-failed`).catch(() => {});
          throw error;
        }
      });
    }
    await (broken ? page.close().catch(() => {}) : keep(engine).finally(() => page.close()));
  });
}
test.after(() => server.close().closeAllConnections());
