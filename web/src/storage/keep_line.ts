// The line in the settings that says whether the browser may clear progress away, and asks it not to.
import { h } from '../lib/dom.ts';

const kSays = {
  kept: 'Your browser has promised to keep what you mark until you delete it.',
  may: 'Should this device run out of room, your browser may delete what you mark.',
  refused:
    'Your browser did not promise it. It may once you come here more often or install this page. A backup is safe anyway.',
};

// Empty where browsers can't be asked.
export function keepLine(storage = navigator.storage) {
  if (!storage?.persist || !storage.persisted) return '';
  const line = h('p.about', { role: 'status' });
  const button = h('button.button', { type: 'button', hidden: true }, 'Ask the browser to keep it');
  const show = (says) => {
    line.textContent = kSays[says];
    button.hidden = says === 'kept';
  };
  button.addEventListener('click', () =>
    storage.persist().then(
      (kept) => show(kept ? 'kept' : 'refused'),
      () => show('refused'),
    ),
  );
  storage.persisted().then(
    (kept) => show(kept ? 'kept' : 'may'),
    () => {},
  );
  return [line, h('div.actions', {}, button)];
}
