// Extensions that darken pages (Dark Reader and what is built on it) repaint the document and leave the canvas as it is: a
// white map in a dark page. The page has a dark look of its own, so it takes that and asks the extension to leave.

const kMarks = ['data-darkreader-mode', 'data-darkreader-scheme'];

// Asks it not to repaint this page (https://github.com/darkreader/darkreader/blob/main/CONTRIBUTING.md).
function lock(): void {
  if (document.querySelector('meta[name=darkreader-lock]')) return;
  const meta = document.createElement('meta');
  meta.name = 'darkreader-lock';
  document.head.append(meta);
}

// Calls `darken` once when such an extension darkens the page, now or later.
export function watchDarkExtension(darken: () => void): void {
  const root = document.documentElement;
  const look = (): boolean => {
    if (!kMarks.some((mark) => root.hasAttribute(mark))) return false;
    const dark = root.getAttribute('data-darkreader-scheme') !== 'dimmed';
    lock();
    if (dark) darken();
    return true;
  };
  if (look()) return;
  const observer = new MutationObserver(() => {
    if (look()) observer.disconnect();
  });
  observer.observe(root, { attributes: true, attributeFilter: kMarks });
}
