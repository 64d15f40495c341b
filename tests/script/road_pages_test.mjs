import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageNames, retitled } from '../../script/lib/road_pages.mjs';

const page =
  '<title>Old</title><meta name="description" content="old"><h1 tabindex="-1">Old</h1><p class="lead">old</p>';

test('retitled_TakesEveryTextAsItIs', () => {
  for (const text of ['$&', "$'", '$`', '$1', '$$', 'A $5 budget', '<b>"&']) {
    const html = retitled(page, { title: text, summary: text });
    const shown = text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
    assert.equal(
      html,
      `<title>${shown} · Waymark</title><meta name="description" content="${shown}"><h1 tabindex="-1">${shown}</h1><p class="lead">${shown}</p>`,
    );
  }
});

test('pageNames_AreTheIdsAndRefuseWhatIsTaken', () => {
  assert.deepEqual(pageNames(['main', 'bread', 'tea']), ['index.html', 'bread.html', 'tea.html']);
  assert.throws(() => pageNames(['main', 'index']), /"index" would overwrite index\.html/);
  assert.throws(() => pageNames(['main', 'bread', 'bread']), /Two roads have the id "bread"/);
  assert.throws(() => pageNames(['main', 'help'], ['help.html']), /help\.html/);
});
