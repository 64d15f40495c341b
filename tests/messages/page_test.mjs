// No words that a person sees stand in the page's source.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { literalsOf } from './page_literals.mjs';
import { sourcesBelow } from './said.mjs';

// What reads like words and is none: names that machines know, and what only the console and `?bench` tell.
const kNoWords = {
  'actions/action_table.ts': ['skill', 'card', 'group', 'done', 'locked', 'left'],
  'actions/canvas_menu.ts': ['group', 'skill'],
  'shell/toolbar.ts': ['#theme, #settings, #help', '#tools, #more'],
  'boot/fonts.ts': ['Inter'],
  'boot/startup.ts': null,
  'lib/pseudo.ts': null,
  'details/details.ts': ['note'],
  'details/details_parts.ts': ['facts …'],
  'engine/host.ts': ['noopener noreferrer'],
  'engine/fallback_rasterizer.ts': ['… …px Inter, system-ui, sans-serif', 'left'],
  'engine/protocol.ts': ['done'],
  'filter/filter.ts': ['done', 'locked'],
  'lib/dom.ts': ['locked', '(max-width: 760px)'],
  'lib/format.ts': ['locked'],
  'lib/messages.ts': ['group'],
  'offline/offline.ts': ['waymark … '],
  'offline/service_worker.ts': ['waymark … '],
  'offline/service_worker_off.ts': ['waymark … '],
  'sharing/qr.ts': ['Byte'],
  'shell/resize.ts': ['left'],
  'storage/backup.ts': ['Files'],
};
const kStillToCome = /^web\/src\/(engine\/engine)/;
// The names of keys and classes are no words either.
const kKeysOrClasses =
  /^(icon s16|((Ctrl|Control|Meta|AltGraph|Plus|Shift|Alt|Enter|Esc|Escape|Home|End|Space|Tab|Arrow\w+)(\+.*)?))$/;

test('thePage_TakesItsWordsFromTheCatalogue', () => {
  for (const path of sourcesBelow('web/src', /\.ts$/)) {
    if (kStillToCome.test(path)) continue;
    const allowed = kNoWords[path.slice('web/src/'.length)];
    if (allowed === null) continue;
    const words = literalsOf(path).filter(({ text }) => !kKeysOrClasses.test(text) && !allowed?.includes(text));
    assert.deepEqual(words, [], path);
  }
});

test('indexHtml_TakesItsWordsFromTheCatalogue', () => {
  const html = readFileSync('web/index.html', 'utf8').replace(/<(svg|title)\b.*?<\/\1>/gs, '');
  // The road's own words, the name of the product, and figures.
  const texts = [...html.matchAll(/>([^<]*\p{L}[^<]*)</gu)].map(([, text]) => text.trim()).filter(Boolean);
  assert.deepEqual(
    texts.filter((text) => !/ML engineer/.test(text)),
    [],
  );
  assert.deepEqual(
    [...html.matchAll(/\s(?:aria-label|title|placeholder|alt)="([^"]*\p{L}[^"]*)"/gu)].map(([, text]) => text),
    [],
  );
});

test('literalsOf_FindsWordsAndLeavesNames', () => {
  const found = (source) => literalsOf('sample.ts', source).map(({ text }) => text);
  assert.deepEqual(found("h('p.muted.small', { role: 'status' }, 'Nothing new.')"), ['Nothing new.']);
  assert.deepEqual(found("h('button', { 'aria-label': 'Close', type: 'button' })"), ['Close']);
  assert.deepEqual(found('say(`${n} of ${m} done`)'), ['… of … done']);
  assert.deepEqual(found("el.setAttribute('aria-label', 'More'); el.title = 'Less';"), ['More', 'Less']);
  assert.deepEqual(
    found("import { h } from './dom.ts'; $('x').querySelector('.row .name'); t('a.b'); x === 'Home'"),
    [],
  );
  assert.deepEqual(found("throw new Error('The page is broken.'); console.warn('so it is')"), []);
});
