// The roadmap's tree as the page needs it: who lives in whom, in file order. Pure.

// As in view/theme.hpp: tracks take the hues in file order.
const kHueCount = 12;

export class RoadmapTree {
  // entries: [{key, id, title, parent}] with parent's key or 0; a parent may come after its children.
  constructor(entries) {
    this.nodes = new Map();
    this.roots = [];
    for (const e of entries)
      this.nodes.set(e.key, { key: e.key, id: e.id, title: e.title, parent: e.parent || 0, children: [], depth: 0 });
    for (const node of this.nodes.values()) {
      const parent = this.nodes.get(node.parent);
      if (parent && parent !== node) parent.children.push(node.key);
      else {
        node.parent = 0;
        this.roots.push(node.key);
      }
    }
    for (const key of this.preorder()) {
      const node = this.nodes.get(key),
        parent = this.nodes.get(node.parent);
      node.depth = parent ? parent.depth + 1 : 0;
      node.track = parent ? parent.track : this.roots.indexOf(key);
      node.hue = node.track % kHueCount;
    }
    this.byId = new Map([...this.nodes.values()].map((n) => [n.id, n.key]));
  }

  get(key) {
    return this.nodes.get(key);
  }
  title(key) {
    return this.nodes.get(key)?.title ?? '';
  }
  isGroup(key) {
    return (this.nodes.get(key)?.children.length ?? 0) > 0;
  }
  siblings(key) {
    const node = this.nodes.get(key);
    return !node ? [] : node.parent ? this.nodes.get(node.parent).children : this.roots;
  }

  // All keys, parents before children. Iterative: depth comes from a file.
  preorder(from = this.roots, into = () => true) {
    const out = [],
      stack = [...from].reverse();
    while (stack.length) {
      const key = stack.pop();
      out.push(key);
      if (!into(key)) continue;
      const children = this.nodes.get(key).children;
      for (let i = children.length - 1; i >= 0; --i) stack.push(children[i]);
    }
    return out;
  }

  // What the outline shows while `expanded(key)` says which groups are open.
  visible(expanded, shown = () => true) {
    return this.preorder(this.roots.filter(shown), (key) => expanded(key) && shown(key)).filter(shown);
  }

  // The skills without children at or below `key`.
  leaves(key) {
    return this.preorder([key]).filter((k) => !this.isGroup(k));
  }

  ancestors(key) {
    const out = [];
    for (let n = this.nodes.get(key); n?.parent; n = this.nodes.get(n.parent)) out.push(n.parent);
    return out;
  }

  // Where a key of the ARIA tree pattern leads: {focus}, {expand: [keys], open}, or null when it leads nowhere.
  // https://www.w3.org/WAI/ARIA/apg/patterns/treeview/
  step(key, pressed, expanded, shown = () => true) {
    const list = this.visible(expanded, shown),
      at = list.indexOf(key),
      node = this.nodes.get(key);
    if (!node || at < 0) return null;
    const to = (k) => (k && k !== key ? { focus: k } : null);
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
  typeAhead(key, prefix, expanded, shown = () => true) {
    const list = this.visible(expanded, shown),
      want = prefix.toLocaleLowerCase(),
      at = Math.max(0, list.indexOf(key));
    const first = [...want].length > 1 ? 0 : 1;
    for (let i = 0; i < list.length; ++i) {
      const candidate = list[(at + first + i) % list.length];
      if (this.title(candidate).toLocaleLowerCase().startsWith(want)) return candidate;
    }
    return 0;
  }
}
