// Runs before the first paint (a classic script in <head>): the stored look, so that nothing flashes. theme.js takes over.
(function () {
  var root = document.documentElement,
    stored = {};
  try {
    stored = JSON.parse(localStorage.getItem('waymark:settings') || '{}') || {};
  } catch (e) {
    /* storage refused: the system's look */
  }
  var light = stored.theme ? stored.theme === 'light' : matchMedia('(prefers-color-scheme: light)').matches;
  root.dataset.theme = light ? 'light' : 'dark';
  if (stored.contrast || matchMedia('(prefers-contrast: more)').matches) root.dataset.contrast = 'high';
  if (stored.motion === 'reduced' || matchMedia('(prefers-reduced-motion: reduce)').matches) root.dataset.motion = 'reduced';
  root.dataset.view = 'list';
  root.dataset.outline = matchMedia('(min-width: 900px)').matches ? 'open' : 'closed';
})();
