// The bundled roadmap keeps every rule of lint.mjs, and every rule can be broken.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressProblems, keyProblems, placesOf, rules } from './lint.mjs';
import { Road, bundled, readJson } from './roadmap.mjs';
import { seedKeys } from './seed.mjs';

const ledger = readJson('tests/content/keys.json'),
  addresses = readJson('tests/content/addresses.json');

for (const [name, rule] of Object.entries(rules)) {
  test(`roadmap keeps the rule: ${name}`, () => assert.deepEqual(rule(bundled), []));
}

test('keys are permanent', () => assert.deepEqual(keyProblems(bundled, ledger), []));

test('every address has been checked', (t) => {
  assert.deepEqual(addressProblems(bundled, addresses), []);
  t.diagnostic(`${addresses.seen.length} addresses seen in public pages or code, ${addresses.known.length} known`);
});

// [rule, what it should say, how to break it]; each is done to a copy.
const skill = (data, id) => data.skills.find((s) => s.id === id);
const fact = (data, id) => data.facts.find((f) => f.id === id);
const breaks = [
  ['size', /skills, wanted/, (d) => d.skills.splice(100)],
  ['titles', /pytorch: title/, (d) => (skill(d, 'pytorch').title = 'P'.repeat(41))],
  ['titles', /are called “spark”/, (d) => (skill(d, 'ray').title = 'Spark')],
  ['summaries', /ray: summary/, (d) => (skill(d, 'ray').summary = 'One sentence is here. Two are too many.')],
  ['summaries', /ray: summary/, (d) => (skill(d, 'ray').summary = `${'Long '.repeat(32)}enough.`)],
  ['bodies', /ray: body of 3 words/, (d) => (skill(d, 'ray').body = 'Far too short.')],
  ['bodies', /mlops: body of 120 words/, (d) => (skill(d, 'mlops').body = 'word '.repeat(120))],
  ['proofs', /ray: proof of 0 words/, (d) => delete skill(d, 'ray').proof],
  ['proofs', /ray: a variant/, (d) => (skill(d, 'ray').proof += '\n\nAlone: guess.')],
  [
    'proofs',
    /way out: “or you”/,
    (d) => (skill(d, 'ray').proof = skill(d, 'ray').proof.replace(/\.$/, ', or you explain it.')),
  ],
  [
    'variants',
    /spark: nobody to/,
    (d) => (skill(d, 'spark').proof = 'Show a plan to a colleague. It passes when they name both shuffles in it.'),
  ],
  [
    'variants',
    /quantisation: no GPU/,
    (d) => (skill(d, 'quantisation').proof = 'Quantise a network on a GPU. It passes when a table says what was lost.'),
  ],
  [
    'taught',
    /ray: the proof says “Kafka|ray: the proof says “GPU”/,
    (d) => (skill(d, 'ray').proof = `On a GPU: ${skill(d, 'ray').proof}`),
  ],
  ['taught', /ab-tests: the proof says “pods”/, (d) => (skill(d, 'ab-tests').proof += ' Run it in two pods.')],
  [
    'taught',
    /data-parallel: the proof says “GPUs”/,
    (d) => (skill(d, 'gpu-basics').requires = [{ id: 'plotting', reason: 'You plot.' }]),
  ],
  ['checks', /ray: 2 checks/, (d) => skill(d, 'ray').checks.pop()],
  ['checks', /ray: answer/, (d) => (skill(d, 'ray').checks[0].answer = 'No full stop')],
  ['checks', /asked twice/, (d) => (skill(d, 'ray').checks[0] = skill(d, 'spark').checks[0])],
  ['checks', /ray: slips/, (d) => delete skill(d, 'ray').slips],
  [
    'voice',
    /linux-shell: the body begins/,
    (d) => (skill(d, 'linux-shell').body = `${skill(d, 'linux-shell').carriedOver} ${skill(d, 'linux-shell').body}`),
  ],
  ['voice', /bodies end alike/, (d) => d.skills.forEach((s) => (s.body += ' One run is enough.'))],
  ['hours', /ray: hours/, (d) => delete skill(d, 'ray').hours],
  ['hours', /ray: hours/, (d) => (skill(d, 'ray').hours = { low: 9, high: 5 })],
  ['hours', /mlops: a group/, (d) => (skill(d, 'mlops').hours = { low: 1, high: 2 })],
  ['resources', /ray: 1 resources/, (d) => skill(d, 'ray').resources.splice(1)],
  ['resources', /is not https/, (d) => (skill(d, 'ray').resources[0].url = 'http://docs.ray.io/')],
  ['resources', /is no address/, (d) => (skill(d, 'ray').resources[0].url = 'docs.ray.io')],
  [
    'resources',
    /is written https:\/\/docs\.ray\.io\/$/,
    (d) => (skill(d, 'ray').resources[0].url = 'https://Docs.Ray.io'),
  ],
  ['resources', /tracks/, (d) => (skill(d, 'ray').resources[0].url = 'https://docs.ray.io/?utm_source=x')],
  ['resources', /twice/, (d) => (skill(d, 'ray').resources[1] = { ...skill(d, 'ray').resources[0] })],
  ['resources', /of kind blog/, (d) => (skill(d, 'ray').resources[0].kind = 'blog')],
  [
    'resources',
    /two titles/,
    (d) => skill(d, 'ray').resources.push({ ...skill(d, 'spark').resources[0], title: 'Other' }),
  ],
  [
    'resources',
    /two kinds or accesses/,
    (d) => skill(d, 'ray').resources.push({ ...skill(d, 'spark').resources[0], access: 'registration' }),
  ],
  ['resources', /ray: not one resource/, (d) => delete skill(d, 'ray').resources[0].startHere],
  ['resources', /has no day/, (d) => delete skill(d, 'ray').resources[1].checked],
  ['resources', /which edition/, (d) => delete skill(d, 'partitioned-computing').resources.at(-1).edition],
  ['resources', /nothing free/, (d) => skill(d, 'ray').resources.forEach((r) => (r.access = 'paid'))],
  ['order', /ray has no requirement/, (d) => (skill(d, 'ray').requires = [])],
  [
    'order',
    /maths-refresh is no root/,
    (d) => (skill(d, 'maths-refresh').requires = [{ id: 'ray', reason: 'You must.' }]),
  ],
  ['order', /ray lies in no track/, (d) => delete skill(d, 'ray').parent],
  ['order', /the reason for/, (d) => delete skill(d, 'ray').requires[0].reason],
  [
    'siblings',
    /before itself/,
    (d) => skill(d, 'numpy').requires.push({ id: 'mock-interviews', reason: 'You cannot.' }),
  ],
  ['carriedOver', /D7: no skill/, (d) => d.skills.forEach((s) => s.covers?.includes('D7') && delete s.carriedOver)],
  ['carriedOver', /linux-shell: carriedOver/, (d) => (skill(d, 'linux-shell').carriedOver = 'You know it.')],
  ['coverage', /A5 has no place/, (d) => (fact(d, 'market-size').covers = [])],
  ['coverage', /A5 has 2 fact cards/, (d) => fact(d, 'demand-growth').covers.push('A5')],
  ['coverage', /Z9 is no key/, (d) => (skill(d, 'ray').covers = ['Z9'])],
  ['coverage', /D5: “keras”/, (d) => d.skills.splice(d.skills.indexOf(skill(d, 'tensorflow-keras')), 1)],
  ['facts', /belongs to no skill/, (d) => (fact(d, 'market-size').skills = ['gone'])],
  ['facts', /no year or source/, (d) => delete fact(d, 'market-size').year],
  ['facts', /does not say/, (d) => (fact(d, 'market-size').text = 'The market is worth much.')],
  ['facts', /is a duty/, (d) => (fact(d, 'ml-duty-rank').kind = 'claim')],
  ['facts', /serves no skill/, (d) => (fact(d, 'ml-duty-rank').skills = ['mlops'])],
  ['facts', /not a question/, (d) => (fact(d, 'question-pay').text = 'Yes.')],
  ['datedFigures', /ray: body has a figure/, (d) => (skill(d, 'ray').body += ' You earn 123,143 USD.')],
  ['waypoints', /interview-ready is missing/, (d) => d.waypoints.splice(2, 1)],
  [
    'waypoints',
    /ray lies on no way/,
    (d) => d.waypoints.forEach((w) => w.id === 'ml-platform-engineer' && (w.skills = ['numpy'])),
  ],
  ['waypoints', /bandits lies on a way/, (d) => d.waypoints[0].skills.push('bandits')],
  ['changes', /revision 3 does not say/, (d) => (d.revision = 3)],
  ['changes', /which is to come/, (d) => (d.changes[0].revision = 9)],
  ['changes', /gone, which is no skill/, (d) => d.changes[0].skills.push('gone')],
  ['waypoints', /mlops is no skill/, (d) => d.waypoints[0].skills.push('mlops')],
  ['wording', /“datasets”/, (d) => (skill(d, 'ray').body += ' Use datasets.')],
  ['wording', /“optimizes”|“optimized”/, (d) => (skill(d, 'ray').body += ' It is optimized.')],
  ['wording', /“powerful”/, (d) => (skill(d, 'ray').summary = 'A powerful tool for many machines.')],
];

