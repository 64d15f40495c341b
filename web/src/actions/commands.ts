// Everything that can be done by name or by key: the palette lists these, the keys run them, the help shows them.
import { kStateOrder, stateLabel, State } from '../lib/format.ts';
import { kMoveUnits } from './key_map.ts';
import { t } from '../lib/messages.ts';
import { filterCommand, kFilterStates } from '../filter/filter.ts';
import { kZoomStep } from '../shell/toolbar.ts';

// For whoever can neither drag nor reach a key.
const kDirections = { left: [-1, 0, '←'], right: [1, 0, '→'], up: [0, -1, '↑'], down: [0, 1, '↓'] };

// app: {store, tree, ui}. Each: {id, name, keys (as shown), words (also found by), run, when?}.
export function makeCommands({ store, tree, ui }) {
  const send = (command) => () => store.send(command);
  const selected = () => store.state.selected;
  const states = kStateOrder.map((state, i) => ({
    id: `state-${state}`,
    keys: String(i + 1),
    name:
      state === State.skipped
        ? 'Skip the selected skill'
        : `Mark the selected skill: ${stateLabel(state).toLowerCase()}`,
    words: 'state tick',
    when: selected,
    run: () => store.send({ do: 'set_state', skills: tree.leaves(selected()), state }),
  }));
  const moves = Object.entries(kDirections).map(([word, [x, y, arrow]]) => ({
    id: `move-${word}`,
    keys: `Alt+Shift+${arrow}`,
    name: `Move the selected card ${word}`,
    words: 'drag place position',
    when: selected,
    run: () => store.send({ do: 'move_by', skill: selected(), dx: x * kMoveUnits, dy: y * kMoveUnits }),
  }));
  return [
    ...states,
    {
      id: 'next',
      name: 'What can I learn next?',
      words: 'continue begin start available',
      run: () => ui.openNext(),
    },
    {
      id: 'setup',
      name: 'Where do you stand?',
      words: 'start onboarding pace date plan begin know hours week',
      run: () => ui.openSetup(),
    },
    { id: 'share', name: 'Share a link to your progress', words: 'send copy link export', run: () => ui.openShare() },
    {
      id: 'mark-known',
      name: 'I know the selected skill and all below it',
      words: 'done bulk mark prerequisites',
      when: () => selected() && store.skill(selected())?.state !== State.done,
      run: () => store.send({ do: 'mark_known', skill: selected() }),
    },
    {
      id: 'show-way',
      name: 'Show the way to the selected skill',
      words: 'path prerequisites closure highlight',
      when: () => selected() && store.skill(selected())?.state !== State.done,
      run: () => store.send({ do: 'show_way', skill: selected() }),
    },
    {
      id: 'show-opens',
      name: 'Show what the selected skill opens',
      words: 'unlocks dependents highlight',
      when: selected,
      run: () => store.send({ do: 'show_opens', skill: selected() }),
    },
    {
      id: 'changes',
      name: 'What changed since your last visit',
      words: 'news new renamed removed revision',
      run: () => ui.openChanges(),
    },
    {
      id: 'filter',
      name: 'Filter',
      keys: 'F',
      words: 'available learning done optional track hide',
      run: () => ui.openFilter(),
    },
    {
      id: 'filter-clear',
      name: 'Clear the filter',
      words: 'show everything reset',
      when: () => store.state.filter.active,
      run: () => store.send(filterCommand({})),
    },
    {
      id: 'hide-done',
      name: 'Hide or show what is done',
      words: 'filter finished',
      run: () => ui.toggleHideDone(),
    },
    {
      id: 'fit',
      name: 'Show the whole map',
      keys: 'Shift+1',
      words: 'fit zoom all overview',
      run: send({ do: 'fit_all' }),
    },
    {
      id: 'fit-selection',
      name: 'Show the selected skill',
      keys: 'Shift+2',
      words: 'fit zoom',
      when: selected,
      run: send({ do: 'fit_selection' }),
    },
    { id: 'zoom-in', name: 'Zoom in', keys: '+', words: 'larger', run: send({ do: 'zoom', factor: kZoomStep }) },
    { id: 'zoom-out', name: 'Zoom out', keys: '−', words: 'smaller', run: send({ do: 'zoom', factor: 1 / kZoomStep }) },
    {
      id: 'zoom-reset',
      name: 'Zoom to 100 %',
      keys: '0',
      words: 'reset',
      run: () => store.send({ do: 'zoom', factor: 1 / (store.state.zoom || 1) }),
    },
    {
      id: 'toggle',
      name: 'Open or close the selected group',
      keys: 'E',
      words: 'expand collapse',
      when: () => tree.isGroup(selected()),
      run: () => store.send({ do: 'set_expanded', skill: selected(), expanded: !store.skill(selected())?.expanded }),
    },
    {
      id: 'expand-all',
      name: 'Open all groups',
      keys: 'Shift+E',
      words: 'expand',
      run: () => store.send({ do: 'expand_all', expanded: !allExpanded(store, tree) }),
    },
    {
      id: 'collapse-all',
      name: 'Close all groups',
      words: 'collapse',
      run: send({ do: 'expand_all', expanded: false }),
    },
    ...kFilterStates.map(([name, label]) => ({
      id: `filter-${name}`,
      name: `Show only: ${t(label).toLowerCase()}`,
      words: 'filter',
      run: () => store.send(filterCommand({ states: [name] })),
    })),
    { id: 'undo', name: 'Undo', keys: 'Ctrl+Z', when: () => store.state.canUndo, run: send({ do: 'undo' }) },
    { id: 'redo', name: 'Redo', keys: 'Shift+Ctrl+Z', when: () => store.state.canRedo, run: send({ do: 'redo' }) },
    {
      id: 'backup-save',
      name: 'Save a backup',
      words: 'export file download everything progress notes',
      run: () => ui.saveBackup(),
    },
    {
      id: 'backup-open',
      name: 'Open a backup…',
      words: 'import file restore upload join',
      run: () => ui.openBackup(),
    },
    {
      id: 'theme',
      name: 'Switch between dark and light',
      words: 'theme colour color night',
      run: () => ui.toggleTheme(),
    },
    { id: 'outline', name: 'Go to the list of skills', words: 'outline tree', run: () => ui.focusOutline() },
    { id: 'map', name: 'Go to the map', words: 'canvas', run: () => ui.focusMap() },
    ...moves,
    {
      id: 'reset-positions',
      name: 'Put all cards back in their places',
      words: 'reset positions layout tidy',
      run: send({ do: 'reset_positions' }),
    },
    { id: 'print', name: 'Print the list', words: 'paper pdf', run: () => window.print() },
    { id: 'settings', name: 'Settings', words: 'preferences contrast motion wheel', run: () => ui.openSettings() },
    { id: 'help', name: 'Help: all keys', keys: '?', words: 'shortcuts keyboard', run: () => ui.openHelp() },
  ];
}

export function allExpanded(store, tree) {
  return store.state.skills.every((s) => s.expanded || !tree.isGroup(s.key));
}

// The commands that every word of `text` is found in (name or words), with the ranges of the name that match. Pure.
export function matchCommands(commands, text) {
  const wanted = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const out = [];
  for (const command of commands) {
    if (command.when && !command.when()) continue;
    const name = command.name.toLocaleLowerCase(),
      all = `${name} ${command.words ?? ''}`;
    if (!wanted.every((w) => all.split(/[\s:?]+/).some((part) => part.startsWith(w)) || name.includes(w))) continue;
    out.push({
      command,
      matches: wanted.map((w) => [name.indexOf(w), name.indexOf(w) + w.length]).filter(([from]) => from >= 0),
    });
  }
  return out;
}
