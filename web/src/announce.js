// Tells a screen reader what changed: one polite message after a change of progress, whatever caused it.
import { kStateNames, count } from './format.js';

// The message for a change from `before` to `after` (states), or ''. Pure. Groups follow their skills, so they are not named.
export function changeMessage(tree, before, after) {
  const old = new Map(before.skills.map((s) => [s.key, s.state]));
  const changed = after.skills.filter((s) => old.has(s.key) && old.get(s.key) !== s.state && !tree.isGroup(s.key));
  if (!changed.length) return '';
  const whole = `${after.whole.done} of ${after.whole.skills} done`;
  if (changed.length === 1) return `${tree.title(changed[0].key)}: ${kStateNames[changed[0].state]}. ${whole}.`;
  const states = new Set(changed.map((s) => s.state));
  const what = states.size === 1 ? `${count(changed.length, 'skill')} ${kStateNames[changed[0].state]}` : `${count(changed.length, 'skill')} changed`;
  return `${what}. ${whole}.`;
}

export class Announcer {
  constructor(live) {
    this.live = live;
    this.timer = 0;
  }

  // The last of several within a moment is the one that is said.
  say(text) {
    if (!text) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      // The same words twice are a change only when they differ in the DOM.
      this.live.textContent = this.live.textContent === text ? `${text}\u00a0` : text;
    }, 60);
  }

  attach(store, tree) {
    store.subscribe((state, previous) => {
      if (!previous || previous.roadmap.id !== state.roadmap.id) return;
      const message = changeMessage(tree, previous, state);
      if (message) this.say(message);
      else if (previous.selected !== state.selected && document.activeElement?.id === 'surface') this.say(tree.title(state.selected));
    });
  }
}
