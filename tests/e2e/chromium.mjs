// How Chromium is started wherever no graphics card is to be had: WebGL2 by software, nothing that calls home.
export const launchOptions = () => ({
  executablePath: process.env.WAYMARK_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--ignore-gpu-blocklist',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
