// What the details panel shows while nothing is selected: what this is, how far one is, what comes next.
import type { Key, Row } from '../engine/protocol.ts';
import type { State, Store } from '../engine/store.ts';
import { h, kPhone, ring, stateMark } from '../lib/dom.ts';
import { hours, percent, progressLine, markOf } from '../lib/format.ts';
import { stopLine, stopsOf, waypointList } from './waypoints.ts';
import { t } from '../lib/messages.ts';
import type { RoadmapTree } from '../outline/roadmap_tree.ts';

const kOffered = 5;

/** A skill to learn next: one that was begun, or that can be. */
export interface OfferedSkill extends Row {
  begun: boolean;
  opens: number; // how many skills wait for it
}

/** What a button that leads to a skill is made from. */
export interface SkillContext {
  readonly store: Store;
  readonly tree: RoadmapTree;
  readonly actions: { readonly hue: (key: Key) => number | undefined };
}

/** What the panel can do. */
export interface StartActions {
  readonly hue: (key: Key) => number | undefined;
  readonly openSetup: () => unknown;
  readonly openNext: () => unknown;
  readonly pace: () => number; // hours a week, 0 without one
}

export interface StartContext extends SkillContext {
  readonly actions: StartActions;
}

// The skills to offer: those begun, then those that can be begun, the most useful first.
export function nextSkills(
  store: Pick<Store, 'next' | 'skill'>,
  limit = kOffered,
): { learning: OfferedSkill[]; open: OfferedSkill[] } {
  const offered = store
    .next()
    .slice(0, limit)
    .flatMap(({ key, learning, opens }): OfferedSkill[] => {
      const row = store.skill(key);
      return row ? [{ ...row, begun: learning, opens }] : [];
    });
  return { learning: offered.filter((s) => s.begun), open: offered.filter((s) => !s.begun) };
}

// "Python for ML · opens 23 skills"
function aboutNext(skill: OfferedSkill, tree: RoadmapTree): string {
  const parent = tree.get(skill.key)?.parent;
  return [parent ? tree.title(parent) : '', skill.opens > 0 ? t('map.opens-count', { count: skill.opens }) : '']
    .filter(Boolean)
    .join(' · ');
}

function row(skill: OfferedSkill, context: SkillContext): HTMLElement {
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
        h('span', { dir: 'auto' }, context.tree.title(skill.key)),
        h('span.of', { dir: 'auto' }, aboutNext(skill, context.tree)),
      ),
    ),
  );
}

// On a phone the list comes first; above it one line says how far one is and offers the next step.
export function attachIntro(
  holder: HTMLElement,
  store: Store,
  tree: RoadmapTree,
  hue: (key: Key) => number | undefined,
): void {
  const context: SkillContext = { store, tree, actions: { hue } };
  const narrow = matchMedia(kPhone);
  let shown = '';
  const show = (state: State) => {
    if (!narrow.matches) return;
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
            h(
              'h2.intro-title',
              {},
              t(learning.length ? 'start.go-on' : state.whole.done ? 'start.next' : 'start.begin'),
            ),
            h('ul.rows', {}, row(next, context)),
          ]
        : []),
    );
    if (focused) holder.querySelector('button')?.focus();
  };
  store.subscribe(['rows', 'whole', 'waypoints'], show);
  narrow.addEventListener('change', () => {
    if (store.state) show(store.state);
  });
}

function list(title: string, skills: readonly OfferedSkill[], context: SkillContext): HTMLElement | null {
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

export function startPanel(state: State, context: StartContext): HTMLElement[] {
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
      h('span.muted.small.nums', {}, t('progress.done-of', { done: whole.done, count: whole.skills })),
      h('br'),
      h(
        'span.muted.small.nums',
        {},
        t('progress.hours-left', { hours: hours(whole.leftLow, whole.leftHigh) || t('hours.one', { hours: 0 }) }),
      ),
    ),
  );
  const done = whole.skills > 0 && whole.done >= whole.skills;
  return [
    h(
      'div.details-head',
      {},
      h('h2', { tabindex: -1 }, t(done ? 'start.walked' : begun ? 'start.so-far' : 'start.title')),
    ),
    h(
      'div.details-body',
      {},
      h('section', {}, h('p.lead', { dir: 'auto' }, state.roadmap?.summary || t('start.summary'))),
      h('section', {}, figures),
      begun
        ? null
        : h(
            'section',
            {},
            h(
              'div.callout',
              {},
              h('p', {}, t('start.known')),
              h(
                'button.button.primary',
                { type: 'button', 'data-focus': 'setup', onclick: context.actions.openSetup },
                t('setup.title'),
              ),
            ),
          ),
      state.waypoints.length
        ? h('section', {}, h('h3', {}, t('start.waypoints')), waypointList(state, context.actions.pace()))
        : null,
      list(t('start.go-on'), learning, context),
      list(t(begun ? 'start.can-start' : 'start.begin-one'), open, context),
      context.store.next().length > learning.length + open.length
        ? h(
            'section',
            {},
            h(
              'button.button',
              { type: 'button', 'data-focus': 'all-next', onclick: context.actions.openNext },
              t('start.all-next', { count: context.store.next().length }),
            ),
          )
        : null,
      h(
        'section',
        {},
        h('h3', {}, t('start.keys')),
        h(
          'div.keys-hint',
          {},
          h('kbd', { translate: 'no' }, '/'),
          h('span', {}, t('start.key-search')),
          h('kbd', { translate: 'no' }, '1–4'),
          h('span', {}, t('start.key-mark')),
          h('kbd', { translate: 'no' }, '?'),
          h('span', {}, t('start.key-help')),
        ),
      ),
      h('section', {}, h('p.muted.small', {}, t('start.no-account'))),
    ),
  ];
}
