import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buffersOf, decodeFrame, UNKNOWN, type Frame } from '../src/wire/frame.ts';
import { encodeFrame } from './wire-encoder.mjs';

function decoded(bytes: ArrayBuffer): Frame {
  const frame = decodeFrame(bytes);
  if ('fault' in frame) assert.fail(frame.fault);
  return frame;
}

test('reads every field of a record as an independent encoder wrote it', () => {
  const frame = decoded(
    encodeFrame({
      bits: 0b011,
      sequence: 4_000_000_000,
      time: 1_683_014_400_123.5,
      live: 2,
      tracks: [
        {
          number: 4_294_967_295, latitude: -89.1234567, longitude: 179.7654321, pressureFeet: -1275, geometricFeet: 60_000,
          climb: -12.3, speed: 251.4, course: 359.9, major: 1200, minor: 37, axis: 45, age: 12.7, flags: 0b10111, seen: 0b101010,
          identity: 6, missed: 9, motion: 0b11011, category: 8,
        },
        { number: 7, latitude: 0, longitude: 0, speed: 0, course: 0, major: 1e9 },
      ],
      removed: [3, 4_294_967_294],
    }),
  );
  assert.equal(frame.whole, true);
  assert.equal(frame.simulated, true);
  assert.equal(frame.jumped, false);
  assert.equal(frame.sequence, 4_000_000_000);
  assert.equal(frame.time, 1_683_014_400_123.5);
  assert.equal(frame.live, 2);
  assert.equal(frame.count, 2);
  assert.equal(frame.number[0], 4_294_967_295);
  assert.ok(Math.abs(frame.latitude[0] + 89.1234567) < 1e-9);
  assert.ok(Math.abs(frame.longitude[0] - 179.7654321) < 1e-9);
  assert.equal(frame.pressureHeight[0], -51);
  assert.equal(frame.geometricHeight[0], 2400);
  assert.equal(frame.verticalRate[0], -123);
  assert.equal(frame.speed[0], 2514);
  assert.equal(frame.course[0], Math.round((359.9 / 360) * 65536));
  assert.equal(frame.errorMajor[0], 1200);
  assert.equal(frame.errorMinor[0], 37);
  assert.equal(frame.errorAxis[0], 8192);
  assert.equal(frame.age[0], 127);
  assert.equal(frame.flags[0], 0b10111);
  assert.equal(frame.seen[0], 0b101010);
  assert.equal(frame.identity[0], 6);
  assert.equal(frame.missed[0], 9);
  assert.equal(frame.motion[0], 0b11011);
  assert.equal(frame.category[0], 8);
  assert.equal(frame.number[1], 7);
  assert.equal(frame.pressureHeight[1], UNKNOWN);
  assert.equal(frame.geometricHeight[1], UNKNOWN);
  assert.equal(frame.verticalRate[1], UNKNOWN);
  assert.equal(frame.errorMajor[1], 65535);
  assert.deepEqual([...frame.removed], [3, 4_294_967_294]);
});

test('reads an empty frame', () => {
  const frame = decoded(encodeFrame({ bits: 4 }));
  assert.equal(frame.count, 0);
  assert.equal(frame.jumped, true);
  assert.equal(frame.removed.length, 0);
});

test('says what is wrong with bytes cut off anywhere, and never throws', () => {
  const bytes = encodeFrame({ tracks: [{ number: 1, latitude: 1, longitude: 2, speed: 3, course: 4 }], removed: [5] });
  for (let length = 0; length < bytes.byteLength; length++) {
    const result = decodeFrame(bytes.slice(0, length));
    assert.ok('fault' in result, `${length} bytes were taken for a frame`);
  }
});

test('refuses foreign bytes, other protocols and counts that do not fit', () => {
  const change = (at: number, value: number) => {
    const bytes = encodeFrame({});
    new DataView(bytes).setUint8(at, value);
    return decodeFrame(bytes);
  };
  for (const [at, value] of [[0, 0x42], [2, 2], [16, 1], [19, 0xff], [20, 1], [23, 0xff]] as const) {
    assert.ok('fault' in change(at, value), `byte ${at} as ${value} was accepted`);
  }
});

test('random bytes are a fault or a frame, never an exception', () => {
  let state = 12345;
  const next = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 24;
  for (let round = 0; round < 2000; round++) {
    const bytes = new Uint8Array(32 + (next() % 80));
    for (let i = 0; i < bytes.length; i++) bytes[i] = next();
    if (round % 2 === 0) bytes.set([0x41, 0x57, 1]);
    const result = decodeFrame(bytes.buffer);
    assert.ok('fault' in result || result.count >= 0);
  }
});

test('hands over the buffer of every column once', () => {
  const frame = decoded(encodeFrame({ tracks: [{ number: 1, latitude: 1, longitude: 2, speed: 3, course: 4 }] }));
  const buffers = buffersOf(frame);
  assert.equal(buffers.length, 19);
  assert.equal(new Set(buffers).size, 19);
});
