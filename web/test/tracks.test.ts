import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latitudeOf, longitudeOf } from '../src/map/mercator.ts';
import { GLIDE, HISTORY_LENGTH, OLDEST_AIRBORNE, OLDEST_GROUND, Tracks } from '../src/picture/tracks.ts';
import { decodeFrame, type Frame } from '../src/wire/frame.ts';
import { encodeFrame } from './wire-encoder.mjs';

const T0 = 1_683_014_400_000;

function frame(content: Parameters<typeof encodeFrame>[0]): Frame {
  const decoded = decodeFrame(encodeFrame(content));
  if ('fault' in decoded) assert.fail(decoded.fault);
  return decoded;
}

/** 0.1 degree of latitude is 11,112 m on a sphere of 6,366.7 km; the page's sphere of 6,378,137 m gives 11,131.9 m. */
const METRES_PER_DEGREE = 111_319.49;

function at(tracks: Tracks, slot: number, shown: number, wall: number): [number, number] {
  tracks.place(slot, shown, wall);
  return [latitudeOf(tracks.placedY), longitudeOf(tracks.placedX)];
}

test('carries a track along its course at its speed', () => {
  const tracks = new Tracks();
  tracks.apply(frame({ time: T0, tracks: [{ number: 5, latitude: 60, longitude: 10, speed: 200, course: 90 }] }), T0, 0);
  const slot = tracks.slotOf(5);
  const [latitude, longitude] = at(tracks, slot, T0 + 10_000, GLIDE);
  assert.ok(Math.abs(latitude - 60) < 1e-6, `latitude ${latitude}`);
  const east = (longitude - 10) * METRES_PER_DEGREE * Math.cos(Math.PI / 3);
  assert.ok(Math.abs(east - 2000) < 2, `went ${east} m east in 10 s at 200 m/s`);
});

test('goes north on course 0 and south-west on course 225', () => {
  const tracks = new Tracks();
  tracks.apply(
    frame({
      time: T0,
      tracks: [
        { number: 1, latitude: 0, longitude: 0, speed: 100, course: 0 },
        { number: 2, latitude: 0, longitude: 0, speed: 100, course: 225 },
      ],
    }),
    T0,
    0,
  );
  const [north] = at(tracks, tracks.slotOf(1), T0 + 5000, GLIDE);
  assert.ok(Math.abs(north * METRES_PER_DEGREE - 500) < 1);
  const [latitude, longitude] = at(tracks, tracks.slotOf(2), T0 + 5000, GLIDE);
  const leg = -500 * Math.SQRT1_2;
  assert.ok(Math.abs(latitude * METRES_PER_DEGREE - leg) < 1);
  assert.ok(Math.abs(longitude * METRES_PER_DEGREE - leg) < 1);
});

test('stops when the last report is too old, sooner on the ground', () => {
  const tracks = new Tracks();
  tracks.apply(
    frame({
      time: T0,
      tracks: [
        { number: 1, latitude: 0, longitude: 0, speed: 100, course: 90, age: 4 },
        { number: 2, latitude: 0, longitude: 0, speed: 10, course: 90, age: 4, flags: 1 | 4 },
        { number: 3, latitude: 0, longitude: 0, speed: 100, course: 90, age: 45 },
      ],
    }),
    T0,
    0,
  );
  const metres = (number: number) => at(tracks, tracks.slotOf(number), T0 + 600_000, GLIDE)[1] * METRES_PER_DEGREE;
  assert.ok(Math.abs(metres(1) - (100 * (OLDEST_AIRBORNE - 4000)) / 1000) < 2);
  assert.ok(Math.abs(metres(2) - (10 * (OLDEST_GROUND - 4000)) / 1000) < 2);
  assert.equal(metres(3), 0);
});

test('glides from where it was drawn to a corrected position, without a jump', () => {
  const tracks = new Tracks();
  tracks.apply(frame({ time: T0, tracks: [{ number: 1, latitude: 50, longitude: 8, speed: 100, course: 90 }] }), T0, 0);
  const slot = tracks.slotOf(1);
  const before = at(tracks, slot, T0 + 4000, 4000);
  tracks.apply(
    frame({ time: T0 + 4000, tracks: [{ number: 1, latitude: 50.01, longitude: 8, speed: 100, course: 90 }] }),
    T0 + 4000,
    4000,
  );
  const after = at(tracks, slot, T0 + 4000, 4000);
  assert.ok(Math.abs(after[0] - before[0]) < 1e-9 && Math.abs(after[1] - before[1]) < 1e-9);
  const settled = at(tracks, slot, T0 + 4000, 4000 + GLIDE);
  assert.ok(Math.abs(settled[0] - 50.01) < 1e-6);
});

test('takes a new position at once after the clock jumped', () => {
  const tracks = new Tracks();
  tracks.apply(frame({ time: T0, tracks: [{ number: 1, latitude: 50, longitude: 8, speed: 0, course: 0 }] }), T0, 0);
  tracks.apply(frame({ bits: 4, time: T0 + 9e5, tracks: [{ number: 1, latitude: 51, longitude: 8, speed: 0, course: 0 }] }), T0, 10);
  assert.ok(Math.abs(at(tracks, tracks.slotOf(1), T0 + 9e5, 10)[0] - 51) < 1e-6);
  assert.equal(tracks.historyWritten[tracks.slotOf(1)], 1);
});

test('removes tracks, uses their slots again and forgets all on a whole picture', () => {
  const tracks = new Tracks();
  const record = (number: number) => ({ number, latitude: 1, longitude: 1, speed: 1, course: 1 });
  tracks.apply(frame({ time: T0, tracks: [record(1), record(2)] }), T0, 0);
  const slot = tracks.slotOf(1);
  tracks.apply(frame({ time: T0, removed: [1, 99] }), T0, 0);
  assert.equal(tracks.count, 1);
  assert.equal(tracks.slotOf(1), -1);
  tracks.apply(frame({ time: T0, tracks: [record(3)] }), T0, 0);
  assert.equal(tracks.slotOf(3), slot);
  tracks.apply(frame({ bits: 1, time: T0, tracks: [record(8)] }), T0, 0);
  assert.equal(tracks.count, 1);
  assert.equal(tracks.slotOf(2), -1);
  assert.notEqual(tracks.slotOf(8), -1);
});

test('holds more tracks than it began with room for', () => {
  const tracks = new Tracks();
  const many = Array.from({ length: 3000 }, (_, i) => ({ number: i, latitude: i / 100, longitude: i / 50, speed: 1, course: 1 }));
  tracks.apply(frame({ bits: 1, time: T0, tracks: many }), T0, 0);
  assert.equal(tracks.count, 3000);
  for (const number of [0, 1234, 2999]) {
    assert.ok(Math.abs(tracks.latitude[tracks.slotOf(number)] - number / 100) < 1e-6);
  }
});

test('keeps positions at least five seconds apart, and only so many', () => {
  const tracks = new Tracks();
  for (let second = 0; second <= 1000; second++) {
    const time = T0 + second * 1000;
    tracks.apply(frame({ time, tracks: [{ number: 1, latitude: 0, longitude: second / 1000, speed: 1, course: 90 }] }), time, second);
  }
  const slot = tracks.slotOf(1);
  assert.equal(tracks.historyWritten[slot], 201);
  assert.equal(tracks.historyX.length, tracks.capacity * HISTORY_LENGTH);
});
