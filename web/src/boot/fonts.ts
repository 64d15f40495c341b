// The bundled font, fetched once: the browser gets it for the page's text, the engine for the canvas.

// Returns the files in the order of FontWeight in src/base/font_metrics.hpp (lightest first). `get(url)` fetches.
export async function loadFonts(get: (url: string) => Promise<Response>): Promise<Uint8Array[]> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[data-asset="font"]')];
  return Promise.all(
    links.map(async ({ href, dataset }) => {
      const bytes = await (await get(href)).arrayBuffer();
      // It takes a copy; text waits in the system's font until then.
      document.fonts.add(new FontFace('Inter', bytes, { weight: dataset.weight ?? '400' }));
      return new Uint8Array(bytes);
    }),
  );
}
