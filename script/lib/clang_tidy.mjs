// Runs clang-tidy on the sources of src/ that changed since it last found nothing in them:
//   node clang_tidy.mjs BUILD DEPS CACHE RUNNER…
// BUILD has compile_commands.json, DEPS is what `ninja -t deps` prints, CACHE keeps an empty file for each clean source,
// and RUNNER is the command that runs a tool (script/tools --native).
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const kRoot = fileURLToPath(new URL('../..', import.meta.url));

// {object → [files it was made of]} from the output of `ninja -t deps`. Pure.
export function parseDeps(text) {
  const deps = new Map();
  let files = [];
  for (const line of text.split('\n')) {
    const object = /^(\S.*): #deps \d+,/.exec(line)?.[1];
    if (object) deps.set(object, (files = []));
    else if (line.startsWith('    ')) files.push(line.trim());
  }
  return deps;
}

// What makes a finding possible: the tool with its rules, the command, and every file of ours that is read. Pure but for
// `read`.
export function keyOf({ rules, command, files }, read) {
  const hash = createHash('sha256').update(rules).update(command);
  for (const file of [...files].sort()) hash.update(`\n${file}\n`).update(read(file));
  return hash.digest('hex');
}

function tidy(runner, build, file) {
  const [command, ...words] = [...runner, 'clang-tidy', '--quiet', '-p', build, file];
  return new Promise((done) => {
    execFile(command, words, { cwd: kRoot, maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
      done(error ? `${stdout}${stdout.includes('error:') ? '' : stderr}` : ''),
    );
  });
}

async function main(build, depsFile, cache, ...runner) {
  const deps = parseDeps(readFileSync(depsFile, 'utf8'));
  const version = execFileSync(runner[0], [...runner.slice(1), 'clang-tidy', '--version'], { encoding: 'utf8' });
  const rules = version + readFileSync(join(kRoot, '.clang-tidy'), 'utf8');
  const ours = (file) => !relative(kRoot, file).startsWith('..');
  const read = (file) => readFileSync(join(kRoot, file));
  mkdirSync(cache, { recursive: true });

  const pending = [];
  for (const { file, command, output } of JSON.parse(readFileSync(join(build, 'compile_commands.json'), 'utf8'))) {
    const name = relative(kRoot, file);
    if (!name.startsWith('src/')) continue;
    const files = (deps.get(output) ?? [file]).map((dep) => resolve(build, dep)).filter(ours);
    const names = files.map((dep) => relative(kRoot, dep));
    const key = keyOf({ rules, command: command.replaceAll(kRoot, ''), files: names }, read);
    if (!existsSync(join(cache, key))) pending.push({ name, stamp: join(cache, key) });
  }
  console.log(`clang-tidy: ${pending.length} sources to look at`);

  let dirty = 0;
  const work = async () => {
    for (let next = pending.shift(); next; next = pending.shift()) {
      const found = await tidy(runner, build, next.name);
      if (found) {
        dirty += 1;
        console.log(found.trim());
      } else writeFileSync(next.stamp, '');
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return dirty === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = (await main(...process.argv.slice(2))) ? 0 : 1;
