import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { canvasCatalogue, chooseLanguage, format, formatText, t } from '../../../web/src/lib/messages.ts';
import { pseudoText } from '../../../web/src/lib/pseudo.ts';

const cases = JSON.parse(readFileSync(new URL('../../fixtures/messages/format.json', import.meta.url), 'utf8'));

afterEach(() => chooseLanguage('en'));

test('formatText_SaysWhatTheFixturesSay', () => {
  assert.ok(cases.length > 20);
  for (const { text, args, says } of cases) assert.equal(formatText(text, args ?? {}), says, text);
});

test('formatText_ReadsWhatIsMalformedWithoutHarm', () => {
  for (const text of [
    '{',
    '{n',
    '{n,',
    '{n, plural',
    '{n, plural, one',
    '{n, plural, one {',
    '}',
    "'{",
    '{n, plural,}',
  ])
    assert.ok(formatText(text, { n: 1 }).length < 20, text);
});

test('t_WritesDatesAndTakesMessagesAsArguments', () => {
  assert.equal(formatText('{day, date}', { day: new Date(Date.UTC(2026, 10, 23)) }), '23 November 2026');
  assert.equal(t('undo.mark', { title: 'Maths', state: { id: 'state.done' } }), 'Mark ‘Maths’ done');
  assert.equal(format(null), '');
  assert.equal(format({ id: 'no.such' }), 'no.such');
});

test('canvasCatalogue_SaysHowNumbersAreWritten', () => {
  const { decimal, group, plurals, messages } = canvasCatalogue();
  assert.deepEqual([decimal, group, plurals.length, plurals[0], plurals[1]], ['.', ',', 200, 'other', 'one']);
  assert.equal(messages['state.done.label'], 'Done');
  assert.ok(!Object.keys(messages).some((id) => id.startsWith('save.')), 'the canvas does not say it');
});

test('chooseLanguage_FallsBackToEnglish', async () => {
  assert.equal(await chooseLanguage('toString'), false);
  assert.equal(t('state.done'), 'done');
  assert.equal(await chooseLanguage('pseudo'), true);
  assert.match(t('state.locked.label'), /^\[.*\]$/);
  assert.match(t('count.skills', { count: 1 }), /^\[?.*1.*\]$/);
});

test('pseudoText_KeepsWhatIsReplacedAndGrowsTheRest', () => {
  assert.equal(pseudoText('{text}'), '{text}');
  const said = pseudoText('Merging moves {n, plural, one {# skill} other {# skills}} forward');
  assert.match(said, /^\[Mérgíñg .*\{n, plural, one \{# škíłł\} other \{# škíłłš\}\} förwárd .*\]$/);
  for (const text of ['Not saved', 'Show the whole map', 'Skip']) {
    const longer = pseudoText(text).length / text.length;
    assert.ok(longer >= 1.4, `${text}: ${longer}`);
  }
});
