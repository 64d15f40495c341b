// The first minute, skippable and repeatable: what do you know already, how many hours a week do you have, and when do
// you start?
import { h } from '../lib/dom.ts';
import { makeDialog } from './dialogs.ts';
import type { Store } from '../engine/store.ts';
import type { RoadmapTree } from '../outline/roadmap_tree.ts';
import { State } from '../lib/format.ts';
import { beginning, dateField, dayOfDateField, kMaxHoursPerWeek, kMinHoursPerWeek, paceOf } from '../road/plan_date.ts';
import { arrivals } from '../road/waypoints.ts';
import { t } from '../lib/messages.ts';

const kUsualHours = 8;

export class SetupDialog {
  readonly #store: Store;
  readonly #tree: RoadmapTree;
  readonly #list = h('div.setup-list');
  readonly #hours: HTMLInputElement;
  readonly #start: HTMLInputElement;
  readonly #date = h('p.small.muted', { role: 'status' });
  readonly #dialog: HTMLDialogElement;
  #boxes: [key: number, box: HTMLInputElement][] = [];

  constructor({ store, tree }: { store: Store; tree: RoadmapTree }) {
    this.#store = store;
    this.#tree = tree;
    this.#hours = h('input.field.setup-hours', {
      id: 'setup-hours',
      type: 'number',
      inputmode: 'numeric',
      min: kMinHoursPerWeek,
      max: kMaxHoursPerWeek,
      step: 1,
      oninput: () => this.#showDate(),
    });
    this.#start = h('input.field.setup-start', { id: 'setup-start', type: 'date', oninput: () => this.#showDate() });
    this.#dialog = makeDialog(
      t('setup.title'),
      h('p', {}, t('setup.about')),
      this.#list,
      h(
        'div.setup-pace',
        {},
        h('label.field-label', { for: 'setup-hours' }, t('setup.hours')),
        this.#hours,
        h('label.field-label', { for: 'setup-start' }, t('setup.start')),
        this.#start,
        this.#date,
      ),
      h(
        'div.actions',
        {},
        h('button.button.primary', { type: 'button', onclick: () => this.#finish() }, t('setup.finish')),
        h('button.button', { type: 'button', onclick: () => this.#dialog.close() }, t('setup.later')),
      ),
    );
    this.#dialog.classList.add('wide');
  }

  open(): void {
    const { state } = this.#store;
    if (!state) return;
    const known = this.#tree
      .preorder()
      .filter((key) => !this.#tree.isGroup(key))
      .map((key) => ({ key, how: this.#store.engine.details(key)?.carriedOver ?? '' }))
      .filter(({ how }) => how !== '')
      .map((skill) => ({ ...skill, box: this.#box(skill.key) }));
    this.#boxes = known.map(({ key, box }) => [key, box]);
    this.#list.replaceChildren(...known.map(({ key, how, box }) => this.#choice(key, box, how)));
    this.#hours.value = String(paceOf(state) || kUsualHours);
    this.#start.value = dateField(state.schedule.startDay);
    this.#showDate();
    this.#dialog.showModal();
  }

  #box(key: number): HTMLInputElement {
    return h('input', {
      type: 'checkbox',
      checked: this.#store.skill(key)?.state === State.done,
      'aria-labelledby': `setup-title-${key}`,
      'aria-describedby': `setup-how-${key}`,
    });
  }

  // One skill with how it carries over, which is read as the box's description and not as part of its name.
  #choice(key: number, box: HTMLInputElement, how: string): HTMLLabelElement {
    return h(
      'label.choice',
      {},
      box,
      h(
        'span',
        {},
        h('span', { id: `setup-title-${key}`, dir: 'auto' }, this.#tree.title(key)),
        h('span.about', { id: `setup-how-${key}`, dir: 'auto' }, how),
      ),
    );
  }

  get #pace(): number | undefined {
    const value = Math.round(Number(this.#hours.value));
    return value >= kMinHoursPerWeek && value <= kMaxHoursPerWeek ? value : undefined;
  }

  get #startDay(): number {
    return dayOfDateField(this.#start.value);
  }

  #showDate(): void {
    const { state } = this.#store;
    if (!state) return;
    const from = beginning({ schedule: { minutesPerWeek: 0, startDay: this.#startDay } });
    const line = arrivals(state, this.#pace, from);
    this.#date.textContent = line
      ? t('setup.pace', { arrivals: line })
      : t('setup.hours-range', { least: kMinHoursPerWeek, most: kMaxHoursPerWeek });
  }

  #finish(): void {
    const store = this.#store,
      isDone = (key: number) => store.skill(key)?.state === State.done;
    const done = this.#boxes.filter(([key, box]) => box.checked && !isDone(key)).map(([key]) => key);
    const undone = this.#boxes.filter(([key, box]) => !box.checked && isDone(key)).map(([key]) => key);
    if (done.length) store.send({ do: 'set_state', skills: done, state: State.done });
    if (undone.length) store.send({ do: 'set_state', skills: undone, state: State.notStarted });
    if (this.#pace) store.send({ do: 'set_pace', minutesPerWeek: this.#pace * 60 });
    store.send({ do: 'set_start', day: this.#startDay });
    this.#dialog.close();
    store.refresh();
    const [next] = store.next();
    if (next) store.send({ do: 'select', skill: next.key, reveal: true });
  }
}
