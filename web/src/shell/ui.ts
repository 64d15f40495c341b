// What opens and what gets the focus: dialogs, palette, outline, map, details; shared by toolbar, keys and palette.
import { $, isPhone, once } from '../lib/dom.ts';
import { otherRoads } from '../road/roads.ts';
import { Backups } from '../storage/backup.ts';
import { makeContext } from '../actions/context.ts';
import { locked } from '../engine/host.ts';
import { Palette } from '../actions/search.ts';

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
}) {
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
  const palette = once(
    () => new Palette({ store, tree, context, hue, say, showFact: (title) => details.showFact(title) }),
  );
  const ui = {
    openSearch: () => palette().open(),
    openShare: async () => (await share()).open(),
    openSetup: async () => (await setup()).open(),
    openNext: async () => (await next()).open(),
    openChanges: async () => (await news()).open(),
    openFilter: () => filter.open(),
    toggleHideDone: () => settings.set('hideDone', settings.get('hideDone') ? undefined : true),
    saveBackup: () => backups.save(),
    makeRoom: async (save) =>
      (await import('../storage/room.ts')).openRoomDialog(
        save,
        (command) => store.send(command),
        (hash) => otherRoads().find((road) => road.hash === hash)?.title,
      ),
    openBackup: () => backups.pick(),
    openHelp: dialogs.openHelp,
    openSettings: dialogs.openSettings,
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
