// One row of the outline: its element and the parts of it that change.
import { h, icon, stateMark, setStateMark, ring, setRing } from '../lib/dom.ts';
import { itemName, markOf } from '../lib/format.ts';
import type { Row } from '../engine/protocol.ts';
import type { OutlineModel } from './outline_model.ts';
import type { TreeNode } from './roadmap_tree.ts';

export interface RowParts {
  li: HTMLElement;
  row: HTMLElement;
  caret?: HTMLElement;
  ring?: SVGSVGElement;
  count?: HTMLElement;
  mark?: SVGSVGElement;
  shown: string; // what of the state it shows
}

/** What a view of the outline does; it makes rows for some or all skills of the model. */
export interface OutlineView {
  readonly root: HTMLElement;
  /** What the rows say changed. */
  update(rows: Iterable<Row>): void;
  /** Groups opened or closed. */
  expand(keys: Iterable<number>): void;
  /** The filter leaves others out. */
  arrange(): void;
  /** The tab stop, the selected or the hovered skill is no longer `before`. */
  mark(attribute: 'tabindex' | 'aria-selected' | 'data-hovered', key: number, before: number): void;
  /** Brings the row into view and returns it. */
  reveal(key: number): HTMLElement | null;
}

/** `li` is the element for one skill; inner rows of a group are not among its parts. */
export function makeItem(model: OutlineModel, node: TreeNode): HTMLElement {
  const { key, id, title, depth } = node,
    group = model.tree.isGroup(key),
    { position, siblings } = model.positionOf(key);
  return h(
    'li',
    {
      role: 'treeitem',
      id: `o-${key}`,
      'data-key': key,
      'data-id': id,
      'aria-level': depth + 1,
      'aria-posinset': position,
      'aria-setsize': siblings,
      'aria-expanded': group ? String(model.expanded(key)) : null,
      'aria-label': itemName(title, undefined, group),
      tabindex: -1,
    },
    h('div.row', {}, h('span.name', { dir: 'auto' }, title)),
  );
}

/** Gives a row its caret, sign and count. */
export function dressItem(li: HTMLElement, group: boolean): RowParts {
  const row = li.querySelector<HTMLElement>(':scope > .row');
  if (!row) throw new Error('An item of the outline has no row');
  const name = row.querySelector('.name');
  for (const child of [...row.children]) if (child !== name) child.remove();
  const part: RowParts = { li, row, shown: '' };
  if (group) {
    part.caret = h('span.caret', {}, icon('caret', 'icon'));
    part.ring = ring(0);
    part.count = h('span.count');
    row.prepend(part.caret, part.ring);
    row.append(part.count);
  } else {
    part.mark = stateMark('0');
    row.prepend(part.mark);
  }
  return part;
}

export function updateItem(part: RowParts, title: string, skill: Row, group: boolean): void {
  const { state, available, done, total, matches, theirs } = skill;
  const shown = `${state}|${available}|${done}|${total}|${theirs ?? ''}|${matches ?? ''}`;
  if (part.shown === shown) return;
  part.shown = shown;
  part.li.setAttribute('aria-label', itemName(title, skill, group));
  part.li.dataset.state = String(state);
  part.li.toggleAttribute('data-locked', markOf(skill) === 'locked');
  if (part.ring && part.count) {
    setRing(part.ring, total ? done / total : 0);
    // Drawn by CSS: the name says it in words.
    part.count.dataset.text = matches !== undefined ? String(matches) : total ? `${done}/${total}` : '';
  } else if (part.mark) {
    setStateMark(part.mark, markOf(skill));
  }
}
