// Writes binary frames of protocol 1 from plain objects, straight from the tables of docs/reference/wire.md and with
// nothing of the page's own code: the decoder is tested against it, and the mock server speaks through it.

const UNKNOWN = -32768;

/** @returns {ArrayBuffer} */
export function encodeFrame({ bits = 0, sequence = 0, time = 0, live = 0, tracks = [], removed = [] }) {
  const bytes = new ArrayBuffer(32 + 36 * tracks.length + 4 * removed.length);
  const view = new DataView(bytes);
  view.setUint8(0, 'A'.charCodeAt(0));
  view.setUint8(1, 'W'.charCodeAt(0));
  view.setUint8(2, 1);
  view.setUint8(3, bits);
  view.setUint32(4, sequence, true);
  view.setFloat64(8, time, true);
  view.setUint32(16, tracks.length, true);
  view.setUint32(20, removed.length, true);
  view.setUint32(24, live, true);
  let at = 32;
  for (const track of tracks) {
    view.setUint32(at, track.number, true);
    view.setInt32(at + 4, Math.round(track.latitude * 1e7), true);
    view.setInt32(at + 8, Math.round(track.longitude * 1e7), true);
    view.setInt16(at + 12, track.pressureFeet === undefined ? UNKNOWN : Math.round(track.pressureFeet / 25), true);
    view.setInt16(at + 14, track.geometricFeet === undefined ? UNKNOWN : Math.round(track.geometricFeet / 25), true);
    view.setInt16(at + 16, track.climb === undefined ? UNKNOWN : Math.round(track.climb * 10), true);
    view.setUint16(at + 18, Math.round(track.speed * 10), true);
    view.setUint16(at + 20, Math.round((track.course / 360) * 65536) & 0xffff, true);
    view.setUint16(at + 22, Math.min(65535, Math.round(track.major ?? 0)), true);
    view.setUint16(at + 24, Math.min(65535, Math.round(track.minor ?? 0)), true);
    view.setUint16(at + 26, Math.round(((track.axis ?? 0) / 360) * 65536) & 0xffff, true);
    view.setUint16(at + 28, Math.min(65535, Math.round((track.age ?? 0) * 10)), true);
    view.setUint8(at + 30, track.flags ?? 1);
    view.setUint8(at + 31, track.seen ?? 0);
    view.setUint8(at + 32, track.identity ?? 0);
    view.setUint8(at + 33, track.missed ?? 0);
    view.setUint8(at + 34, track.motion ?? 0);
    view.setUint8(at + 35, track.category ?? 0);
    at += 36;
  }
  for (const number of removed) {
    view.setUint32(at, number, true);
    at += 4;
  }
  return bytes;
}
