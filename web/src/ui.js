// What opens and what gets the focus: dialogs, palette, outline, map, details; shared by toolbar, keys and palette.
import { $, isPhone, once } from './dom.js';
import { Backups } from './backup.js';
import { makeCommands } from './commands.js';
import { locked } from './host.js';
import { Palette } from './search.js';
import { SetupDialog } from './setup_dialog.js';
import { ShareDialog } from './share.js';

export function makeUi({ store, tree, hue, say, settings, dialogs, theme, views, outline, details, notices }) {
  const backups = new Backups({ store, tree, settings, notices, locked });
  dialogs.offerBackups(backups);
  const share = once(() => new ShareDialog({ store, say, settings }));
  const setup = once(() => new SetupDialog({ store, tree, settings }));
  const palette = once(
    () => new Palette({ store, tree, commands, hue, say, showFact: (title) => details.showFact(title) }),
  );
  const ui = {
    openSearch: () => palette().open(),
    openShare: () => share().open(),
    openSetup: () => setup().open(),
    saveBackup: () => backups.save(),
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
  };
  const commands = makeCommands({ store, tree, ui });
  return { ui, commands };
}
