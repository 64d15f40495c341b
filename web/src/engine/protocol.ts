// What the page and the engine say to one another. Printed from src/app/protocol/protocol_table.cpp
// (docs/page_protocol.md says how); not to be changed by hand.
import type { Message } from '../lib/messages.ts';

/** Of a skill: permanent, from 1; 0 where it says so stands for none. */
export type Key = number;
/** Not started, skipped, learning, done. */
export type SkillState = 0 | 1 | 2 | 3;
/** An edit of the road: docs/page_protocol.md, Edits. */
export interface RoadmapEdit {
  edit: string;
  [member: string]: unknown;
}
export type FilterMark = 'available' | 'learning' | 'done' | 'skipped' | 'locked';
export type FilterKind = 'needed' | 'optional';

export interface RoadmapInfo {
  id: string;
  title: string;
  summary: string;
  language: string;
}

export interface Tree {
  keys: Key[];
  parents: Key[];
  ids: string[];
  titles: string[];
}

export interface Whole {
  done: number;
  skills: number;
  fraction: number;
  hoursLow: number;
  hoursHigh: number;
  leftLow: number;
  leftHigh: number;
}

export interface WaypointLeft {
  id: string;
  title: string;
  summary: string;
  skills: number;
  done: number;
  leftLow: number;
  leftHigh: number;
}

export interface Schedule {
  minutesPerWeek: number;
  startDay: number;
}

export interface View {
  selected: Key;
  hovered: Key;
  menu: boolean;
  zoom: number;
}

export interface Look {
  dark: boolean;
}

export interface MenuItem {
  id: string;
  title: string;
  keys?: string;
  state?: SkillState;
  chosen?: boolean;
  line?: boolean;
}

export interface HistoryEnds {
  canUndo: boolean;
  canRedo: boolean;
  undoLabel: Message | null;
  redoLabel: Message | null;
}

export interface UnknownPart {
  skills: number;
  skillsTaken: number;
  memberBytes: number;
  membersTaken: boolean;
}

export interface RoadRoom {
  id: string;
  hash: number;
  open: boolean;
  bytes: number;
}

export interface Save {
  state: 'saved' | 'saving' | 'failed';
  message: Message | null;
  room?: RoadRoom[];
  unknown?: UnknownPart;
}

export interface FilterState {
  active: boolean;
  states: FilterMark[];
  kinds: FilterKind[];
  tracks: Key[];
  hideDone: boolean;
  matches: number;
  skills: number;
  way?: Key;
  opens?: Key;
}

export interface Arrival {
  key: Key;
  before: SkillState;
  from: 'tab' | 'link' | 'backup';
}

export interface Shared {
  theirs: number;
  yours: number;
  adds: Key[];
  takesBack: Key[];
  unknown: UnknownPart;
  sender: string;
  day: number;
  message: Message;
}

export interface Elsewhere {
  id: number;
  roadmap: number;
  link: string;
}

export interface BackupRoadmap {
  id: string;
  hash: number;
  open: boolean;
  forward: Key[];
  back: Key[];
  notes: Key[];
  cards: number;
  groups: number;
  cleared: number;
  pace: boolean;
  start: boolean;
  unknown: UnknownPart;
  unknownRoad: boolean;
  problem: Message | null;
}

export interface BackupPreview {
  roadmaps: BackupRoadmap[];
  settings: number;
  unknownRoads: number;
  changes: boolean;
  changesWithUnknown: boolean;
}

export interface Notice {
  id: number;
  text: Message;
  kind: 'info' | 'error';
}

export interface GroupReference {
  key: Key;
  title: string;
}

export interface SkillReference {
  key: Key;
  title: string;
  state: SkillState;
  available: boolean;
  isGroup: boolean;
  done: number;
  total: number;
}

export interface TextSpan {
  kind: 'text' | 'em' | 'strong' | 'code' | 'link';
  text: string;
  url?: string;
}

export interface TextBlock {
  kind: 'p' | 'bullet' | 'number';
  spans: TextSpan[];
}

export interface Clause {
  reason: string;
  met: boolean;
  anyOf: SkillReference[];
}

