// The panel beside the map: everything about the selected skill, or, with none selected, where to begin.
import { h, icon, isPhone } from '../lib/dom.ts';
import { startPanel } from '../road/start_panel.ts';
import { headPart, statesPart, bodyParts, notePart } from './details_parts.ts';
import { t } from '../lib/messages.ts';
import { keptNote } from './note_text.ts';
import { setTyping } from '../storage/typing.ts';

const kNoteMilliseconds = 300;
const kAboveFact = 48; // pixels, for the heading over it

export class Details {
  constructor(region) {
    this.region = region;
    this.shown = null; // key of what is built, 0 for the start
    this.parts = new Map();
    this.note = { key: 0, timer: 0, text: null, base: '' }; // what is typed and not handed over
    this.noteNow = ''; // as the engine has it
  }

  attach(store, tree, actions) {
    Object.assign(this, { store, tree, actions });
    store.subscribe(['details', 'rows', 'whole', 'waypoints'], (state, previous, rows) =>
      this.#update(state, previous, rows),
    );
    actions.onPace(() => {
      if (!store.state.selected) this.#fillStart(store.state);
    });
    window.addEventListener('pagehide', () => this.#saveNote());
    document.addEventListener('visibilitychange', () => this.#saveNote());
  }

  // Brings the fact of that title, of the selected skill, into view.
  showFact(title) {
    const fact = [...this.region.querySelectorAll('[data-fact]')].find((el) => el.dataset.fact === title);
    // Not scrollIntoView, which would scroll the page too.
    if (fact)
      this.body.scrollTop += fact.getBoundingClientRect().top - this.body.getBoundingClientRect().top - kAboveFact;
  }

  // Puts the focus on the panel's heading.
  focus() {
    this.region.querySelector('h2')?.focus();
  }

  #update(state, previous, rows) {
    const key = state.selected || 0;
    this.region.toggleAttribute('data-open', key !== 0);
    if (key !== this.shown) this.#build(key);
    if (key) {
      if (state.details !== this.skill) this.#fill(state.details);
    } else if (!previous || previous.selected || state.whole !== previous.whole || rows.some(stateChanged)) {
      this.#fillStart(state);
    }
  }

  #build(key) {
    this.#saveNote();
    this.shown = key;
    this.parts.clear();
    this.skill = null;
    this.region.removeAttribute('data-tall');
    if (!key) {
      this.region.replaceChildren();
      return;
    }
    this.head = h('div.details-head');
    this.states = h('div.details-states');
    this.body = h('div.details-body', { tabindex: -1 });
    const hue = this.actions.hue(key);
    if (hue === undefined) delete this.region.dataset.hue;
    else this.region.dataset.hue = hue;
    this.region.replaceChildren(this.#grip(), this.head, this.states, this.body);
  }

  // The handle of the phone's bottom sheet: a tap or a swipe makes it tall, low, or closes it.
  #grip() {
    let from = null;
    const grip = h('button.details-grip', {
      type: 'button',
      'aria-label': t('details.more'),
      'aria-expanded': 'false',
      onclick: () => {
        if (from === null) this.#tall(!this.region.hasAttribute('data-tall'));
        from = null;
      },
      onpointerdown: (e) => {
        from = null;
        this.gripStart = e.clientY;
        grip.setPointerCapture(e.pointerId);
      },
      onpointerup: (e) => {
        const moved = e.clientY - this.gripStart;
        if (Math.abs(moved) < 24) return;
        from = moved;
        if (moved < 0) this.#tall(true);
        else if (this.region.hasAttribute('data-tall')) this.#tall(false);
        else this.store.send({ do: 'clear_selection' });
      },
    });
    this.gripButton = grip;
    return grip;
  }

