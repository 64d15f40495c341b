// How far it is to each place on the road, and to its end.
import { h, ring } from '../lib/dom.ts';
import { hours } from '../lib/format.ts';
import { beginning, finishDate, monthOf, type Planned } from './plan_date.ts';
import { t } from '../lib/messages.ts';

interface HoursLeft {
  readonly leftLow: number;
  readonly leftHigh: number;
}
interface Count extends HoursLeft {
  readonly skills: number;
  readonly done: number;
}
interface Waypoint extends Count {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
}
export interface Progressing extends Planned {
  readonly whole: Count;
  readonly waypoints?: readonly Waypoint[];
}
// A waypoint, or the end of the road, which has no id.
export interface Stop extends HoursLeft {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly skills: number; // left
  readonly share: number; // done, 0 to 1
}

const hoursLeft = (stop: HoursLeft): number => (stop.leftLow + stop.leftHigh) / 2;

// The waypoints as the roadmap has them, then the end: [{id, title, summary, skills left, share done, leftLow, leftHigh}].
// Pure.
export function stopsOf(state: Progressing): Stop[] {
  const { whole } = state;
  const stop = (id: string, title: string, summary: string, of: Count): Stop => ({
    id,
    title,
    summary,
    skills: of.skills - of.done,
    share: of.skills > 0 ? of.done / of.skills : 1,
    leftLow: of.leftLow,
    leftHigh: of.leftHigh,
  });
  const stops = (state.waypoints ?? []).map((w) => stop(w.id, w.title, w.summary, w));
  return [...stops, stop('', t('waypoint.end'), '', whole)];
}

// "37 skills left · 203–339 h · about May 2027", the month only with a pace. Pure.
export function stopLine(stop: Stop, pace?: number, today = new Date()): string {
  if (stop.skills <= 0) return t('waypoint.there');
  const date = finishDate(hoursLeft(stop), pace, today);
  return [
    t('waypoint.skills-left', { count: stop.skills }),
    hours(stop.leftLow, stop.leftHigh),
    date ? t('waypoint.about', { month: monthOf(date) }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

// "First model in production by May 2027, the whole road by June 2029", '' without a pace or anything left. Pure.
export function arrivals(state: Progressing, pace: number | undefined, today = beginning(state)): string {
  return stopsOf(state)
    .flatMap((stop) => {
      const date = finishDate(hoursLeft(stop), pace, today);
      if (!date) return [];
      return stop.id
        ? t('waypoint.by', { title: stop.title, month: monthOf(date) })
        : t('waypoint.end-by', { month: monthOf(date) });
    })
    .join(', ');
}

// What it means to be there is said of the next one alone.
export function waypointList(state: Progressing, pace?: number): HTMLUListElement {
  const stops = stopsOf(state),
    next = stops.find((stop) => stop.skills > 0);
  return h(
    'ul.waypoints',
    {},
    stops.map((stop) =>
      h(
        'li',
        {},
        ring(stop.share),
        h(
          'div',
          {},
          h('span', { dir: 'auto' }, stop.title),
          h('span.of.nums', {}, stopLine(stop, pace, beginning(state))),
          stop === next && stop.summary ? h('span.of', { dir: 'auto' }, stop.summary) : null,
        ),
      ),
    ),
  );
}
