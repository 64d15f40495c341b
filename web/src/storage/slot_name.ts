// The name of a slot is the hash of its text (SlotKey in src/app/storage/store.hpp), so a copy can be told from a damaged one
// without reading it.

const kPrefix = ':slot-';

export const isSlot = (key: string): boolean => key.includes(kPrefix);

// Whether `text` is what was once stored under `key`. Pure.
export function isSound(key: string, text: string): boolean {
  return key.slice(key.indexOf(kPrefix) + kPrefix.length) === slotName(text);
}

export function slotName(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return digits(fnv1a(bytes)) + digits(crc32(bytes));
}

const digits = (value: number) => (value >>> 0).toString(16).padStart(8, '0');

function fnv1a(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}

// CRC-32 (ISO-HDLC), as in zlib.
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; ++bit) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}
