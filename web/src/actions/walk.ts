// Where an arrow leads on the map. Pure.
export type WalkKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

// The parts of a skill's details (docs/page_protocol.md) that say where ways lead.
export interface WalkedSkill {
  readonly key: number;
  readonly unlocks?: readonly { readonly key: number }[];
  readonly requires?: readonly { readonly anyOf: readonly { readonly key: number }[] }[];
}

export interface WalkedTree {
  readonly roots: readonly number[];
  get(key: number): { readonly parent: number; readonly children: readonly number[] } | undefined;
  siblings(key: number): readonly number[];
  preorder(): readonly number[];
}

// Down along what `skill` unlocks, up along what it requires, sideways among its siblings. 0 when nothing is that way.
export function walkTarget(key: WalkKey, skill: WalkedSkill, tree: WalkedTree): number {
  const first = (list: readonly number[]): number => list.find((k) => k && k !== skill.key) ?? 0;
  const siblings = tree.siblings(skill.key),
    at = siblings.indexOf(skill.key);
  switch (key) {
    case 'ArrowDown':
      return first((skill.unlocks ?? []).map((s) => s.key)) || first(tree.get(skill.key)?.children ?? []);
    case 'ArrowUp':
      return (
        first((skill.requires ?? []).flatMap((r) => r.anyOf.map((s) => s.key))) || (tree.get(skill.key)?.parent ?? 0)
      );
    case 'ArrowLeft':
      return siblings[at - 1] ?? 0;
    case 'ArrowRight':
      return siblings[at + 1] ?? 0;
    case 'Home':
      return tree.roots[0] ?? 0;
    case 'End':
      return tree.preorder().at(-1) ?? 0;
  }
}
