import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHash } from '../../web/src/sharing/link_hash.ts';
import { nextSkills } from '../../web/src/road/start_panel.ts';
import { RoadmapTree } from '../../web/src/outline/roadmap_tree.ts';
import { counted } from '../../web/src/boot/boot.ts';
import { changeMessage, finishedGroups } from '../../web/src/shell/announce.ts';
import { finishDate } from '../../web/src/road/plan_date.ts';
import { makeHost } from '../../web/src/engine/host.ts';

test('parseHash_TellsProgressFromASkill', () => {
  assert.deepEqual(parseHash('#p=AbC-_1'), { progress: '#p=AbC-_1' });
  assert.deepEqual(parseHash('#p=AbC%20-_1%0d%0A2'), { progress: '#p=AbC-_12' }, 'broken over lines by a mail program');
  assert.deepEqual(parseHash('#s=linear-algebra'), { skill: 'linear-algebra' });
  assert.deepEqual(parseHash('#s=%E5%AD%A6'), { skill: '学' });
  assert.deepEqual(parseHash('#s=%E5%'), {}, 'half an escape');
  for (const form of [
    '##p=AbC-_1',
    '#P=AbC-_1',
    '#/p=AbC-_1',
    '#p%3DAbC-_1',
    '#p%3dAbC-_1',
    '#!p=AbC-_1',
    '#/?p=AbC-_1',
    '#%70=AbC-_1',
    '#p=AbC%2D%5F1',
  ])
    assert.deepEqual(parseHash(form), { progress: '#p=AbC-_1' }, form);
  assert.deepEqual(parseHash('##s=git'), { skill: 'git' });
  assert.deepEqual(parseHash('#/S=git'), { skill: 'git' });
  assert.deepEqual(parseHash('#s%3Dgit'), { skill: 'git' });
  assert.deepEqual(parseHash('#p=Ab%zz1'), { progress: '#p=Ab%zz1' }, 'half an escape: the engine says what is wrong');
  for (const other of ['', '#', '#outline', '#x=p']) assert.deepEqual(parseHash(other), {});
});

test('nextSkills_OffersWhatIsBegunBeforeWhatIsOpen', () => {
  const store = {
    skill: (key) => ({ key, state: key === 4 ? 2 : 0, available: true }),
    next: () => [
      { key: 4, learning: true, opens: 1 },
      { key: 2, learning: false, opens: 7 },
    ],
  };
  const { learning, open } = nextSkills(store);
  assert.deepEqual([learning.map((s) => s.key), open.map((s) => [s.key, s.opens])], [[4], [[2, 7]]]);
  assert.deepEqual(nextSkills(store, 1).open, []);
});

test('counted_PassesEveryByteAndCountsThem', async () => {
  const bytes = new Uint8Array(200_000).map((_, i) => i % 251),
    seen = [];
  const out = new Uint8Array(
    await new Response(
      counted(new Response(bytes), bytes.length, (got, total) => seen.push([got, total])),
    ).arrayBuffer(),
  );
  assert.deepEqual(out, bytes);
  assert.deepEqual(seen.at(-1), [bytes.length, bytes.length]);
});

// The browser's parts that the host uses.
function withBrowser(t, { locks } = {}) {
  const listeners = {},
    target = {
      addEventListener: (type, run) => {
        (listeners[type] ??= []).push(run);
      },
    };
  const set = (name, value) => {
    const had = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    t.after(() => (had ? Object.defineProperty(globalThis, name, had) : delete globalThis[name]));
  };
  const frames = [];
  set('window', target);
  set('document', { ...target, visibilityState: 'visible', timeline: { currentTime: 5 } });
  set('navigator', { locks });
  set('requestAnimationFrame', (run) => frames.push(run));
  return { fire: (type, event = {}) => listeners[type]?.forEach((run) => run(event)), frames };
}

test('host_SavesUnderTheLockAndAtOnceWhenThePageGoes', async (t) => {
  const held = [],
    locks = {
      request: async (name, run) => {
        held.push(name);
        await null;
        return run();
      },
    };
  const browser = withBrowser(t, { locks }),
    sent = [];
  const { host, attach } = makeHost({ onChanged() {}, onCursor() {} });
  attach({ send: (c) => sent.push(c.do) });
  host.save();
  host.save();
  assert.deepEqual(sent, [], 'not before the lock is granted');
  await new Promise(setImmediate);
  assert.deepEqual([held, sent], [['waymark:store'], ['save_now']]);
  browser.fire('pagehide');
  assert.deepEqual(sent, ['save_now', 'save_now'], 'no lock can be waited for');
  document.visibilityState = 'hidden';
  browser.fire('visibilitychange');
  assert.equal(sent.length, 3);
});

test('host_SavesWithoutLocks', async (t) => {
  withBrowser(t);
  const { host, attach } = makeHost({ onChanged() {}, onCursor() {} }),
    sent = [];
  attach({ send: (c) => sent.push(c.do) });
  host.save();
  await new Promise(setImmediate);
  assert.deepEqual(sent, ['save_now']);
});

