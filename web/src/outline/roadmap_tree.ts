// The roadmap's tree as the page needs it: who lives in whom, in file order. Pure.

import type { Key } from '../engine/protocol.ts';

// As in view/theme.hpp: tracks take the hues in file order.
const kHueCount = 12;

export interface TreeEntry {
  key: Key;
  id: string;
  title: string;
  parent: Key; // 0 at the top
}

export interface TreeNode extends TreeEntry {
  children: Key[];
  depth: number;
  track: number; // of the top-level group it lies in, counted in file order
  hue: number;
}

/** Where a key leads: to a row, or to groups that open or close. */
export type TreeStep = { focus: Key; expand?: undefined } | { expand: Key[]; open: boolean; focus?: undefined };

type Test = (key: Key) => boolean;
const always: Test = () => true;

export class RoadmapTree {
  readonly nodes = new Map<Key, TreeNode>();
  readonly roots: Key[] = [];
  readonly byId: ReadonlyMap<string, Key>;

  /** A parent may come after its children; one that is not there is none. */
  constructor(entries: Iterable<TreeEntry>) {
    for (const { key, id, title, parent } of entries)
      this.nodes.set(key, { key, id, title, parent: parent || 0, children: [], depth: 0, track: 0, hue: 0 });
    for (const node of this.nodes.values()) {
      const parent = this.nodes.get(node.parent);
      if (parent && parent !== node) parent.children.push(node.key);
      else {
        node.parent = 0;
        this.roots.push(node.key);
      }
    }
    let tracks = 0;
    for (const key of this.preorder()) {
      const node = this.node(key),
        parent = this.nodes.get(node.parent);
      node.depth = parent ? parent.depth + 1 : 0;
      node.track = parent ? parent.track : tracks++;
      node.hue = node.track % kHueCount;
    }
    this.byId = new Map([...this.nodes.values()].map((n) => [n.id, n.key]));
  }

  /** Throws where there is none. */
  node(key: Key): TreeNode {
    const node = this.nodes.get(key);
    if (!node) throw new Error(`No skill ${key}`);
    return node;
  }

  get(key: Key): TreeNode | undefined {
    return this.nodes.get(key);
  }
  title(key: Key): string {
    return this.nodes.get(key)?.title ?? '';
  }
  isGroup(key: Key): boolean {
    return (this.nodes.get(key)?.children.length ?? 0) > 0;
  }
  siblings(key: Key): readonly Key[] {
    const node = this.nodes.get(key);
    return !node ? [] : node.parent ? this.node(node.parent).children : this.roots;
  }

  // All keys, parents before children. Iterative: depth comes from a file.
  preorder(from: readonly Key[] = this.roots, into: Test = always): Key[] {
    const out: Key[] = [],
      stack = [...from].reverse();
    for (let key = stack.pop(); key !== undefined; key = stack.pop()) {
      out.push(key);
      if (!into(key)) continue;
      const { children } = this.node(key);
      for (let i = children.length - 1; i >= 0; --i) stack.push(children[i]);
    }
    return out;
  }

  // What the outline shows while `expanded(key)` says which groups are open.
  visible(expanded: Test, shown: Test = always): Key[] {
    return this.preorder(this.roots.filter(shown), (key) => expanded(key) && shown(key)).filter(shown);
  }

  // The skills without children at or below `key`.
  leaves(key: Key): Key[] {
    return this.preorder([key]).filter((k) => !this.isGroup(k));
  }

  ancestors(key: Key): Key[] {
    const out: Key[] = [];
    for (let n = this.nodes.get(key); n?.parent; n = this.nodes.get(n.parent)) out.push(n.parent);
    return out;
  }

  // Where a key of the ARIA tree pattern leads, or null when it leads nowhere. `list` is what `visible` gives.
  // https://www.w3.org/WAI/ARIA/apg/patterns/treeview/
  step(
    key: Key,
    pressed: string,
    expanded: Test,
    shown: Test = always,
    list: readonly Key[] = this.visible(expanded, shown),
  ): TreeStep | null {
    const at = list.indexOf(key),
      node = this.nodes.get(key);
    if (!node || at < 0) return null;
    const to = (k: Key | undefined): TreeStep | null => (k && k !== key ? { focus: k } : null);
    switch (pressed) {
      case 'ArrowDown':
        return to(list[at + 1]);
      case 'ArrowUp':
        return to(list[at - 1]);
      case 'Home':
        return to(list[0]);
      case 'End':
        return to(list[list.length - 1]);
      case 'ArrowRight':
        if (!node.children.length) return null;
        return expanded(key) ? to(node.children.find(shown)) : { expand: [key], open: true };
      case 'ArrowLeft':
        if (node.children.length && expanded(key)) return { expand: [key], open: false };
        return to(node.parent);
      case '*': {
        const closed = this.siblings(key).filter((k) => this.isGroup(k) && shown(k) && !expanded(k));
        return closed.length ? { expand: closed, open: true } : null;
      }
      default:
        return null;
    }
  }

  // The next visible row after `key` whose title starts with `prefix`, wrapping round; one letter moves on, more stay.
  typeAhead(
    key: Key,
    prefix: string,
    expanded: Test,
    shown: Test = always,
    list: readonly Key[] = this.visible(expanded, shown),
  ): Key {
    const want = prefix.toLocaleLowerCase(),
      at = Math.max(0, list.indexOf(key));
    const first = [...want].length > 1 ? 0 : 1;
    for (let i = 0; i < list.length; ++i) {
      const candidate = list[(at + first + i) % list.length];
      if (this.title(candidate).toLocaleLowerCase().startsWith(want)) return candidate;
    }
    return 0;
  }
}
