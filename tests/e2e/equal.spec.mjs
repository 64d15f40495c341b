// The outline is the map's equal: whatever is done, it says what the engine says, in the tree pattern's own terms.
import { expect, firstGroup, open, settled, test } from './waymark.mjs';

// Seeded: a failure can be repeated.
test('after each of 1,000 random actions the outline equals the engine’s state', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await settled(page);
  const wrong = await page.evaluate(async () => {
    let seed = 20240611;
    const random = (n) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * n);
    };
    const bench = window.__bench,
      names = ['not started', 'skipped', 'learning', 'done'];
    const keys = bench.state().skills.map((s) => s.key),
      rows = new Map(keys.map((key) => [key, document.getElementById(`o-${key}`)]));
    const groups = keys.filter((key) => rows.get(key).hasAttribute('aria-expanded'));
    const pick = (list) => list[random(list.length)];
    const some = (list, most) => Array.from({ length: random(most + 1) }, () => pick(list));
    const action = () => {
      switch (random(12)) {
        case 0:
        case 1:
        case 2:
          return { do: 'set_state', skills: [pick(keys)], state: random(4) };
        case 3:
        case 4:
          return { do: 'set_expanded', skill: pick(groups), expanded: random(2) === 1 };
        case 5:
          return { do: 'select', skill: pick(keys), reveal: random(2) === 1 };
        case 6:
          return { do: 'clear_selection' };
        case 7:
          return { do: random(2) ? 'undo' : 'redo' };
        case 8:
          return {
            do: 'set_filter',
            states: some(['available', 'learning', 'done', 'skipped', 'locked'], 2),
            kinds: some(['needed', 'optional'], 1),
            tracks: some(groups, 1),
          };
        case 9:
          return { do: 'mark_known', skill: pick(keys) };
        case 10:
          return random(8) ? { do: random(2) ? 'show_way' : 'show_opens', skill: pick(keys) } : { do: 'set_filter' };
        default:
          return random(6)
            ? { do: 'set_hide_done', hide: random(2) === 1 }
            : { do: 'expand_all', expanded: random(3) > 0 };
      }
    };
    const parentOf = (key) => Number(rows.get(key).parentElement.closest('[role=treeitem]')?.dataset.key ?? 0);
    const difference = () => {
      const state = bench.state();
      const kept = new Set();
      for (let key = state.selected; key; key = parentOf(key)) kept.add(key);
      for (const skill of state.skills) {
        const row = rows.get(skill.key),
          label = row.getAttribute('aria-label'),
          title = row.querySelector('.name').textContent;
        if (!label.startsWith(`${title}, ${names[skill.state]}`)) return `${label} is ${names[skill.state]}`;
        if (label.includes('locked') !== (!row.hasAttribute('aria-expanded') && skill.state === 0 && !skill.available))
          return `${label}: locked`;
        if (row.hasAttribute('aria-expanded') && row.getAttribute('aria-expanded') !== String(skill.expanded))
          return `${label}: expanded`;
        if ((row.getAttribute('aria-selected') === 'true') !== (state.selected === skill.key))
          return `${label}: selected`;
        if (row.hidden !== (skill.matches === 0 && !kept.has(skill.key))) return `${label}: hidden`;
      }
      // Level, place and number of siblings, counted from the document.
      for (const list of document.querySelectorAll('[role=tree], [role=tree] [role=group]')) {
        const level =
          list.getAttribute('role') === 'tree' ? 1 : Number(list.parentElement.getAttribute('aria-level')) + 1;
        const shown = [...list.children].filter((row) => !row.hidden);
        for (const [i, row] of shown.entries()) {
          const [at, of, depth] = ['aria-posinset', 'aria-setsize', 'aria-level'].map((name) =>
            Number(row.getAttribute(name)),
          );
          if (at !== i + 1 || of !== shown.length || depth !== level)
            return `${row.getAttribute('aria-label')}: ${at} of ${of} on level ${depth}`;
        }
      }
      if (document.querySelectorAll('[role=treeitem][tabindex="0"]').length !== 1) return 'not one tab stop';
      return '';
    };
    for (let n = 0; n < 1000; ++n) {
      const command = action();
      bench.send(command);
      await Promise.resolve();
      await Promise.resolve();
      const wrong = difference();
      if (wrong) return `after action ${n}, ${JSON.stringify(command)}: ${wrong}`;
    }
    return '';
  });
  expect(wrong).toBe('');
});

