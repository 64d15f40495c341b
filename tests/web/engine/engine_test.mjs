import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Engine, errorList, errorText } from '../../../web/src/engine/engine.ts';
import { Store } from '../../../web/src/engine/store.ts';

// A module with a heap of its own, as Emscripten makes them; functions answer pointers.
function fakeModule(functions) {
  const heap = new Uint8Array(1 << 16),
    live = new Set();
  let top = 8;
  const module = {
    HEAPU8: heap,
    live,
    _malloc(n) {
      const at = top;
      top += n;
      live.add(at);
      return at;
    },
    _free(at) {
      live.delete(at);
    },
    text: (at) => new TextDecoder().decode(heap.subarray(at, heap.indexOf(0, at))),
    put(text) {
      const bytes = new TextEncoder().encode(`${text}\0`);
      heap.set(bytes, 40_000);
      return 40_000;
    },
  };
  for (const [name, run] of Object.entries(functions)) module[name] = (...args) => run(module, ...args);
  return module;
}

test('Engine_PassesTextsOfAnyScriptAndFreesThem', () => {
  const seen = [];
  const module = fakeModule({
    _wm_send: (m, at) => {
      seen.push(m.text(at));
      return 1;
    },
  });
  const command = { do: 'set_note', skill: 3, text: 'Größe 学ぶ 🎓 "quoted"\n' };
  assert.equal(new Engine(module).send(command), true);
  assert.deepEqual(JSON.parse(seen[0]), command);
  assert.equal(module.live.size, 0);
});

test('Engine_ReadsAnswersAndNull', () => {
  const module = fakeModule({
    _wm_details: (m, key) => m.put(key === 1 ? '{"title":"日本語"}' : 'null'),
    _wm_link: (m, sender, day) => m.put(`#p=${m.text(sender)}${day}`),
  });
  const engine = new Engine(module);
  assert.equal(engine.details(1).title, '日本語');
  assert.equal(engine.details(2), null);
  assert.equal(engine.link(), '#p=0');
  assert.equal(engine.link('Zoë', 20780), '#p=Zoë20780');
});

test('Engine_AsksNothingMoreOfAModuleThatBrokeOff', () => {
  let calls = 0,
    told = 0;
  const module = fakeModule({
    _wm_frame: () => {
      ++calls;
      throw new WebAssembly.RuntimeError('unreachable');
    },
    _wm_send: () => ++calls,
    _wm_state: () => ++calls,
  });
  const engine = new Engine(module, () => ++told);
  assert.throws(() => engine.frame(0), WebAssembly.RuntimeError);
  assert.equal(engine.frame(16), false);
  assert.equal(engine.send({ do: 'save_now' }), false);
  assert.equal(engine.state(), null);
  assert.deepEqual([calls, told], [1, 1]);
});

test('Engine_RefusesWithoutMemory', () => {
  assert.equal(new Engine({ _malloc: () => 0 }).send({ do: 'undo' }), false);
});

test('errorList_ReadsASentenceOrAListWithPlaces', () => {
  assert.deepEqual(errorList(''), []);
  assert.deepEqual(errorList('This link is damaged.'), ['This link is damaged.']);
  assert.deepEqual(errorList('[{"message":"A cycle.","line":4,"column":7},{"message":"No title.","line":0}]'), [
    'Line 4, column 7: A cycle.',
    'No title.',
  ]);
  assert.equal(errorText('[{"message":"One."},{"message":"Two."},{"message":"Three."}]'), 'One. (and 2 more)');
});

test('Store_ReadsOnceForManyChangesInATask', async () => {
  let reads = 0;
  const store = new Store({ state: () => ({ rev: ++reads, skills: [{ key: 7, state: 2 }] }) }),
    seen = [];
  store.subscribe((state, previous) => seen.push([state.rev, previous?.rev ?? null]));
  store.changed();
  store.changed();
  await Promise.resolve();
  store.changed();
  await Promise.resolve();
  assert.deepEqual(seen, [
    [1, null],
    [2, 1],
  ]);
  assert.equal(store.skill(7).state, 2);
});

test('Store_HandsOnWhyACommandWasRefused', () => {
  const store = new Store({ send: () => false, error: () => 'No such skill.' });
  let said = '';
  store.refused = (text) => {
    said = text;
  };
  assert.equal(store.send({ do: 'select', skill: 99 }), false);
  assert.equal(said, 'No such skill.');
});
