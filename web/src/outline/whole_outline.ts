// The outline with a row for every skill, groups within groups: what the page came with, or made from the tree.
import { h } from '../lib/dom.ts';
import { t } from '../lib/messages.ts';
import type { Key, Row } from '../engine/protocol.ts';
import type { OutlineModel } from './outline_model.ts';
import { dressItem, makeItem, updateItem, type OutlineView, type RowParts } from './outline_rows.ts';
import { RoadmapTree } from './roadmap_tree.ts';

/** The tree that the page came with, or null when there is none (or it is not of the expected form). */
export function readTree(root: Element | null): RoadmapTree | null {
  const items = root ? [...root.querySelectorAll<HTMLElement>('[role=treeitem]')] : [];
  const entries = items.map((li) => ({
    key: Number(li.dataset.key),
    id: li.dataset.id ?? '',
    title: li.querySelector(':scope > .row .name')?.textContent ?? '',
    parent: Number(li.parentElement?.closest<HTMLElement>('[role=treeitem]')?.dataset.key ?? 0),
  }));
  return entries.length && entries.every((e) => e.key > 0 && e.title) ? new RoadmapTree(entries) : null;
}

function makeRoot(model: OutlineModel): HTMLElement {
  const { tree } = model,
    root = h('ul', { role: 'tree', 'aria-label': t('outline.tree') });
  const lists = new Map<Key, HTMLElement>([[0, root]]);
  for (const key of tree.preorder()) {
    const node = tree.node(key),
      li = makeItem(model, node);
    lists.get(node.parent)?.append(li);
    if (!tree.isGroup(key)) continue;
    const inner = h('ul', { role: 'group', hidden: true });
    li.append(inner);
    lists.set(key, inner);
  }
  return root;
}

export class WholeOutline implements OutlineView {
  readonly root: HTMLElement;
  private readonly model: OutlineModel;
  private readonly rows = new Map<Key, RowParts>();

  /** Takes `root` over when it holds the rows of the model's tree, and makes them otherwise. */
  constructor(model: OutlineModel, root: HTMLElement | null) {
    this.model = model;
    this.root = root ?? makeRoot(model);
    this.root.tabIndex = -1; // focus on the tree itself goes on to its current row
    for (const li of this.root.querySelectorAll<HTMLElement>('[role=treeitem]')) {
      const key = Number(li.dataset.key),
        node = model.tree.get(key);
      this.rows.set(key, dressItem(li, model.tree.isGroup(key)));
      if (node?.depth === 0) li.dataset.hue = String(node.hue);
    }
    this.expand(model.tree.preorder().filter((key) => model.tree.isGroup(key)));
  }

  update(rows: Iterable<Row>): void {
    for (const row of rows) {
      const part = this.rows.get(row.key);
      if (part) updateItem(part, this.model.tree.title(row.key), row, this.model.tree.isGroup(row.key));
    }
  }

  expand(keys: Iterable<Key>): void {
    for (const key of keys) {
      const li = this.rows.get(key)?.li,
        open = this.model.expanded(key);
      li?.setAttribute('aria-expanded', String(open));
      const list = li?.querySelector<HTMLElement>(':scope > [role=group]');
      if (list) list.hidden = !open;
    }
  }

  arrange(): void {
    for (const [key, { li }] of this.rows) {
      li.hidden = !this.model.shown(key);
      if (li.hidden) continue;
      const { position, siblings } = this.model.positionOf(key);
      li.setAttribute('aria-posinset', String(position));
      li.setAttribute('aria-setsize', String(siblings));
    }
  }

  mark(attribute: 'tabindex' | 'aria-selected' | 'data-hovered', key: Key, before: Key): void {
    const was = this.rows.get(before)?.li,
      now = this.rows.get(key)?.li;
    if (attribute === 'tabindex') {
      was?.setAttribute('tabindex', '-1');
      now?.setAttribute('tabindex', '0');
      return;
    }
    was?.removeAttribute(attribute);
    now?.setAttribute(attribute, attribute === 'aria-selected' ? 'true' : '');
  }

  reveal(key: Key): HTMLElement | null {
    const part = this.rows.get(key);
    part?.row.scrollIntoView({ block: 'nearest' });
    return part?.li ?? null;
  }
}