  #tall(tall) {
    this.region.toggleAttribute('data-tall', tall);
    this.gripButton.setAttribute('aria-expanded', String(tall));
    this.gripButton.setAttribute('aria-label', t(tall ? 'details.less' : 'details.more'));
  }

  // Replaces only the parts whose data changed, so that scrolling, focus and what is being typed stay.
  #fill(skill) {
    if (!skill) return;
    this.skill = skill;
    const context = { store: this.store, tree: this.tree, actions: this.actions };
    this.#part(
      'head',
      this.head,
      [
        skill.title,
        skill.group,
        skill.hoursLow,
        skill.hoursHigh,
        skill.level,
        skill.optional,
        skill.unlocks?.length,
        skill.tally,
        skill.carriedOver,
      ],
      () => headPart(skill, context),
    );
    this.#part(
      'states',
      this.states,
      [skill.state, skill.allState, skill.available, skill.isGroup, skill.tally, skill.requires],
      () => statesPart(skill, context),
    );
    const sections = bodyParts(skill, context),
      keep = [];
    for (const [name, data, make] of sections) {
      const known = this.parts.get(name),
        signature = JSON.stringify(data);
      if (known?.signature === signature) {
        keep.push(known.element);
        continue;
      }
      const element = make();
      this.parts.set(name, { signature, element });
      keep.push(element);
    }
    keep.push(this.#notes(skill));
    this.#arrange(keep);
  }

  #part(name, holder, data, make) {
    const signature = JSON.stringify(data);
    if (this.parts.get(name)?.signature === signature) return;
    const focused = holder.contains(document.activeElement)
      ? (document.activeElement.dataset.focus ?? document.activeElement.id)
      : null;
    holder.replaceChildren(...make());
    this.parts.set(name, { signature });
    if (focused) (holder.querySelector(`[data-focus="${focused}"]`) ?? holder.querySelector('input, button'))?.focus();
  }

  #arrange(elements) {
    const now = [...this.body.children];
    if (now.length === elements.length && now.every((el, i) => el === elements[i])) return;
    for (const el of now) if (!elements.includes(el)) el.remove();
    elements.forEach((el, i) => {
      if (this.body.children[i] !== el) this.body.insertBefore(el, this.body.children[i] ?? null);
    });
  }

  #notes(skill) {
    let part = this.parts.get('note');
    if (!part) {
      part = notePart(
        skill,
        (text) => this.#typed(skill.key, text),
        () => this.#saveNote(),
      );
      this.parts.set('note', part);
    }
    this.noteNow = skill.note ?? '';
    // Also while it has the focus: what another tab wrote must be seen before it is typed on.
    if (this.note.text === null && part.field.value !== this.noteNow) replaceText(part.field, this.noteNow);
    return part.element;
  }

  #typed(key, text) {
    // From the first letter on: whoever types without a pause is stored all the same.
    const timer = this.note.timer || setTimeout(() => this.#saveNote(), kNoteMilliseconds);
    const base = this.note.text === null ? this.noteNow : this.note.base;
    this.note = { key, text, timer, base };
    setTyping(true);
  }

  #saveNote() {
    const { key, text, timer, base } = this.note;
    clearTimeout(timer);
    this.note = { key: 0, text: null, timer: 0, base: '' };
    if (text !== null && key) this.store.send({ do: 'set_note', skill: key, text: keptNote(base, this.noteNow, text) });
    setTyping(false);
  }

  #fillStart(state) {
    delete this.region.dataset.hue;
    if (isPhone()) return;
    const focused = this.region.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
    this.region.replaceChildren(...startPanel(state, { store: this.store, tree: this.tree, actions: this.actions }));
    if (focused) this.region.querySelector(`[data-focus="${focused}"]`)?.focus();
  }
}

const stateChanged = ({ row, before }) => before?.state !== row.state || before.available !== row.available;

// Leaves the caret where it is, counted from the nearer end.
function replaceText(field, text) {
  const { value, selectionStart, selectionEnd } = field,
    same = value.slice(selectionEnd) === text.slice(text.length - (value.length - selectionEnd));
  const shift = same ? text.length - value.length : 0;
  field.value = text;
  if (document.activeElement === field) field.setSelectionRange(selectionStart + shift, selectionEnd + shift);
}
