// `?bench` only: window.__bench draws plain graphs at given places, for measuring. Until the first graph is loaded the page
// is the ordinary one.

import { startup } from '../boot/startup.ts';

const encoder = new TextEncoder();
// Longer than a frame takes on a busy machine, or the view would be taken to rest between two of them.
const kRestMs = 250;

// Answers {attach(engine, module), taken()}. Nothing of it exists before `?bench` asks for it.
export function exposeBench(host) {
  let engine = null,
    module = null,
    started = null;
  const ready = new Promise((resolve) => {
    started = resolve;
  });
  let taken = false;

  // The whole page becomes the canvas, and only the bench draws.
  function take() {
    if (taken) return;
    taken = true;
    document.documentElement.dataset.bench = '';
    document.documentElement.dataset.picture = 'yes';
    host.requestFrame = () => {};
    host.changed = () => {};
    const map = document.getElementById('map');
    const size = () =>
      engine.resize(map.clientWidth, map.clientHeight, window.devicePixelRatio, {
        left: 0,
        top: 0,
        right: 0,
        bottom: 0,
      });
    size();
    new ResizeObserver(size).observe(map);
  }

  async function loadBytes(buffer, view) {
    await ready;
    take();
    if (!engine.benchLoad(new Uint8Array(buffer), view)) throw new Error(engine.error());
  }

  // What a view of a large map leaves to be done once it rests is done a moment after the last one, as on the page.
  let view = null,
    shownAt = 0,
    timer = 0;
  function setView(x, y, zoom) {
    view = [x, y, zoom];
    shownAt = performance.now();
    const more = module._wm_bench_view(x, y, zoom) === 1;
    if (more && timer === 0) timer = setTimeout(rest, kRestMs);
  }
  function rest() {
    const left = shownAt + kRestMs - performance.now();
    timer = left > 0 ? setTimeout(rest, left) : 0;
    if (timer === 0) setView(...view);
  }

  window.__bench = {
    ready,
    loadBytes,
    load: (graphJson, view) => loadBytes(encoder.encode(graphJson), view),
    setView,
    bytes: () => module._wm_bench_bytes(),
    frames: () => (module ? module._wm_bench_frames() : 0),
    // Bytes sent to the GPU so far: {scenes, texts, panels, view}.
    uploaded: () => engine.benchUploaded(),
    // [{step, at, took}…] in milliseconds: where the start's time went.
    startup,
    // For tests: where the engine says that things are, {x, y, zoom} and {x, y, w, h} in CSS pixels of the canvas;
    // the texts of the map as [{text, x, y, w, h, semibold, color: 0xRRGGBBAA}…].
    camera: () => engine.benchCamera(),
    card: (key) => engine.benchCard(key),
    labels: () => engine.benchLabels(),
    // What can be pressed in the canvas' panels, [{id, x, y, w, h}…]; and whose caret is hit at a point: the group's key,
    // negative for another part of a skill, 0 for none.
    targets: () => engine.benchTargets(),
    hit: (x, y, coarse) => engine.benchHit(x, y, coarse),
    // The engine's own word, to hold the page against.
    state: () => engine.state(),
    send: (command) => engine.send(command),
  };

  return {
    taken: () => taken,
    // Answers once a graph that was waiting for the engine has had its turn.
    attach(startedEngine, startedModule) {
      engine = startedEngine;
      module = startedModule;
      started();
      return new Promise((resolve) => {
        setTimeout(resolve);
      });
    },
  };
}
