// Finds words in the page's source that a person would see: literals that read like English and stand where they can
// be shown. What is said belongs into the catalogue (docs/messages.md).
import { readFileSync } from 'node:fs';
import ts from 'typescript';

// Two words, or one that begins with a capital. Selectors, attributes and names of things are written otherwise.
const kReadsLikeEnglish =
  /\p{L}{2,}[^\p{L}<>=[\]{}()/]*\s[^\p{L}]*\p{L}|^\s*[“‘]?\p{Lu}\p{Ll}+|\s\p{L}{3,}|\p{L}{3,}\s|^(skill|group|hour|note|card|done|left|locked)s?$/u;

const kNeverShown = [
  (call) =>
    /^(console\.\w+|querySelector(All)?|matches|closest|matchMedia|performance\.mark|addEventListener)$/.test(call),
  (call) =>
    /\.(querySelector(All)?|matches|closest|addEventListener|removeEventListener|mark|open|getContext)$/.test(call),
  (call) => /^(t|h\.for|matchMedia|BootError|Error|RegExp)$/.test(call),
];

// The names of attributes whose values are shown or read out; every other attribute is not.
const kShownAttributes = new Set(['aria-label', 'title', 'placeholder', 'alt', 'aria-description']);

function isShown(node) {
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent)) return false;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return false;
  if (
    ts.isElementAccessExpression(parent) ||
    ts.isCaseClause(parent) ||
    (ts.isBinaryExpression(parent) && /^[=!]==?$/.test(parent.operatorToken.getText()))
  )
    return false;
  if (ts.isPropertyAssignment(parent)) {
    const name = parent.name.text ?? parent.name.getText();
    if (ts.isObjectLiteralExpression(parent.parent) && isPropsOf(parent.parent) && !kShownAttributes.has(name))
      return false;
  }
  for (let at = node; at; at = at.parent) {
    if (ts.isThrowStatement(at)) return false;
    if (!ts.isCallExpression(at.parent ?? at) && !ts.isNewExpression(at.parent ?? at)) continue;
    const call = at.parent;
    if (!call?.arguments?.includes(at)) continue;
    const callee = call.expression.getText();
    if (kNeverShown.some((rule) => rule(callee))) return false;
    if (callee === 'h' && call.arguments[0] === at) return false;
    if (/setAttribute$/.test(callee) && at === node)
      return call.arguments[0] !== at && kShownAttributes.has(call.arguments[0].text);
    return true;
  }
  return true;
}

const isPropsOf = (object) =>
  ts.isCallExpression(object.parent) &&
  object.parent.expression.getText() === 'h' &&
  object.parent.arguments[1] === object;

// [{line, text}…] of one source.
export function literalsOf(path, source = readFileSync(path, 'utf8')) {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    const text =
      ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)
        ? node.text
        : ts.isTemplateExpression(node)
          ? [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('…')
          : null;
    if (text !== null && kReadsLikeEnglish.test(text) && isShown(node))
      found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
