// The first minute, skippable and repeatable: what do you know already, and how many hours a week do you have?
import { h } from '../lib/dom.ts';
import { makeDialog } from './dialogs.ts';
import { State } from '../lib/format.ts';
import { kMaxHoursPerWeek, kMinHoursPerWeek } from '../road/plan_date.ts';
import { nextSkills } from '../road/start_panel.ts';
import { arrivals } from '../road/waypoints.ts';
import { t } from '../lib/messages.ts';

const kUsualHours = 8;

export class SetupDialog {
  constructor({ store, tree, settings }) {
    Object.assign(this, { store, tree, settings });
    this.list = h('div.setup-list');
    this.hours = h('input.field.setup-hours', {
      id: 'setup-hours',
      type: 'number',
      inputmode: 'numeric',
      min: kMinHoursPerWeek,
      max: kMaxHoursPerWeek,
      step: 1,
      oninput: () => this.#showDate(),
    });
    this.date = h('p.small.muted', { role: 'status' });
    this.dialog = makeDialog(
      t('setup.title'),
      h('p', {}, t('setup.about')),
      this.list,
      h('div.setup-pace', {}, h('label.field-label', { for: 'setup-hours' }, t('setup.hours')), this.hours, this.date),
      h(
        'div.actions',
        {},
        h('button.button.primary', { type: 'button', onclick: () => this.#finish() }, t('setup.finish')),
        h('button.button', { type: 'button', onclick: () => this.dialog.close() }, t('setup.later')),
      ),
    );
    this.dialog.classList.add('wide');
  }

  open() {
    const known = this.tree
      .preorder()
      .filter((key) => !this.tree.isGroup(key))
      .map((key) => [key, this.store.engine.details(key)?.carriedOver])
      .filter(([, how]) => how);
    this.boxes = known.map(([key]) => [key, this.#box(key)]);
    this.list.replaceChildren(...known.map(([key, how], at) => this.#choice(key, this.boxes[at][1], how)));
    this.hours.value = this.settings.get('hoursPerWeek') ?? kUsualHours;
    this.#showDate();
    this.dialog.showModal();
  }

  #box(key) {
    return h('input', {
      type: 'checkbox',
      checked: this.store.skill(key).state === State.done,
      'aria-labelledby': `setup-title-${key}`,
      'aria-describedby': `setup-how-${key}`,
    });
  }

  // One skill with how it carries over, which is read as the box's description and not as part of its name.
  #choice(key, box, how) {
    return h(
      'label.choice',
      {},
      box,
      h(
        'span',
        {},
        h('span', { id: `setup-title-${key}`, dir: 'auto' }, this.tree.title(key)),
        h('span.about', { id: `setup-how-${key}`, dir: 'auto' }, how),
      ),
    );
  }

  get #pace() {
    const value = Math.round(Number(this.hours.value));
    return value >= kMinHoursPerWeek && value <= kMaxHoursPerWeek ? value : undefined;
  }

  #showDate() {
    const line = arrivals(this.store.state, this.#pace);
    this.date.textContent = line
      ? t('setup.pace', { arrivals: line })
      : t('setup.hours-range', { least: kMinHoursPerWeek, most: kMaxHoursPerWeek });
  }

  #finish() {
    const state = (key) => this.store.skill(key).state;
    const done = this.boxes.filter(([key, box]) => box.checked && state(key) !== State.done).map(([key]) => key);
    const undone = this.boxes.filter(([key, box]) => !box.checked && state(key) === State.done).map(([key]) => key);
    if (done.length) this.store.send({ do: 'set_state', skills: done, state: State.done });
    if (undone.length) this.store.send({ do: 'set_state', skills: undone, state: State.notStarted });
    if (this.#pace) this.settings.set('hoursPerWeek', this.#pace);
    this.dialog.close();
    this.store.refresh();
    const { learning, open } = nextSkills(this.store, 1),
      next = learning[0] ?? open[0];
    if (next) this.store.send({ do: 'select', skill: next.key, reveal: true });
  }
}
