// Tells a screen reader what changed: one polite message after a change of progress, whatever caused it.
import { State, stateName } from '../lib/format.ts';
import { t } from '../lib/messages.ts';

// The message for a change from `before` to `after` (states), or ''. Pure. Groups follow their skills, so they are not named.
export function changeMessage(tree, before, after) {
  const old = new Map(before.skills.map((s) => [s.key, s.state]));
  const changed = after.skills.filter((s) => old.has(s.key) && old.get(s.key) !== s.state && !tree.isGroup(s.key));
  if (!changed.length) return '';
  const whole = t('outline.done-of', { done: after.whole.done, count: after.whole.skills });
  if (changed.length === 1) {
    const [{ key, state }] = changed;
    return t('announce.one', { title: tree.title(key), state: stateName(state), whole });
  }
  const states = new Set(changed.map((s) => s.state));
  const count = changed.length;
  return states.size === 1
    ? t('announce.several-alike', { count, state: stateName(changed[0].state), whole })
    : t('announce.several', { count, whole });
}

// The groups that became done between two states. Pure.
export function finishedGroups(tree, before, after) {
  const old = new Map(before.skills.map((s) => [s.key, s.state]));
  return after.skills
    .filter((s) => tree.isGroup(s.key) && s.state === State.done && old.has(s.key) && old.get(s.key) !== State.done)
    .map((s) => s.key);
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

  // `celebrate(title)` shows what was finished to those who see.
  attach(store, tree, celebrate) {
    store.subscribe((state, previous) => {
      if (!previous || previous.roadmap.id !== state.roadmap.id) return;
      const finished = finishedGroups(tree, previous, state).map((key) => tree.title(key));
      const message = [
        changeMessage(tree, previous, state),
        ...finished.map((title) => t('announce.finished', { title })),
      ]
        .filter(Boolean)
        .join(' ');
      for (const title of finished) celebrate(title);
      if (message) this.say(message);
      else if (previous.selected !== state.selected && document.activeElement?.id === 'surface')
        this.say(tree.title(state.selected));
    });
  }
}
