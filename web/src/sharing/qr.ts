// A QR code (ISO/IEC 18004) as an SVG. Fetched only when somebody shares.
import qrcode from 'qrcode-generator';

const kSvg = 'http://www.w3.org/2000/svg';
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

// Dark on white in both themes: cameras read that best.
export function qrCode(text: string, label: string): SVGSVGElement | null {
  const code = qrPath(text);
  if (!code) return null;
  const svg = document.createElementNS(kSvg, 'svg'),
    ground = document.createElementNS(kSvg, 'rect'),
    path = document.createElementNS(kSvg, 'path');
  svg.setAttribute('viewBox', `0 0 ${code.side} ${code.side}`);
  svg.setAttribute('class', 'qr');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  svg.setAttribute('shape-rendering', 'crispEdges');
  for (const [name, value] of Object.entries({ width: code.side, height: code.side, fill: '#fff' }))
    ground.setAttribute(name, String(value));
  path.setAttribute('d', code.path);
  path.setAttribute('fill', '#000');
  svg.append(ground, path);
  return svg;
}
