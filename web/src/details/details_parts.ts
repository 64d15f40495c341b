// The parts of the details panel, each made from what wm_details answers.
import type { Clause, Details, Key, SkillReference, StudyResource, TextBlock, TextSpan } from '../engine/protocol.ts';
import { h, icon, stateMark, ring, type Child } from '../lib/dom.ts';
import { factElement, factGroups } from './facts.ts';
import { State, kStateOrder, hours, markOf, stateLabel, stateName } from '../lib/format.ts';
import { t } from '../lib/messages.ts';
import type { SkillContext } from '../road/start_panel.ts';
import { kMaxNoteBytes, measureNote } from './note_limit.ts';

const kLevels = { foundation: 'level.foundation', core: 'level.core', advanced: 'level.advanced' } as const;

const kAccess = { free: 'resource.free', registration: 'resource.registration', paid: 'resource.paid' } as const;

function select(context: SkillContext, key: Key): () => void {
  return () => void context.store.send({ do: 'select', skill: key, reveal: true });
}

function skillChip(context: SkillContext, skill: SkillReference): HTMLElement {
  const mark = markOf(skill);
  return h(
    'button.chip',
    {
      type: 'button',
      'data-hue': context.actions.hue(skill.key),
      onclick: select(context, skill.key),
      'data-focus': `chip-${skill.key}`,
    },
    stateMark(mark),
    h('span', { dir: 'auto' }, skill.title),
    h('span.visually-hidden', {}, `, ${mark === 'locked' ? t('state.locked') : stateName(skill.state)}`),
  );
}

function section(title: string, ...children: Child[]): HTMLElement {
  return h('section', {}, h('h3', {}, title), ...children);
}

export function headPart(skill: Details, context: SkillContext): HTMLElement[] {
  const group = skill.group;
  const meta = [
    hours(skill.hoursLow, skill.hoursHigh),
    t(kLevels[skill.level]),
    skill.optional ? t('skill.optional') : '',
    skill.unlocks.length ? t('map.opens-count', { count: skill.unlocks.length }) : '',
  ];
  const groupMeta = [
    t('progress.done-of', { done: skill.tally.done, count: skill.tally.skills }),
    hours(skill.hoursLow, skill.hoursHigh),
  ];
  return [
    h(
      'p.details-crumb',
      {},
      group
        ? h(
            'button.link-button',
            { type: 'button', onclick: select(context, group.key), 'data-focus': 'crumb', dir: 'auto' },
            group.title,
          )
        : h('span', {}, t('filter.track')),
    ),
    h(
      'button.icon-button.plain.details-close',
      {
        type: 'button',
        'aria-label': t('dialog.close'),
        'data-focus': 'close',
        onclick: () => context.store.send({ do: 'clear_selection' }),
      },
      icon('close'),
    ),
    h('h2', { tabindex: -1, dir: 'auto' }, skill.title),
    h('p.details-meta', {}, (skill.isGroup ? groupMeta : meta).filter(Boolean).join(' · ')),
  ];
}

// Radio buttons; on a group they mark everything below it, with undo.
export function statesPart(skill: Details, context: SkillContext): HTMLElement[] {
  const leaves = context.tree.leaves(skill.key);
  const current = skill.isGroup ? skill.allState : skill.state;
  const options = kStateOrder.map((state, i) =>
    h(
      'label',
      {},
      h('input', {
        type: 'radio',
        name: 'state',
        value: state,
        checked: state === current,
        'data-focus': `state-${state}`,
        'aria-keyshortcuts': String(i + 1),
        onchange: () => context.store.send({ do: 'set_state', skills: leaves, state }),
      }),
      h('span', {}, stateLabel(state)),
    ),
  );
  const group = h(
    'div.states',
    {
      role: 'radiogroup',
      'aria-label': skill.isGroup
        ? t('details.state-of-all', { count: leaves.length, title: skill.title })
        : t('details.state-of', { title: skill.title }),
    },
    options,
  );
  const locked = !skill.isGroup && skill.available === false && skill.state === State.notStarted;
  const missing = skill.requires.filter((r) => !r.met).length;
  const hint = skill.isGroup
    ? t('details.marks-all', { count: leaves.length })
    : locked && missing
      ? t('details.locked', { count: missing })
      : '';
  return hint ? [group, h('p.hint.muted.tiny', {}, hint)] : [group];
}

