// How far it is to each place on the road, and to its end.
import { h, stateMark } from './dom.js';
import { State, count, hours } from './format.js';
import { finishDate, monthOf } from './plan_date.js';

const kEnd = 'The whole road';

const hoursLeft = (stop) => (stop.leftLow + stop.leftHigh) / 2;

// The waypoints as the roadmap has them, then the end: [{id, title, summary, skills left, leftLow, leftHigh}]. Pure.
export function stopsOf(state) {
  const { whole } = state;
  const stops = (state.waypoints ?? []).map((w) => ({ ...w, skills: w.skills - w.done }));
  return [
    ...stops,
    { id: '', title: kEnd, skills: whole.skills - whole.done, leftLow: whole.leftLow, leftHigh: whole.leftHigh },
  ];
}

// "37 skills left · 203–339 h · about May 2027", the month only with a pace. Pure.
export function stopLine(stop, pace, today = new Date()) {
  if (stop.skills <= 0) return 'You are there';
  const date = finishDate(hoursLeft(stop), pace, today);
  return [
    `${count(stop.skills, 'skill')} left`,
    hours(stop.leftLow, stop.leftHigh),
    date ? `about ${monthOf(date)}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

// "First model in production by May 2027, the whole road by June 2029", '' without a pace or anything left. Pure.
export function arrivals(state, pace, today = new Date()) {
  return stopsOf(state)
    .map((stop) => [stop, finishDate(hoursLeft(stop), pace, today)])
    .filter(([, date]) => date)
    .map(([stop, date]) => `${stop.id ? stop.title : kEnd.toLowerCase()} by ${monthOf(date)}`)
    .join(', ');
}

export function waypointList(state, pace) {
  return h(
    'ul.waypoints',
    {},
    stopsOf(state).map((stop) =>
      h(
        'li',
        {},
        stateMark(String(stop.skills <= 0 ? State.done : State.notStarted)),
        h(
          'div',
          {},
          h('span', { dir: 'auto' }, stop.title),
          h('span.of.nums', {}, stopLine(stop, pace)),
          stop.summary ? h('span.of', { dir: 'auto' }, stop.summary) : null,
        ),
      ),
    ),
  );
}
