// Nothing in the roadmap and the documents is misspelt. Words that the dictionary lacks stand in words.txt.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';
import { bundled, root, textsOf } from './roadmap.mjs';

const kRoot = fileURLToPath(root);
const kDocuments = ['README.md', 'CHANGELOG.md', 'SECURITY.md', 'docs/*.md', 'web/README.md'];

mkdirSync(join(kRoot, 'build/test'), { recursive: true });
const folder = mkdtempSync(join(kRoot, 'build/test/spelling-'));
after(() => rmSync(folder, { recursive: true }));

// Lines of `file:line:column - message`, and those alone.
function misspelt(...files) {
  const tool = join(kRoot, 'node_modules/cspell/bin.mjs');
  const options = ['lint', '--config', 'cspell.json', '--no-gitignore', '--no-progress', '--no-summary', '--no-color'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...options, ...files], {
    cwd: kRoot,
    encoding: 'utf8',
  });
  assert.ok(status === 0 || status === 1, stderr);
  return stdout.split('\n').filter(Boolean);
}

function written(name, text) {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

// Long enough for the whole roadmap on a slow machine.
const patience = { timeout: 120_000 };

test('the roadmap is spelt right', patience, () => {
  const texts = [bundled.data, ...bundled.skills, ...bundled.waypoints, ...bundled.facts, ...bundled.changes].flatMap(
    (x) => textsOf(x).map(([member, text]) => `${text.replace(/\n+/g, ' ')} [\`${x.id} ${member}\`]`),
  );
  assert.deepEqual(misspelt(written('roadmap.md', texts.join('\n'))), []);
});

test('the documents are spelt right', patience, () => assert.deepEqual(misspelt(...kDocuments), []));

test('misspelt and American words are noticed', patience, () => {
  const wrong = ['recieve', 'teh', 'behavior', 'optimized', 'modeling', 'dataset', 'tokenization'];
  const found = misspelt(written('wrong.md', `Right words, then: ${wrong.join(', ')}.\n`)).join('\n');
  for (const word of wrong) assert.ok(found.includes(`(${word})`), word);
});
