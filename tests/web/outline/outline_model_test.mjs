import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OutlineModel } from '../../../web/src/outline/outline_model.ts';
import { RoadmapTree } from '../../../web/src/outline/roadmap_tree.ts';

// 1 holds 2, 3 and 4; 4 holds 5; 6 stands alone.
const model = () =>
  new OutlineModel(
    new RoadmapTree(
      [
        [1, 0],
        [2, 1],
        [3, 1],
        [4, 1],
        [5, 4],
        [6, 0],
      ].map(([key, parent]) => ({ key, id: `s${key}`, title: `Skill ${key}`, parent })),
    ),
  );

test('OutlineModel_ShowsWhatIsOpenInOrder', () => {
  const outline = model();
  assert.deepEqual(outline.visible, [1, 6]);
  assert.equal(outline.setExpanded(1, true), true);
  assert.equal(outline.setExpanded(1, true), false);
  assert.equal(outline.setExpanded(2, true), false); // no group
  assert.deepEqual(outline.visible, [1, 2, 3, 4, 6]);
  outline.setExpanded(4, true);
  assert.deepEqual(
    outline.visible.map((key) => outline.placeOf(key)),
    [0, 1, 2, 3, 4, 5],
  );
  outline.setExpanded(1, false);
  assert.equal(outline.placeOf(5), -1);
  assert.equal(outline.isVisible(5), false);
});

test('OutlineModel_FiltersAndCountsWhatIsLeft', () => {
  const outline = model();
  outline.setExpanded(1, true);
  assert.deepEqual(outline.positionOf(4), { position: 3, siblings: 3 });
  const rows = (...none) => [1, 2, 3, 4, 5, 6].map((key) => ({ key, matches: none.includes(key) ? 0 : 1 }));
  assert.equal(outline.filter(rows()), false);
  assert.equal(outline.filtering, false);
  assert.equal(outline.filter(rows(2, 6)), true);
  assert.equal(outline.filter(rows(2, 6)), false);
  assert.equal(outline.filtering, true);
  assert.deepEqual(outline.visible, [1, 3, 4]);
  assert.deepEqual(outline.positionOf(4), { position: 2, siblings: 2 });
  outline.selected = 2; // stays, whatever matches
  assert.equal(outline.filter(rows(1, 2, 6)), true);
  assert.deepEqual(outline.visible, [1, 2, 3, 4]);
  assert.equal(outline.filter([]), true);
  assert.deepEqual(outline.visible, [1, 2, 3, 4, 6]);
});

test('OutlineModel_HandsTheTabStopToWhatHoldsItsRow', () => {
  const outline = model();
  outline.setExpanded(1, true);
  outline.setExpanded(4, true);
  outline.tabStop = 5;
  assert.equal(outline.isVisible(5), true);
  outline.setExpanded(4, false);
  assert.equal(outline.heir(), 4);
  outline.setExpanded(1, false);
  assert.equal(outline.heir(), 1);
});

// What a key press costs must not grow with the square of a road's size.
test('OutlineModel_HoldsALargeFlatRoad', () => {
  const count = 200_000;
  const tree = new RoadmapTree(
    Array.from({ length: count }, (_, i) => ({ key: i + 1, id: `s${i}`, title: `Skill ${i}`, parent: 0 })),
  );
  const outline = new OutlineModel(tree);
  assert.equal(outline.visible.length, count);
  assert.deepEqual(outline.positionOf(count), { position: count, siblings: count });
  assert.equal(tree.get(count).hue, (count - 1) % 12);
  assert.deepEqual(tree.step(count - 1, 'ArrowDown', outline.expanded, outline.shown, outline.visible), {
    focus: count,
  });
});
