// The arrows between the folders of src/, as docs/architecture.md draws them: a file may include its own folder and
// those listed here, and only src/io's .cpp files know the JSON library. Run by `node --test`.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const kSource = fileURLToPath(new URL('../src', import.meta.url));

// What each folder may use directly; what those may use is allowed as well.
const kArrows = {
  base: [],
  graph: ['base'],
  edit: ['graph'],
  layout: ['graph'],
  progress: ['graph'],
  io: ['graph', 'progress'],
  share: ['graph', 'progress'],
  plan: ['graph', 'progress'],
  view: ['layout', 'progress', 'plan'],
  app: ['view', 'edit', 'io', 'share', 'plan'],
  render: ['app'],
  ui: ['app'],
  platform: ['render', 'ui'],
  cli: ['edit', 'layout', 'io', 'share', 'plan', 'view'],
};

const kPlatformHeader = /^(SDL|emscripten|GLES|GL\/|EGL|imgui|backends\/|webgl)/i;
const kPlatformFolders = new Set(['render', 'ui', 'platform']);

function reachable(folder) {
  const seen = new Set([folder]);
  for (const name of seen) kArrows[name]?.forEach((next) => seen.add(next));
  return seen;
}

// Every reason why `text`, the content of `folder`/`file`, may not stand there.
export function violations(folder, file, text) {
  if (!(folder in kArrows)) return [`${folder}/${file}: the folder has no place among the layers`];
  const allowed = reachable(folder);
  const found = [];
  for (const [index, line] of text.split('\n').entries()) {
    const include = /^\s*#\s*include\s*(["<])([^">]+)[">]/.exec(line);
    if (!include) continue;
    const [, bracket, path] = include;
    const at = `${folder}/${file}:${index + 1}`;
    const target = path.split('/')[0];
    if (path.startsWith('nlohmann/')) {
      if (folder !== 'io' || !file.endsWith('.cpp')) found.push(`${at} includes ${path}; only src/io/*.cpp may`);
    } else if (kPlatformHeader.test(path)) {
      if (!kPlatformFolders.has(folder)) found.push(`${at} includes ${path}; the engine knows no platform`);
    } else if (target === 'generated') {
      if (!kPlatformFolders.has(folder)) found.push(`${at} includes ${path}; it is made for the page only`);
    } else if (path.includes('/') && target in kArrows) {
      if (!allowed.has(target)) found.push(`${at} includes ${path}; ${folder} may not know ${target}`);
    } else if (bracket === '"') {
      found.push(`${at} includes "${path}"; name it as "folder/file.hpp"`);
    }
  }
  return found;
}

function* sourceFiles() {
  for (const folder of readdirSync(kSource, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    for (const entry of readdirSync(join(kSource, folder.name), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile() || !/\.(hpp|cpp|h|cc|inc)$/.test(entry.name)) continue;
      yield [folder.name, entry.name, readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8')];
    }
  }
}

test('Includes_FollowTheLayers', () => {
  const found = [];
  let files = 0;
  for (const [folder, file, text] of sourceFiles()) {
    files += 1;
    found.push(...violations(folder, file, text));
  }
  assert.deepEqual(found, []);
  assert.ok(files > 0, 'no source file was looked at');
});

test('Check_NamesEachForbiddenInclude', () => {
  const wrong = (folder, file, line) => violations(folder, file, line).length === 1;
  assert.ok(wrong('graph', 'a.cpp', '#include "layout/map_layout.hpp"'), 'upward');
  assert.ok(wrong('layout', 'a.cpp', '#include "progress/progress.hpp"'), 'sideways');
  assert.ok(wrong('render', 'a.cpp', '#include "ui/a.hpp"'), 'render and ui are siblings');
  assert.ok(wrong('io', 'a.hpp', '#include <nlohmann/json.hpp>'), 'JSON in a header');
  assert.ok(wrong('app', 'a.cpp', '# include <SDL.h>'), 'platform in the engine');
  assert.ok(wrong('view', 'a.cpp', '#include <emscripten/html5.h>'), 'platform in the engine');
  assert.ok(wrong('cli', 'a.cpp', '#include "app/command.hpp"'), 'the tool needs no page');
  assert.ok(wrong('base', 'a.cpp', '#include "ids.hpp"'), 'no folder named');
  assert.ok(wrong('extra', 'a.cpp', ''), 'a folder without a place');
});

test('Check_AllowsWhatTheLayersAllow', () => {
  const right = (folder, file, line) => violations(folder, file, line).length === 0;
  assert.ok(right('platform', 'a.cpp', '#include "base/result.hpp"'), 'all the way down');
  assert.ok(right('io', 'a.cpp', '#include <nlohmann/json.hpp>'));
  assert.ok(right('ui', 'a.cpp', '#include "imgui.h"'));
  assert.ok(right('graph', 'a.hpp', '#include <vector>\n#include "graph/ids.hpp"\n#include "base/ids.hpp"'));
});
