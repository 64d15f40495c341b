// One journey through the page, for every engine: [name, step(page, trip)]… in order. `trip` is {site} and what steps leave
// for later ones.
import assert from 'node:assert/strict';
import {
  button,
  camera,
  card,
  click,
  doubleClick,
  firstGroup,
  focusRow,
  has,
  isNamed,
  nameOf,
  near,
  ready,
  settled,
  until,
} from './words.mjs';

const kDragged = { x: -60, y: 45 };

async function open(page, { site }, fragment = '') {
  await page.open('about:blank'); // an address that differs in its fragment alone loads nothing
  await page.open(`${site}?bench${fragment}`);
  await ready(page);
  await settled(page);
}

export const journey = [
  [
    'the page opens and shows the road',
    async (page, trip) => {
      await open(page, trip);
      const { canvas, picture, skills } = await page.evaluate(() => {
        const canvas = document.getElementById('canvas'),
          box = canvas.getBoundingClientRect();
        return {
          canvas: [canvas.width - box.width * devicePixelRatio, canvas.height - box.height * devicePixelRatio],
          picture: document.documentElement.dataset.picture,
          skills: document.querySelectorAll('[role=treeitem]').length,
        };
      });
      assert.equal(picture, 'yes');
      assert.ok(skills > 100);
      for (const off of canvas) near(off, 0, 1, 'pixels of the canvas');
      // A flat picture compresses to almost nothing.
      assert.ok((await page.screenshot()).length > 40_000, 'the screenshot shows something');
    },
  ],

  [
    'a skill is found by its name and opened',
    async (page, trip) => {
      const { key, title } = await page.evaluate(() => {
        const skill = [...document.querySelectorAll('[role=group][hidden] [role=treeitem]:not([aria-expanded])')].at(
          -1,
        );
        return { key: Number(skill.dataset.key), title: skill.querySelector('.name').textContent.trim() };
      });
      await page.press('/');
      await until(page, 'the search is open', () => document.activeElement.getAttribute('role') === 'combobox');
      await page.type(title);
      await until(
        page,
        'it is found',
        (t) => document.querySelector('[role=option][aria-selected=true]')?.textContent.includes(t),
        title,
      );
      await page.press('Enter');
      await has(page, key, 'aria-selected', 'true');
      assert.ok(
        await page.evaluate((k) => document.getElementById(`o-${k}`).checkVisibility(), key),
        'its row is to be seen',
      );
      Object.assign(trip, { key, title });
      await settled(page);
      const { width } = await card(page, key);
      assert.ok(width > 100, 'its card is large enough to read');
    },
  ],

  [
    'its details can be read',
    async (page, { title }) => {
      const { heading, links, text } = await page.evaluate(() => {
        const details = document.getElementById('details');
        return {
          heading: details.querySelector('h2').textContent,
          text: details.innerText,
          links: [...details.querySelectorAll('[data-part=resources] a')].map(({ protocol, rel }) => [protocol, rel]),
        };
      });
      assert.equal(heading, title);
      assert.ok(links.length > 0 && text.length > 200);
      for (const link of links) assert.deepEqual(link, ['https:', 'noopener noreferrer']);
    },
  ],

  [
    'it is marked by hand and by key, and a note is written',
    async (page, { key }) => {
      await click(page, '#details .states label', 'Learning');
      await isNamed(page, key, 'learning');
      await focusRow(page, key);
      await page.press('3');
      await isNamed(page, key, 'done');
      await click(page, '#note');
      await page.type('Grüße, 学 & co.');
      await until(page, 'the note is stored', () => Object.values(localStorage).some((text) => text.includes('学')));
    },
  ],

  [
    'a reload keeps it',
    async (page, { key }) => {
      await page.reload();
      await ready(page);
      await isNamed(page, key, 'done');
      await until(page, 'the note is there', () => document.getElementById('note')?.value === 'Grüße, 学 & co.');
    },
  ],

  [
    'a link to it is made and copied',
    async (page, trip) => {
      await button(page, 'Share');
      trip.link = await until(
        page,
        'there is a link',
        () => /#p=.+/.exec(document.getElementById('progress-link')?.value ?? '')?.[0],
      );
      await button(page, 'Copy');
      await until(page, 'it is copied', () =>
        /^Copied/.test(document.querySelector('dialog[open] [role=status]').textContent),
      );
      await page.press('Escape');
      await until(
        page,
        'the dialog is closed, the focus back',
        () => !document.querySelector('dialog[open]') && document.activeElement.id === 'share',
      );
    },
  ],

  [
    'somebody else opens the link and sees it beside their own',
    async (page, trip) => {
      await page.evaluate(() => localStorage.clear());
      await open(page, trip, trip.link);
      await until(page, 'the shared progress is shown', () =>
        document.querySelector('[aria-label="Shared progress"]')?.checkVisibility(),
      );
      assert.match(await nameOf(page, trip.key), /not started/);
      assert.equal(await page.evaluate(() => location.hash), '');
    },
  ],

  [
    'they merge it and undo that',
    async (page, { key }) => {
      await button(page, 'Merge into mine');
      await isNamed(page, key, 'done');
      await until(page, 'the region is gone', () => !document.querySelector('[aria-label="Shared progress"]'));
      await button(page, 'Undo');
      await isNamed(page, key, 'not started');
      await page.press('Control+Shift+Z');
      await isNamed(page, key, 'done');
      await page.press('Control+z');
      await isNamed(page, key, 'not started');
    },
  ],

  [
    'the map is panned by wheel and hand, and zoomed at the pointer',
    async (page, trip) => {
      await open(page, trip);
      const { group } = await firstGroup(page),
        start = await camera(page);
      const box = await page.evaluate(() => document.getElementById('canvas').getBoundingClientRect().toJSON());
      const ground = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + 14) };
      await page.drag(ground, { x: ground.x + kDragged.x, y: ground.y + kDragged.y });
      await settled(page);
      const dragged = await camera(page);
      near((start.x - dragged.x) * start.zoom, kDragged.x, 1, 'dragged across');
      near((start.y - dragged.y) * start.zoom, kDragged.y, 1, 'dragged down');

      await page.wheel(ground, { dy: 100 });
      await settled(page);
      const wheeled = await camera(page);
      assert.equal(wheeled.zoom, start.zoom);
      near((wheeled.y - dragged.y) * start.zoom, 100, 20, 'wheeled down');

      const anchor = await card(page, group),
        at = { x: Math.round(anchor.x + 20), y: Math.round(anchor.y + 20) };
      const under = (view) => [
        view.x + (at.x - box.x - box.width / 2) / view.zoom,
        view.y + (at.y - box.y - box.height / 2) / view.zoom,
      ];
      for (let i = 0; i < 4; ++i) await page.wheel(at, { dy: -50, ctrl: true });
      await settled(page);
      const zoomed = await camera(page),
        before = under(wheeled),
        after = under(zoomed);
      assert.ok(zoomed.zoom > wheeled.zoom * 1.2, `zoomed from ${wheeled.zoom} to ${zoomed.zoom}`);
      near(Math.hypot(after[0] - before[0], after[1] - before[1]) * zoomed.zoom, 0, 1, 'the point under the pointer');
      assert.equal(await page.evaluate(() => visualViewport.scale), 1, 'the page itself is not zoomed');
      await button(page, 'Fit');
      await settled(page);
      near((await camera(page)).zoom, start.zoom, start.zoom / 100, 'the whole road again');
    },
  ],

  [
    'a card is dragged, and undo puts it back',
    async (page) => {
      const { group } = await firstGroup(page),
        start = await card(page, group);
      const grip = { x: Math.round(start.x + start.width / 2), y: Math.round(start.y + start.height * 0.8) };
      await page.drag(grip, { x: grip.x - 70, y: grip.y + 25 });
      await settled(page);
      const dropped = await card(page, group);
      near(dropped.x - start.x, -70, 1, 'moved across');
      near(dropped.y - start.y, 25, 1, 'moved down');
      await button(page, 'Undo');
      await settled(page);
      const back = await card(page, group);
      near(back.x, start.x, 1, 'back across');
      near(back.y, start.y, 1, 'back up');
    },
  ],

  [
    'a double click opens a group, and its caret closes it',
    async (page) => {
      const { group } = await firstGroup(page),
        closed = await card(page, group);
      await doubleClick(page, {
        x: Math.round(closed.x + closed.width / 2),
        y: Math.round(closed.y + closed.height / 2),
      });
      await has(page, group, 'aria-expanded', 'true');
      await settled(page);
      const area = await card(page, group),
        { zoom } = await camera(page);
      assert.ok(area.height > closed.height * 1.5);
      await page.click({ x: Math.round(area.x + area.width - 30 * zoom), y: Math.round(area.y + 26 * zoom) });
      await has(page, group, 'aria-expanded', 'false');
    },
  ],

  [
    'by keys alone a skill is reached, opened and marked',
    async (page, trip) => {
      await open(page, trip);
      const { group, skill } = await firstGroup(page),
        seen = new Set();
      for (let i = 0; i < 40 && !seen.has('surface'); ++i) {
        await page.press('Tab');
        seen.add(await page.evaluate(() => document.activeElement.id));
      }
      for (const id of ['search', 'share', `o-${group}`, 'surface'])
        assert.ok(seen.has(id), `Tab reaches ${id}, of ${[...seen].join(' ')}`);
      await page.press('ArrowDown');
      await has(page, group, 'aria-selected', 'true');
      await page.press('Enter');
      await has(page, group, 'aria-expanded', 'true');
      await settled(page);
      const { zoom } = await camera(page);
      await page.press('+');
      await settled(page);
      assert.ok((await camera(page)).zoom > zoom);
      await focusRow(page, group);
      await page.press('ArrowRight');
      assert.equal(await page.evaluate(() => document.activeElement.id), `o-${skill}`);
      await page.press('Enter');
      await has(page, skill, 'aria-selected', 'true');
      for (const [digit, state] of [
        ['2', 'learning'],
        ['3', 'done'],
        ['4', 'skipped'],
        ['1', 'not started'],
        ['2', 'learning'],
      ]) {
        await page.press(digit);
        await isNamed(page, skill, state);
      }
      await settled(page);
    },
  ],

  [
    'nothing went wrong on the way',
    async (page) => {
      assert.deepEqual(await page.evaluate(() => JSON.parse(sessionStorage.getItem('test:wrongs') ?? '[]')), []);
    },
  ],
];
