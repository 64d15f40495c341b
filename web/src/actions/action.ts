// What an action is, and what it is given to work on.
import type { Command, SkillState } from '../engine/protocol.ts';
import type { MessageId } from '../lib/messages.ts';
import type { Shortcut } from './shortcut.ts';
import type { WalkKey } from './walk.ts';

// What actions ask of the page and have it do. `skill` is a key; 0 is none.
export interface ActionContext {
  send(command: Command): boolean;
  stateOf(skill: number): SkillState | undefined;
  isExpanded(skill: number): boolean;
  isGroup(skill: number): boolean;
  leaves(skill: number): number[];
  selected(): number;
  allExpanded(): boolean;
  canUndo(): boolean;
  canRedo(): boolean;
  isFiltered(): boolean;
  menuIsOpen(): boolean;
  zoom(): number;
  walk(from: number, key: WalkKey): number;
  readonly ui: ActionUi;
}

// What opens, and what gets the focus.
export interface ActionUi {
  openSearch(): void;
  openShare(): void;
  openSetup(): void;
  openNext(): void;
  openChanges(): void;
  openFilter(): void;
  openHelp(): void;
  openSettings(): void;
  toggleHideDone(): void;
  toggleTheme(): void;
  saveBackup(): void;
  openBackup(): void;
  print(): void;
  focusOutline(): void;
  focusMap(): void;
  focusDetails(): void;
  // Ends what stands on top: a drag, the menu, the details' focus, the selection. Answers whether there was something.
  backOut(): boolean;
}

// Where a key runs the action.
//   page   everywhere but where letters are typed: it is about the page as a whole
//   typing there too
//   skill  where one skill has the focus: a row of the outline, the map or the details with the selected one
//   card   the same without the details, whose controls take the key
//   map    on the map alone; elsewhere the key is the browser's or a control's
export type KeyScope = 'page' | 'typing' | 'skill' | 'card' | 'map';

export type HelpGroup = 'find' | 'mark' | 'walk' | 'look';
export type MenuKind = 'skill' | 'group' | 'map';

export interface Action {
  readonly id: string;
  readonly title: MessageId;
  // Also found by these.
  readonly words?: MessageId;
  readonly keys: readonly Shortcut[];
  readonly scope: KeyScope;
  readonly help?: HelpGroup;
  // Not in the palette, since there it would mean nothing.
  readonly keysOnly?: boolean;
  // Menus of the canvas that have it; `section`s are parted by lines.
  readonly menu?: { readonly of: readonly MenuKind[]; readonly section: number };
  // The state it sets, for its sign.
  readonly state?: SkillState;
  // Whether it is about one skill, which is then named beside its title.
  readonly ofSkill?: boolean;
  // Whether it can be run; left out where it always can.
  readonly when?: (context: ActionContext, skill: number) => boolean;
  // Returns false when there was nothing to do after all.
  readonly run: (context: ActionContext, skill: number) => unknown;
}
