import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Layers } from '../../../web/src/shell/layers.ts';

// A browser's history: entries, and a Back that is heard one task later.
function browser(t, entries = [{ state: null, url: '/' }]) {
  const had = globalThis.location;
  globalThis.location = { href: '/' };
  t.after(() => (globalThis.location = had));
  let at = entries.length - 1;
  const tasks = [];
  const page = { address: '/', layers: null };
  const history = {
    get state() {
      return entries[at].state;
    },
    pushState(state, _, url) {
      entries.splice(at + 1, Infinity, { state, url });
      ++at;
    },
    replaceState(state, _, url) {
      entries[at] = { state, url };
    },
    go(delta) {
      tasks.push(() => move(delta));
    },
  };
  let left = false;
  function move(delta) {
    if (at + delta < 0) return void (left = true);
    at = Math.min(entries.length - 1, at + delta);
    globalThis.location.href = entries[at].url;
    page.popped = page.layers.popped(entries[at].state);
  }
  page.layers = new Layers(
    history,
    () => page.address,
    (run) => tasks.push(run),
  );
  return Object.assign(page, {
    entries,
    rest() {
      while (tasks.length) tasks.shift()();
    },
    back() {
      this.rest();
      move(-1);
      this.rest();
      return left;
    },
    forward() {
      move(1);
      this.rest();
    },
    navigate(url) {
      history.pushState(null, '', url);
      globalThis.location.href = url;
      page.popped = page.layers.popped(null);
      this.rest();
    },
    where: () => at,
    step: () => tasks.shift()(),
  });
}

const opener = (page, closed) => (key) =>
  page.layers.opened(key, () => {
    closed.push(key);
    page.layers.closed(key);
  });

test('layers_BackClosesWhatIsOnTopThenLeaves', (t) => {
  const page = browser(t),
    closed = [],
    open = opener(page, closed);
  page.layers.start();
  for (const key of ['map', 'details', 'share']) open(key);
  assert.equal(page.where(), 3);
  for (const expected of [['share'], ['share', 'details'], ['share', 'details', 'map']]) {
    assert.equal(page.back(), false);
    assert.deepEqual(closed, expected);
  }
  assert.equal(page.back(), true, 'nothing is left to close');
});

test('layers_WhatClosesByItselfTakesItsEntryAway', (t) => {
  const page = browser(t),
    open = opener(page, []);
  page.layers.start();
  open('search');
  page.layers.closed('search');
  page.rest();
  assert.equal(page.where(), 0);
  assert.equal(page.back(), true);
});

test('layers_OneThatGivesWayToTheNextNeedsNoJourney', (t) => {
  const page = browser(t),
    closed = [],
    open = opener(page, closed);
  page.layers.start();
  open('search');
  page.layers.closed('search');
  open('help');
  page.rest();
  assert.equal(page.where(), 1);
  page.back();
  assert.deepEqual(closed, ['help']);
});

test('layers_OneThatOpensWhileWeTravelGetsItsEntryAfterwards', (t) => {
  const page = browser(t),
    closed = [],
    open = opener(page, closed);
  page.layers.start();
  open('details');
  open('search');
  page.layers.closed('search');
  page.step(); // on the way, and not there yet
  open('share');
  assert.equal(page.where(), 2);
  page.rest();
  assert.equal(page.where(), 2);
  page.back();
  page.back();
  assert.deepEqual(closed, ['share', 'details']);
});

test('layers_SelectingReplaces', (t) => {
  const page = browser(t),
    closed = [],
    open = opener(page, closed);
  page.layers.start();
  page.address = '/#s=1';
  open('details');
  for (let i = 2; i <= 20; ++i) {
    page.address = `/#s=${i}`;
    page.layers.refreshAddress();
  }
  assert.deepEqual(
    page.entries.map(({ url }) => url),
    ['/', '/#s=20'],
  );
  page.back();
  assert.deepEqual(closed, ['details']);
});

test('layers_TheAddressIsThatOfWhatIsShownAlsoAfterAJourney', (t) => {
  const page = browser(t),
    open = opener(page, []);
  page.layers.start();
  page.address = '/#s=a';
  open('details');
  open('search');
  page.address = '/#s=b';
  page.layers.refreshAddress();
  page.layers.closed('search');
  page.rest();
  assert.equal(page.popped, 'handled', 'so that nobody selects what the older entry names');
  assert.equal(page.entries[page.where()].url, '/#s=b');
});

test('layers_WhatWasOpenWhenThePageCameIsPartOfIt', (t) => {
  const page = browser(t),
    closed = [],
    open = opener(page, closed);
  open('details');
  page.layers.start();
  open('share');
  page.back();
  assert.deepEqual(closed, ['share']);
  assert.equal(page.back(), true);
});

test('layers_AfterAReloadWhatIsOpenAgainKeepsItsEntry', (t) => {
  const page = browser(t, [
      { state: { layers: 0 }, url: '/' },
      { state: { layers: 1 }, url: '/#s=a' },
    ]),
    closed = [],
    open = opener(page, closed);
  page.address = '/#s=a';
  open('details');
  page.layers.start();
  page.address = '/';
  assert.equal(page.back(), false);
  assert.deepEqual(closed, ['details']);
});

test('layers_AnAddressTypedByHandIsHonouredAndSoIsForward', (t) => {
  const page = browser(t),
    closed = [],
    open = opener(page, closed);
  page.layers.start();
  page.address = '/#s=a';
  open('details');
  page.navigate('/#s=b');
  assert.equal(page.popped, 'moved');
  page.back();
  assert.equal(page.popped, 'moved', 'to the skill that was shown before');
  assert.deepEqual(closed, []);
  page.forward();
  assert.equal(page.popped, 'moved');
});

test('layers_ABrowserThatRefusesLeavesThePageAsItIs', (t) => {
  const page = browser(t),
    layers = new Layers(
      {
        state: null,
        pushState() {
          throw new Error('too many');
        },
        replaceState() {
          throw new Error('too many');
        },
        go() {
          assert.fail('there is nowhere to go');
        },
      },
      () => '/',
      (run) => run(),
    );
  page.rest();
  layers.start();
  layers.opened('share', () => {});
  layers.closed('share');
});

test('layers_WhatTakesOverAnEntryHasItsOwnAddress', (t) => {
  const page = browser(t),
    open = opener(page, []);
  page.layers.start();
  open('palette');
  page.rest();
  // A result was chosen: the palette closes, and the details open before the task is over.
  page.layers.closed('palette');
  page.address = '/#s=bread';
  open('details');
  page.rest();
  assert.equal(page.entries.length, 2);
  assert.equal(page.entries[page.where()].url, '/#s=bread');
});
