// The rows of the outline: made from a RoadmapTree, or taken over from the HTML written at build time (web/README.md).
import { h, icon, stateMark, setStateMark, ring, setRing } from '../lib/dom.ts';
import { itemName, markOf } from '../lib/format.ts';
import { RoadmapTree } from './roadmap_tree.ts';

// The tree that the page came with, or null when there is none (or it is not of the expected form).
export function readTree(root) {
  const items = root ? [...root.querySelectorAll('[role=treeitem]')] : [];
  const entries = items.map((li) => ({
    key: Number(li.dataset.key),
    id: li.dataset.id ?? '',
    title: li.querySelector(':scope > .row .name')?.textContent ?? '',
    parent: Number(li.parentElement.closest('[role=treeitem]')?.dataset.key ?? 0),
  }));
  return entries.length && entries.every((e) => e.key > 0 && e.title) ? new RoadmapTree(entries) : null;
}

export function makeTree(tree) {
  const item = (key, index, siblings) =>
    h(
      'li',
      {
        role: 'treeitem',
        id: `o-${key}`,
        'data-key': key,
        'data-id': tree.get(key).id,
        'aria-level': tree.get(key).depth + 1,
        'aria-posinset': index + 1,
        'aria-setsize': siblings.length,
        'aria-expanded': tree.isGroup(key) ? 'false' : null,
        'aria-label': `${tree.title(key)}, not started`,
        tabindex: -1,
      },
      h('div.row', {}, h('span.name', { dir: 'auto' }, tree.title(key))),
    );
  const root = h('ul', { role: 'tree', 'aria-label': 'Skills' });
  const lists = new Map([[0, root]]);
  for (const key of tree.preorder()) {
    const siblings = tree.siblings(key),
      li = item(key, siblings.indexOf(key), siblings);
    lists.get(tree.get(key).parent).append(li);
    if (!tree.isGroup(key)) continue;
    const inner = h('ul', { role: 'group' });
    li.append(inner);
    lists.set(key, inner);
  }
  return root;
}

// Gives every row its caret, sign and count. Answers key → row parts.
export function dressRows(root, tree) {
  const rows = new Map();
  for (const li of root.querySelectorAll('[role=treeitem]')) {
    const key = Number(li.dataset.key),
      row = li.querySelector(':scope > .row'),
      title = row.querySelector('.name');
    for (const child of [...row.children]) if (child !== title) child.remove();
    const part = { li, row, title, shown: '' };
    if (tree.isGroup(key)) {
      part.caret = h('span.caret', {}, icon('caret', 'icon'));
      part.ring = ring(0);
      part.count = h('span.count');
      row.prepend(part.caret, part.ring);
      row.append(part.count);
      setExpanded(part, li.getAttribute('aria-expanded') === 'true');
    } else {
      part.mark = stateMark('0');
      row.prepend(part.mark);
    }
    if (tree.get(key).depth === 0) li.dataset.hue = tree.get(key).hue;
    rows.set(key, part);
  }
  return rows;
}

export function setExpanded(part, open) {
  part.li.setAttribute('aria-expanded', String(open));
  part.li.querySelector(':scope > [role=group]').hidden = !open;
}

export function updateRow(part, title, skill, isGroup) {
  const shown = `${skill.state}|${skill.available}|${skill.done}|${skill.total}|${skill.theirs ?? ''}|${skill.matches ?? ''}`;
  if (part.shown === shown) return;
  part.shown = shown;
  part.li.setAttribute('aria-label', itemName(title, skill, isGroup));
  part.li.dataset.state = skill.state;
  part.li.toggleAttribute('data-locked', markOf(skill) === 'locked');
  if (isGroup) {
    setRing(part.ring, skill.total ? skill.done / skill.total : 0);
    part.count.dataset.text =
      skill.matches !== undefined ? String(skill.matches) : skill.total ? `${skill.done}/${skill.total}` : ''; // drawn by CSS: the name says it in words
  } else {
    setStateMark(part.mark, markOf(skill));
  }
}