function broken(change) {
  const data = structuredClone(bundled.data);
  change(data);
  return new Road(data);
}

for (const [name, says, change] of breaks) {
  test(`rule ${name} can be broken: ${says.source}`, () => {
    const problems = rules[name](broken(change));
    assert.ok(
      problems.some((p) => says.test(p)),
      `says ${JSON.stringify(problems)}`,
    );
  });
}

test('every rule is broken by some copy', () => {
  assert.deepEqual([...new Set(breaks.map(([name]) => name))].sort(), Object.keys(rules).sort());
});

test('each key of the brief has a place, and the lint says so when it has none', (t) => {
  const places = placesOf(bundled);
  for (const key of seedKeys) {
    t.diagnostic(`${key}: ${(places.get(key) ?? []).map((x) => x.id).join(', ')}`);
    const lost = broken((d) => {
      for (const x of [...d.skills, ...d.facts]) x.covers = x.covers?.filter((k) => k !== key);
    });
    assert.ok(rules.coverage(lost).includes(`${key} has no place`), key);
  }
});

test('an address that is new, unused or listed twice is noticed', () => {
  const { seen, known } = addresses,
    [first] = seen;
  assert.deepEqual(addressProblems(bundled, { seen: seen.slice(1), known }), [
    `${first} is new: open it, then list it`,
  ]);
  assert.deepEqual(addressProblems(bundled, { seen, known: [first, ...known] }), [`${first} is listed twice`]);
  const gone = 'https://example.org/';
  assert.deepEqual(addressProblems(bundled, { seen: [...seen, gone], known }), [
    `${gone} is used no more: take it out`,
  ]);
});

