import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextState } from '../../../web/src/actions/next_state.ts';
import { walkTarget } from '../../../web/src/actions/walk.ts';
import { State } from '../../../web/src/lib/format.ts';
import { RoadmapTree } from '../../../web/src/outline/roadmap_tree.ts';

test('walkTarget_FollowsPrerequisitesAndSiblings', () => {
  const tree = new RoadmapTree([
    { key: 1, id: 'g', title: 'G', parent: 0 },
    { key: 2, id: 'a', title: 'A', parent: 1 },
    { key: 3, id: 'b', title: 'B', parent: 1 },
    { key: 4, id: 'c', title: 'C', parent: 0 },
  ]);
  const skill = { key: 2, unlocks: [{ key: 4 }], requires: [{ anyOf: [{ key: 3 }] }] };
  assert.equal(walkTarget('ArrowDown', skill, tree), 4);
  assert.equal(walkTarget('ArrowUp', skill, tree), 3);
  assert.equal(walkTarget('ArrowRight', skill, tree), 3);
  assert.equal(walkTarget('ArrowLeft', skill, tree), 0);
  assert.equal(walkTarget('ArrowUp', { key: 2 }, tree), 1, 'without prerequisites up is out');
  assert.equal(walkTarget('ArrowDown', { key: 1 }, tree), 2, 'a group leads in');
  assert.equal(walkTarget('Home', skill, tree), 1);
  assert.equal(walkTarget('End', skill, tree), 4);
});

test('nextState_GoesRound', () => {
  assert.deepEqual([State.notStarted, State.learning, State.done, State.skipped].map(nextState), [
    State.learning,
    State.done,
    State.notStarted,
    State.learning,
  ]);
});
