// What could be let go of when the browser's storage is full: other roads, and what this road does not know.
import { makeDialog } from '../dialogs/dialogs.ts';
import { h } from '../lib/dom.ts';
import { t } from '../lib/messages.ts';

export interface RoomState {
  room?: { id: string; hash: number; open: boolean; bytes: number }[];
  unknown?: { skills: number; memberBytes: number };
}

type Send = (command: { do: 'forget_unknown' } | { do: 'let_go'; roadmap: string }) => unknown;

const kKilo = 1024;
const kSettings = 'settings';

// "64 kB", "1.5 MB"
export function sizeText(bytes: number): string {
  if (bytes < kKilo * kKilo) return t('size.kilo', { count: Math.ceil(bytes / kKilo) });
  return t('size.mega', { count: Math.ceil((bytes * 10) / (kKilo * kKilo)) / 10 });
}

// Whether there is anything to let go of.
export function canMakeRoom({ room = [], unknown }: RoomState): boolean {
  return room.some(isOther) || Boolean(unknown && (unknown.skills || unknown.memberBytes));
}

const isOther = ({ id, open }: { id: string; open: boolean }) => !open && id !== kSettings;

// Each line is one thing to let go of, with a button that asks once more.
export function openRoomDialog(save: RoomState, send: Send, titleOf: (hash: number) => string | undefined): void {
  const { unknown } = save;
  const line = (says: string, command: Parameters<Send>[0]) => {
    const button = h('button.button', { type: 'button' }, t('room.let-go'));
    button.addEventListener('click', () => {
      if (button.dataset.asked) {
        send(command);
        entry.remove();
        if (!list.childElementCount) dialog.close();
        return;
      }
      button.dataset.asked = 'yes';
      button.textContent = t('room.really');
    });
    const entry = h('li.room-line', {}, h('span', { dir: 'auto' }, says), button);
    return entry;
  };
  const roads = (save.room ?? []).filter(isOther).sort((a, b) => b.bytes - a.bytes);
  const list = h(
    'ul.room-lines',
    {},
    unknown && (unknown.skills || unknown.memberBytes)
      ? line(t('room.unknown', { count: unknown.skills, size: sizeText(unknown.memberBytes) }), {
          do: 'forget_unknown',
        })
      : null,
    roads.map(({ id, hash, bytes }) =>
      line(t('room.road', { title: titleOf(hash) ?? id, size: sizeText(bytes) }), { do: 'let_go', roadmap: id }),
    ),
  );
  const dialog = makeDialog(t('room.title'), h('p', {}, t('room.about')), list);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
}
