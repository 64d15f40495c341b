// What the sign in the bar may say: one function of everything between a letter that is typed and the disk
// (docs/storage_format.md has the table). Pure.
import type { MessageId } from '../lib/messages.ts';
import type { MirrorState } from './mirror.ts';

export interface SaveParts {
  engine: 'saved' | 'saving' | 'failed'; // up to localStorage
  typing: boolean; // something is typed that the engine has not been given
  mirror: MirrorState; // from there to the disk
  stopped: boolean; // the engine has broken off: nothing is stored any more
}

export interface SaveSign {
  state: 'saved' | 'saving' | 'failed';
  label: MessageId;
}

export function saveSign({ engine, typing, mirror, stopped }: SaveParts): SaveSign {
  if (stopped) return { state: 'failed', label: 'save.stopped' };
  if (engine === 'failed') return { state: 'failed', label: 'save.failed' };
  if (typing || engine === 'saving' || mirror === 'copying') return { state: 'saving', label: 'save.saving' };
  if (mirror === 'lost') return { state: 'failed', label: 'save.memory-only' };
  return { state: 'saved', label: 'save.saved' };
}
