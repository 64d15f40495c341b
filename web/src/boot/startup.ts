// `?bench` only: where the time from navigation to the first usable frame goes, from the marks that the page sets as it starts.

const kSteps = [
  ['waymark:context', 'WebGL context, while the files are on their way'],
  ['waymark:boot', 'HTML and script'],
  ['waymark:downloaded', 'download of the engine'],
  ['waymark:compiled', 'compile'],
  ['waymark:started', 'instantiate, fonts, shaders'],
  ['waymark:received', 'wait for the roadmap'],
  ['waymark:opened', 'parse and check the roadmap'],
  ['waymark:connected', 'outline, details, layout, drawing'],
  ['waymark:drawn', 'first frame'],
  ['waymark:ready', 'frame on the screen'],
];

// [{step, at, took}…] in milliseconds since navigation, of what has been reached. `marks`: {name, startTime}. Pure.
export function startupSteps(marks) {
  const at = new Map(marks.map(({ name, startTime }) => [name, startTime]));
  // Download and compiling end together, in either order.
  const reached = kSteps.filter(([mark]) => at.has(mark)).sort(([a], [b]) => at.get(a) - at.get(b));
  return reached.map(([mark, step], i) => ({
    step,
    at: at.get(mark),
    took: at.get(mark) - (i ? at.get(reached[i - 1][0]) : 0),
  }));
}

export const startup = () => startupSteps(performance.getEntriesByType('mark'));
