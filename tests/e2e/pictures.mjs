// Measures on screenshots (PNG), taken in the page, which can unpack them.

// The share of pixels that differ between two pictures of one size: by more than `tolerance` of 255 in any channel.
export const differing = (page, one, other, tolerance = 2) =>
  page.evaluate(
    async ({ pictures, tolerance }) => {
      const [a, b] = await Promise.all(pictures.map(unpack));
      if (a.width !== b.width || a.height !== b.height) return 1;
      let count = 0;
      for (let at = 0; at < a.data.length; at += 4) {
        if ([0, 1, 2].some((i) => Math.abs(a.data[at + i] - b.data[at + i]) > tolerance)) ++count;
      }
      return count / (a.width * a.height);

      async function unpack(png) {
        const image = new Image();
        image.src = `data:image/png;base64,${png}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height),
          context = canvas.getContext('2d');
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height);
      }
    },
    { pictures: [one, other].map((png) => png.toString('base64')), tolerance },
  );
