// What the code says: the ids of messages in the page's modules, in index.html and in the engine.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const { messages } = JSON.parse(readFileSync('assets/messages/en.json', 'utf8'));
const kId = /^[a-z]+(\.[a-z0-9-]+)+$/;
const areas = new Set(Object.keys(messages).map((id) => id.split('.')[0]));
const looksLikeId = (text) => kId.test(text) && areas.has(text.split('.')[0]);

export function sourcesBelow(folder, pattern) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

// The names of a message's arguments. Throws where it is not written in the subset (docs/messages.md).
export function argumentsOf(message) {
  const names = new Set();
  let at = 0;
  const fail = (why) => {
    throw new Error(`${why} at ${at} of ${JSON.stringify(message)}`);
  };
  const match = (pattern) => {
    const found = new RegExp(pattern, 'y');
    found.lastIndex = at;
    const [all] = found.exec(message) ?? fail(`expected ${pattern}`);
    at += all.length;
    return all;
  };
  const text = (inside) => {
    while (at < message.length) {
      if (message[at] === "'") match("''|'[{}#][^']*'|'");
      else if (message[at] === '{') placeholder();
      else if (message[at] === '}') return inside || fail('a brace too many');
      else ++at;
    }
    return !inside || fail('a brace is missing');
  };
  function placeholder() {
    match('\\{ *');
    names.add(match('[a-z][A-Za-z]*'));
    if (match(' *,?').endsWith(',')) {
      const type = match(' *(number|date|plural|select)').trim();
      if (type === 'plural' || type === 'select') cases(type);
    }
    match(' *\\}');
  }
  function cases(type) {
    match(' *,');
    let other = false;
    do {
      const selector = match(type === 'plural' ? ' *(=\\d+|zero|one|two|few|many|other) *' : ' *[a-z-]+ *').trim();
      other ||= selector === 'other';
      match('\\{');
      text(true);
      match('\\} *');
    } while (message[at] !== '}');
    if (!other) fail('no case for other');
  }
  text(false);
  return names;
}

// [{id, args, where}…]; args are the names given where they stand beside the id, else null.
export function saidByPage() {
  const said = [];
  for (const path of sourcesBelow('web/src', /\.ts$/)) {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node) => {
      if (ts.isStringLiteralLike(node) && looksLikeId(node.text) && !isElement(node))
        said.push({ id: node.text, ...given(node, file) });
      // `action.move-${way}`: whatever begins so.
      if (ts.isTemplateExpression(node) && looksLikeId(`${node.head.text}x`)) {
        for (const id of Object.keys(messages).filter((one) => one.startsWith(node.head.text)))
          said.push({ id, where: path, args: null });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return said;
}

// The first argument of h('dialog.palette', …) is a tag with its classes.
const isElement = (node) =>
  ts.isCallExpression(node.parent) && node.parent.expression.getText() === 'h' && node.parent.arguments[0] === node;

function given(node, file) {
  const where = `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
    said = ts.isConditionalExpression(node.parent) ? node.parent : node,
    call = said.parent;
  if (!ts.isCallExpression(call) || call.expression.getText() !== 't' || call.arguments[0] !== said)
    return { where, args: null };
  const args = call.arguments[1];
  if (!args) return { where, args: [] };
  if (!ts.isObjectLiteralExpression(args) || args.properties.some(ts.isSpreadAssignment)) return { where, args: null };
  return { where, args: args.properties.map((property) => property.name.getText()) };
}

export function saidByHtml() {
  const html = readFileSync('web/index.html', 'utf8');
  return [...html.matchAll(/\bdata-t="([^"]*)"/g)].flatMap(([, parts]) =>
    parts.split(' ').map((part) => ({ id: part.split(':').at(-1), args: [], where: 'web/index.html' })),
  );
}

// Arguments stand in braces after the id: {"undo.move", {{"title", title}}}.
export function saidByEngine() {
  const said = [];
  for (const path of sourcesBelow('src', /\.[ch]pp$/)) {
    const source = withoutComments(readFileSync(path, 'utf8'));
    for (const match of source.matchAll(/"([a-z]+(?:\.[a-z0-9-]+)+)"/g)) {
      if (!looksLikeId(match[1]) || /\.(json|hpp|h)$/.test(match[1])) continue;
      const where = `${path}:${source.slice(0, match.index).split('\n').length}`;
      said.push({ id: match[1], args: argumentsAfter(source, match), where });
    }
  }
  return said;
}

export const withoutComments = (source) => source.replace(/(?<!["':\w])\/\/[^\n]*/g, '');

function argumentsAfter(source, match) {
  const opened = /\{\s*$/.test(source.slice(0, match.index));
  const rest = source.slice(match.index + match[0].length);
  if (!opened || !/^\s*,\s*\{\{/.test(rest)) return null;
  let depth = 0,
    end = 0;
  for (; end < rest.length; ++end) {
    if (rest[end] === '{') ++depth;
    if (rest[end] === '}' && --depth === 0) break;
  }
  return [...rest.slice(0, end).matchAll(/\{"([A-Za-z]+)",/g)].map(([, name]) => name);
}
