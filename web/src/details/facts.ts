// What belongs to a skill but is no part of it: duties of the job, dated claims, questions people ask.
import { h } from '../lib/dom.ts';
import type { Fact } from '../engine/protocol.ts';
import { type MessageId, t } from '../lib/messages.ts';

const kHeadings = new Map<string, MessageId>([
  ['duty', 'facts.duty'],
  ['claim', 'facts.claim'],
  ['question', 'facts.question'],
]);
const kOtherwise: MessageId = 'facts.other';

// [heading, facts] for each kind that is there, duties first. Pure.
export function factGroups<F extends Pick<Fact, 'kind'>>(facts: readonly F[]): [heading: MessageId, facts: F[]][] {
  const headings = [...kHeadings.values(), kOtherwise];
  const of = (fact: F) => kHeadings.get(fact.kind) ?? kOtherwise;
  return headings
    .map((heading): [MessageId, F[]] => [heading, facts.filter((f) => of(f) === heading)])
    .filter(([, group]) => group.length);
}

// "Source: Playfair's atlas, 1786"; the year is not said twice. Pure.
export function sourceLine({ source, year }: Pick<Fact, 'source' | 'year'>): string {
  const dated = year > 0 && !source.includes(String(year));
  const parts = [source, dated ? String(year) : ''].filter(Boolean);
  return parts.length ? t('facts.source', { source: parts.join(', ') }) : '';
}

export function factElement(fact: Fact): HTMLElement {
  const source = fact.kind === 'claim' ? sourceLine(fact) : '';
  return h(
    'div.fact',
    { 'data-fact': fact.title },
    h('strong', { dir: 'auto' }, fact.title),
    h('p', { dir: 'auto' }, fact.text),
    source ? h('p.source', { dir: 'auto' }, source) : null,
  );
}
