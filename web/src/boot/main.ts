// Puts the page together: shell and outline at once, then the engine, then everything that needs it.
import { $ } from '../lib/dom.ts';
import { Announcer } from '../shell/announce.ts';
import { boot, BootError, wholeRoadmap } from './boot.ts';
import { openRoad } from './open_road.ts';
import { Details } from '../details/details.ts';
import { makeDialogs } from '../dialogs/dialogs.ts';
import { Engine } from '../engine/engine.ts';
import { Changes } from '../road/changes.ts';
import { FilterLine } from '../filter/filter_line.ts';
import { showFailure } from './failure.ts';
import { makeHost, type Host } from '../engine/host.ts';
import type { Key } from '../engine/protocol.ts';
import { actionById } from '../actions/action_table.ts';
import { openCanvasMenu, runChosen } from '../actions/canvas_menu.ts';
import { Keys } from '../actions/keys.ts';
import { takeLaunch } from './launch.ts';
import { LinkHash } from '../sharing/link_hash.ts';
import { Mirror } from '../storage/mirror.ts';
import { Notices } from '../shell/notices.ts';
import { keepOffline, watchConnection } from '../offline/offline.ts';
import { Outline } from '../outline/outline.ts';
import { attachPointer, type Hand } from '../shell/pointer.ts';
import { Resizer } from '../shell/resize.ts';
import { restart, takeRestarted } from './restart.ts';
import { loadTree } from '../outline/load_tree.ts';
import { makeUi } from '../shell/ui.ts';
import { Settings } from '../storage/settings.ts';
import { attachElsewhere, otherRoads } from '../road/roads.ts';
import { attachSavedSign } from '../storage/saved_sign.ts';
import { SharedBanner } from '../sharing/shared_banner.ts';
import { Store, type OpenStore } from '../engine/store.ts';
import { Theme } from '../shell/theme.ts';
import { openWholeRoad } from '../road/whole_road.ts';
import { attachIntro } from '../road/start_panel.ts';
import { paceOf } from '../road/plan_date.ts';
import { attachToolbar, attachTools } from '../shell/toolbar.ts';
import { ViewTabs } from '../shell/view_tabs.ts';
import { watchVisibleViewport } from '../shell/visible_viewport.ts';
import { watchLayers } from '../shell/watch_layers.ts';
import { canvasCatalogue, chooseLanguage, t } from '../lib/messages.ts';
import { translatePage } from '../lib/translate_page.ts';

// Before anything is said. Unlisted so far: ?lang=pseudo, for tests.
if (await chooseLanguage(new URLSearchParams(location.search).get('lang'))) translatePage();

const root = document.documentElement,
  mirror = new Mirror();
const benching = new URLSearchParams(location.search).has('bench');
const launch = takeLaunch();
const settings = new Settings(),
  theme = new Theme(settings),
  links = new LinkHash(),
  views = new ViewTabs();
watchLayers(links.layers, views);
const announcer = new Announcer($('live')),
  say = (text: string) => announcer.say(text);
const outline = new Outline($('outline'));
const dialogs = makeDialogs(settings, otherRoads());
attachTools({
  openHelp: () => void dialogs.openHelp(),
  openSettings: () => void dialogs.openSettings(),
  toggleTheme: () => theme.toggle(),
});

watchVisibleViewport();

const canvas = window.waymarkCanvas; // early.js has asked it for a drawing context
$('map').prepend(canvas);

function onProgress(got: number, total: number): void {
  const bar = $<HTMLProgressElement>('download');
  if (total > 0) bar.value = Math.min(1, got / total);
}

function endLoading(): void {
  root.removeAttribute('data-loading');
  root.removeAttribute('data-sketch');
}

let stopped = false,
  tellStopped: () => void = () => {};
const kSearchSkills = 500;

