// Runs before the first paint (a classic script in <head>): the stored look, so that nothing flashes (theme.js takes over), and
// the drawing context, which a browser that is painting already gives much later. It is asked for with the engine's wishes.
(function () {
  const root = document.documentElement;
  let stored: { theme?: string; contrast?: boolean; motion?: string } = {};
  try {
    stored = (JSON.parse(localStorage.getItem('waymark:settings') || '{}') as typeof stored | null) || {};
  } catch {
    /* storage refused: the system's look */
  }
  const light = stored.theme ? stored.theme === 'light' : matchMedia('(prefers-color-scheme: light)').matches;
  root.dataset.theme = light ? 'light' : 'dark';
  if (stored.contrast || matchMedia('(prefers-contrast: more)').matches) root.dataset.contrast = 'high';
  if (stored.motion === 'reduced' || matchMedia('(prefers-reduced-motion: reduce)').matches)
    root.dataset.motion = 'reduced';
  root.dataset.view = 'list';
  root.dataset.outline = matchMedia('(min-width: 900px)').matches ? 'open' : 'closed';
  // What can be read is painted first; the rest when the map is drawn (main.js), or when that takes long.
  root.dataset.sketch = '';
  setTimeout(function () {
    root.removeAttribute('data-sketch');
  }, 1500);
  const canvas = document.createElement('canvas');
  window.waymarkCanvas = canvas;
  canvas.id = 'canvas';
  canvas.setAttribute('aria-hidden', 'true');
  // As the engine opens it: every other size would be one more buffer to wait for.
  canvas.width = canvas.height = 1;
  canvas.getContext('webgl2', { alpha: false, depth: false, stencil: false, antialias: false });
  performance.mark('waymark:context');
})();
