// The tree of the loaded roadmap. Titles come from the road, never from the page, which a translator may have changed.
import type { Tree } from '../engine/protocol.ts';
import { RoadmapTree, type TreeEntry } from './roadmap_tree.ts';

export function loadTree({ keys, parents, ids, titles }: Tree): RoadmapTree {
  return new RoadmapTree(keys.map((key, i): TreeEntry => ({ key, id: ids[i], title: titles[i], parent: parents[i] })));
}