test('host_AHiddenPageWaitsForNoLock', (t) => {
  const browser = withBrowser(t, { locks: { request: () => new Promise(() => {}) } }),
    sent = [];
  const { host, attach } = makeHost({ onChanged() {}, onCursor() {} });
  attach({ send: (c) => sent.push(c.do) });
  document.visibilityState = 'hidden';
  host.save();
  assert.deepEqual(sent, ['save_now']);
  // While it is left it is not hidden yet, and something may still come: a note that was being typed.
  document.visibilityState = 'visible';
  browser.fire('pagehide');
  host.save();
  assert.deepEqual(sent, ['save_now', 'save_now', 'save_now']);
});

test('host_APageThatComesBackHearsWhatItMissed', (t) => {
  const browser = withBrowser(t),
    sent = [];
  makeHost({ onChanged() {}, onCursor() {} }).attach({ send: (c) => sent.push(c.do) });
  browser.fire('pageshow', { persisted: false });
  assert.deepEqual(sent, []);
  browser.fire('pageshow', { persisted: true });
  assert.deepEqual(sent, ['storage_changed']);
});

test('host_MirrorsSlotsInTheOrderOfWriting', (t) => {
  withBrowser(t);
  const items = {},
    mirrored = [];
  window.localStorage = {
    getItem: (key) => items[key] ?? null,
    setItem: (key, text) => (items[key] = text),
    removeItem: (key) => delete items[key],
  };
  const mirror = { restored: new Promise(() => {}), put: (...what) => mirrored.push(what) };
  const { host } = makeHost({ onChanged() {}, onCursor() {}, mirror });
  host.write('waymark:road:slot-1', 'one');
  host.write('waymark:road:slot-2', 'two');
  host.remove('waymark:road:slot-1');
  assert.deepEqual(items, { 'waymark:road:slot-2': 'two' });
  assert.deepEqual(mirrored, [
    ['waymark:road:slot-1', 'one'],
    ['waymark:road:slot-2', 'two'],
    ['waymark:road:slot-1', null],
  ]);
  window.localStorage.setItem = () => {
    throw new Error('full');
  };
  assert.throws(() => host.write('waymark:road:slot-3', 'three'));
  assert.equal(mirrored.length, 3, 'what was refused is not mirrored');
});

test('host_HearsOnlyItsOwnKeysFromOtherTabs', (t) => {
  const browser = withBrowser(t),
    sent = [];
  makeHost({ onChanged() {}, onCursor() {} }).attach({ send: (c) => sent.push(c.do) });
  browser.fire('storage', { key: 'someone-elses' });
  assert.deepEqual(sent, []);
  browser.fire('storage', { key: 'waymark:road:a' });
  browser.fire('storage', { key: null });
  assert.deepEqual(sent, ['storage_changed', 'storage_changed']);
});

test('host_AsksForOneFrameAtATime', (t) => {
  const { frames } = withBrowser(t);
  let again = 1,
    drawn = 0;
  const { host, attach } = makeHost({ onChanged() {}, onCursor() {} });
  attach({
    frame: () => {
      ++drawn;
      return again-- > 0;
    },
  });
  host.requestFrame();
  host.requestFrame();
  assert.equal(frames.length, 1);
  frames.shift()(16);
  assert.equal(frames.length, 1, 'the engine wanted another');
  frames.shift()(32);
  assert.deepEqual([frames.length, drawn], [0, 2]);
});

test('finishDate_CountsWholeWeeks', () => {
  const today = new Date(Date.UTC(2026, 10, 23));
  assert.equal(finishDate(16, 8, today).toISOString().slice(0, 10), '2026-12-07');
  assert.equal(finishDate(17, 8, today).toISOString().slice(0, 10), '2026-12-14');
  for (const pace of [0, undefined, NaN, -3]) assert.equal(finishDate(10, pace, today), null);
  assert.equal(finishDate(0, 8, today), null);
});

test('changeMessage_SaysOneThingForOneChangeAndCountsMany', () => {
  const tree = new RoadmapTree([
    { key: 1, id: 'g', title: 'Maths', parent: 0 },
    { key: 2, id: 'a', title: 'Algebra', parent: 1 },
    { key: 3, id: 'b', title: 'Limits', parent: 1 },
  ]);
  const states = (a, b, group = 0) => [group, a, b];
  const rows = (before, after) =>
    after
      .map((state, i) => ({ row: { key: i + 1, state }, before: { key: i + 1, state: before[i] } }))
      .filter(({ row, before }) => row.state !== before.state);
  const said = (before, after) =>
    changeMessage(tree, rows(before, after), { done: after.slice(1).filter((s) => s === 3).length, skills: 2 });
  assert.equal(said(states(0, 0), states(3, 0, 2)), 'Algebra: done. 1 of 2 done.');
  assert.equal(said(states(0, 0), states(2, 2, 2)), '2 skills learning. 0 of 2 done.');
  assert.equal(said(states(0, 3), states(2, 0)), '2 skills changed. 0 of 2 done.');
  assert.equal(said(states(2, 0), states(2, 0)), '');
  assert.deepEqual(finishedGroups(tree, rows(states(3, 0, 2), states(3, 3, 3))), [1]);
  assert.deepEqual(finishedGroups(tree, rows(states(3, 3, 3), states(3, 3, 3))), []);
});
