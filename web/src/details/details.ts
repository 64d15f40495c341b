// The panel beside the map: everything about the selected skill, or, with none selected, where to begin.
import type { Details as SkillDetails, Key } from '../engine/protocol.ts';
import type { RowChange, State, Store } from '../engine/store.ts';
import { h, isPhone } from '../lib/dom.ts';
import type { RoadmapTree } from '../outline/roadmap_tree.ts';
import { startPanel, type StartActions, type StartContext } from '../road/start_panel.ts';
import { headPart, statesPart, bodyParts, notePart, type NotePart } from './details_parts.ts';
import { t } from '../lib/messages.ts';
import { keptNote } from './note_text.ts';
import { setTyping } from '../storage/typing.ts';

const kNoteMilliseconds = 300;
const kAboveFact = 48; // pixels, for the heading over it

interface Actions extends StartActions {
  readonly onPace: (run: () => void) => void; // when the pace or the start is another
}

// What is built for a skill.
interface Frame {
  readonly head: HTMLElement;
  readonly states: HTMLElement;
  readonly body: HTMLElement;
}

interface Section {
  readonly signature: string; // of what it shows
  readonly element: HTMLElement;
}

// What is typed and not handed over.
interface TypedNote {
  readonly key: Key;
  readonly timer: number;
  readonly text: string | null;
  readonly base: string;
}
const kNothingTyped: TypedNote = { key: 0, timer: 0, text: null, base: '' };

export class Details {
  readonly #region: HTMLElement;
  #shown: Key | null = null; // key of what is built, 0 for the start
  #skill: SkillDetails | null = null;
  #frame: Frame | null = null;
  readonly #signatures = new Map<'head' | 'states', string>();
  readonly #sections = new Map<string, Section>();
  #notePart: NotePart | null = null;
  #note = kNothingTyped;
  #noteNow = ''; // as the engine has it

  constructor(region: HTMLElement) {
    this.#region = region;
  }

  attach(store: Store, tree: RoadmapTree, actions: Actions): void {
    const context = { store, tree, actions };
    store.subscribe(['details', 'rows', 'whole', 'waypoints'], (state, previous, rows) =>
      this.#update(context, state, previous, rows),
    );
    actions.onPace(() => {
      if (store.state && !store.state.selected) this.#fillStart(context, store.state);
    });
    window.addEventListener('pagehide', () => this.#saveNote(store));
    document.addEventListener('visibilitychange', () => this.#saveNote(store));
  }

  // Brings the fact of that title, of the selected skill, into view.
  showFact(title: string): void {
    const fact = [...this.#region.querySelectorAll<HTMLElement>('[data-fact]')].find((el) => el.dataset.fact === title),
      body = this.#frame?.body;
    // Not scrollIntoView, which would scroll the page too.
    if (fact && body)
      body.scrollTop += fact.getBoundingClientRect().top - body.getBoundingClientRect().top - kAboveFact;
  }

  // Puts the focus on the panel's heading.
  focus(): void {
    this.#region.querySelector('h2')?.focus();
  }

  #update(context: StartContext, state: State, previous: State | null, rows: readonly RowChange[]): void {
    const key = state.selected || 0;
    this.#region.toggleAttribute('data-open', key !== 0);
    if (key !== this.#shown) this.#build(context, key);
    if (key) {
      if (state.details !== this.#skill) this.#fill(context, state.details);
    } else if (!previous || previous.selected || state.whole !== previous.whole || rows.some(stateChanged)) {
      this.#fillStart(context, state);
    }
  }

  #build(context: StartContext, key: Key): void {
    this.#saveNote(context.store);
    this.#shown = key;
    this.#signatures.clear();
    this.#sections.clear();
    this.#notePart = null;
    this.#skill = null;
    this.#frame = null;
    this.#region.removeAttribute('data-tall');
    if (!key) {
      this.#region.replaceChildren();
      return;
    }
    const frame = {
      head: h('div.details-head'),
      states: h('div.details-states'),
      body: h('div.details-body', { tabindex: -1 }),
    };
    this.#frame = frame;
    const hue = context.actions.hue(key);
    if (hue === undefined) delete this.#region.dataset.hue;
    else this.#region.dataset.hue = String(hue);
    this.#region.replaceChildren(this.#grip(context.store), frame.head, frame.states, frame.body);
  }

  // The handle of the phone's bottom sheet: a tap or a swipe makes it tall, low, or closes it.
  #grip(store: Store): HTMLElement {
    let from: number | null = null,
      start = 0;
    const grip: HTMLElement = h('button.details-grip', {
      type: 'button',
      'aria-label': t('details.more'),
      'aria-expanded': 'false',
      onclick: () => {
        if (from === null) this.#tall(grip, !this.#region.hasAttribute('data-tall'));
        from = null;
      },
      onpointerdown: (e) => {
        from = null;
        start = e.clientY;
        grip.setPointerCapture(e.pointerId);
      },
      onpointerup: (e) => {
        const moved = e.clientY - start;
        if (Math.abs(moved) < 24) return;
        from = moved;
        if (moved < 0) this.#tall(grip, true);
        else if (this.#region.hasAttribute('data-tall')) this.#tall(grip, false);
        else store.send({ do: 'clear_selection' });
      },
    });
    return grip;
  }

  #tall(grip: HTMLElement, tall: boolean): void {
    this.#region.toggleAttribute('data-tall', tall);
    grip.setAttribute('aria-expanded', String(tall));
    grip.setAttribute('aria-label', t(tall ? 'details.less' : 'details.more'));
  }

  // Replaces only the parts whose data changed, so that scrolling, focus and what is being typed stay.
  #fill(context: StartContext, skill: SkillDetails | null): void {
    const frame = this.#frame;
    if (!skill || !frame) return;
    this.#skill = skill;
    this.#part(
      'head',
      frame.head,
      [
        skill.title,
        skill.group,
        skill.hoursLow,
        skill.hoursHigh,
        skill.level,
        skill.optional,
        skill.unlocks.length,
        skill.tally,
        skill.carriedOver,
      ],
      () => headPart(skill, context),
    );
    this.#part(
      'states',
      frame.states,
      [skill.state, skill.allState, skill.available, skill.isGroup, skill.tally, skill.requires],
      () => statesPart(skill, context),
    );
    const keep: HTMLElement[] = [];
    for (const [name, shown, make] of bodyParts(skill, context)) {
      const signature = JSON.stringify(shown);
      let section = this.#sections.get(name);
      if (section?.signature !== signature) {
        section = { signature, element: make() };
        this.#sections.set(name, section);
      }
      keep.push(section.element);
    }
    keep.push(this.#notes(context.store, skill));
    arrange(frame.body, keep);
  }

