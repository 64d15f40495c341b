// Runs in the page before anything of its own, in every engine alike: keeps what must never happen, over reloads too.
(() => {
  const kKey = 'test:wrongs';
  const add = (text) => sessionStorage.setItem(kKey, JSON.stringify([...JSON.parse(sessionStorage.getItem(kKey) ?? '[]'), text]));
  addEventListener('error', (e) => add(e.message ? `exception: ${e.message}` : `not loaded: ${e.target.src ?? e.target.href}`), true);
  addEventListener('unhandledrejection', (e) => add(`unhandled rejection: ${e.reason}`));
  document.addEventListener('securitypolicyviolation', (e) => add(`policy: ${e.violatedDirective} ${e.blockedURI}`));
  for (const level of ['error', 'warn']) {
    const said = console[level];
    console[level] = (...words) => {
      add(`console ${level}: ${words.join(' ')}`);
      said.apply(console, words);
    };
  }
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) if (new URL(name).origin !== location.origin) add(`request to ${name}`);
  }).observe({ type: 'resource', buffered: true });
})();
