// The roadmaps of the repository fit the schema, and `waymark validate --strict` has nothing to say about them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { kTool } from '../../script/lib/waymark_tool.mjs';
import Ajv from 'ajv/dist/2020.js';
import { closure, hoursOf } from './reading.mjs';
import { Road, bundled, readJson, readText } from './roadmap.mjs';

const validate = new Ajv({ allErrors: true }).compile(readJson('assets/schema/roadmap.v1.json'));

// The complete roadmap in the authors' guide: its last block of JSON.
const guide = [...readText('docs/roadmap_authoring.md').matchAll(/^```json\n([^]*?)^```/gm)].at(-1)[1];

const kRoadmaps = {
  'backend-to-ml-engineer.json': readText('assets/roadmaps/backend-to-ml-engineer.json'),
  'example.json': readText('assets/roadmaps/example.json'),
  'docs/roadmap_authoring.md': guide,
};

function waymark(args, input) {
  assert.ok(existsSync(kTool), 'build/web/waymark_tool.cjs is missing: script/serve --no-serve builds it');
  return spawnSync(process.execPath, [kTool, ...args], { input, encoding: 'utf8' });
}

for (const [name, text] of Object.entries(kRoadmaps)) {
  test(`${name} fits the schema`, () => {
    validate(JSON.parse(text));
    assert.deepEqual(validate.errors ?? [], []);
  });

  test(`${name} passes waymark validate --strict`, () => {
    const { status, stdout, stderr } = waymark(['validate', '--strict', '-'], text);
    assert.equal(status, 0, `${stdout}${stderr}`);
    assert.equal(stderr, '');
  });
}

test('the schema and waymark validate refuse what is broken', () => {
  const change = (edit) => {
    const data = structuredClone(bundled.data);
    edit(data);
    return data;
  };
  const both = [
    change((d) => (d.skills[1].id = 'Not a slug')),
    change((d) => (d.skills[1].key = 0)),
    change((d) => delete d.skills[1].title),
    change((d) => (d.skills[1].resources[0].url = 'javascript:alert(1)')),
    change((d) => (d.skills[1].level = 'expert')),
  ];
  for (const data of both) {
    assert.equal(validate(data), false);
    assert.equal(waymark(['validate', '-'], JSON.stringify(data)).status, 1);
  }
  // What no schema can say: a circle, a key twice; and an edge that another one implies, which is a warning.
  const skill = (d, id) => d.skills.find((s) => s.id === id);
  const toolOnly = [
    [/circle|cycle/, change((d) => (skill(d, 'maths-refresh').requires = [{ id: 'vectors', reason: 'You need it.' }]))],
    [/key/, change((d) => (skill(d, 'vectors').key = skill(d, 'matrices').key))],
  ];
  for (const [says, data] of toolOnly) {
    const { status, stdout, stderr } = waymark(['validate', '-'], JSON.stringify(data));
    assert.equal(status, 1);
    assert.match(stdout + stderr, says);
  }
  const implied = change((d) =>
    skill(d, 'mock-interviews').requires.push({ id: 'maths-refresh', reason: 'You need it.' }),
  );
  for (const [args, expected] of [
    [[], 0],
    [['--strict'], 1],
  ]) {
    const { status, stderr } = waymark(['validate', ...args, '-'], JSON.stringify(implied));
    assert.equal(status, expected);
    assert.match(stderr, /warning: .*already needs it/);
  }
});

test('waymark stats counts the same hours', () => {
  const { stdout } = waymark(['stats', '-'], kRoadmaps['backend-to-ml-engineer.json']);
  for (const { title, skills } of bundled.waypoints) {
    const way = closure(bundled, skills),
      { low, high } = hoursOf(way);
    assert.ok(
      stdout.includes(`to ${title}: ${way.length} skills, ${low} to ${high} hours`),
      `${title}: ${low}, ${high}\n${stdout}`,
    );
  }
});

test('the guide shows every kind of entry', () => {
  const road = new Road(JSON.parse(guide));
  assert.ok(road.groups.length && road.waypoints.length && road.facts.length && road.changes.length);
  for (const member of [
    'summary',
    'body',
    'hours',
    'resources',
    'proof',
    'checks',
    'slips',
    'tags',
    'carriedOver',
    'optional',
  ]) {
    assert.ok(
      road.leaves.some((s) => s[member]),
      member,
    );
  }
  assert.ok(road.leaves.some((s) => s.requires?.some((r) => r.anyOf)));
});
