import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saveSign } from '../../../web/src/storage/save_state.ts';

const all = ['saved', 'saving', 'failed'].flatMap((engine) =>
  [false, true].flatMap((typing) =>
    ['copying', 'kept', 'absent', 'lost'].flatMap((mirror) =>
      [false, true].map((stopped) => ({ engine, typing, mirror, stopped })),
    ),
  ),
);

test('saveSign_SaysSavedOnlyWhenEverythingIs', () => {
  for (const parts of all) {
    const everything =
      parts.engine === 'saved' && !parts.typing && !parts.stopped && ['kept', 'absent'].includes(parts.mirror);
    assert.equal(saveSign(parts).state === 'saved', everything, JSON.stringify(parts));
  }
});

test('saveSign_SaysFailedWheneverNothingIsTried', () => {
  for (const parts of all) {
    if (parts.stopped || parts.engine === 'failed')
      assert.equal(saveSign(parts).state, 'failed', JSON.stringify(parts));
  }
  const kept = { engine: 'saved', typing: false, mirror: 'kept', stopped: false };
  assert.deepEqual(saveSign({ ...kept, mirror: 'lost' }), { state: 'failed', label: 'save.memory-only' });
  assert.deepEqual(saveSign({ ...kept, mirror: 'lost', typing: true }), { state: 'saving', label: 'save.saving' });
});
