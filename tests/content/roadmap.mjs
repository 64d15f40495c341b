// The bundled roadmap as its tests read it.
import { readFileSync } from 'node:fs';

export const root = new URL('../../', import.meta.url);
export const readText = (path) => readFileSync(new URL(path, root), 'utf8');
export const readJson = (path) => JSON.parse(readText(path));

export class Road {
  constructor(data) {
    this.data = data;
    this.skills = data.skills;
    this.facts = data.facts ?? [];
    this.waypoints = data.waypoints ?? [];
    this.changes = data.changes ?? [];
    this.byId = new Map(this.skills.map((s) => [s.id, s]));
    this.children = new Map();
    for (const s of this.skills) if (s.parent) this.children.set(s.parent, [...(this.children.get(s.parent) ?? []), s]);
    this.leaves = this.skills.filter((s) => !this.children.has(s.id));
    this.groups = this.skills.filter((s) => this.children.has(s.id));
    this.tracks = this.skills.filter((s) => !s.parent);
  }

  // From the track down to the skill itself.
  chain(skill) {
    const chain = [skill];
    while (chain[0].parent) chain.unshift(this.byId.get(chain[0].parent));
    return chain;
  }

  leavesOf(group) {
    return this.leaves.filter((s) => this.chain(s).includes(group));
  }
}

// One list of ids for each entry of `requires`: any one of them meets it.
export const clauses = (skill) => (skill.requires ?? []).map((r) => r.anyOf ?? [r.id]);

export const wordsOf = (text) => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’./+#%-]*/gu) ?? [];

// What a reader reads: code, addresses and the marks of Markdown taken out.
export function plain(markdown) {
  return markdown
    .replace(/`[^`]*`/g, 'code')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^(?:[-*]|\d+\.) /gm, '')
    .replace(/[*\\]/g, '');
}

// Every text of a skill, fact or change that somebody reads, by the name of its member.
export function textsOf(entry) {
  const texts = [];
  for (const member of ['title', 'summary', 'body', 'carriedOver', 'proof', 'slips', 'text']) {
    if (entry[member]) texts.push([member, entry[member]]);
  }
  for (const { reason } of entry.requires ?? []) texts.push(['reason', reason]);
  for (const { question, answer } of entry.checks ?? []) texts.push(['check', `${question} ${answer}`]);
  return texts;
}

export const bundled = new Road(readJson('assets/roadmaps/backend-to-ml-engineer.json'));
