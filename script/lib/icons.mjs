// The icons that installed pages and home screens want, drawn from web/icons/icon.svg alone.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

// icons/<name>.png → its pixels. A bleeding one has no corners and no see-through parts: the system cuts it to its own shape,
// and the sign keeps within the inner 80 %, as maskable icons must (W3C, Web App Manifest, "Icon masks and safe zone").
const kIcons = {
  'icon-192': { size: 192 },
  'icon-512': { size: 512 },
  'icon-maskable-512': { size: 512, bleeds: true },
  'apple-touch-icon': { size: 180, bleeds: true },
};

let started = null;
const start = () =>
  (started ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm));

export const isIcon = (name) => name in kIcons;

// The PNG called `name` of the picture `svg`, whose ground is a rect with rounded corners (rx).
export async function drawIcon(name, svg) {
  const { size, bleeds } = kIcons[name];
  if (!/<rect[^>]* rx="\d+"/.test(svg)) throw new Error('the icon has no ground with rounded corners');
  await start();
  const picture = new Resvg(bleeds ? svg.replace(/(<rect[^>]*) rx="\d+"/, '$1') : svg, {
    fitTo: { mode: 'width', value: size },
  });
  return Buffer.from(picture.render().asPng());
}
