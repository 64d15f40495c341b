// The line in the settings that says whether the browser may clear progress away, and asks it not to.
import { h, type Child } from '../lib/dom.ts';
import { t } from '../lib/messages.ts';

const kSays = {
  kept: 'save.kept',
  may: 'save.may-go',
  refused: 'save.not-promised',
} as const;

// Empty where browsers can't be asked.
export function keepLine(storage: StorageManager | undefined = navigator.storage): Child[] {
  if (!storage?.persist || !storage.persisted) return [];
  const line = h('p.about', { role: 'status' });
  const button = h('button.button', { type: 'button', hidden: true }, t('save.ask'));
  const show = (says: keyof typeof kSays) => {
    line.textContent = t(kSays[says]);
    button.hidden = says === 'kept';
  };
  button.addEventListener('click', () => {
    storage.persist().then(
      (kept) => show(kept ? 'kept' : 'refused'),
      () => show('refused'),
    );
  });
  storage.persisted().then(
    (kept) => show(kept ? 'kept' : 'may'),
    () => {},
  );
  return [line, h('div.actions', {}, button)];
}
