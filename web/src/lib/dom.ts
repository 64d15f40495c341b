// Small helpers that make elements. Text goes in as text, never as HTML.

// The element of index.html with that id, which is there for as long as the page is.
export function $<E extends HTMLElement = HTMLElement>(id: string): E {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no element #${id}`);
  return element as E;
}

export type Child = Node | string | number | null | undefined | false;
type Attribute = string | number | boolean | null | undefined;
type Handlers = {
  [Name in keyof HTMLElementEventMap as `on${Name}`]?: ((event: HTMLElementEventMap[Name]) => unknown) | null;
};
export type Props = Handlers & { [name: string]: Attribute | Handlers[keyof Handlers] };

const kSvg = 'http://www.w3.org/2000/svg';

// h('button.chip', {type: 'button', onclick}, 'text', child, …). Attributes by name, handlers as on…, `false`/null left out.
export function h<Tag extends keyof HTMLElementTagNameMap>(
  spec: Tag | `${Tag}.${string}`,
  props: Props | null = {},
  ...children: (Child | readonly Child[])[]
): HTMLElementTagNameMap[Tag] {
  const [tag, ...classes] = spec.split('.') as [Tag, ...string[]];
  const el = document.createElement(tag);
  if (classes.length) el.className = classes.join(' ');
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') el.addEventListener(name.slice(2), value as EventListener);
    else el.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false)
      el.append(child instanceof Node ? child : String(child));
  }
  return el;
}

export function icon(name: string, className = 'icon'): SVGSVGElement {
  const svg = document.createElementNS(kSvg, 'svg'),
    use = document.createElementNS(kSvg, 'use');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `#i-${name}`);
  svg.append(use);
  return svg;
}

// The sign of a state, see format.js `markOf`.
export function stateMark(mark: string): SVGSVGElement {
  const svg = icon(mark === 'locked' ? 'locked' : `state-${mark}`, 'state-mark');
  svg.dataset.mark = mark;
  return svg;
}

export function setStateMark(svg: SVGSVGElement, mark: string): void {
  if (svg.dataset.mark === mark) return;
  svg.dataset.mark = mark;
  svg.firstElementChild?.setAttribute('href', mark === 'locked' ? '#i-locked' : `#i-state-${mark}`);
}

export function ring(fraction: number, radius = 12): SVGSVGElement {
  const svg = document.createElementNS(kSvg, 'svg');
  svg.setAttribute('class', 'ring');
  svg.setAttribute('viewBox', '0 0 30 30');
  svg.setAttribute('aria-hidden', 'true');
  for (const part of ['ring-track', 'ring-fill']) {
    const circle = document.createElementNS(kSvg, 'circle');
    for (const [name, value] of [
      ['class', part],
      ['cx', '15'],
      ['cy', '15'],
      ['r', String(radius)],
      ['pathLength', '100'],
    ] as const)
      circle.setAttribute(name, value);
    svg.append(circle);
  }
  setRing(svg, fraction);
  return svg;
}

export function setRing(svg: SVGSVGElement, fraction: number): void {
  const value = Math.round(Math.min(1, Math.max(0, fraction || 0)) * 1000) / 10;
  svg.querySelector('.ring-fill')?.setAttribute('stroke-dasharray', `${value} 100`);
}

// Whether the focus is where letters are typed.
export function isTyping(target: Element | null = document.activeElement): boolean {
  return Boolean(target?.closest('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]'));
}

// `make` called at the first need, and never again.
export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

export const kPhone = '(max-width: 760px)';
export const isPhone = (): boolean => matchMedia(kPhone).matches;

// Returns whether the browser let us.
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
