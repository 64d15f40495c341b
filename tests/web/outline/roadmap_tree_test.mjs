import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RoadmapTree } from '../../../web/src/outline/roadmap_tree.ts';

// 1 Maths ─ 2 Algebra, 3 Calculus ─ 4 Limits, 5 Gradients;  6 Models ─ 7 Metrics
const entries = [
  { key: 1, id: 'maths', title: 'Maths', parent: 0 },
  { key: 2, id: 'algebra', title: 'Algebra', parent: 1 },
  { key: 3, id: 'calculus', title: 'Calculus', parent: 1 },
  { key: 4, id: 'limits', title: 'Limits', parent: 3 },
  { key: 5, id: 'gradients', title: 'Gradients', parent: 3 },
  { key: 6, id: 'models', title: 'Models', parent: 0 },
  { key: 7, id: 'metrics', title: 'Metrics', parent: 6 },
];
const tree = new RoadmapTree(entries);
const open =
  (...keys) =>
  (key) =>
    keys.includes(key);

test('RoadmapTree_ListsParentsBeforeChildrenInFileOrder', () => {
  assert.deepEqual(tree.preorder(), [1, 2, 3, 4, 5, 6, 7]);
  assert.deepEqual(tree.visible(open()), [1, 6]);
  assert.deepEqual(tree.visible(open(1)), [1, 2, 3, 6]);
  assert.deepEqual(tree.visible(open(3)), [1, 6], 'an open group in a closed one stays hidden');
});

test('RoadmapTree_AcceptsAParentThatComesLater', () => {
  const shuffled = new RoadmapTree([entries[3], entries[1], entries[2], entries[0]]);
  assert.deepEqual(shuffled.roots, [1]);
  assert.equal(shuffled.get(4).depth, 2);
  assert.deepEqual(shuffled.ancestors(4), [3, 1]);
});

test('RoadmapTree_TreatsAnUnknownParentAsNone', () => {
  assert.deepEqual(new RoadmapTree([{ key: 9, id: 'x', title: 'X', parent: 77 }]).roots, [9]);
});

test('RoadmapTree_SurvivesDeepNesting', () => {
  const deep = Array.from({ length: 50_000 }, (_, i) => ({ key: i + 1, id: `s${i}`, title: `S${i}`, parent: i }));
  const chain = new RoadmapTree(deep);
  assert.equal(chain.get(50_000).depth, 49_999);
  assert.deepEqual(chain.leaves(1), [50_000]);
});

test('RoadmapTree_GivesTracksTheHuesInFileOrder', () => {
  assert.equal(tree.get(4).hue, 0);
  assert.equal(tree.get(7).hue, 1);
});

test('leaves_AreTheSkillsThatCanBeMarked', () => {
  assert.deepEqual(tree.leaves(1), [2, 4, 5]);
  assert.deepEqual(tree.leaves(2), [2]);
});

test('step_FollowsTheAriaTreePattern', () => {
  const some = open(1, 3);
  assert.deepEqual(tree.step(1, 'ArrowDown', some), { focus: 2 });
  assert.deepEqual(tree.step(5, 'ArrowDown', some), { focus: 6 });
  assert.deepEqual(tree.step(6, 'ArrowUp', some), { focus: 5 });
  assert.equal(tree.step(1, 'ArrowUp', some), null);
  assert.deepEqual(tree.step(5, 'Home', some), { focus: 1 });
  assert.deepEqual(tree.step(1, 'End', some), { focus: 6 });
  assert.deepEqual(tree.step(6, 'ArrowRight', some), { expand: [6], open: true });
  assert.deepEqual(tree.step(1, 'ArrowRight', some), { focus: 2 });
  assert.equal(tree.step(2, 'ArrowRight', some), null);
  assert.deepEqual(tree.step(3, 'ArrowLeft', some), { expand: [3], open: false });
  assert.deepEqual(tree.step(4, 'ArrowLeft', some), { focus: 3 });
});

test('step_StarOpensEverythingBesideIt', () => {
  assert.deepEqual(tree.step(1, '*', open()), { expand: [1, 6], open: true });
  assert.deepEqual(tree.step(1, '*', open(1)), { expand: [6], open: true });
  assert.equal(tree.step(1, '*', open(1, 6)), null);
});

test('typeAhead_MovesOnWithOneLetterAndStaysWithMore', () => {
  const all = open(1, 3, 6);
  assert.equal(tree.typeAhead(1, 'm', all), 6);
  assert.equal(tree.typeAhead(6, 'm', all), 7);
  assert.equal(tree.typeAhead(7, 'm', all), 1);
  assert.equal(tree.typeAhead(6, 'mo', all), 6);
  assert.equal(tree.typeAhead(6, 'MA', all), 1);
  assert.equal(tree.typeAhead(6, 'zz', all), 0);
});
