// Lines of text as pictures, for the canvas: scripts that the bundled font lacks, which the browser has fonts for and shapes.

// A line that is a little too long is drawn narrower, down to this share; then it ends in an ellipsis.
const kLeastCondensed = 0.85;
const kAir = 1; // pixels round the letters, so that a neighbour in the atlas never shows
const kRightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

// What the engine asks of the page for one line (src/ui/fallback_rasterizer.hpp); the sizes are in pixels.
export interface LineBitmap {
  width: number;
  height: number;
  left: number;
  baseline: number;
  advance: number;
  pixels: Uint8ClampedArray;
}
export type DrawLine = (
  text: string,
  semibold: boolean,
  size: number,
  color: number, // 0xRRGGBBAA
  room: number,
) => LineBitmap | null;

// Browsers that guard against being told apart may give back other pixels than were drawn.
function readbackIsExact(pen: CanvasRenderingContext2D): boolean {
  pen.fillStyle = '#fc3';
  pen.fillRect(0, 0, 2, 2);
  return String(pen.getImageData(0, 0, 1, 1).data) === '255,204,51,255';
}

// A function that draws lines; it returns null for a line without ink, and for every line where bitmaps can't be had.
export function fallbackRasterizer(): DrawLine {
  let canvas: HTMLCanvasElement | null = null;
  let pen: CanvasRenderingContext2D | null = null;
  // Most roads never need one, and the first takes a browser some 20 ms.
  const open = () => {
    canvas = document.createElement('canvas');
    const opened = canvas.getContext('2d', { willReadFrequently: true });
    pen = opened && readbackIsExact(opened) ? opened : null;
    return canvas;
  };
  return (text, semibold, size, color, room) => {
    const sheet = canvas ?? open();
    const ink = pen;
    if (!ink) return null;
    const ready = () => {
      ink.font = `${semibold ? 600 : 400} ${size}px Inter, system-ui, sans-serif`;
      // The first letter that has a direction says which way the line runs (Unicode Standard Annex 9, rules P2 and P3).
      ink.direction = kRightToLeft.test(/\p{L}/u.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr';
      ink.textAlign = 'left';
      ink.fillStyle = `#${(color >>> 8).toString(16).padStart(6, '0')}`;
    };
    ready();
    const line = room > 0 ? fitted(ink, text, room / kLeastCondensed) : text;
    const box = ink.measureText(line);
    if (!(box.width > 0)) return null;
    const condensed = room > 0 ? Math.min(1, room / box.width) : 1;
    const left = Math.ceil(Math.max(0, box.actualBoundingBoxLeft) * condensed) + kAir;
    const baseline = Math.ceil(Math.max(0, box.actualBoundingBoxAscent)) + kAir;
    const width = left + Math.ceil(Math.max(box.width, box.actualBoundingBoxRight) * condensed) + kAir;
    const height = baseline + Math.ceil(Math.max(0, box.actualBoundingBoxDescent)) + kAir;
    // A canvas forgets its settings when its size changes.
    sheet.width = width;
    sheet.height = height;
    ready();
    ink.setTransform(condensed, 0, 0, 1, left, baseline);
    ink.fillText(line, 0, 0);
    const { data } = ink.getImageData(0, 0, width, height);
    // Where nothing is drawn the colour still counts once the picture is scaled.
    const words = new Uint32Array(data.buffer);
    const clear = ((color >>> 24) | ((color >>> 8) & 0xff00) | ((color & 0xff00) << 8)) >>> 0;
    for (let i = 0; i < words.length; ++i) if (words[i] >>> 24 === 0) words[i] = clear;
    return { width, height, left, baseline, advance: box.width * condensed, pixels: data };
  };
}

// `text`, or its longest beginning of whole graphemes that fits with an ellipsis.
function fitted(pen: CanvasRenderingContext2D, text: string, room: number): string {
  const wide = (line: string) => pen.measureText(line).width > room;
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
