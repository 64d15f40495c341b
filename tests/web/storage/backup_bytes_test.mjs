import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { backupBytes } from '../../../web/src/storage/backup_bytes.ts';

const backup = new Uint8Array(await readFile(new URL('../../fixtures/backup.v1.json', import.meta.url)));
const text = new TextDecoder().decode(backup);
const utf16 = (big, mark) => {
  const bytes = [...((mark ? '\ufeff' : '') + text)].flatMap((letter) => {
    const units = [];
    for (let i = 0; i < letter.length; ++i) units.push(letter.charCodeAt(i));
    return units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8]));
  });
  return Uint8Array.from(bytes);
};

test('backupBytes_TellsApartWhatIsNoBackup', () => {
  const problem = (...bytes) => backupBytes(Uint8Array.from(bytes)).problem;
  assert.equal(problem(), 'backup.empty');
  assert.equal(problem(0x20, 0x0d, 0x0a), 'backup.empty');
  assert.equal(problem(0x50, 0x4b, 3, 4), 'backup.packed');
  assert.equal(problem(0x1f, 0x8b, 8), 'backup.packed');
  assert.equal(problem(...new TextEncoder().encode('<!doctype html>')), 'backup.web-page');
  assert.equal(problem(0xef, 0xbb, 0xbf, 0x3c), 'backup.web-page');
});

test('backupBytes_OfASoundBackupAreThoseItWasSavedWith', () => {
  for (const [form, bytes] of Object.entries({
    'UTF-8': backup,
    'with a mark': Uint8Array.from([0xef, 0xbb, 0xbf, ...backup]),
    'UTF-16, little end first': utf16(false, true),
    'UTF-16, big end first': utf16(true, true),
    'UTF-16 without a mark': utf16(false, false),
    'UTF-16, big end first, without a mark': utf16(true, false),
  }))
    assert.deepEqual(backupBytes(bytes).bytes, backup, form);
});
