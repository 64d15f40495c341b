// What opens and what gets the focus: dialogs, palette, outline, map, details; shared by toolbar, keys and palette.
import { $, isPhone, once } from '../lib/dom.ts';
import { otherRoads } from '../road/roads.ts';
import { Backups } from '../storage/backup.ts';
import { makeContext } from '../actions/context.ts';
import { locked } from '../engine/host.ts';
import { Palette } from '../actions/search.ts';
import type { ActionContext, ActionUi } from '../actions/action.ts';
import type { Details } from '../details/details.ts';
import type { Dialogs } from '../dialogs/dialogs.ts';
import type { Key, Save } from '../engine/protocol.ts';
import type { OpenStore } from '../engine/store.ts';
import type { FilterLine } from '../filter/filter_line.ts';
import type { Outline } from '../outline/outline.ts';
import type { RoadmapTree } from '../outline/roadmap_tree.ts';
import type { Changes } from '../road/changes.ts';
import type { Settings } from '../storage/settings.ts';
import type { Notices } from './notices.ts';
import type { Theme } from './theme.ts';
import type { ViewTabs } from './view_tabs.ts';

interface Parts {
  store: OpenStore;
  tree: RoadmapTree;
  hue: (key: Key) => number | undefined;
  say: (text: string) => void;
  settings: Settings;
  dialogs: Dialogs;
  theme: Theme;
  views: ViewTabs;
  outline: Outline;
  details: Details;
  filter: FilterLine;
  changes: Changes;
  notices: Notices;
  endDrag: () => boolean;
}

export interface Ui extends Omit<ActionUi, 'backOut'> {
  makeRoom(save: Save): void;
}

export function makeUi({
  store,
  tree,
  hue,
  say,
  settings,
  dialogs,
  theme,
  views,
  outline,
  details,
  filter,
  changes,
  notices,
  endDrag,
}: Parts): { ui: Ui; context: ActionContext } {
  const backups = new Backups({ store, tree, settings, notices, locked });
  dialogs.offerBackups(backups);
  // What few need at first comes when it is asked for.
  const share = once(
    async () =>
      new (await import('../sharing/share.ts')).ShareDialog({ store, settings, saveBackup: () => backups.save() }),
  );
  const setup = once(async () => new (await import('../dialogs/setup_dialog.ts')).SetupDialog({ store, tree }));
  const next = once(async () => new (await import('../dialogs/next_dialog.ts')).NextDialog({ store, tree, hue }));
  const news = once(
    async () => new (await import('../dialogs/changes_dialog.ts')).ChangesDialog({ store, tree, hue, changes }),
  );
  const palette: () => Palette = once(
    (): Palette => new Palette({ store, tree, context, hue, say, showFact: (title) => details.showFact(title) }),
  );
  const ui: Ui = {
    openSearch: () => palette().open(),
    openShare: () => void share().then((dialog) => dialog.open()),
    openSetup: () => void setup().then((dialog) => dialog.open()),
    openNext: () => void next().then((dialog) => dialog.open()),
    openChanges: () => void news().then((dialog) => dialog.open()),
    openFilter: () => void filter.open(),
    toggleHideDone: () => settings.set('hideDone', settings.get('hideDone') ? undefined : true),
    saveBackup: () => backups.save(),
    makeRoom: (save) =>
      void import('../storage/room.ts').then(({ openRoomDialog }) =>
        openRoomDialog(
          save,
          (command) => store.send(command),
          (hash) => otherRoads().find((road) => road.hash === hash)?.title,
        ),
      ),
    openBackup: () => backups.pick(),
    openHelp: () => void dialogs.openHelp(),
    openSettings: () => void dialogs.openSettings(),
    toggleTheme: () => theme.toggle(),
    focusOutline: () => {
      views.revealOutline();
      outline.focusSelected();
    },
    focusMap: () => {
      if (isPhone()) views.show('map');
      $('surface').focus({ preventScroll: true });
    },
    focusDetails: () => details.focus(),
    print: () => window.print(),
  };
  const context = makeContext(store, tree, ui, endDrag);
  return { ui, context };
}
