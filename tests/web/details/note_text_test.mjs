import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptNote } from '../../../web/src/details/note_text.ts';

test('keptNote_KeepsBothTextsWhereTheNoteChangedMeanwhile', () => {
  assert.equal(keptNote('a', 'a', 'ab'), 'ab');
  assert.equal(keptNote('a', 'a', ''), '', 'taken away as it was seen');
  assert.equal(keptNote('a', 'theirs', 'ab'), 'theirs\n\nab');
  assert.equal(keptNote('a', 'theirs', ''), 'theirs', 'what was never seen is not taken away');
  assert.equal(keptNote('', 'theirs', 'mine'), 'theirs\n\nmine');
  assert.equal(keptNote('a', '', 'ab'), 'ab', 'taken away elsewhere, but typed on here');
  assert.equal(keptNote('a', 'theirs', 'theirs\n\nab'), 'theirs\n\nab', 'not twice');
});
