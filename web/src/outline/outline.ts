// The outline: an ARIA tree that shows and does what the map does.
// https://www.w3.org/WAI/ARIA/apg/patterns/treeview/
import { isComposing } from '../actions/shortcut.ts';
import type { Key, Row } from '../engine/protocol.ts';
import type { RowChange, State as PageState, Store } from '../engine/store.ts';
import { OutlineModel } from './outline_model.ts';
import type { OutlineView } from './outline_rows.ts';
import type { RoadmapTree } from './roadmap_tree.ts';
import { readTree, WholeOutline } from './whole_outline.ts';
import { WindowedOutline } from './windowed_outline.ts';

const kTypeAheadMilliseconds = 700;
// A larger road has rows only where they can be seen. Up to here the browser's own search finds every row.
const kMaxWhole = 1000;

export class Outline {
  private readonly nav: HTMLElement;
  private store: Store | null = null; // without one (no engine yet, or none at all) it can be read and opened
  private model: OutlineModel | null = null;
  private view: OutlineView | null = null;
  private hovering: Key = 0;
  private typed = { text: '', at: 0 };

  constructor(nav: HTMLElement) {
    this.nav = nav;
    const root = nav.querySelector<HTMLElement>('[role=tree]'),
      tree = readTree(root);
    if (tree) this.#use(new OutlineModel(tree), (model) => new WholeOutline(model, root));
    nav.addEventListener('click', (e) => this.#onClick(e));
    nav.addEventListener('dblclick', (e) => this.#onDoubleClick(e));
    nav.addEventListener('keydown', (e) => this.#onKey(e));
    nav.addEventListener('focusin', (e) => this.#onFocus(e));
    nav.addEventListener('focusout', () => this.#hover(0));
    nav.addEventListener('pointerover', (e) => {
      if (e.pointerType === 'mouse') this.#hover(this.#keyAt(e.target));
    });
    nav.addEventListener('pointerleave', () => this.#hover(0));
  }

  /** The tree that the page came with; null when there is none. */
  get tree(): RoadmapTree | null {
    return this.model?.tree ?? null;
  }

  /** From here on the engine's state is the truth. `tree` is the loaded roadmap's; its rows are made unless they are there. */
  attach(store: Store, tree: RoadmapTree): void {
    this.store = store;
    const written = this.view?.root ?? null;
    const have = written && this.tree && [...this.tree.nodes.keys()].join() === [...tree.nodes.keys()].join();
    this.#use(new OutlineModel(tree), (model) =>
      tree.nodes.size > kMaxWhole
        ? new WindowedOutline(model, this.nav, (key) => store.skill(key))
        : new WholeOutline(model, have ? written : null),
    );
    const root = this.view?.root;
    if (root && root !== written) {
      if (written) written.replaceWith(root);
      else this.nav.append(root);
    }
    store.subscribe(['rows', 'view'], (state, previous, rows) => this.#update(store, state, previous, rows));
  }

  /** Puts the focus on a skill's row (opening what hides it is the engine's part). */
  focus(key: Key): void {
    this.#setTabStop(key);
    this.view?.reveal(key)?.focus({ preventScroll: true });
  }

  focusSelected(): void {
    this.focus(this.store?.state?.selected || (this.model?.tabStop ?? 0));
  }

  #use(model: OutlineModel, make: (model: OutlineModel) => OutlineView): void {
    this.model = model;
    this.view = make(model);
    this.view.mark('tabindex', model.tabStop, 0);
  }

  #update(store: Store, state: PageState, previous: PageState | null, changes: readonly RowChange[]): void {
    const { model, view } = this;
    if (!model || !view) return;
    const focused = view.root.contains(document.activeElement);
    const rows: Row[] = previous ? changes.map(({ row }) => row) : [...store.rows()];
    const folded = rows.filter((row) => model.setExpanded(row.key, row.expanded)).map((row) => row.key);
    view.update(rows);
    const chosen = model.selected !== state.selected;
    if (chosen) {
      const before = model.selected;
      model.selected = state.selected;
      view.mark('aria-selected', state.selected, before);
    }
    const filters = model.filtering || rows.some((row) => row.matches !== undefined);
    if (filters && (rows.length || chosen) && model.filter(store.rows())) view.arrange();
    if (folded.length || !previous) view.expand(folded);
    if (model.hovered !== state.hovered) {
      const before = model.hovered;
      model.hovered = state.hovered;
      view.mark('data-hovered', state.hovered, before);
    }
    if (chosen && state.selected) {
      this.#setTabStop(state.selected);
      view.reveal(state.selected);
    }
    // The row with the tab stop may have gone with its group: the one that takes over has the focus too.
    if (model.isVisible(model.tabStop)) return;
    if (focused) this.focus(model.heir());
    else this.#setTabStop(model.heir());
  }

  #setTabStop(key: Key): void {
    if (!this.model?.tree.get(key)) return;
    const before = this.model.tabStop;
    this.model.tabStop = key;
    this.view?.mark('tabindex', key, before);
  }

  #keyAt(target: EventTarget | null): Key {
    const li = target instanceof Element ? target.closest<HTMLElement>('[role=treeitem]') : null;
    return Number(li?.dataset.key ?? 0);
  }

  #hover(key: Key): void {
    if (!this.store || this.hovering === key) return;
    this.hovering = key;
    this.store.send({ do: 'hover', skill: key });
  }

  #expand(keys: readonly Key[], open: boolean): void {
    for (const key of keys) {
      if (this.store) this.store.send({ do: 'set_expanded', skill: key, expanded: open });
      else if (this.model?.setExpanded(key, open)) this.view?.expand([key]);
    }
  }

