// Puts the page together: shell and outline at once, then the engine, then everything that needs it.
import { $ } from './dom.js';
import { Announcer } from './announce.js';
import { boot, BootError } from './boot.js';
import { Details } from './details.js';
import { makeDialogs } from './dialogs.js';
import { Engine } from './engine.js';
import { Changes } from './changes.js';
import { FilterLine } from './filter_line.js';
import { showFailure } from './failure.js';
import { makeHost } from './host.js';
import { Keys } from './keys.js';
import { takeLaunch } from './launch.js';
import { LinkHash } from './link_hash.js';
import { Mirror } from './mirror.js';
import { Notices } from './notices.js';
import { keepOffline, watchConnection } from './offline.js';
import { Outline } from './outline.js';
import { attachPointer } from './pointer.js';
import { Resizer } from './resize.js';
import { restart, takeRestarted } from './restart.js';
import { loadTree } from './load_tree.js';
import { makeUi } from './ui.js';
import { Settings } from './settings.js';
import { attachElsewhere, otherRoads } from './roads.js';
import { attachSavedSign } from './saved_sign.js';
import { SharedBanner } from './shared_banner.js';
import { Store } from './store.js';
import { Theme } from './theme.js';
import { attachIntro } from './start_panel.js';
import { attachToolbar, attachTools } from './toolbar.js';
import { ViewTabs } from './view_tabs.js';

const root = document.documentElement,
  mirror = new Mirror();
const benching = new URLSearchParams(location.search).has('bench');
const launch = takeLaunch();
const settings = new Settings(),
  theme = new Theme(settings),
  links = new LinkHash(),
  views = new ViewTabs();
const announcer = new Announcer($('live')),
  say = (text) => announcer.say(text);
const outline = new Outline($('outline'));
const dialogs = makeDialogs(settings, otherRoads());
attachTools({ openHelp: dialogs.openHelp, openSettings: dialogs.openSettings, toggleTheme: () => theme.toggle() });

const canvas = window.waymarkCanvas; // early.js has asked it for a drawing context
$('map').prepend(canvas);

function onProgress(got, total) {
  const bar = $('download');
  if (total > 0) bar.value = Math.min(1, got / total);
}

function endLoading() {
  root.removeAttribute('data-loading');
  root.removeAttribute('data-sketch');
}

let stopped = false;

async function run() {
  let store = null;
  const { host, attach, drawNow } = makeHost({
    mirror,
    onChanged: () => store?.changed(),
    onCursor: (name) => {
      $('surface').style.cursor = name;
    },
  });
  const bench = benching ? (await import('./bench.js')).exposeBench(host) : null;
  const { module, roadmap } = await boot({ canvas, host, onProgress });
  const engine = new Engine(module, () => {
    stopped = true;
    if (!restart()) showFailure('stopped');
  });
  await bench?.attach(engine, module);
  if (bench?.taken()) {
    shown();
    return;
  }
  engine.prepare();
  const bytes = await roadmap;
  performance.mark('waymark:received');
  attach(engine);
  if (!engine.loadRoadmap(bytes)) throw new BootError('roadmap', null, engine.errors());
  performance.mark('waymark:opened');
  store = new Store(engine);
  store.refresh();
  connect(engine, store, drawNow);
  performance.mark('waymark:connected');
  root.dataset.picture = engine.hasPicture ? 'yes' : 'none';
  host.requestFrame();
  // After the engine's own frame, and once more when that one is on the screen.
  requestAnimationFrame(() => {
    performance.mark('waymark:drawn');
    requestAnimationFrame(shown);
  });
}

// The map can be used.
function shown() {
  endLoading();
  root.dataset.ready = 'true';
  performance.mark('waymark:ready');
}

function connect(engine, store, drawNow) {
  const tree = loadTree(outline.tree, store),
    surface = $('surface'),
    hue = (key) => tree.get(key)?.hue;
  const details = new Details($('details')),
    keys = new Keys(),
    notices = new Notices($('toasts'), $('banners'), say);
  const filter = new FilterLine({ buttons: document.querySelectorAll('.filter-button'), line: $('filter-line') }),
    changes = new Changes($('banners'));
  const { ui, commands } = makeUi({ store, tree, hue, say, settings, dialogs, theme, views, outline, details, filter, changes, notices });
  theme.attach(store);
  outline.attach(store, tree);
  details.attach(store, tree, { hue, openSetup: ui.openSetup, openNext: ui.openNext, pace: () => settings.get('hoursPerWeek') });
  attachToolbar(store, settings, ui);
  attachIntro($('intro'), store, tree, hue);
  new SharedBanner($('banners')).attach(store, tree, { hue, say });
  notices.attach(store, ui);
  attachSavedSign(store, mirror);
  attachElsewhere(store, notices);
  filter.attach(store, tree, settings, say);
  changes.attach(store, tree, { open: ui.openChanges, say });
  announcer.attach(store, tree, (title) => notices.celebrate(title));
  keys.attach({ store, tree, commands, ui, surface });
  if (engine.hasPicture) {
    attachPointer(surface, engine, settings, keys);
    new Resizer({ engine, drawNow, map: $('map'), zoom: $('zoom'), details: $('details'), banners: $('banners') });
  } else {
    showFailure('noWebGL');
  }
  links.attach(store, tree, (text) => notices.show(text));
  commands.find(({ id }) => id === launch)?.run();
  if (launch === 'search') ui.openSearch();
  watchConnection((text) => notices.show(text));
  if (takeRestarted()) notices.show('The map had stopped and was started again. Your progress is here.');
  if (!benching) keepOffline({ offer: (text, label, act) => notices.offer(text, label, act) });
}

run().catch((error) => {
  if (stopped) return; // and has said so
  const known = error instanceof BootError ? error.kind : 'start',
    kind = known === 'download' && navigator.onLine === false ? 'offline' : known;
  console.warn(error);
  endLoading();
  showFailure(kind, error.problems);
});
