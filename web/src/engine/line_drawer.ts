// Lines of text as pictures, for the canvas: scripts that the bundled font lacks, which the browser has fonts for and shapes.

// A line that is a little too long is drawn narrower, down to this share; then it ends in an ellipsis.
const kLeastCondensed = 0.85;
const kAir = 1; // pixels round the letters, so that a neighbour in the atlas never shows
const kRightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

// Browsers that guard against being told apart may give back other pixels than were drawn.
function honest(pen) {
  pen.fillStyle = '#fc3';
  pen.fillRect(0, 0, 2, 2);
  return String(pen.getImageData(0, 0, 1, 1).data) === '255,204,51,255';
}

// Answers draw(text, semibold, size, color 0xRRGGBBAA, room) → {width, height, left, baseline, advance, pixels} | null, in
// pixels; null too when pictures can't be had here.
export function lineDrawer() {
  let canvas = null,
    pen = null;
  // Most roads never need one, and the first takes a browser some 20 ms.
  const open = () => {
    canvas = document.createElement('canvas');
    pen = canvas.getContext('2d', { willReadFrequently: true });
    if (pen && !honest(pen)) pen = null;
  };
  return (text, semibold, size, color, room) => {
    if (!canvas) open();
    if (!pen) return null;
    const ready = () => {
      pen.font = `${semibold ? 600 : 400} ${size}px Inter, system-ui, sans-serif`;
      // The first letter that has a direction says which way the line runs (Unicode Standard Annex 9, rules P2 and P3).
      pen.direction = kRightToLeft.test(/\p{L}/u.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr';
      pen.textAlign = 'left';
      pen.fillStyle = `#${(color >>> 8).toString(16).padStart(6, '0')}`;
    };
    ready();
    const line = room > 0 ? fitted(pen, text, room / kLeastCondensed) : text;
    const box = pen.measureText(line);
    if (!(box.width > 0)) return null;
    const condensed = room > 0 ? Math.min(1, room / box.width) : 1;
    const left = Math.ceil(Math.max(0, box.actualBoundingBoxLeft) * condensed) + kAir;
    const baseline = Math.ceil(Math.max(0, box.actualBoundingBoxAscent)) + kAir;
    const width = left + Math.ceil(Math.max(box.width, box.actualBoundingBoxRight) * condensed) + kAir;
    const height = baseline + Math.ceil(Math.max(0, box.actualBoundingBoxDescent)) + kAir;
    // A canvas forgets its settings when its size changes.
    canvas.width = width;
    canvas.height = height;
    ready();
    pen.setTransform(condensed, 0, 0, 1, left, baseline);
    pen.fillText(line, 0, 0);
    const { data } = pen.getImageData(0, 0, width, height);
    // Where nothing is drawn the colour still counts once the picture is scaled.
    const words = new Uint32Array(data.buffer);
    const clear = ((color >>> 24) | ((color >>> 8) & 0xff00) | ((color & 0xff00) << 8)) >>> 0;
    for (let i = 0; i < words.length; ++i) if (words[i] >>> 24 === 0) words[i] = clear;
    return { width, height, left, baseline, advance: box.width * condensed, pixels: data };
  };
}

// `text`, or its longest beginning of whole graphemes that fits with an ellipsis.
function fitted(pen, text, room) {
  const wide = (line) => pen.measureText(line).width > room;
  if (!wide(text)) return text;
  const whole = globalThis.Intl?.Segmenter
    ? [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
    : [...text];
  let fits = 0;
  for (let most = whole.length; fits < most;) {
    const middle = Math.ceil((fits + most) / 2);
    if (wide(`${whole.slice(0, middle).join('')}…`)) most = middle - 1;
    else fits = middle;
  }
  return `${whole.slice(0, fits).join('').trimEnd()}…`;
}
