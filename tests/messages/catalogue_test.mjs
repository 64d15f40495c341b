// The catalogue against the code: every id that is said is there with the arguments it takes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { argumentsOf, saidByEngine, saidByHtml, saidByPage } from './said.mjs';

const text = readFileSync('assets/messages/en.json', 'utf8'),
  { language, messages } = JSON.parse(text);

test('catalogue_IsInOrderAndSaysEverythingOnce', () => {
  assert.equal(text, `${JSON.stringify({ language, messages }, null, 2)}\n`, 'written by hand in another way');
  assert.deepEqual(Object.keys(messages), Object.keys(messages).sort(), 'ids ascend');
  for (const id of Object.keys(messages)) assert.match(id, /^[a-z]+(\.[a-z0-9-]+)+$/, id);
});

test('catalogue_IsWrittenInTheSubsetThatBothFormattersRead', () => {
  for (const [id, message] of Object.entries(messages)) {
    assert.doesNotThrow(() => argumentsOf(message), `${id}: ${message}`);
    // The canvas shows what takes no arguments as it is written.
    if (!argumentsOf(message).size) assert.doesNotMatch(message, /''|'[{}]|[{}]/, id);
  }
});

test('whatTheCodeSays_IsInTheCatalogueWithItsArguments', () => {
  const said = [...saidByPage(), ...saidByHtml(), ...saidByEngine()];
  assert.ok(said.length > 300);
  for (const { id, args, where } of said) {
    assert.ok(Object.hasOwn(messages, id), `${where}: there is no message ${id}`);
    if (!args) continue;
    const takes = [...argumentsOf(messages[id])],
      given = new Set(args);
    assert.deepEqual(
      takes.filter((name) => !given.has(name)),
      [],
      `${where}: ${id} lacks arguments`,
    );
  }
});
test('theCatalogue_HoldsNothingThatNobodySays', () => {
  const said = new Set([...saidByPage(), ...saidByHtml(), ...saidByEngine()].map(({ id }) => id));
  assert.deepEqual(
    Object.keys(messages).filter((id) => !said.has(id)),
    [],
  );
});