  #part(name: 'head' | 'states', holder: HTMLElement, data: unknown, make: () => HTMLElement[]): void {
    const signature = JSON.stringify(data);
    if (this.#signatures.get(name) === signature) return;
    const focused = focusedIn(holder),
      sought = focused?.dataset.focus ?? focused?.id;
    holder.replaceChildren(...make());
    this.#signatures.set(name, signature);
    if (sought) (byFocusName(holder, sought) ?? holder.querySelector<HTMLElement>('input, button'))?.focus();
  }

  #notes(store: Store, skill: SkillDetails): HTMLElement {
    this.#notePart ??= notePart(
      skill,
      (text) => this.#typed(store, skill.key, text),
      () => this.#saveNote(store),
    );
    const { element, field } = this.#notePart;
    this.#noteNow = skill.note;
    // Also while it has the focus: what another tab wrote must be seen before it is typed on.
    if (this.#note.text === null && field.value !== this.#noteNow) replaceText(field, this.#noteNow);
    return element;
  }

  #typed(store: Store, key: Key, text: string): void {
    // From the first letter on: whoever types without a pause is stored all the same.
    const timer = this.#note.timer || window.setTimeout(() => this.#saveNote(store), kNoteMilliseconds);
    const base = this.#note.text === null ? this.#noteNow : this.#note.base;
    this.#note = { key, text, timer, base };
    setTyping(true);
  }

  #saveNote(store: Store): void {
    const { key, text, timer, base } = this.#note;
    clearTimeout(timer);
    this.#note = kNothingTyped;
    if (text !== null && key) store.send({ do: 'set_note', skill: key, text: keptNote(base, this.#noteNow, text) });
    setTyping(false);
  }

  #fillStart(context: StartContext, state: State): void {
    delete this.#region.dataset.hue;
    if (isPhone()) return;
    const sought = focusedIn(this.#region)?.dataset.focus;
    this.#region.replaceChildren(...startPanel(state, context));
    if (sought) byFocusName(this.#region, sought)?.focus();
  }
}

const stateChanged = ({ row, before }: RowChange): boolean =>
  before?.state !== row.state || before.available !== row.available;

// What has the focus in there.
function focusedIn(holder: HTMLElement): HTMLElement | null {
  const focused = document.activeElement;
  return focused instanceof HTMLElement && holder.contains(focused) ? focused : null;
}

const byFocusName = (holder: HTMLElement, name: string): HTMLElement | null =>
  holder.querySelector<HTMLElement>(`[data-focus="${name}"]`);

// Makes these the children of `body`; those that stay where they are aren't touched.
function arrange(body: HTMLElement, elements: readonly Element[]): void {
  const now = [...body.children];
  if (now.length === elements.length && now.every((el, i) => el === elements[i])) return;
  for (const el of now) if (!elements.includes(el)) el.remove();
  elements.forEach((el, i) => {
    if (body.children[i] !== el) body.insertBefore(el, body.children[i] ?? null);
  });
}

// Leaves the caret where it is, counted from the nearer end.
function replaceText(field: HTMLTextAreaElement, text: string): void {
  const { value, selectionStart, selectionEnd } = field,
    same = value.slice(selectionEnd) === text.slice(text.length - (value.length - selectionEnd));
  const shift = same ? text.length - value.length : 0;
  field.value = text;
  if (document.activeElement === field) field.setSelectionRange(selectionStart + shift, selectionEnd + shift);
}
