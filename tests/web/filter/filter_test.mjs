import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesLine, compareTitles } from '../../../web/src/road/changes.ts';
import { filterWords, matchLine, toggled } from '../../../web/src/filter/filter.ts';
import { RoadmapTree } from '../../../web/src/outline/roadmap_tree.ts';

const tree = new RoadmapTree(
  [
    [1, 0, 'Maths'],
    [2, 1, 'Algebra'],
    [3, 1, 'Calculus'],
    [4, 0, 'Python'],
    [5, 4, 'Arrays'],
  ].map(([key, parent, title]) => ({ key, id: `s${key}`, title, parent })),
);

test('toggled_TurnsOneChoiceOverAndKeepsTheRest', () => {
  const filter = { states: ['done'], kinds: [], tracks: [1], way: 3, hideDone: true, matches: 4 };
  assert.deepEqual(toggled(filter, 'states', 'learning'), {
    do: 'set_filter',
    states: ['done', 'learning'],
    kinds: [],
    tracks: [1],
    way: 3,
  });
  assert.deepEqual(toggled(filter, 'tracks', 1).tracks, []);
});

test('filterWords_SayWhatStandsOut', () => {
  assert.equal(
    filterWords({ states: ['available', 'learning'], tracks: [4] }, tree),
    'Available or Learning, in Python',
  );
  assert.equal(filterWords({ opens: 2, hideDone: true }, tree), 'what “Algebra” opens, without what is done');
  assert.equal(filterWords({ states: ['done'], hideDone: true }, tree), 'Done', 'states asked for outrank hiding');
  assert.equal(matchLine({ matches: 1, skills: 3 }), '1 of 3 skills');
});

test('treeSteps_PassOverWhatIsHidden', () => {
  const all = () => true,
    shown = (key) => key !== 2 && key !== 4;
  assert.deepEqual(tree.visible(all, shown), [1, 3]);
  assert.deepEqual(tree.step(1, 'ArrowRight', all, shown), { focus: 3 });
  assert.deepEqual(tree.step(1, 'ArrowDown', all, shown), { focus: 3 });
  assert.equal(tree.step(3, 'ArrowDown', all, shown), null);
  assert.equal(tree.typeAhead(1, 'a', all, shown), 0);
});

test('compareTitles_TellsNewRenamedAndRemoved', () => {
  const before = [
    [1, 'Maths'],
    [2, 'Algebra'],
    [3, 'Cobol'],
  ];
  const now = [
    [1, 'Maths'],
    [2, 'Linear algebra'],
    [4, 'Python'],
  ];
  const changes = compareTitles(before, now);
  assert.deepEqual(changes, { added: [4], renamed: [{ key: 2, was: 'Algebra' }], removed: ['Cobol'] });
  assert.equal(changesLine(changes, 3), '1 new skill, 1 renamed, 1 removed, 3 marked elsewhere');
  assert.equal(changesLine(compareTitles(now, now), 0), '');
});
