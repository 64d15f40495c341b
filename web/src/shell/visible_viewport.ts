// The part of the page that a phone's keyboard leaves to be seen. Some browsers lay the page out anew for it, others only
// say so; then these custom properties let panels keep to what is seen (styles: palette, dialogs, phone, filter).

const kSlack = 1; // pixels that rounding may cost

export interface SeenViewport {
  readonly height: number;
  readonly offsetTop: number;
  readonly scale: number;
}

// What is covered at the top and the bottom of a page `height` pixels high, or null when all of it is seen. Somebody who
// has zoomed in sees a part by choice. Pure.
export function coveredParts(seen: SeenViewport, height: number): { top: number; bottom: number } | null {
  if (Math.abs(seen.scale - 1) > 0.01) return null;
  const top = Math.max(0, seen.offsetTop),
    bottom = Math.max(0, height - seen.offsetTop - seen.height);
  return top > kSlack || bottom > kSlack ? { top, bottom } : null;
}

export function watchVisibleViewport(): void {
  const seen = window.visualViewport;
  if (!seen) return;
  const root = document.documentElement;
  const update = (): void => {
    const covered = coveredParts(seen, window.innerHeight);
    for (const [name, value] of [
      ['--visible-height', covered && `${seen.height}px`],
      ['--covered-top', covered && `${covered.top}px`],
      ['--covered-bottom', covered && `${covered.bottom}px`],
    ] as const) {
      if (value) root.style.setProperty(name, value);
      else root.style.removeProperty(name);
    }
    if (covered) keepInView();
  };
  seen.addEventListener('resize', update);
  seen.addEventListener('scroll', update);
  update();
}

// What is typed in, and what the keys have chosen beside it.
function keepInView(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  field.scrollIntoView({ block: 'nearest' });
  const chosen = field.getAttribute('aria-activedescendant');
  if (chosen) document.getElementById(chosen)?.scrollIntoView({ block: 'nearest' });
}
