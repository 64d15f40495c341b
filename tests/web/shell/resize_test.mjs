import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insetsOf } from '../../../web/src/shell/resize.ts';

const box = (left, top, width, height) => ({ left, top, right: left + width, bottom: top + height });
const clear = (map, i) => ({
  width: map.right - map.left - i.left - i.right,
  height: map.bottom - map.top - i.top - i.bottom,
});

test('insetsOf_KeepsTheCornerOfZoomAndMinimapFree', () => {
  const map = box(272, 56, 1000, 744),
    zoom = box(1080, 604, 176, 44);
  const insets = insetsOf({ map, zoom, details: null, banner: null, phone: false });
  assert.ok(insets.bottom >= map.bottom - zoom.top || insets.right >= map.right - zoom.left);
});

test('insetsOf_GivesUpTheStripThatCostsLess', () => {
  const wide = box(0, 0, 2000, 600),
    tall = box(0, 0, 800, 2000);
  const onWide = insetsOf({ map: wide, zoom: box(1800, 404, 184, 44), phone: false }),
    onTall = insetsOf({ map: tall, zoom: box(600, 1804, 184, 44), phone: false });
  assert.ok(onWide.right > onWide.left);
  assert.ok(onTall.bottom > 190 && onTall.right === onTall.left);
});

test('insetsOf_LeavesNoRoomForWhatANarrowMapLacks', () => {
  const insets = insetsOf({ map: box(272, 56, 580, 744), zoom: box(660, 740, 176, 44), phone: false });
  assert.deepEqual([insets.right, insets.bottom], [16, 76]);
});

test('insetsOf_ClearsBannerDetailsAndSheet', () => {
  const map = box(0, 56, 1000, 700),
    details = box(648, 56, 352, 700),
    banner = box(300, 68, 400, 90);
  const insets = insetsOf({ map, zoom: box(808, 560, 176, 44), details, banner, phone: false });
  assert.ok(insets.right >= 352 && insets.top >= 68 + 90 - 56);
  const phone = insetsOf({
    map: box(0, 97, 390, 747),
    zoom: box(250, 790, 130, 44),
    details: box(0, 400, 390, 444),
    phone: true,
  });
  assert.ok(phone.bottom >= 444);
});

test('insetsOf_AlwaysLeavesAQuarterOfTheMap', () => {
  const map = box(0, 0, 320, 300);
  const insets = insetsOf({
    map,
    zoom: box(120, 100, 184, 44),
    details: box(0, 10, 320, 290),
    banner: box(0, 8, 320, 200),
    phone: true,
  });
  const left = clear(map, insets);
  assert.ok(left.width >= 320 / 4 - 1e-6 && left.height >= 300 / 4 - 1e-6);
});