  #toggle(key: Key): void {
    this.#expand([key], !this.model?.expanded(key));
  }

  #onClick(e: MouseEvent): void {
    const key = this.#keyAt(e.target),
      target = e.target as Element;
    if (!key || !target.closest('.row')) return;
    if (target.closest('.caret')) {
      this.#toggle(key);
      this.focus(key);
      return;
    }
    this.focus(key);
    this.#open(key);
  }

  // Selects; on a group without an engine there is nothing else to do than open it.
  #open(key: Key): void {
    if (this.store) this.store.send({ do: 'select', skill: key, reveal: true });
    else if (this.tree?.isGroup(key)) this.#toggle(key);
  }

  #onDoubleClick(e: MouseEvent): void {
    const key = this.#keyAt(e.target);
    if (key && this.tree?.isGroup(key) && this.store && !(e.target as Element).closest('.caret')) this.#toggle(key);
  }

  #onFocus(e: FocusEvent): void {
    const key = this.#keyAt(e.target);
    if (e.target === this.view?.root && this.model) this.focus(this.model.tabStop);
    if (!key) return;
    this.#setTabStop(key);
    if ((e.target as Element).matches(':focus-visible')) this.#hover(key);
  }

  #onKey(e: KeyboardEvent): void {
    const key = this.#keyAt(e.target);
    if (!key || !this.model || e.ctrlKey || e.metaKey || e.altKey || isComposing(e)) return;
    if (this.#act(key, e, this.model)) {
      e.preventDefault();
      e.stopPropagation();
    }
  }

  // Keys that are not the pattern's go on to the page, which acts on the focused row (actions/keys.ts).
  #act(key: Key, e: KeyboardEvent, model: OutlineModel): boolean {
    const { tree, expanded, shown } = model;
    const step = e.shiftKey && e.key !== '*' ? null : tree.step(key, e.key, expanded, shown, model.visible);
    if (step?.focus) {
      this.focus(step.focus);
      return true;
    }
    if (step?.expand) {
      this.#expand(step.expand, step.open);
      // Tracks that open side by side push each other out of view.
      if (step.expand.length > 1 && !tree.get(key)?.parent) this.store?.send({ do: 'fit_all' });
      return true;
    }
    if (/^(Arrow|Home|End)/.test(e.key)) return true;
    if (e.key === 'Enter') {
      if (tree.isGroup(key) && (!this.store || this.store.state?.selected === key)) this.#toggle(key);
      else this.#open(key);
      return true;
    }
    if (/^\p{L}$/u.test(e.key) && !e.shiftKey) return this.#typeAhead(key, e, model);
    return false;
  }

  #typeAhead(key: Key, e: KeyboardEvent, { tree, expanded, shown, visible }: OutlineModel): boolean {
    const fresh = e.timeStamp - this.typed.at > kTypeAheadMilliseconds;
    this.typed = { text: (fresh ? '' : this.typed.text) + e.key, at: e.timeStamp };
    const found = tree.typeAhead(key, this.typed.text, expanded, shown, visible);
    if (found) this.focus(found);
    return true;
  }
}
