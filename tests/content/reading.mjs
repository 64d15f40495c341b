// How hard a text is to read and how long the road is.
import { clauses, plain, wordsOf } from './roadmap.mjs';

// Groups of vowels, a silent e at the end left out: right for nine English words in ten, which is enough for a mean.
function syllables(word) {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const groups = letters
    .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '')
    .replace(/^y/, '')
    .match(/[aeiouy]{1,2}/g);
  return Math.max(1, groups?.length ?? 0);
}

// The school grade of Flesch and Kincaid: Kincaid and others, Derivation of New Readability Formulas, 1975.
export function readingGrade(markdown) {
  const text = plain(markdown);
  const sentences = text.split(/[.!?:](?:\s|$)|\n+/).filter((s) => wordsOf(s).length > 1).length;
  const words = wordsOf(text);
  if (!sentences || !words.length) return 0;
  const sounds = words.reduce((sum, w) => sum + syllables(w), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (sounds / words.length) - 15.59;
}

export function hoursOf(skills) {
  return skills.reduce((sum, s) => ({ low: sum.low + s.hours.low, high: sum.high + s.hours.high }), {
    low: 0,
    high: 0,
  });
}

// Everything that must come before `ids`, themselves included; `known(skill)` needs nothing more. Of alternatives the
// one already there or else the one with the least hours of its own, in file order.
export function closure(road, ids, known = () => false) {
  const have = new Set(),
    open = [],
    todo = [...ids];
  while (todo.length || open.length) {
    if (!todo.length) {
      const choice = open.shift();
      if (choice.some((id) => have.has(id))) continue;
      const cost = (id) =>
        [...closure(road, [id], (s) => known(s) || have.has(s.id))].reduce((n, s) => n + s.hours.low + s.hours.high, 0);
      todo.push(choice.reduce((best, id) => (cost(id) < cost(best) ? id : best)));
    }
    const id = todo.pop(),
      s = road.byId.get(id);
    if (have.has(id) || known(s)) continue;
    have.add(id);
    for (const clause of clauses(s)) {
      if (clause.length === 1) todo.push(clause[0]);
      else if (!clause.some((c) => known(road.byId.get(c)))) open.push(clause);
    }
  }
  return [...have].map((id) => road.byId.get(id));
}
