// Small helpers that make elements. Text goes in as text, never as HTML.

export const $ = (id) => document.getElementById(id);

const kSvg = 'http://www.w3.org/2000/svg';

// h('button.chip', {type: 'button', onclick}, 'text', child, …). Attributes by name, handlers as on…, `false`/null left out.
export function h(spec, props = {}, ...children) {
  const [tag, ...classes] = spec.split('.');
  const el = document.createElement(tag || 'div');
  if (classes.length) el.className = classes.join(' ');
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) el.addEventListener(name.slice(2), value);
    else el.setAttribute(name, value === true ? '' : value);
  }
  el.append(...children.flat().filter((c) => c !== null && c !== undefined && c !== false));
  return el;
}

export function icon(name, className = 'icon') {
  const svg = document.createElementNS(kSvg, 'svg'),
    use = document.createElementNS(kSvg, 'use');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `#i-${name}`);
  svg.append(use);
  return svg;
}

// The sign of a state, see format.js `markOf`.
export function stateMark(mark) {
  const svg = icon(mark === 'locked' ? 'locked' : `state-${mark}`, 'state-mark');
  svg.dataset.mark = mark;
  return svg;
}

export function setStateMark(svg, mark) {
  if (svg.dataset.mark === mark) return;
  svg.dataset.mark = mark;
  svg.firstChild.setAttribute('href', mark === 'locked' ? '#i-locked' : `#i-state-${mark}`);
}

export function ring(fraction, radius = 12) {
  const svg = document.createElementNS(kSvg, 'svg');
  svg.setAttribute('class', 'ring');
  svg.setAttribute('viewBox', '0 0 30 30');
  svg.setAttribute('aria-hidden', 'true');
  for (const part of ['ring-track', 'ring-fill']) {
    const circle = document.createElementNS(kSvg, 'circle');
    for (const [name, value] of [
      ['class', part],
      ['cx', 15],
      ['cy', 15],
      ['r', radius],
      ['pathLength', 100],
    ])
      circle.setAttribute(name, value);
    svg.append(circle);
  }
  setRing(svg, fraction);
  return svg;
}

export function setRing(svg, fraction) {
  const value = Math.round(Math.min(1, Math.max(0, fraction || 0)) * 1000) / 10;
  svg.querySelector('.ring-fill').setAttribute('stroke-dasharray', `${value} 100`);
}

// Whether the focus is where letters are typed.
export function isTyping(target = document.activeElement) {
  return Boolean(
    target?.closest?.('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]'),
  );
}

// `make` called at the first need, and never again.
export function once(make) {
  let made = null;
  return () => (made ??= make());
}

export const isPhone = () => matchMedia('(max-width: 760px)').matches;

// Answers whether the browser let us.
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
