import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isSlot, isSound, slotName } from '../../../web/src/storage/slot_name.ts';

test('slotName_IsThatOfTheEngine', () => {
  // The worked example of docs/storage_format.md.
  const text = `waymark 1 12 3a125271
{"format":"waymark-progress","version":1,"skills":[[1,0,3],[2,1,2]],"notes":[[1,1,["Try it with rye."]]],"pins":[[2,-40,12.5]],"expanded":[3]}`;
  const doc = readFileSync(new URL('../../../docs/storage_format.md', import.meta.url), 'utf8');
  assert.ok(doc.includes(text) && doc.includes(`waymark:bread:slot-${slotName(text)}`));
});

test('isSound_FindsAnyChangedCharacter', () => {
  const text = 'waymark 1 1 00000000\n{"notes":["é 漢"]}',
    key = `waymark:bread:slot-${slotName(text)}`;
  assert.ok(isSlot(key) && !isSlot('waymark:settings'));
  assert.ok(isSound(key, text));
  for (let i = 0; i < text.length; ++i) assert.ok(!isSound(key, `${text.slice(0, i)}~${text.slice(i + 1)}`), `at ${i}`);
});
