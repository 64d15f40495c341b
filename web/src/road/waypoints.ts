// How far it is to each place on the road, and to its end.
import { h, ring } from '../lib/dom.ts';
import { hours } from '../lib/format.ts';
import { finishDate, monthOf } from './plan_date.ts';
import { t } from '../lib/messages.ts';

const hoursLeft = (stop) => (stop.leftLow + stop.leftHigh) / 2;

// The waypoints as the roadmap has them, then the end: [{id, title, summary, skills left, share done, leftLow, leftHigh}].
// Pure.
export function stopsOf(state) {
  const { whole } = state;
  const stop = (id, title, summary, of) => ({
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
export function stopLine(stop, pace, today = new Date()) {
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
export function arrivals(state, pace, today = new Date()) {
  return stopsOf(state)
    .map((stop) => [stop, finishDate(hoursLeft(stop), pace, today)])
    .filter(([, date]) => date)
    .map(([stop, date]) =>
      stop.id
        ? t('waypoint.by', { title: stop.title, month: monthOf(date) })
        : t('waypoint.end-by', { month: monthOf(date) }),
    )
    .join(', ');
}

// What it means to be there is said of the next one alone.
export function waypointList(state, pace) {
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
          h('span.of.nums', {}, stopLine(stop, pace)),
          stop === next && stop.summary ? h('span.of', { dir: 'auto' }, stop.summary) : null,
        ),
      ),
    ),
  );
}
