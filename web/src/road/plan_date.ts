// When one will be there, at a pace of so many hours a week. Pure.
import { language, t } from '../lib/messages.ts';

export const kMinHoursPerWeek = 1;
export const kMaxHoursPerWeek = 60;
const kDay = 24 * 3600 * 1000;
const kWeek = 7 * kDay;

// What the state says of the plan: minutes a week and a day counted from 1970-01-01, 0 where nothing was said.
export interface Planned {
  readonly schedule?: { readonly minutesPerWeek: number; readonly startDay: number };
}

// Hours a week; 0 without a pace.
export const paceOf = (state: Planned): number => (state.schedule?.minutesPerWeek ?? 0) / 60;

// The day from which the pace counts: the day one starts, or today where that is past or was not said.
export function beginning(state: Planned, today = new Date()): Date {
  const day = state.schedule?.startDay ?? 0;
  const start = new Date(1970, 0, 1 + day);
  return day > 0 && start > today ? start : today;
}

// Between a day's number and what a date field holds ("2026-11-30"); '' and 0 are no day.
export const dateField = (day: number): string => (day > 0 ? new Date(day * kDay).toISOString().slice(0, 10) : '');
export const dayOfDateField = (text: string): number =>
  text ? Math.round(Date.parse(`${text}T00:00:00Z`) / kDay) || 0 : 0;

// The day on which `hoursLeft` are done, or null when there is no pace or nothing left.
export function finishDate(hoursLeft: number, hoursPerWeek: number | undefined, today: Date): Date | null {
  if (!hoursPerWeek || !(hoursPerWeek >= kMinHoursPerWeek) || !(hoursLeft > 0)) return null;
  return new Date(today.getTime() + Math.ceil(hoursLeft / hoursPerWeek) * kWeek);
}

export function monthOf(date: Date): string {
  return date.toLocaleDateString(language(), { month: 'long', year: 'numeric' });
}

// "done by May 2027 at 8 h a week", or '' without a pace.
export function finishLine(
  whole: { readonly leftLow: number; readonly leftHigh: number },
  hoursPerWeek: number,
  today = new Date(),
): string {
  const date = finishDate((whole.leftLow + whole.leftHigh) / 2, hoursPerWeek, today);
  return date ? t('plan.done-by', { month: monthOf(date), hours: hoursPerWeek }) : '';
}
