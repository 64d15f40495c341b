// The outline of a large road: of all the rows that are open only those in view are there, and a few above and below. They stand
// side by side in the tree; level, position and number of siblings say to those who listen where each belongs.
import { h } from '../lib/dom.ts';
import { t } from '../lib/messages.ts';
import type { Key, Row } from '../engine/protocol.ts';
import type { OutlineModel } from './outline_model.ts';
import { dressItem, makeItem, updateItem, type OutlineView, type RowParts } from './outline_rows.ts';

const kAround = 16; // rows made above and below what can be seen
const kUsualHeight = 32; // pixels of a row, until one was measured
const kMaxPrinted = 20_000; // rows; more would take a browser minutes

type Marked = 'tabindex' | 'aria-selected' | 'data-hovered';

export class WindowedOutline implements OutlineView {
  readonly root: HTMLElement;
  private readonly model: OutlineModel;
  private readonly pane: HTMLElement;
  private readonly rowOf: (key: Key) => Row | undefined;
  private readonly rows = new Map<Key, RowParts>();
  private height = kUsualHeight;
  private whole = false; // while it is printed

  /** `pane` is what scrolls; `rowOf` knows the state of every skill. */
  constructor(model: OutlineModel, pane: HTMLElement, rowOf: (key: Key) => Row | undefined) {
    this.model = model;
    this.pane = pane;
    this.rowOf = rowOf;
    this.root = h('ul', { role: 'tree', 'aria-label': t('outline.tree'), tabindex: -1, 'data-windowed': true });
    pane.addEventListener('scroll', () => this.draw(), { passive: true });
    new ResizeObserver(() => this.measure()).observe(pane);
    window.addEventListener('beforeprint', () => this.print(model.visible.length <= kMaxPrinted));
    window.addEventListener('afterprint', () => this.print(false));
  }

  update(rows: Iterable<Row>): void {
    for (const row of rows) {
      const part = this.rows.get(row.key);
      if (part) updateItem(part, this.model.tree.title(row.key), row, this.model.tree.isGroup(row.key));
    }
  }

  expand(keys: Iterable<Key>): void {
    for (const key of keys) this.rows.get(key)?.li.setAttribute('aria-expanded', String(this.model.expanded(key)));
    this.draw();
  }

  arrange(): void {
    for (const [key, { li }] of this.rows) this.place(li, key);
    this.draw();
  }

  mark(attribute: Marked, key: Key, before: Key): void {
    const was = this.rows.get(before);
    if (was) this.dress(was.li, before);
    if (attribute === 'tabindex') this.draw(); // the row that Tab reaches is always there
    const now = this.rows.get(key);
    if (now) this.dress(now.li, key);
  }

  reveal(key: Key): HTMLElement | null {
    const at = this.model.placeOf(key);
    if (at < 0) return null;
    const top = this.root.offsetTop + at * this.height,
      { scrollTop, clientHeight } = this.pane;
    if (top < scrollTop) this.pane.scrollTop = top;
    else if (top + this.height > scrollTop + clientHeight) this.pane.scrollTop = top + this.height - clientHeight;
    this.draw();
    return this.rows.get(key)?.li ?? null;
  }

  // Makes the rows that can be seen now, takes away those that can't, and keeps the order of reading.
  private draw(): void {
    const { visible, tabStop } = this.model;
    const seen = Math.max(0, this.pane.scrollTop - this.root.offsetTop) / this.height;
    const from = this.whole ? 0 : Math.max(0, Math.floor(seen) - kAround);
    const to = this.whole
      ? visible.length
      : Math.min(visible.length, Math.ceil(seen + this.pane.clientHeight / this.height) + kAround);
    const wanted: Key[] = [];
    const stop = this.model.placeOf(tabStop);
    if (stop >= 0 && stop < from) wanted.push(tabStop);
    for (let i = from; i < to; ++i) wanted.push(visible[i]);
    if (stop >= to) wanted.push(tabStop);

    const keep = new Set(wanted);
    for (const [key, { li }] of this.rows) {
      if (keep.has(key)) continue;
      li.remove();
      this.rows.delete(key);
    }
    let next = this.root.firstElementChild;
    for (const key of wanted) {
      const { li } = this.rows.get(key) ?? this.make(key);
      li.style.top = `${this.model.placeOf(key) * this.height}px`;
      if (li === next) next = next.nextElementSibling;
      else if (li.isConnected && li.contains(document.activeElement)) next = this.moveAside(next, li);
      else this.root.insertBefore(li, next);
    }
    this.root.style.height = `${visible.length * this.height}px`;
  }

  // A row that moves loses the focus: what stands between goes to the end instead. Returns what comes after it.
  private moveAside(from: Element | null, focused: Element): Element | null {
    for (let other = from; other && other !== focused;) {
      const after: Element | null = other.nextElementSibling;
      this.root.append(other);
      other = after;
    }
    return focused.nextElementSibling;
  }

  private make(key: Key): RowParts {
    const { tree } = this.model,
      node = tree.node(key),
      part = dressItem(makeItem(this.model, node), tree.isGroup(key));
    part.li.dataset.hue = String(node.hue);
    part.li.title = node.title; // a long one is cut
    part.li.style.setProperty('--depth', String(node.depth));
    this.dress(part.li, key);
    const row = this.rowOf(key);
    if (row) updateItem(part, node.title, row, tree.isGroup(key));
    this.rows.set(key, part);
    return part;
  }

  private dress(li: HTMLElement, key: Key): void {
    const { tabStop, selected, hovered } = this.model;
    li.tabIndex = key === tabStop ? 0 : -1;
    if (key === selected) li.setAttribute('aria-selected', 'true');
    else li.removeAttribute('aria-selected');
    li.toggleAttribute('data-hovered', key === hovered);
  }

  private place(li: HTMLElement, key: Key): void {
    const { position, siblings } = this.model.positionOf(key);
    li.setAttribute('aria-posinset', String(position));
    li.setAttribute('aria-setsize', String(siblings));
  }

  // The letters' size and the width of the pane may have changed, and with them a row's height.
  private measure(): void {
    this.draw();
    const height = this.root.firstElementChild?.getBoundingClientRect().height ?? 0;
    if (height < 1 || height === this.height) return;
    const at = this.pane.scrollTop / this.height;
    this.height = height;
    this.draw();
    this.pane.scrollTop = at * height;
  }

  private print(whole: boolean): void {
    if (this.whole === whole) return;
    this.whole = whole;
    this.draw();
  }
}
