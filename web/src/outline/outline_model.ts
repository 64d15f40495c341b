// What the outline shows, apart from its rows: which groups are open, which skills a filter leaves out, and the order in which
// the rest can be seen.
import type { Key, Row } from '../engine/protocol.ts';
import type { RoadmapTree } from './roadmap_tree.ts';

export class OutlineModel {
  readonly tree: RoadmapTree;
  /** The only row that Tab reaches. */
  tabStop: Key;
  selected: Key = 0;
  hovered: Key = 0;
  private readonly open = new Set<Key>();
  private hidden: ReadonlySet<Key> = new Set();
  private list: Key[] | null = null;
  private places: Map<Key, number> | null = null;
  private readonly positions = new Map<Key, Map<Key, number>>();

  constructor(tree: RoadmapTree) {
    this.tree = tree;
    this.tabStop = tree.roots[0] ?? 0;
  }

  readonly expanded = (key: Key): boolean => this.open.has(key);
  readonly shown = (key: Key): boolean => !this.hidden.has(key);

  /** Whether that changed anything. */
  setExpanded(key: Key, expanded: boolean): boolean {
    if (!this.tree.isGroup(key) || this.open.has(key) === expanded) return false;
    if (expanded) this.open.add(key);
    else this.open.delete(key);
    this.list = this.places = null;
    return true;
  }

  /** Whether a filter leaves anything out. */
  get filtering(): boolean {
    return this.hidden.size > 0;
  }

  /**
   * What does not match a filter leaves the list, but for the selected skill and what holds it. Whether that changed anything.
   */
  filter(rows: Iterable<Row>): boolean {
    const kept = new Set(this.selected ? [this.selected, ...this.tree.ancestors(this.selected)] : []),
      hidden = new Set<Key>();
    for (const row of rows) if (row.matches === 0 && !kept.has(row.key)) hidden.add(row.key);
    if (hidden.size === this.hidden.size && [...hidden].every((key) => this.hidden.has(key))) return false;
    this.hidden = hidden;
    this.list = this.places = null;
    this.positions.clear();
    return true;
  }

  /** Whether nothing hides the row. */
  isVisible(key: Key): boolean {
    return this.shown(key) && this.tree.ancestors(key).every((k) => this.shown(k) && this.expanded(k));
  }

  /** The rows that can be seen, from top to bottom. */
  get visible(): readonly Key[] {
    return (this.list ??= this.tree.visible(this.expanded, this.shown));
  }

  /** Where a row is among those that can be seen, -1 when it is none of them. */
  placeOf(key: Key): number {
    this.places ??= new Map(this.visible.map((k, i) => [k, i]));
    return this.places.get(key) ?? -1;
  }

  /** Its place among its siblings, from 1, and how many of them are shown. */
  positionOf(key: Key): { position: number; siblings: number } {
    const parent = this.tree.get(key)?.parent ?? 0;
    let of = this.positions.get(parent);
    if (!of) {
      of = new Map(
        this.tree
          .siblings(key)
          .filter(this.shown)
          .map((k, i) => [k, i + 1]),
      );
      this.positions.set(parent, of);
    }
    return { position: of.get(key) ?? 0, siblings: of.size };
  }

  /** The row that takes the tab stop over when its own can no longer be seen: the innermost ancestor that can. */
  heir(): Key {
    const { tree } = this;
    return (
      tree.ancestors(this.tabStop).find((k) => this.isVisible(k)) ?? tree.roots.find(this.shown) ?? tree.roots[0] ?? 0
    );
  }
}