test('a changed, lost, reused or unlisted key is noticed', () => {
  const says = (change, given = ledger) => keyProblems(broken(change), given);
  const without = (d, id) => d.skills.splice(d.skills.indexOf(skill(d, id)), 1);
  const key = skill(bundled.data, 'ray').key,
    other = skill(bundled.data, 'dask').key;

  const gone = `key ${key} (ray) is gone and not in retiredKeys`;
  assert.deepEqual(
    says((d) => without(d, 'ray')),
    [gone],
  );
  assert.deepEqual(
    says((d) => (skill(d, 'ray').key = 999)),
    [gone, 'key 999 (ray) is not in the ledger: add it'],
  );
  assert.deepEqual(
    says((d) => ([skill(d, 'ray').key, skill(d, 'dask').key] = [other, key])),
    [
      `key ${other} was dask, now ray: a new skill needs a new key`,
      `key ${key} was ray, now dask: a new skill needs a new key`,
    ],
  );

  const retire = (d) => {
    without(d, 'ray');
    d.retiredKeys.push(key);
  };
  assert.deepEqual(says(retire), []);
  const reuse = (d) => {
    skill(d, 'ray').id = 'new';
    d.retiredKeys.push(key);
  };
  assert.deepEqual(says(reuse)[0], `key ${key} is retired and used by new`);

  const rename = (d) => (skill(d, 'ray').id = 'ray-core');
  assert.deepEqual(says(rename), [`key ${key} was ray, now ray-core: a new skill needs a new key`]);
  assert.deepEqual(says(rename, { ...ledger, [key]: ['ray', 'ray-core'] }), []);
});
