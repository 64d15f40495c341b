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
    _wm_changes: () => ++calls,
  });
  const engine = new Engine(module, () => ++told);
  assert.throws(() => engine.frame(0), WebAssembly.RuntimeError);
  assert.equal(engine.frame(16), false);
  assert.equal(engine.send({ do: 'save_now' }), false);
  assert.equal(engine.changes(), null);
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

// A store whose engine hands over these changes, one after the other.
const storeOf = (...changes) => {
  const store = new Store({
    changes: () => changes.shift() ?? {},
    next: () => [{ key: ++asked, learning: false, opens: 0 }],
  });
  let asked = 0;
  return store;
};
const view = (selected, hovered = 0) => ({ selected, hovered, menu: false, zoom: 1 });

test('Store_ReadsOnceForManyChangesInATask', async () => {
  let reads = 0;
  const store = new Store({ changes: () => ({ view: view(++reads) }) }),
    seen = [];
  store.subscribe(['view'], (state, previous) => seen.push([state.selected, previous?.selected ?? null]));
  store.changed();
  store.changed();
  await Promise.resolve();
  store.changed();
  await Promise.resolve();
  assert.deepEqual(seen, [
    [1, null],
    [2, 1],
  ]);
});

test('Store_TellsOnlyThoseWhoListenToWhatChanged', () => {
  const store = storeOf({ view: view(1), whole: { done: 0 }, rows: [7, 2, 1, 0, 0, 1, -1, -1] }, { view: view(1, 7) }),
    seen = { view: 0, whole: 0, rows: 0 };
  for (const slice of Object.keys(seen)) store.subscribe([slice], () => ++seen[slice]);
  store.refresh();
  assert.deepEqual(seen, { view: 1, whole: 1, rows: 1 });
  store.refresh();
  assert.deepEqual(seen, { view: 2, whole: 1, rows: 1 });
  assert.equal(store.state.whole.done, 0);
  assert.equal(store.state.hovered, 7);
  store.refresh(); // nothing changed
  assert.deepEqual(seen, { view: 2, whole: 1, rows: 1 });
});

test('Store_KeepsRowsAndTellsWhatTheyWere', () => {
  const tree = { keys: [7, 8], parents: [0, 7], ids: ['a', 'b'], titles: ['A', 'B'] };
  const store = storeOf(
    { tree, rows: [7, 0, 1, 0, 0, 1, -1, -1, 8, 2, 1, 0, 0, 1, -1, -1] },
    { rows: [8, 3, 1, 0, 1, 1, 4, 1] },
    { tree, rows: [7, 0, 0, 1, 0, 1, -1, -1] },
  );
  store.refresh();
  const next = store.next();
  assert.equal(store.next(), next);
  let told = null;
  store.subscribe(['rows'], (state, previous, rows) => (told = rows));
  assert.deepEqual(told, []);
  store.refresh();
  assert.deepEqual(told, [
    {
      row: { key: 8, state: 3, available: true, expanded: false, done: 1, total: 1, matches: 4, theirs: 1 },
      before: { key: 8, state: 2, available: true, expanded: false, done: 0, total: 1 },
    },
  ]);
  assert.notEqual(store.next(), next);
  assert.equal(store.skill(7).state, 0);
  store.refresh(); // another roadmap
  assert.equal(store.skill(8), undefined);
  assert.deepEqual(
    [...store.rows()].map((row) => [row.key, row.expanded]),
    [[7, true]],
  );
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
