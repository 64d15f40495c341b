// What the filter shows, in words, and what pressing one of its chips makes of it. Pure.
import type { Command, FilterKind, FilterMark, FilterState } from '../engine/protocol.ts';
import { State } from '../lib/format.ts';
import { type MessageId, t } from '../lib/messages.ts';
import type { RoadmapTree } from '../outline/roadmap_tree.ts';

/** What can be chosen in a filter. */
type Choice = Partial<Pick<FilterState, 'states' | 'kinds' | 'tracks' | 'way' | 'opens'>>;
export type ChoicePart = 'states' | 'kinds' | 'tracks';

// Names as the engine has them (docs/page_protocol.md), with the sign of each state (lib/format.ts `markOf`).
export const kFilterStates: readonly (readonly [name: FilterMark, label: MessageId, mark: string])[] = Object.freeze([
  ['available', 'state.available.label', '0'],
  ['learning', 'state.learning.label', String(State.learning)],
  ['done', 'state.done.label', String(State.done)],
  ['locked', 'state.locked.label', 'locked'],
  ['skipped', 'state.skipped.label', String(State.skipped)],
]);
export const kFilterKinds: readonly (readonly [name: FilterKind, label: MessageId])[] = Object.freeze([
  ['needed', 'filter.needed'],
  ['optional', 'filter.optional'],
]);

// The command that sets the filter with `value` of `part` (states, kinds, tracks) turned over.
export function toggled(filter: Choice, part: ChoicePart, value: string | number): Command {
  const list: readonly (string | number)[] = filter[part] ?? [];
  return filterCommand({
    ...filter,
    [part]: list.includes(value) ? list.filter((v) => v !== value) : [...list, value],
  });
}

export function filterCommand({ states = [], kinds = [], tracks = [], way, opens }: Choice): Command {
  return { do: 'set_filter', states, kinds, tracks, ...(way ? { way } : {}), ...(opens ? { opens } : {}) };
}

// Whether anything is left out just now.
export const isFiltering = (filter: Pick<FilterState, 'active' | 'hideDone'>): boolean =>
  filter.active || filter.hideDone;

type Titles = Pick<RoadmapTree, 'title'>;

// "Available or Learning, in Python for ML"; '' when nothing is chosen.
export function filterWords(filter: Choice & { hideDone?: boolean }, tree: Titles): string {
  const anyOf = (names: readonly string[]) =>
    names.length ? names.reduce((first, second) => t('list.or', { first, second })) : '';
  const of = (known: readonly (readonly [string, MessageId, ...unknown[]])[], chosen: readonly string[] = []) =>
    anyOf(known.filter(([name]) => chosen.includes(name)).map(([, label]) => t(label)));
  return [
    filter.way ? t('filter.way', { title: tree.title(filter.way) }) : '',
    filter.opens ? t('filter.opens', { title: tree.title(filter.opens) }) : '',
    of(kFilterStates, filter.states),
    of(kFilterKinds, filter.kinds),
    filter.tracks?.length ? t('filter.in', { tracks: anyOf(filter.tracks.map((key) => tree.title(key))) }) : '',
    filter.hideDone && !filter.states?.length ? t('filter.without-done') : '',
  ]
    .filter(Boolean)
    .join(', ');
}

// "12 of 190 skills".
export const matchLine = (filter: Pick<FilterState, 'matches' | 'skills'>): string =>
  t('filter.matches', { matches: filter.matches, count: filter.skills });