async function run(): Promise<void> {
  let store: Store | null = null;
  const { host, attach, drawNow } = makeHost({
    mirror,
    onChanged: () => store?.changed(),
    onCursor: (name) => {
      $('surface').style.cursor = name;
    },
  });
  const bench = benching ? (await import('../engine/bench.ts')).exposeBench(host) : null;
  const { module, roadmap } = await boot({ canvas, host, onProgress });
  const engine = new Engine(module, () => {
    stopped = true;
    const unsaved = root.dataset.saved !== 'saved';
    tellStopped();
    if (!restart(unsaved)) showFailure('stopped');
  });
  await bench?.attach(engine, module);
  if (bench?.taken()) {
    shown();
    return;
  }
  engine.prepare();
  engine.setMessages(canvasCatalogue());
  const bytes = await roadmap;
  performance.mark('waymark:received');
  attach(engine);
  if (!(await openRoad(engine, bytes))) throw new BootError('roadmap', null, engine.errors());
  performance.mark('waymark:opened');
  const opened = (store = new Store(engine));
  opened.send({ do: 'know_roads', roads: otherRoads().map(({ hash }) => hash) });
  opened.refresh();
  if (!opened.isOpen()) throw new BootError('start', 'The engine tells of no road.');
  connect(engine, opened, host, drawNow);
  performance.mark('waymark:connected');
  root.dataset.picture = engine.hasPicture ? 'yes' : 'none';
  host.requestFrame();
  // After the engine's own frame, and once more when that one is on the screen.
  requestAnimationFrame(() => {
    performance.mark('waymark:drawn');
    requestAnimationFrame(() => {
      shown();
      void openWholeRoad(
        wholeRoadmap(),
        (bytes) => engine.loadRoadmap(bytes),
        () => {
          opened.refresh();
          root.dataset.whole = 'true';
          prepareSearch(engine);
        },
      );
    });
  });
}

// A few milliseconds at a time, while nothing else is to be done.
function prepareSearch(engine: Engine): void {
  const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
  const step = (): void => {
    if (engine.prepareSearch(kSearchSkills)) idle(step);
  };
  idle(step);
}

// The map can be used.
function shown(): void {
  endLoading();
  root.dataset.ready = 'true';
  performance.mark('waymark:ready');
}

function connect(engine: Engine, store: OpenStore, host: Host, drawNow: () => void): void {
  const tree = loadTree(store.state.tree),
    surface = $('surface'),
    hue = (key: Key) => tree.get(key)?.hue;
  const details = new Details($('details')),
    keys = new Keys(),
    notices = new Notices($('toasts'), $('banners'), say);
  const filter = new FilterLine({
      buttons: document.querySelectorAll<HTMLButtonElement>('.filter-button'),
      line: $('filter-line'),
    }),
    changes = new Changes($('banners'));
  let hand: Hand | null = null;
  const { ui, context } = makeUi({
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
    endDrag: () => hand?.cancel() ?? false,
  });
  theme.attach(store);
  outline.attach(store, tree);
  // What is the road's is in its language, whichever the page speaks.
  for (const part of [$('title'), $('outline').querySelector('[role=tree]')])
    part?.setAttribute('lang', store.state.roadmap.language);
  details.attach(store, tree, {
    hue,
    openSetup: ui.openSetup,
    openNext: ui.openNext,
    pace: () => paceOf(store.state),
    onPace: (run: () => void) => store.subscribe(['schedule'], run),
  });
  attachToolbar(store, context);
  attachIntro($('intro'), store, tree, hue);
  new SharedBanner($('banners')).attach(store, tree, { hue, say });
  notices.attach(store, ui);
  attachSavedSign(store, mirror, (hear) => {
    tellStopped = hear;
  });
  attachElsewhere(store, notices);
  filter.attach(store, tree, settings, say);
  changes.attach(store, tree, { open: ui.openChanges, say });
  announcer.attach(store, tree, (title) => notices.celebrate(title));
  keys.attach({ context, surface });
  host.menuOpened = (skill) => openCanvasMenu(context, skill);
  host.menuChosen = (id, skill) => runChosen(context, id, skill);
  if (engine.hasPicture) {
    hand = attachPointer(surface, engine, settings, keys);
    new Resizer({ engine, drawNow, map: $('map'), zoom: $('zoom'), details: $('details'), banners: $('banners') });
  } else {
    showFailure('noWebGL');
  }
  links.attach(store, tree, (text) => notices.show(text));
  // What the address and the launch open is part of the page, not above it.
  setTimeout(() => links.layers.start());
  if (launch) actionById(launch).run(context, 0);
  watchConnection((text) => notices.show(text));
  const restarted = takeRestarted();
  if (restarted) notices.show(t(restarted === 'whole' ? 'failure.restarted' : 'failure.restarted-lost'));
  if (!benching) keepOffline({ offer: (text, label, act) => notices.offer(text, label, act) });
}

run().catch((error: unknown) => {
  if (stopped) return; // and has said so
  const failed = error instanceof BootError ? error : null,
    known = failed?.kind ?? 'start',
    kind = known === 'download' && navigator.onLine === false ? 'offline' : known;
  console.warn(error);
  endLoading();
  links.layers.start();
  showFailure(kind, failed?.problems);
});
