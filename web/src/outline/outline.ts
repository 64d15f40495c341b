// The outline: an ARIA tree that shows and does what the map does.
// https://www.w3.org/WAI/ARIA/apg/patterns/treeview/
import { isComposing } from '../actions/shortcut.ts';
import { readTree, makeTree, dressRows, setExpanded, updateRow } from './outline_rows.ts';

const kTypeAheadMilliseconds = 700;

export class Outline {
  // Without a store (no engine yet, or none at all) it can be read and opened.
  constructor(nav) {
    this.nav = nav;
    this.store = null;
    this.typed = { text: '', at: 0 };
    this.root = nav.querySelector('[role=tree]');
    const tree = readTree(this.root);
    if (tree) this.#use(tree);
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

  // From here on the engine's state is the truth. `tree` is the loaded roadmap's; its rows are made unless they are there.
  attach(store, tree) {
    this.store = store;
    this.hovering = 0;
    const have = this.tree && [...this.tree.nodes.keys()].join() === [...tree.nodes.keys()].join();
    if (!have) {
      const made = makeTree(tree);
      if (this.root) this.root.replaceWith(made);
      else this.nav.append(made);
      this.root = made;
    }
    this.#use(tree);
    store.subscribe((state, previous) => this.#update(state, previous));
  }

  // Puts the focus on a skill's row (opening what hides it is the engine's part).
  focus(key) {
    this.#setTabStop(key);
    this.rows.get(key)?.li.focus();
  }

  focusSelected() {
    this.focus(this.store?.state.selected || this.tabStop);
  }

  #use(tree) {
    this.tree = tree;
    this.root.tabIndex = -1; // focus on the tree itself goes on to its current row
    this.rows = dressRows(this.root, tree);
    this.tabStop = 0;
    this.#setTabStop(tree.roots[0]);
  }

  #shown = (key) => !this.rows.get(key)?.li.hidden;

  #expanded = (key) => this.rows.get(key)?.li.getAttribute('aria-expanded') === 'true';

  #update(state, previous) {
    for (const skill of state.skills) {
      const part = this.rows.get(skill.key);
      if (!part) continue;
      const isGroup = this.tree.isGroup(skill.key);
      updateRow(part, this.tree.title(skill.key), skill, isGroup);
      if (isGroup) setExpanded(part, Boolean(skill.expanded));
    }
    this.#filter(state);
    if (!previous || previous.selected !== state.selected) this.#showSelected(state.selected, previous?.selected);
    if (previous?.hovered !== state.hovered) {
      this.rows.get(previous?.hovered)?.li.removeAttribute('data-hovered');
      this.rows.get(state.hovered)?.li.setAttribute('data-hovered', '');
    }
    if (!this.#isVisible(this.tabStop)) this.#leaveHidden();
  }

  // What does not match leaves the list, but for the selected skill and what holds it; the rest is counted anew.
  #filter(state) {
    const kept = new Set(state.selected ? [state.selected, ...this.tree.ancestors(state.selected)] : []);
    const hidden = new Set(state.skills.filter((s) => s.matches === 0 && !kept.has(s.key)).map((s) => s.key));
    const signature = [...hidden].join();
    if (signature === this.hiddenRows) return;
    this.hiddenRows = signature;
    for (const [key, { li }] of this.rows) li.hidden = hidden.has(key);
    for (const list of [this.tree.roots, ...[...this.tree.nodes.values()].map((n) => n.children)]) {
      const there = list.filter(this.#shown);
      there.forEach((key, i) => {
        const { li } = this.rows.get(key);
        li.setAttribute('aria-posinset', i + 1);
        li.setAttribute('aria-setsize', there.length);
      });
    }
  }

  #isVisible(key) {
    return this.#shown(key) && this.tree.ancestors(key).every((k) => this.#shown(k) && this.#expanded(k));
  }

