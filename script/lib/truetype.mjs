// Reads the advance widths and vertical metrics of a TrueType font (OpenType 1.9: head, hhea, hmtx, cmap 4 and 12).

export function readMetrics(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map();
  for (let i = 0; i < view.getUint16(4); ++i) {
    const at = 12 + 16 * i;
    tables.set(bytes.toString('latin1', at, at + 4), view.getUint32(at + 8));
  }
  const table = (tag) => {
    if (!tables.has(tag)) throw new Error(`the font has no ${tag} table`);
    return tables.get(tag);
  };
  const hhea = table('hhea');
  const hmtx = table('hmtx');
  const longMetrics = view.getUint16(hhea + 34);
  const glyphs = glyphFinder(view, table('cmap'));
  return {
    unitsPerEm: view.getUint16(table('head') + 18),
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    lineGap: view.getInt16(hhea + 8),
    // In font units; undefined when the font lacks the code point.
    advance(codePoint) {
      const glyph = glyphs(codePoint);
      return glyph === 0 ? undefined : view.getUint16(hmtx + 4 * Math.min(glyph, longMetrics - 1));
    },
  };
}

// A function from a code point to its glyph, 0 when there is none.
function glyphFinder(view, cmap) {
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, i) => cmap + view.getUint32(cmap + 8 + 8 * i));
  const byFormat = (format) => subtables.find((at) => view.getUint16(at) === format);
  const full = byFormat(12);
  if (full !== undefined) return (codePoint) => findInGroups(view, full, codePoint);
  const basic = byFormat(4);
  if (basic !== undefined) return (codePoint) => findInSegments(view, basic, codePoint);
  throw new Error('the font has no cmap of format 4 or 12');
}

function findInGroups(view, at, codePoint) {
  for (let i = 0; i < view.getUint32(at + 12); ++i) {
    const group = at + 16 + 12 * i;
    const first = view.getUint32(group);
    if (codePoint >= first && codePoint <= view.getUint32(group + 4))
      return view.getUint32(group + 8) + codePoint - first;
  }
  return 0;
}

function findInSegments(view, at, codePoint) {
  const doubled = view.getUint16(at + 6);
  for (let i = 0; i < doubled; i += 2) {
    if (codePoint > view.getUint16(at + 14 + i)) continue;
    const start = view.getUint16(at + 16 + doubled + i);
    if (codePoint < start) return 0;
    const delta = view.getUint16(at + 16 + 2 * doubled + i);
    const rangeAt = at + 16 + 3 * doubled + i;
    const range = view.getUint16(rangeAt);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const glyph = view.getUint16(rangeAt + range + 2 * (codePoint - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
