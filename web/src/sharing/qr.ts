// A QR code (ISO/IEC 18004) as a picture. Fetched only when somebody shares.
import qrcode from 'qrcode-generator';

const kPixelsPerModule = 8;
const kQuietZone = 4; // modules, as the standard asks
// Beyond this a phone's camera has trouble with the small modules; the standard ends at 2,953.
const kMaxCharacters = 900;

// The dark modules of `text` in rows as an SVG path, and the side of the square; null when it is too long. Pure.
export function qrPath(text: string): { path: string; side: number } | null {
  if (text.length > kMaxCharacters) return null;
  const code = qrcode(0, 'L');
  code.addData(text, 'Byte');
  code.make();
  const side = code.getModuleCount();
  let path = '';
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      if (!code.isDark(row, column)) continue;
      let end = column + 1;
      while (end < side && code.isDark(row, end)) end++;
      path += `M${column + kQuietZone} ${row + kQuietZone}h${end - column}v1h${column - end}z`;
      column = end;
    }
  }
  return { path, side: side + 2 * kQuietZone };
}

// Dark on white in both themes: cameras read that best. A canvas, because extensions that darken pages repaint an SVG and
// leave a picture alone.
export function qrCode(text: string, label: string): HTMLCanvasElement | null {
  const code = qrPath(text);
  if (!code) return null;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = code.side * kPixelsPerModule;
  canvas.className = 'qr';
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', label);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.scale(kPixelsPerModule, kPixelsPerModule);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, code.side, code.side);
  context.fillStyle = '#000';
  context.fill(new Path2D(code.path));
  return canvas;
}