  // The row with the tab stop went away with its group: the innermost ancestor that can be seen takes over, with the focus.
  #leaveHidden() {
    const had = this.root.contains(document.activeElement);
    const heir =
      this.tree.ancestors(this.tabStop).find((k) => this.#isVisible(k)) ??
      this.tree.roots.find(this.#shown) ??
      this.tree.roots[0];
    if (had) this.focus(heir);
    else this.#setTabStop(heir);
  }

  #showSelected(key, before) {
    this.rows.get(before)?.li.removeAttribute('aria-selected');
    const part = this.rows.get(key);
    if (!part) return;
    part.li.setAttribute('aria-selected', 'true');
    this.#setTabStop(key);
    part.row.scrollIntoView({ block: 'nearest' });
  }

  #setTabStop(key) {
    if (!this.rows.has(key)) return;
    this.rows.get(this.tabStop)?.li.setAttribute('tabindex', '-1');
    this.rows.get(key).li.setAttribute('tabindex', '0');
    this.tabStop = key;
  }

  #keyAt(target) {
    return Number(target.closest?.('[role=treeitem]')?.dataset.key ?? 0);
  }

  #hover(key) {
    if (!this.store || this.hovering === key) return;
    this.hovering = key;
    this.store.send({ do: 'hover', skill: key });
  }

  #expand(keys, open) {
    for (const key of keys) {
      if (this.store) this.store.send({ do: 'set_expanded', skill: key, expanded: open });
      else setExpanded(this.rows.get(key), open);
    }
  }

  #onClick(e) {
    const key = this.#keyAt(e.target);
    if (!key || !e.target.closest('.row')) return;
    if (e.target.closest('.caret')) {
      this.#expand([key], !this.#expanded(key));
      this.focus(key);
      return;
    }
    this.focus(key);
    this.#open(key);
  }

  // Selects; on a group without an engine there is nothing else to do than open it.
  #open(key) {
    if (this.store) this.store.send({ do: 'select', skill: key, reveal: true });
    else if (this.tree.isGroup(key)) this.#expand([key], !this.#expanded(key));
  }

  #onDoubleClick(e) {
    const key = this.#keyAt(e.target);
    if (key && this.tree.isGroup(key) && this.store && !e.target.closest('.caret'))
      this.#expand([key], !this.#expanded(key));
  }

  #onFocus(e) {
    const key = this.#keyAt(e.target);
    if (e.target === this.root) this.focus(this.tabStop);
    if (!key) return;
    this.#setTabStop(key);
    if (e.target.matches(':focus-visible')) this.#hover(key);
  }

  #onKey(e) {
    const key = this.#keyAt(e.target);
    if (!key || e.ctrlKey || e.metaKey || e.altKey || isComposing(e)) return;
    if (this.#act(key, e)) {
      e.preventDefault();
      e.stopPropagation();
    }
  }

  // Keys that are not the pattern's go on to the page, which acts on the focused row (actions/keys.ts).
  #act(key, e) {
    const step = e.shiftKey && e.key !== '*' ? null : this.tree.step(key, e.key, this.#expanded, this.#shown);
    if (step?.focus) {
      this.focus(step.focus);
      return true;
    }
    if (step?.expand) {
      this.#expand(step.expand, step.open);
      // Tracks that open side by side push each other out of view.
      if (step.expand.length > 1 && !this.tree.get(key).parent) this.store?.send({ do: 'fit_all' });
      return true;
    }
    if (/^(Arrow|Home|End)/.test(e.key)) return true;
    if (e.key === 'Enter') {
      if (this.tree.isGroup(key) && (!this.store || this.store.state.selected === key))
        this.#expand([key], !this.#expanded(key));
      else this.#open(key);
      return true;
    }
    if (/^\p{L}$/u.test(e.key) && !e.shiftKey) return this.#typeAhead(key, e);
    return false;
  }

  #typeAhead(key, e) {
    const fresh = e.timeStamp - this.typed.at > kTypeAheadMilliseconds;
    this.typed = { text: (fresh ? '' : this.typed.text) + e.key, at: e.timeStamp };
    const found = this.tree.typeAhead(key, this.typed.text, this.#expanded, this.#shown);
    if (found) this.focus(found);
    return true;
  }
}
