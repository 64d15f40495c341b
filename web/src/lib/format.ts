// Texts made of numbers and states. Pure.
import type { Row, SkillState, Whole } from '../engine/protocol.ts';
import { language, t } from './messages.ts';

export const State = { notStarted: 0, skipped: 1, learning: 2, done: 3 } as const satisfies Record<string, SkillState>;
const kStateNames = ['state.not-started', 'state.skipped', 'state.learning', 'state.done'] as const;
// The order in which states are offered and in which keys 1 to 4 set them.
export const kStateOrder: readonly SkillState[] = [State.notStarted, State.learning, State.done, State.skipped];
const kStateLabels = [
  'state.not-started.label',
  'state.skipped.verb',
  'state.learning.label',
  'state.done.label',
] as const;

// As it stands in a sentence: "done". And on what is pressed to set it: "Done", "Skip".
export const stateName = (state: SkillState): string => t(kStateNames[state]);
export const stateLabel = (state: SkillState): string => t(kStateLabels[state]);

const kDayMilliseconds = 86_400_000;

// Days since 1970-01-01 of the reader's own calendar day; 0, which is no day, where the clock is set before that.
export function today(now = new Date()): number {
  return Math.max(0, Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / kDayMilliseconds));
}

// "23 November 2026"; empty for day 0.
export function dayText(day: number): string {
  if (!day) return '';
  return new Date(day * kDayMilliseconds).toLocaleDateString(language(), { dateStyle: 'long', timeZone: 'UTC' });
}

// "12 skills".
export const skillCount = (count: number): string => t('count.skills', { count });

// "10–14 h", "8 h", "under 1 h"; empty for nothing.
export function hours(low: number, high: number): string {
  const a = Math.round(low),
    b = Math.round(high);
  if (!(high > 0) && !(low > 0)) return '';
  if (b < 1) return t('hours.under-one');
  return a === b ? t('hours.one', { hours: b }) : t('hours.range', { low: a, high: b });
}

export function percent(fraction: number): string {
  const f = Math.min(1, Math.max(0, fraction || 0));
  // Never says 100 % before the end, nor 0 % once begun.
  const p = f >= 1 ? 100 : f > 0 ? Math.min(99, Math.max(1, Math.round(f * 100))) : 0;
  return t('count.percent', { percent: p });
}

export function zoomLevel(zoom: number): string {
  return t('count.percent', { percent: Math.max(1, Math.round((zoom || 1) * 100)) });
}

// "31 % · 412 h left" out of the state's `whole`.
export function progressLine(whole: Omit<Whole, 'hoursLow' | 'hoursHigh'>): string {
  const left = Math.round((whole.leftLow + whole.leftHigh) / 2);
  if (whole.skills > 0 && whole.done >= whole.skills) return t('progress.all-done');
  return t('progress.line', { percent: percent(whole.fraction), hours: left });
}

type Told = Pick<Row, 'state'> & Partial<Row>;

// What a row of the outline is called: the title, then its state, then what else a listener needs.
export function itemName(title: string, skill: Told | undefined, isGroup: boolean): string {
  const parts = [title, stateName(skill?.state ?? 0)];
  if (isGroup && skill?.total) parts.push(t('outline.done-of', { done: skill.done ?? 0, count: skill.total }));
  else if (!isGroup && skill && !skill.available && skill.state === State.notStarted) parts.push(t('state.locked'));
  if (isGroup && skill?.matches !== undefined) parts.push(t('outline.matches', { count: skill.matches }));
  return parts.join(', ');
}

// Which sign a skill carries: its state, or a padlock while something must come first.
export function markOf(skill: Pick<Row, 'state'> & { available?: boolean }): string {
  if (skill.state === State.notStarted && skill.available === false) return 'locked';
  return String(skill.state);
}

// Splits `text` at UTF-16 ranges into [{text, hit}], tolerant of ranges that overlap or leave the text.
export function splitMatches(
  text: string,
  ranges: readonly (readonly [number, number])[] = [],
): { text: string; hit: boolean }[] {
  const out: { text: string; hit: boolean }[] = [];
  let at = 0;
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const start = Math.max(at, from),
      end = Math.min(text.length, to);
    if (end <= start) continue;
    if (start > at) out.push({ text: text.slice(at, start), hit: false });
    out.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < text.length) out.push({ text: text.slice(at), hit: false });
  return out;
}
