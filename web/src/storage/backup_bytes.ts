// What a file that was chosen as a backup turns out to be, before the engine reads it.
import type { MessageId } from '../lib/messages.ts';

export type FileBytes = { readonly bytes: Uint8Array } | { readonly problem: MessageId };

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte);

// UTF-16 with its mark, or without one: then every other byte of the first, an ASCII one, is zero.
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  if (bytes.length < 4) return null;
  if (bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0 && bytes[3] !== 0) return 'utf-16be';
  return null;
}

// The bytes for the engine, as UTF-8 without a byte order mark, or what is wrong with the file. An editor that saved it as
// UTF-16 changed no letter of it, so it opens. Pure.
export function backupBytes(bytes: Uint8Array): FileBytes {
  if (!bytes.length || bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)))
    return { problem: 'backup.empty' };
  if (startsWith(bytes, 0x50, 0x4b) || startsWith(bytes, 0x1f, 0x8b)) return { problem: 'backup.packed' };
  const utf16 = utf16Of(bytes);
  if (utf16) return { bytes: new TextEncoder().encode(new TextDecoder(utf16).decode(bytes)) };
  const text = startsWith(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes;
  // A page saved in place of the file, or a sign-in page.
  if (text[0] === 0x3c) return { problem: 'backup.web-page' };
  return { bytes: text };
}
