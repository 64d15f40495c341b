// The tree of the loaded roadmap: the one the page came with when it is the same, otherwise asked of the engine.
import { RoadmapTree } from './roadmap_tree.ts';

export function loadTree(written, store) {
  const skills = store.state.skills;
  if (written && written.nodes.size === skills.length && skills.every((s) => written.get(s.key))) return written;
  return new RoadmapTree(
    skills.map((s) => {
      const details = store.engine.details(s.key);
      return { key: s.key, id: details.id, title: details.title, parent: details.group?.key ?? 0 };
    }),
  );
}
