// `?bench` only: where the time from navigation to the first usable frame goes, from the marks that the page sets as it starts.

const kSteps: readonly (readonly [mark: string, step: string])[] = [
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
export function startupSteps(
  marks: readonly { name: string; startTime: number }[],
): { step: string; at: number; took: number }[] {
  const at = new Map(marks.map(({ name, startTime }) => [name, startTime]));
  // Download and compiling end together, in either order.
  const reached = kSteps
    .flatMap(([mark, step]) => {
      const time = at.get(mark);
      return time === undefined ? [] : [{ step, at: time }];
    })
    .sort((a, b) => a.at - b.at);
  return reached.map(({ step, at: time }, i) => ({ step, at: time, took: time - (reached[i - 1]?.at ?? 0) }));
}

export const startup = () => startupSteps(performance.getEntriesByType('mark'));
