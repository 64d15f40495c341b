// The backup: one file with everything, saved and opened here. Opening shows what would change and joins only when asked.
import { backupBytes } from './backup_bytes.ts';
import type { BackupPreview, BackupRoadmap, Key, UnknownPart } from '../engine/protocol.ts';
import type { OpenStore } from '../engine/store.ts';
import { h } from '../lib/dom.ts';
import { makeDialog } from '../dialogs/dialogs.ts';
import type { RoadmapTree } from '../outline/roadmap_tree.ts';
import { otherRoads } from '../road/roads.ts';
import type { Notices } from '../shell/notices.ts';
import { format, t } from '../lib/messages.ts';
import { sizeText } from './room.ts';
import type { Settings } from './settings.ts';

// As kMaxBackupBytes in src/io/backup_json.hpp: larger files are not even read.
const kMaxBytes = 16 * 1024 * 1024;
const kListed = 12;

interface Parts {
  store: OpenStore;
  tree: RoadmapTree;
  settings: Settings;
  notices: Notices;
  locked: (run: () => void) => Promise<void>; // engine/host.ts
}

export class Backups {
  readonly #parts: Parts;
  readonly #picker: HTMLInputElement;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#picker = h('input', {
      type: 'file',
      accept: '.json,.txt,application/json,text/plain', // some mail programs save it as .json.txt
      hidden: true,
      'aria-label': t('backup.file'),
      onchange: () => this.#picked(),
    });
    document.body.append(this.#picker);
    this.#acceptDrops();
  }

  // A file that the browser saves where it saves downloads. `today` is in its name, so that several stand side by side.
  save(): void {
    const today = new Date();
    const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((n) => String(n).padStart(2, '0'));
    const url = URL.createObjectURL(new Blob([this.#parts.store.engine.backup()], { type: 'application/json' }));
    h('a', { href: url, download: `waymark-backup-${day.join('-')}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }

  pick(): void {
    this.#picker.value = '';
    this.#picker.click();
  }

  async open(file: File): Promise<void> {
    const { store } = this.#parts;
    if (file.size > kMaxBytes) return this.#refuse(t('backup.too-large'));
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return this.#refuse(t('backup.unreadable'));
    }
    const read = backupBytes(bytes);
    if ('problem' in read) return this.#refuse(t(read.problem));
    if (!store.engine.openBackup(read.bytes)) return this.#refuse(store.engine.error());
    store.refresh();
    if (store.state.backup) this.#show(store.state.backup);
  }

  #refuse(text: string): void {
    this.#parts.notices.show(t('backup.refused', { problem: text }), 'error');
  }

  #picked(): void {
    const file = this.#picker.files?.[0];
    if (file) void this.open(file);
  }

  #acceptDrops(): void {
    // What is dragged, where that holds a file.
    const dragged = ({ dataTransfer }: DragEvent): DataTransfer | null =>
      dataTransfer?.types.includes('Files') ? dataTransfer : null;
    addEventListener('dragover', (e) => {
      const transfer = dragged(e);
      if (!transfer) return;
      e.preventDefault();
      transfer.dropEffect = 'copy';
    });
    addEventListener('drop', (e) => {
      const transfer = dragged(e);
      if (!transfer) return;
      e.preventDefault();
      const files = [...transfer.files];
      if (files.length === 1) void this.open(files[0]);
      else this.#refuse(t('backup.one-at-a-time'));
    });
  }

  #show(preview: BackupPreview): void {
    let joined = false;
    const problems = preview.roadmaps.some((r) => r.problem);
    const join: HTMLButtonElement = h(
      'button.button.primary',
      {
        type: 'button',
        hidden: !preview.changes,
        onclick: () => {
          joined = true;
          dialog.close();
        },
      },
      t('backup.join'),
    );
    const unknown: HTMLInputElement = h('input', {
      type: 'checkbox',
      onchange: () => {
        join.hidden = !(unknown.checked ? preview.changesWithUnknown : preview.changes);
      },
    });
    const offersUnknown = preview.changesWithUnknown && preview.roadmaps.some(hasUnknown);
    const says = preview.changes ? 'backup.would-change' : offersUnknown ? 'backup.only-unknown' : 'backup.have-all';
    const dialog: HTMLDialogElement = makeDialog(
      t('backup.preview'),
      preview.changes || !problems ? h('p', {}, t(says)) : null,
      ...preview.roadmaps.map((roadmap) => this.#roadmap(roadmap)),
      preview.settings ? h('p', {}, t('backup.settings', { count: preview.settings })) : null,
      offersUnknown ? h('label.choice', {}, unknown, h('span', {}, t('backup.keep-unknown'))) : null,
      h(
        'div.actions',
        {},
        join,
        h('button.button', { type: 'button', onclick: () => dialog.close() }, t('dialog.cancel')),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (joined) void this.#join(unknown.checked);
      else this.#parts.store.send({ do: 'dismiss_backup' });
    });
    dialog.showModal();
  }

  // Under the lock, so that no other tab writes in between.
  async #join(unknown: boolean): Promise<void> {
    const { store, settings, locked } = this.#parts;
    await locked(() => store.send({ do: 'import_backup', unknown }));
    settings.reload();
  }

  #roadmap(roadmap: BackupRoadmap): HTMLElement {
    const { store, tree } = this.#parts;
    const title = roadmap.open
      ? store.state.roadmap.title
      : (otherRoads().find(({ hash }) => hash === roadmap.hash)?.title ?? t('backup.other-road', { id: roadmap.id }));
    const name = (key: Key) => (tree.get(key) ? tree.title(key) : t('backup.other-skill', { key }));
    const list = (label: string, keys: readonly Key[]) =>
      keys.length
        ? h(
            'li',
            {},
            label,
            roadmap.open ? `: ${keys.slice(0, kListed).map(name).join(', ')}` : null,
            roadmap.open && keys.length > kListed ? t('backup.more', { count: keys.length - kListed }) : null,
          )
        : null;
    const items = [
      list(t('backup.forward', { count: roadmap.forward.length }), roadmap.forward),
      list(t('backup.back', { count: roadmap.back.length }), roadmap.back),
      list(t('backup.notes', { count: roadmap.notes.length }), roadmap.notes),
      roadmap.cards ? h('li', {}, t('backup.cards', { count: roadmap.cards })) : null,
      roadmap.groups ? h('li', {}, t('backup.groups', { count: roadmap.groups })) : null,
      roadmap.cleared ? h('li', {}, t('backup.cleared', { count: roadmap.cleared })) : null,
      roadmap.pace ? h('li', {}, t('backup.pace')) : null,
      roadmap.start ? h('li', {}, t('backup.start')) : null,
      ...unknownItems(roadmap.unknown),
    ].filter((item) => item !== null);
    const body = roadmap.problem
      ? h('p', {}, t('backup.stays', { problem: format(roadmap.problem) }))
      : items.length
        ? h('ul', {}, items)
        : h('p.muted', {}, t('backup.nothing-new'));
    return h('section', {}, h('h3', { dir: 'auto' }, title), body);
  }
}

const hasUnknown = (r: BackupRoadmap): boolean => r.unknownRoad || r.unknown.skillsTaken > 0 || r.unknown.membersTaken;

// What neither this road nor this version knows, and what of it can be kept.
function unknownItems({ skills, skillsTaken, memberBytes, membersTaken }: UnknownPart): (HTMLElement | null)[] {
  return [
    skills ? h('li.muted', {}, t('backup.unknown-skills', { count: skills, kept: skillsTaken })) : null,
    memberBytes
      ? h(
          'li.muted',
          {},
          t(membersTaken ? 'backup.unknown-part' : 'backup.unknown-part-large', { size: sizeText(memberBytes) }),
        )
      : null,
  ];
}
