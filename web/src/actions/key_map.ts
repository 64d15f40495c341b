// Which command a key on the map (or nowhere in particular) stands for. Pure. Keys follow `event.key`; only the shifted
// digits are told by their place, since every keyboard layout puts another sign on them.
import { kStateOrder } from '../lib/format.ts';

const kArrows = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const kPanPixels = 80;
export const kMoveUnits = 26; // one step of the ground's dots

// e: {key, code, ctrlKey, metaKey, shiftKey, altKey}. Answers {run: command id}, {walk: key}, {pan: [dx, dy]}, {move: [dx, dy]},
// {state}, {cycle}, {open}, {escape} or null (the browser's own).
export function mapKey(e) {
  const command = e.ctrlKey || e.metaKey,
    key = e.key;
  if (command) {
    if (e.altKey) return null;
    if (key.toLowerCase() === 'k' && !e.shiftKey) return { run: 'search' };
    if (key.toLowerCase() === 'z') return { run: e.shiftKey ? 'redo' : 'undo' };
    if (key.toLowerCase() === 'y' && e.ctrlKey && !e.shiftKey) return { run: 'redo' };
    return null;
  }
  const arrow = kArrows[key];
  if (arrow) {
    // Alt and an arrow alone go back and forth in the browser's history.
    if (e.altKey) return e.shiftKey ? { move: arrow.map((v) => v * kMoveUnits) } : null;
    if (e.shiftKey) return { pan: arrow.map((v) => v * -kPanPixels || 0) };
    return { walk: key };
  }
  if (e.altKey) return null;
  if (e.shiftKey && e.code === 'Digit1') return { run: 'fit' };
  if (e.shiftKey && e.code === 'Digit2') return { run: 'fit-selection' };
  if (/^[1-4]$/.test(key)) return { state: kStateOrder[Number(key) - 1] };
  switch (key) {
    case '/':
      return { run: 'search' };
    case '?':
      return { run: 'help' };
    case '+':
    case '=':
      return { run: 'zoom-in' };
    case '-':
    case '_':
      return { run: 'zoom-out' };
    case '0':
      return { run: 'zoom-reset' };
    case 'f':
      return { run: 'filter' };
    case 'e':
      return { run: 'toggle' };
    case 'E':
      return { run: 'expand-all' };
    case ' ':
      return { cycle: true };
    case 'Enter':
      return { open: true };
    case 'Home':
    case 'End':
      return { walk: key };
    case 'Escape':
      return e.shiftKey ? null : { escape: true }; // the browser's task list
    default:
      return null;
  }
}

// Where an arrow leads from `skill` (what wm_details answers): down along what it unlocks, up along what it requires,
// sideways among its siblings. 0 when there is nothing that way.
export function walkTarget(key, skill, tree) {
  const first = (list) => list.find((k) => k && k !== skill.key) ?? 0;
  const siblings = tree.siblings(skill.key),
    at = siblings.indexOf(skill.key);
  switch (key) {
    case 'ArrowDown':
      return first((skill.unlocks ?? []).map((s) => s.key)) || first(tree.get(skill.key).children);
    case 'ArrowUp':
      return first((skill.requires ?? []).flatMap((r) => r.anyOf.map((s) => s.key))) || tree.get(skill.key).parent;
    case 'ArrowLeft':
      return siblings[at - 1] ?? 0;
    case 'ArrowRight':
      return siblings[at + 1] ?? 0;
    case 'Home':
      return tree.roots[0];
    case 'End':
      return tree.preorder().at(-1);
    default:
      return 0;
  }
}
