import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { kMaxNoteBytes, measureNote } from '../../../web/src/details/note_limit.ts';

const bytes = (text) => Buffer.byteLength(text);

test('kMaxNoteBytes_IsTheEngines', () => {
  const header = readFileSync(new URL('../../../src/progress/progress.hpp', import.meta.url), 'utf8');
  assert.equal(Number(/kMaxNoteBytes = ([\d']+)/.exec(header)[1].replaceAll("'", '')), kMaxNoteBytes);
});

test('measureNote_CountsWhatIsStoredAndCutsAloudBetweenLetters', () => {
  assert.deepEqual(measureNote('short'), { text: 'short', left: null, cut: false });
  assert.deepEqual(measureNote('x'.repeat(kMaxNoteBytes)).left, 0);
  assert.equal(measureNote('x'.repeat(kMaxNoteBytes - 10)).left, 10);
  for (const letter of ['漢', 'é', '😀', 'x']) {
    const long = measureNote(letter.repeat(12_000 * 4));
    assert.ok(long.cut && long.left === 0);
    assert.ok(bytes(long.text) <= kMaxNoteBytes && bytes(long.text + letter) > kMaxNoteBytes, letter);
    assert.equal(long.text, letter.repeat(long.text.length / letter.length));
  }
});
