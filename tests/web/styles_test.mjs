import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

// What names a side of the screen, where the side on which a line begins is meant.
const kPhysical =
  /^\s*((?:left|right)|(?:margin|padding|border|scroll-(?:margin|padding))-(?:left|right)[a-z-]*|border-(?:top|bottom)-(?:left|right)-radius|(?:text-align|float|clear):\s*(?:left|right))\b/;
// Four sides at once, of which the left and the right one differ.
const kFourSides = /^\s*(?:margin|padding|inset):\s*\S+ (\S+) \S+ ([^\s;]+);/;

test('styles_NameSidesAsTheyAreRead', () => {
  for (const name of readdirSync('web/styles').filter((file) => file.endsWith('.css'))) {
    const lines = readFileSync(`web/styles/${name}`, 'utf8').split('\n');
    const physical = lines.filter((line) => {
      const sides = kFourSides.exec(line);
      return kPhysical.test(line) || (sides && sides[1] !== sides[2]);
    });
    assert.deepEqual(physical, [], name);
  }
});
