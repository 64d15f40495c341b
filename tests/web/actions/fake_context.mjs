// An ActionContext on a small road that writes down what it is asked to do.
import { State } from '../../../web/src/lib/format.ts';
import { RoadmapTree } from '../../../web/src/outline/roadmap_tree.ts';

export const kGroup = 1;
export const kSkill = 2;
export const kOther = 3;

export function fakeContext(overrides = {}) {
  const log = [];
  const tree = new RoadmapTree([
    { key: kGroup, id: 'g', title: 'Maths', parent: 0 },
    { key: kSkill, id: 'a', title: 'Algebra', parent: kGroup },
    { key: kOther, id: 'b', title: 'Limits', parent: kGroup },
  ]);
  const ui = new Proxy({}, { get: (_, name) => () => (log.push(name), true) });
  const context = {
    log,
    send: (command) => (log.push(command), true),
    stateOf: () => State.learning,
    isExpanded: () => false,
    isGroup: (skill) => tree.isGroup(skill),
    leaves: (skill) => tree.leaves(skill),
    selected: () => kSkill,
    allExpanded: () => false,
    canUndo: () => true,
    canRedo: () => true,
    isFiltered: () => false,
    menuIsOpen: () => false,
    zoom: () => 2,
    walk: (from, key) => (log.push(['walk', from, key]), kOther),
    ui,
    ...overrides,
  };
  return context;
}
