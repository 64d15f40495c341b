import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundledFont, kText, kWeights } from '../../script/lib/font_subset.mjs';
import { readMetrics } from '../../script/lib/truetype.mjs';

test('BundledFont_HasTrueTypeOutlinesAndEveryLetterOfLatin', async () => {
  for (const weight of kWeights) {
    const bytes = await bundledFont(weight);
    assert.equal(bytes.readUInt32BE(0), 0x00010000, 'stb_truetype reads this kind');
    assert.ok(bytes.includes('glyf'));
    const metrics = readMetrics(bytes);
    for (const letter of 'AZaz09 ÄéñßŁőŽ…→–“”') assert.ok(metrics.advance(letter.codePointAt(0)) > 0, letter);
    assert.equal(metrics.advance(0x4e00), undefined, 'a letter that is not there');
  }
});

test('BundledFont_KeepsTheFiguresNarrowerThanAnEm', async () => {
  const { advance, unitsPerEm, ascent, descent } = readMetrics(await bundledFont(kWeights[0]));
  assert.ok(advance('8'.codePointAt(0)) < unitsPerEm);
  assert.ok(advance('W'.codePointAt(0)) > 3 * advance('i'.codePointAt(0)));
  assert.ok(ascent > 0 && descent < 0);
});

test('BundledFont_KeepsFiguresOfOneWidthAndNoKerning', async () => {
  for (const bytes of await Promise.all(kWeights.map(bundledFont)))
    assert.ok(bytes.includes('tnum') && !bytes.includes('kern'));
});

test('Text_NamesEachLetterOnce', () => {
  const letters = Array.from(kText);
  assert.equal(new Set(letters).size, letters.length);
});
