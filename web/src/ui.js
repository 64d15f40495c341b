// What opens and what gets the focus: dialogs, palette, outline, map, details; shared by toolbar, keys and palette.
import { $, isPhone } from './dom.js';
import { makeCommands } from './commands.js';
import { makeHelp, makeSettings } from './dialogs.js';
import { Palette } from './search.js';
import { ShareDialog } from './share.js';

export function makeUi({ store, tree, hue, say, settings, theme, views, outline, details }) {
  const once = (make) => { let made = null; return () => (made ??= make()); };
  const help = once(makeHelp), settingsDialog = once(() => makeSettings(settings)), share = once(() => new ShareDialog({ store, say }));
  const palette = once(() => new Palette({ store, tree, commands, hue, say }));
  const ui = {
    openSearch: () => palette().open(),
    openShare: () => share().open(),
    openHelp: () => help().showModal(),
    openSettings: () => settingsDialog().showModal(),
    toggleTheme: () => theme.toggle(),
    focusOutline: () => { views.revealOutline(); outline.focusSelected(); },
    focusMap: () => { if (isPhone()) views.show('map'); $('surface').focus({ preventScroll: true }); },
    focusDetails: () => details.focus(),
  };
  const commands = makeCommands({ store, tree, ui });
  return { ui, commands };
}
