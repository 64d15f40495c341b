// What the filter shows, in words, and what pressing one of its chips makes of it. Pure.
import { State, count } from '../lib/format.ts';

// Names as the engine has them (docs/page_protocol.md), with the sign of each state (format.js `markOf`).
export const kFilterStates = Object.freeze([
  ['available', 'Available', '0'],
  ['learning', 'Learning', String(State.learning)],
  ['done', 'Done', String(State.done)],
  ['locked', 'Locked', 'locked'],
  ['skipped', 'Skipped', String(State.skipped)],
]);
export const kFilterKinds = Object.freeze([
  ['needed', 'Needed'],
  ['optional', 'Optional'],
]);

// The command that sets the filter with `value` of `part` (states, kinds, tracks) turned over.
export function toggled(filter, part, value) {
  const list = filter[part] ?? [];
  return filterCommand({
    ...filter,
    [part]: list.includes(value) ? list.filter((v) => v !== value) : [...list, value],
  });
}

export function filterCommand({ states = [], kinds = [], tracks = [], way, opens }) {
  return { do: 'set_filter', states, kinds, tracks, ...(way ? { way } : {}), ...(opens ? { opens } : {}) };
}

// Whether anything is left out just now.
export const isFiltering = (filter) => Boolean(filter?.active || filter?.hideDone);

// "Available or Learning, in Python for ML"; '' when nothing is chosen.
export function filterWords(filter, tree) {
  const of = (known, chosen) =>
    known
      .filter(([name]) => chosen?.includes(name))
      .map(([, label]) => label)
      .join(' or ');
  return [
    filter.way ? `the way to “${tree.title(filter.way)}”` : '',
    filter.opens ? `what “${tree.title(filter.opens)}” opens` : '',
    of(kFilterStates, filter.states),
    of(kFilterKinds, filter.kinds),
    filter.tracks?.length ? `in ${filter.tracks.map((key) => tree.title(key)).join(' or ')}` : '',
    filter.hideDone && !filter.states?.length ? 'without what is done' : '',
  ]
    .filter(Boolean)
    .join(', ');
}

// "12 of 190 skills".
export const matchLine = (filter) => `${filter.matches} of ${count(filter.skills, 'skill')}`;
