// Keys of the page: where letters are typed and on controls of their own they are left alone.
import { isTyping } from '../lib/dom.ts';
import { nextState } from '../outline/outline.ts';
import { mapKey, walkTarget } from './key_map.ts';

export class Keys {
  constructor() {
    this.spaceHeld = false;
    this.spaceUsed = false;
  }

  // A drag while Space is held is a pan; letting go then changes no state.
  usedSpace() {
    this.spaceUsed = true;
  }

  attach({ store, tree, commands, ui, surface }) {
    Object.assign(this, { store, tree, ui, surface });
    this.commands = new Map(commands.map((c) => [c.id, c]));
    document.addEventListener('keydown', (e) => this.#onDown(e));
    document.addEventListener('keyup', (e) => {
      if (e.key === ' ') this.#onSpaceUp();
    });
    window.addEventListener('blur', () => {
      this.spaceHeld = false;
    });
  }

  get #selected() {
    return this.store.state.selected;
  }

  #onDown(e) {
    if (e.defaultPrevented || e.isComposing || document.querySelector('dialog[open]')) return;
    const found = mapKey(e);
    if (!found || !this.#applies(found, e)) return;
    if (this.#act(found, e)) e.preventDefault();
  }

  // Letters and digits belong to a text field; Space, Enter and arrows to whatever control has the focus.
  #applies(found, e) {
    const target = e.target,
      onMap = target === this.surface || target === document.body;
    if (isTyping(target)) return found.run === 'search' && (e.ctrlKey || e.metaKey);
    if (found.walk || found.pan || found.move || found.cycle || found.open) return onMap;
    if (found.escape) return true;
    return !target.matches?.('select') && !(found.state !== undefined && target.matches?.('input[type=radio]'));
  }

  #act(found, e) {
    if (found.run) return this.#run(found.run);
    if (found.state !== undefined) return this.#setState(found.state);
    if (found.walk) return this.#walk(found.walk);
    if (found.pan) return this.store.send({ do: 'pan', dx: found.pan[0], dy: found.pan[1] });
    if (found.move)
      return this.#selected
        ? this.store.send({ do: 'move_by', skill: this.#selected, dx: found.move[0], dy: found.move[1] })
        : false;
    if (found.cycle) {
      if (!e.repeat) Object.assign(this, { spaceHeld: true, spaceUsed: false });
      return true;
    }
    if (found.open) return this.#open();
    if (found.escape) return this.#escape(e.target);
    return false;
  }

  #run(id) {
    if (id === 'search') {
      this.ui.openSearch();
      return true;
    }
    const command = this.commands.get(id);
    if (!command || (command.when && !command.when())) return false;
    command.run();
    return true;
  }

  #onSpaceUp() {
    if (this.spaceHeld && !this.spaceUsed && this.#selected)
      this.#setState(nextState(this.store.skill(this.#selected)?.state));
    this.spaceHeld = false;
  }

  #setState(state) {
    return this.#selected
      ? this.store.send({ do: 'set_state', skills: this.tree.leaves(this.#selected), state })
      : false;
  }

  #walk(key) {
    const skill = this.#selected ? this.store.engine.details(this.#selected) : null;
    const to = skill ? walkTarget(key, skill, this.tree) : this.tree.roots[0];
    if (to) this.store.send({ do: 'select', skill: to, reveal: true });
    return true;
  }

  // Enter opens: a group unfolds, a skill hands the focus to its details.
  #open() {
    const key = this.#selected;
    if (!key) return false;
    if (this.tree.isGroup(key) && !this.store.skill(key)?.expanded)
      return this.store.send({ do: 'set_expanded', skill: key, expanded: true });
    this.ui.focusDetails();
    return true;
  }

  // One step at a time: the menu closes, from the details back to where one came from, then the selection goes.
  #escape(target) {
    if (this.store.state.menu) return this.store.send({ do: 'close_menu' });
    if (target.closest?.('#details')) {
      this.ui.focusMap();
      return true;
    }
    return this.#selected ? this.store.send({ do: 'clear_selection' }) : false;
  }
}
