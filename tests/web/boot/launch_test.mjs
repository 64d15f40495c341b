import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLaunch } from '../../../web/src/boot/launch.ts';

test('parseLaunch_KnowsTheShortcutsAndNothingElse', () => {
  assert.deepEqual(parseLaunch('?do=next'), { command: 'next', rest: '' });
  assert.deepEqual(parseLaunch('?do=search&bench'), { command: 'search', rest: '?bench=' });
  for (const other of ['', '?do=undo', '?do=__proto__', '?do'])
    assert.deepEqual(parseLaunch(other), { rest: '' }, other);
});

test('parseLaunch_FindsAProgressLinkInWhatWasShared', () => {
  const link = 'https://example.org/road/#p=AbC-_1';
  const shared = (name, text) => parseLaunch(`?${new URLSearchParams({ [name]: text })}`);
  assert.deepEqual(shared('url', link), { hash: '#p=AbC-_1', rest: '' });
  assert.deepEqual(shared('text', `Look how far I am: ${link}. Join me!`), { hash: '#p=AbC-_1', rest: '' });
  assert.deepEqual(shared('text', 'https://example.org/road/##P%3DAbC-_1)'), { hash: '#p=AbC-_1', rest: '' });
  assert.deepEqual(shared('title', 'Nothing in it'), { rest: '' });
  assert.deepEqual(parseLaunch('?text=hi&theme=x'), { rest: '?theme=x' });
});
