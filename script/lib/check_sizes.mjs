// Fails when the built site is heavier than it may be: node script/lib/check_sizes.mjs FILE, which build_site.mjs wrote.
import { readFile } from 'node:fs/promises';
import { tooHeavy } from './site_sizes.mjs';

const wrong = tooHeavy(JSON.parse(await readFile(process.argv[2], 'utf8')).opening);
for (const sentence of wrong) console.error(sentence);
process.exitCode = wrong.length ? 1 : 0;
