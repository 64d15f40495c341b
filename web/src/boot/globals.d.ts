// What the page's scripts hand to one another through the window.
interface Window {
  waymarkCanvas: HTMLCanvasElement; // boot/early.ts has asked it for a drawing context
  __bench?: object; // engine/bench.ts, with `?bench`
}

// Of Chromium alone, and in no library of TypeScript.
interface Navigator {
  readonly userAgentData?: object;
}
