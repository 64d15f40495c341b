// What belongs to a skill but is no part of it: duties of the job, dated claims, questions people ask.
import { h } from '../lib/dom.ts';
import { t } from '../lib/messages.ts';

const kHeadings = { duty: 'facts.duty', claim: 'facts.claim', question: 'facts.question' } as const;
const kOtherwise = 'facts.other';

// [heading, facts] for each kind that is there, duties first. Pure.
export function factGroups(facts) {
  const headings = [...Object.values(kHeadings), kOtherwise];
  const of = (fact) => kHeadings[fact.kind] ?? kOtherwise;
  return headings
    .map((heading) => [heading, (facts ?? []).filter((f) => of(f) === heading)])
    .filter(([, group]) => group.length);
}

// "Source: Playfair's atlas, 1786"; the year is not said twice. Pure.
export function sourceLine({ source, year }) {
  const dated = year > 0 && !source?.includes(String(year));
  const parts = [source, dated ? String(year) : ''].filter(Boolean);
  return parts.length ? t('facts.source', { source: parts.join(', ') }) : '';
}

export function factElement(fact) {
  const source = fact.kind === 'claim' ? sourceLine(fact) : '';
  return h(
    'div.fact',
    { 'data-fact': fact.title },
    h('strong', { dir: 'auto' }, fact.title),
    h('p', { dir: 'auto' }, fact.text),
    source ? h('p.source', { dir: 'auto' }, source) : null,
  );
}
