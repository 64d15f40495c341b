// The bundled font, fetched once: the browser gets it for the page's text, the engine for the canvas.

// Answers the files in the order of FontWeight in src/base/font_metrics.hpp (lightest first). `get(url)` answers a Response.
export async function loadFonts(get) {
  const links = [...document.querySelectorAll('link[data-asset="font"]')];
  return Promise.all(
    links.map(async ({ href, dataset }) => {
      const bytes = await (await get(href)).arrayBuffer();
      // It takes a copy; text waits in the system's font until then.
      document.fonts.add(new FontFace('Inter', bytes, { weight: dataset.weight }));
      return new Uint8Array(bytes);
    }),
  );
}
