// When one will be there, at a pace of so many hours a week. Pure.
import { language, t } from '../lib/messages.ts';

export const kMinHoursPerWeek = 1;
export const kMaxHoursPerWeek = 60;
const kWeek = 7 * 24 * 3600 * 1000;

// The day on which `hoursLeft` are done, or null when there is no pace or nothing left.
export function finishDate(hoursLeft, hoursPerWeek, today) {
  if (!(hoursPerWeek >= kMinHoursPerWeek) || !(hoursLeft > 0)) return null;
  return new Date(today.getTime() + Math.ceil(hoursLeft / hoursPerWeek) * kWeek);
}

export function monthOf(date) {
  return date.toLocaleDateString(language(), { month: 'long', year: 'numeric' });
}

// "done by May 2027 at 8 h a week", or '' without a pace.
export function finishLine(whole, hoursPerWeek, today = new Date()) {
  const date = finishDate((whole.leftLow + whole.leftHigh) / 2, hoursPerWeek, today);
  return date ? t('plan.done-by', { month: monthOf(date), hours: hoursPerWeek }) : '';
}