export interface StudyResource {
  title: string;
  url: string;
  host: string;
  kind: string;
  access: 'free' | 'registration' | 'paid';
}

export interface Fact {
  kind: string;
  title: string;
  text: string;
  year: number;
  source: string;
}

export interface Tally {
  done: number;
  skills: number;
}

export interface WayLeft {
  skills: number;
  hoursLow: number;
  hoursHigh: number;
}

export interface Details {
  key: Key;
  id: string;
  title: string;
  summary: string;
  group: GroupReference | null;
  isGroup: boolean;
  hoursLow: number;
  hoursHigh: number;
  level: 'foundation' | 'core' | 'advanced';
  optional: boolean;
  carriedOver: string;
  state: SkillState;
  allState: SkillState | -1;
  available: boolean;
  body: TextBlock[];
  requires: Clause[];
  unlocks: SkillReference[];
  resources: StudyResource[];
  proof: string;
  facts: Fact[];
  children: SkillReference[];
  note: string;
  tally: Tally;
  way: WayLeft;
  opensAll: number;
}

/** One skill's row; `rows` hands them over as numbers in the order of kRowMembers, -1 for what is absent. */
export interface Row {
  key: Key;
  state: SkillState;
  available: boolean;
  expanded: boolean;
  done: number;
  total: number;
  matches?: number;
  theirs?: SkillState;
}

export const kRowMembers = ['key', 'state', 'available', 'expanded', 'done', 'total', 'matches', 'theirs'] as const;

export interface Slices {
  roadmap: RoadmapInfo | null;
  tree: Tree;
  rows: number[];
  whole: Whole;
  waypoints: WaypointLeft[];
  schedule: Schedule;
  view: View;
  look: Look;
  history: HistoryEnds;
  save: Save;
  filter: FilterState;
  arrived: Arrival[];
  shared: Shared | null;
  elsewhere: Elsewhere | null;
  backup: BackupPreview | null;
  notice: Notice | null;
  details: Details | null;
}

export type SliceName = keyof Slices;

export type Command =
  | { do: 'set_state'; skills: Key[]; state: SkillState }
  | { do: 'mark_known'; skill: Key }
  | { do: 'set_note'; skill: Key; text: string }
  | { do: 'set_pace'; minutesPerWeek: number }
  | { do: 'set_start'; day: number }
  | { do: 'move_by'; skill: Key; dx: number; dy: number }
  | { do: 'reset_positions' }
  | { do: 'apply_edit'; edit: RoadmapEdit; typing?: boolean }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'set_expanded'; skill: Key; expanded: boolean }
  | { do: 'expand_all'; expanded: boolean }
  | { do: 'select'; skill: Key; reveal?: boolean; flash?: boolean }
  | { do: 'clear_selection' }
  | { do: 'hover'; skill: Key }
  | { do: 'show_menu'; items: MenuItem[] }
  | { do: 'close_menu' }
  | { do: 'zoom'; factor: number }
  | { do: 'pan'; dx: number; dy: number }
  | { do: 'fit_all'; animate?: boolean }
  | { do: 'fit_selection' }
  | { do: 'set_theme'; dark: boolean; chosen?: boolean }
  | { do: 'set_reduced_motion'; reduced: boolean }
  | { do: 'set_contrast'; high: boolean }
  | { do: 'set_filter'; states?: FilterMark[]; kinds?: FilterKind[]; tracks?: Key[]; way?: Key; opens?: Key }
  | { do: 'set_hide_done'; hide: boolean }
  | { do: 'show_way'; skill: Key }
  | { do: 'show_opens'; skill: Key }
  | { do: 'open_link'; text: string }
  | { do: 'merge_shared'; skills?: Key[]; unknown?: boolean; known?: boolean }
  | { do: 'dismiss_shared' }
  | { do: 'import_backup'; unknown?: boolean }
  | { do: 'know_roads'; roads: number[] }
  | { do: 'forget_unknown' }
  | { do: 'let_go'; roadmap: string }
  | { do: 'dismiss_backup' }
  | { do: 'save_now' }
  | { do: 'storage_changed' };
