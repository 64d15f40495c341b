// What the details panel shows while nothing is selected: what this is, how far one is, what comes next.
import { h, ring, stateMark } from '../lib/dom.ts';
import { count, hours, percent, progressLine, markOf } from '../lib/format.ts';
import { stopLine, stopsOf, waypointList } from './waypoints.ts';

const kOffered = 5;

// The skills to offer: those begun, then those that can be begun, the most useful first.
export function nextSkills(store, limit = kOffered) {
  const offered = store
    .next()
    .slice(0, limit)
    .map(({ key, learning, opens }) => ({ ...store.skill(key), begun: learning, opens }));
  return { learning: offered.filter((s) => s.begun), open: offered.filter((s) => !s.begun) };
}

// "Python for ML · opens 23 skills"
const aboutNext = (skill, node, tree) =>
  [node.parent ? tree.title(node.parent) : '', skill.opens > 0 ? `opens ${count(skill.opens, 'skill')}` : '']
    .filter(Boolean)
    .join(' · ');

function row(skill, context) {
  const node = context.tree.get(skill.key);
  return h(
    'li',
    { 'data-hue': context.actions.hue(skill.key) },
    h(
      'button.row-button',
      {
        type: 'button',
        'data-focus': `next-${skill.key}`,
        onclick: () => context.store.send({ do: 'select', skill: skill.key, reveal: true }),
      },
      stateMark(markOf(skill)),
      h(
        'span',
        {},
        h('span', { dir: 'auto' }, node.title),
        h('span.of', { dir: 'auto' }, aboutNext(skill, node, context.tree)),
      ),
    ),
  );
}

// On a phone the list comes first; above it one line says how far one is and offers the next step.
export function attachIntro(holder, store, tree, hue) {
  const context = { store, tree, actions: { hue } };
  let shown = '';
  store.subscribe((state) => {
    const { learning, open } = nextSkills(store, 1),
      next = learning[0] ?? open[0],
      line = progressLine(state.whole),
      stop = stopsOf(state).find((s) => s.id && s.skills > 0),
      ahead = stop ? `${stop.title}: ${stopLine(stop)}` : '';
    const data = JSON.stringify([line, ahead, next]);
    if (data === shown) return;
    shown = data;
    const focused = holder.contains(document.activeElement);
    holder.replaceChildren(
      h('p.intro-line.small.muted.nums', {}, line),
      ahead ? h('p.intro-line.small.muted.nums', { dir: 'auto' }, ahead) : '',
      ...(next
        ? [
            h('h2.intro-title', {}, learning.length ? 'Go on with' : state.whole.done ? 'Next' : 'Begin with'),
            h('ul.rows', {}, row(next, context)),
          ]
        : []),
    );
    if (focused) holder.querySelector('button')?.focus();
  });
}

function list(title, skills, context) {
  return skills.length
    ? h(
        'section',
        {},
        h('h3', {}, title),
        h(
          'ul.rows',
          {},
          skills.map((s) => row(s, context)),
        ),
      )
    : null;
}

export function startPanel(state, context) {
  const { learning, open } = nextSkills(context.store),
    whole = state.whole,
    begun = whole.done > 0 || learning.length > 0;
  const figures = h(
    'div.start-figures',
    {},
    ring(whole.fraction),
    h(
      'div',
      {},
      h('strong', {}, percent(whole.fraction)),
      h('span.muted.small.nums', {}, `${whole.done} of ${count(whole.skills, 'skill')} done`),
      h('br'),
      h('span.muted.small.nums', {}, `${hours(whole.leftLow, whole.leftHigh) || '0 h'} left`),
    ),
  );
  const done = whole.skills > 0 && whole.done >= whole.skills;
  return [
    h(
      'div.details-head',
      {},
      h('h2', { tabindex: -1 }, done ? 'You walked the whole road' : begun ? 'Your road so far' : 'Start here'),
    ),
    h(
      'div.details-body',
      {},
      h(
        'section',
        {},
        h(
          'p.lead',
          { dir: 'auto' },
          state.roadmap.summary || 'A road of skills: what to learn, in which order, and how to prove it.',
        ),
      ),
      h('section', {}, figures),
      begun
        ? null
        : h(
            'section',
            {},
            h(
              'div.callout',
              {},
              h('p', {}, 'You surely know some of this already. Tick it off, and see when you could be there.'),
              h(
                'button.button.primary',
                { type: 'button', 'data-focus': 'setup', onclick: context.actions.openSetup },
                'Where do you stand?',
              ),
            ),
          ),
      state.waypoints?.length
        ? h('section', {}, h('h3', {}, 'Where it leads'), waypointList(state, context.actions.pace()))
        : null,
      list('Go on with', learning, context),
      list(begun ? 'You can start these' : 'Begin with one of these', open, context),
      context.store.next().length > learning.length + open.length
        ? h(
            'section',
            {},
            h(
              'button.button',
              { type: 'button', 'data-focus': 'all-next', onclick: context.actions.openNext },
              `All ${context.store.next().length} you can learn next`,
            ),
          )
        : null,
      h(
        'section',
        {},
        h('h3', {}, 'Find your way'),
        h(
          'div.keys-hint',
          {},
          h('kbd', {}, '/'),
          h('span', {}, 'find a skill or a command'),
          h('kbd', {}, '1–4'),
          h('span', {}, 'mark the selected skill'),
          h('kbd', {}, '?'),
          h('span', {}, 'every key'),
        ),
      ),
      h(
        'section',
        {},
        h('p.muted.small', {}, 'No account. What you mark stays in this browser; a link carries it elsewhere.'),
      ),
    ),
  ].filter(Boolean);
}
