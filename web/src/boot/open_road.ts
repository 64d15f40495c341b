// Opens the roadmap in the engine. A large one takes seconds: then it is opened in steps, and between them the bar says
// what is being done.
import { $ } from '../lib/dom.ts';
import { t, type MessageId } from '../lib/messages.ts';
import type { Engine, OpenStep } from '../engine/engine.ts';

const kLarge = 2_000_000; // bytes; a smaller file is open within a few frames
const kHiddenMilliseconds = 100; // a page in the background draws no frame to wait for

type Stage = 'read' | 'check' | 'show' | 'list';
const kStages: Record<Stage, { text: MessageId; at: number }> = {
  read: { text: 'loading.read', at: 0.1 },
  check: { text: 'loading.check', at: 0.4 },
  show: { text: 'loading.show', at: 0.7 },
  list: { text: 'loading.list', at: 0.9 },
};

/** Says what comes next, and returns once that can be seen. */
async function tell(stage: Stage): Promise<void> {
  const { text, at } = kStages[stage],
    bar = $('download');
  bar.setAttribute('aria-valuetext', t(text));
  if (bar instanceof HTMLProgressElement) bar.value = at;
  $('map').dataset.step = t(text);
  performance.mark(`waymark:stage-${stage}`);
  await new Promise((resolve) => {
    setTimeout(resolve, kHiddenMilliseconds);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

/** Returns whether it is open; engine.errors() says why not. */
export async function openRoad(engine: Engine, bytes: Uint8Array): Promise<boolean> {
  if (bytes.length < kLarge) return engine.loadRoadmap(bytes);
  await tell('read');
  let step: OpenStep = engine.openBegin(bytes);
  while (step === 'check' || step === 'show') {
    await tell(step);
    step = engine.openStep();
  }
  if (step === 'opened') await tell('list');
  return step === 'opened';
}