function spans(list: readonly TextSpan[]): Child[] {
  return list.map((s) => {
    switch (s.kind) {
      case 'em':
        return h('em', {}, s.text);
      case 'strong':
        return h('strong', {}, s.text);
      case 'code':
        return h('code', { translate: 'no' }, s.text);
      case 'link':
        return outLink(s.url ?? '', s.text);
      default:
        return s.text;
    }
  });
}

// A link out of the page: it learns neither where the reader came from nor gets a handle on this window.
export function outLink(url: string, text: string): HTMLAnchorElement | HTMLSpanElement {
  let safe: URL | null = null;
  try {
    safe = new URL(url);
  } catch {
    /* shown as text */
  }
  if (!safe || !/^https?:$/.test(safe.protocol) || safe.username || safe.password) return h('span', {}, text);
  return h('a', { href: safe.href, target: '_blank', rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' }, text);
}

function prose(blocks: readonly TextBlock[]): HTMLElement {
  const out: HTMLElement[] = [];
  for (const block of blocks) {
    if (block.kind === 'p') {
      out.push(h('p', { dir: 'auto' }, spans(block.spans)));
      continue;
    }
    const tag = block.kind === 'number' ? 'ol' : 'ul';
    let list = out.at(-1);
    if (list?.localName !== tag) {
      list = h(tag);
      out.push(list);
    }
    list.append(h('li', { dir: 'auto' }, spans(block.spans)));
  }
  return h('div.prose', {}, out);
}

function requirement(clause: Clause, context: SkillContext): HTMLElement {
  const chips = clause.anyOf.flatMap((skill, i) => [
    i ? h('span.or', {}, t('details.or')) : null,
    skillChip(context, skill),
  ]);
  return h(
    'div.requirement',
    {},
    h('div.chips', {}, chips),
    clause.reason ? h('p.reason', { dir: 'auto' }, clause.reason) : null,
  );
}

function resource(item: StudyResource): HTMLElement {
  const link = outLink(item.url, item.title),
    about = [item.kind, t(kAccess[item.access]), item.host].filter(Boolean).join(' · ');
  if (link instanceof HTMLAnchorElement)
    link.append(icon('external'), h('span.visually-hidden', {}, t('details.new-tab')));
  return h('li', {}, link, h('div.about', {}, about));
}

function actions(...list: readonly [name: string, label: string, run: () => unknown][]): HTMLElement {
  return h(
    'div.part-actions',
    {},
    list.map(([name, label, run]) => h('button.button', { type: 'button', 'data-focus': name, onclick: run }, label)),
  );
}

function childRow(child: SkillReference, context: SkillContext): HTMLElement {
  return h(
    'li',
    {},
    h(
      'button.row-button',
      { type: 'button', onclick: select(context, child.key), 'data-focus': `child-${child.key}` },
      child.isGroup ? ring(child.total ? child.done / child.total : 0) : stateMark(markOf(child)),
      h('span', { dir: 'auto' }, child.title),
      h('span.visually-hidden', {}, `, ${stateName(child.state)}`),
      child.isGroup && child.total ? h('span.hours', {}, `${child.done}/${child.total}`) : null,
    ),
  );
}

export type BodyPart = [name: string, shown: unknown, make: () => HTMLElement];

// In reading order; absent sections are left out.
export function bodyParts(skill: Details, context: SkillContext): BodyPart[] {
  const parts: BodyPart[] = [];
  const add = (name: string, data: unknown, make: () => HTMLElement) =>
    parts.push([
      name,
      data,
      () => {
        const el = make();
        el.dataset.part = name;
        return el;
      },
    ]);
  const addFacts = (wanted: (kind: string) => boolean) => {
    for (const [heading, facts] of factGroups(skill.facts.filter((f) => wanted(f.kind))))
      add(`facts ${heading}`, facts, () => section(t(heading), ...facts.map(factElement)));
  };
  if (skill.summary) add('summary', skill.summary, () => h('section', {}, h('p.lead', { dir: 'auto' }, skill.summary)));
  if (skill.carriedOver)
    add('carried', skill.carriedOver, () =>
      h(
        'section',
        {},
        h('div.callout', {}, h('h3', {}, t('details.carried')), h('p', { dir: 'auto' }, skill.carriedOver)),
      ),
    );
  addFacts((kind) => kind === 'duty');
  if (skill.requires.length)
    add('requires', skill.requires, () =>
      section(t('details.first'), ...skill.requires.map((r) => requirement(r, context))),
    );
  if (skill.way.skills > 1 && skill.state !== State.done) {
    add('way', skill.way, () =>
      section(
        t('details.way-title'),
        h(
          'p',
          {},
          t(skill.isGroup ? 'details.way' : 'details.way-included', {
            hours: hours(skill.way.hoursLow, skill.way.hoursHigh),
            count: skill.way.skills,
          }),
        ),
        actions(
          ['way', t('details.show-way'), () => context.store.send({ do: 'show_way', skill: skill.key })],
          ['known', t('details.known'), () => context.store.send({ do: 'mark_known', skill: skill.key })],
        ),
      ),
    );
  }
  if (skill.body.length) add('body', skill.body, () => section(t('details.what'), prose(skill.body)));
  if (skill.resources.length)
    add('resources', skill.resources, () =>
      section(t('details.study'), h('ul.resources', {}, skill.resources.map(resource))),
    );
  if (skill.proof)
    add('proof', skill.proof, () =>
      section(t('details.prove'), h('div.callout', {}, h('p', { dir: 'auto' }, skill.proof))),
    );
  if (skill.children.length)
    add('children', skill.children, () =>
      section(
        t('details.inside'),
        h(
          'ul.rows',
          {},
          skill.children.map((c) => childRow(c, context)),
        ),
      ),
    );
  if (skill.unlocks.length)
    add('unlocks', [skill.unlocks, skill.opensAll], () =>
      section(
        t('details.opens'),
        h(
          'div.chips',
          {},
          skill.unlocks.map((s) => skillChip(context, s)),
        ),
        skill.opensAll > skill.unlocks.length
          ? actions([
              'opens',
              t('details.show-opens', { count: skill.opensAll }),
              () => context.store.send({ do: 'show_opens', skill: skill.key }),
            ])
          : '',
      ),
    );
  addFacts((kind) => kind !== 'duty');
  return parts;
}

export interface NotePart {
  element: HTMLElement;
  field: HTMLTextAreaElement;
}

export function notePart(skill: Details, typed: (text: string) => void, done: () => void): NotePart {
  const field: HTMLTextAreaElement = h('textarea.field.note-field', {
    id: 'note',
    rows: 3,
    placeholder: t('details.note-hint'),
    dir: 'auto',
    'aria-describedby': 'note-limit',
    oninput: () => {
      const { text, left, cut } = measureNote(field.value);
      if (cut) {
        const at = field.selectionStart;
        field.value = text;
        field.setSelectionRange(at, at);
      }
      limit.textContent = cut
        ? t('details.note-cut', { max: kMaxNoteBytes })
        : left === null
          ? ''
          : t('details.note-left', { left, max: kMaxNoteBytes });
      typed(text);
    },
    onblur: done,
  });
  field.value = skill.note;
  const limit = h('p.note-about', { id: 'note-limit', role: 'status' });
  const element = h(
    'section',
    {},
    h('h3', {}, h('label', { for: 'note' }, t('details.notes'))),
    field,
    limit,
    h('p.note-about', {}, h('span', {}, t('details.note-about'))),
  );
  return { element, field };
}
