import assert from 'node:assert/strict';
import { test } from 'node:test';
import { qrPath } from '../../../web/src/sharing/qr.ts';

// The path drawn onto a grid.
function modules({ path, side }) {
  const grid = Array.from({ length: side }, () => new Uint8Array(side));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    grid[y].fill(1, Number(x), Number(x) + Number(width));
  return grid;
}

test('qrPath_HasAQuietZoneAndThreeFinders', () => {
  const code = qrPath('https://example.org/#p=AbOtNE0ESwIEAgMBsfgmgA'),
    grid = modules(code),
    last = code.side - 1;
  for (let i = 0; i < code.side; i++) {
    for (let edge = 0; edge < 4; edge++) {
      assert.equal(grid[i][edge] + grid[edge][i] + grid[i][last - edge] + grid[last - edge][i], 0);
    }
  }
  const finder = (x, y) => [0, 1, 2, 3, 4, 5, 6].map((dx) => grid[y + 3][x + dx]).join('');
  for (const [x, y] of [
    [4, 4],
    [last - 10, 4],
    [4, last - 10],
  ])
    assert.equal(finder(x, y), '1011101');
  assert.notEqual(finder(last - 10, last - 10), '1011101');
});

test('qrPath_LeavesOutWhatIsTooLongToBeRead', () => {
  assert.equal(qrPath('x'.repeat(901)), null);
  assert.ok(qrPath('x'.repeat(900)));
});
