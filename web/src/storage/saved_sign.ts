// The sign in the bar that says whether what was marked is kept: `<html data-saved>` is "saved", "saving" or "failed".
import { $ } from '../lib/dom.ts';
import { t } from '../lib/messages.ts';
import type { OpenStore } from '../engine/store.ts';
import type { Mirror } from './mirror.ts';
import { saveSign } from './save_state.ts';
import { isTyping, onTyping } from './typing.ts';

const kIcons = { saved: 'saved', saving: 'saving', failed: 'warning' } as const;
// Saving takes less: a sign that flickers with every mark says nothing.
const kCalmMilliseconds = 400;
const kRetryMilliseconds = 5000;
const kFewMarks = 3;

// Saved is what is in localStorage and, where there is one, in the mirror on the disk.
// `onStopped` is handed what is to be called when the engine breaks off.
export function attachSavedSign(
  store: OpenStore,
  mirror: Pick<Mirror, 'state' | 'changed'>,
  onStopped: (hear: () => void) => void = () => {},
): void {
  const sign = $('saved'),
    root = document.documentElement;
  let timer = 0,
    retry = 0,
    shown = '';
  let stopped = false;
  const now = () => saveSign({ engine: store.state.save.state, typing: isTyping(), mirror: mirror.state, stopped });
  const draw = () => {
    const { state, label: id } = now(),
      label = t(id);
    sign.title = label;
    sign.setAttribute('aria-label', label);
    sign.querySelector('use')?.setAttribute('href', `#i-${kIcons[state]}`);
    sign.hidden = false;
  };
  const show = () => {
    const { state, label } = now();
    if (shown === label) return;
    shown = label;
    root.dataset.saved = state;
    clearTimeout(timer);
    clearInterval(retry);
    // Room may have been made meanwhile.
    if (label === 'save.failed') retry = setInterval(() => store.send({ do: 'save_now' }), kRetryMilliseconds);
    if (state === 'saving') timer = setTimeout(draw, kCalmMilliseconds);
    else draw();
  };
  mirror.changed = show;
  onTyping(show);
  onStopped(() => {
    stopped = true;
    show();
  });
  store.subscribe(['save'], show);
  askToKeep(store);
}

// Once there is something to keep, the browser is asked not to clear it away when room runs low. Chromium alone has
// userAgentData, and it answers without a question to anybody; the settings ask the others.
function askToKeep(store: OpenStore): void {
  let asked = !navigator.userAgentData || !navigator.storage?.persist;
  store.subscribe(['whole'], (state) => {
    if (asked || state.whole.done < kFewMarks) return;
    asked = true;
    navigator.storage.persist().catch(() => {});
  });
}