test('a change of state is told once, politely, within half a second', async ({ page }) => {
  await open(page);
  const { group, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await skills.first().focus();
  await page.waitForTimeout(600);
  expect(await page.locator('#live').getAttribute('aria-live')).toBe('polite');
  await page.evaluate(() => {
    window.told = [];
    new MutationObserver(() =>
      window.told.push([performance.now(), document.getElementById('live').textContent]),
    ).observe(document.getElementById('live'), { childList: true, characterData: true, subtree: true });
  });
  const before = await page.evaluate(() => performance.now());
  await page.keyboard.press('3');
  await page.waitForTimeout(1000);
  const told = await page.evaluate(() => window.told);
  expect(told.map(([, text]) => text)).toEqual([expect.stringMatching(/: done\. 1 of \d+ done\./)]);
  expect(told[0][0] - before).toBeLessThan(500);
});

test('the four states are told apart without colour', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const { group, key, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  const keys = await skills.evaluateAll((rows) => rows.slice(0, 4).map((row) => Number(row.dataset.key)));
  for (const [i, state] of [0, 1, 2, 3].entries())
    await page.evaluate(([k, s]) => window.__bench.send({ do: 'set_state', skills: [k], state: s }), [keys[i], state]);
  await page.evaluate((k) => {
    window.__bench.send({ do: 'select', skill: k });
    window.__bench.send({ do: 'fit_selection' });
    window.__bench.send({ do: 'clear_selection' });
  }, key);
  for (let i = 0; i < 6; ++i) {
    // Near enough for the cards as designed.
    const zoom = (await page.evaluate(() => window.__bench.camera())).zoom;
    if (zoom > 0.8) break;
    await page.evaluate(
      ([k, f]) => {
        window.__bench.send({ do: 'select', skill: k });
        window.__bench.send({ do: 'zoom', factor: f });
        window.__bench.send({ do: 'clear_selection' });
      },
      [keys[0], 1 / zoom],
    );
  }
  const marks = [];
  for (const one of keys) {
    await page.evaluate((k) => {
      window.__bench.send({ do: 'select', skill: k });
      window.__bench.send({ do: 'clear_selection' });
    }, one);
    await settled(page);
    const { zoom } = await page.evaluate(() => window.__bench.camera());
    const box = await page.locator('canvas').boundingBox(),
      rect = await page.evaluate((k) => window.__bench.card(k), one);
    // The mark: ten units round a point on the left of the card (view/cards/card_geometry.hpp).
    const clip = {
      x: Math.round(box.x + rect.x + 12 * zoom),
      y: Math.round(box.y + rect.y + 18 * zoom),
      width: Math.round(24 * zoom),
      height: Math.round(24 * zoom),
    };
    const picture = (await page.screenshot({ clip })).toString('base64');
    marks.push(
      await page.evaluate(async (data) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 24;
        const pen = canvas.getContext('2d');
        pen.drawImage(image, 0, 0, 24, 24);
        const { data: pixels } = pen.getImageData(0, 0, 24, 24),
          grey = [];
        for (let i = 0; i < pixels.length; i += 4)
          grey.push(0.2126 * pixels[i] + 0.7152 * pixels[i + 1] + 0.0722 * pixels[i + 2]);
        return grey;
      }, picture),
    );
  }
  for (let a = 0; a < 4; ++a)
    for (let b = 0; b < a; ++b) {
      const apart = marks[a].filter((grey, i) => Math.abs(grey - marks[b][i]) > 40).length / marks[a].length;
      expect(apart, `states ${a} and ${b}`).toBeGreaterThan(0.04);
    }
});
