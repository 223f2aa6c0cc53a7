/**
 * Binary frames of protocol 1, from bytes to columns. See docs/reference/wire.md for the layout; the names here are the
 * table's. Nothing is copied but the columns themselves, so that a worker can hand them over without copying again.
 */

/** Stands for "unknown" in the height and vertical-rate columns. */
export const UNKNOWN = -32768;

export const FLAG_CONFIRMED = 1;
export const FLAG_COASTING = 2;
export const FLAG_GROUND = 4;
export const FLAG_SIMULATED = 8;
export const FLAG_EMERGENCY = 16;

/** Motion: course in the first two bits, vertical in the next two, then a flag. */
export const MOTION_ACCELERATING = 16;
export const MOTION_BALLISTIC = 32;

export const SEEN_PRIMARY = 1;
export const SEEN_SECONDARY = 2;
export const SEEN_MODE_S = 4;
export const SEEN_ADSB = 8;
export const SEEN_MLAT = 16;
export const SEEN_SYSTEM = 32;

const HEADER_BYTES = 32;
const RECORD_BYTES = 36;

export interface Frame {
  /** All tracks known so far are to be forgotten first. */
  readonly whole: boolean;
  /** The picture holds simulated input. */
  readonly simulated: boolean;
  /** The clock jumped: history does not join up. */
  readonly jumped: boolean;
  readonly sequence: number;
  /** The picture's clock, milliseconds since 1970. */
  readonly time: number;
  /** Tracks alive after this frame. */
  readonly live: number;
  readonly count: number;
  readonly number: Uint32Array;
  /** Degrees. */
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  /** Units of 25 ft, or UNKNOWN. */
  readonly pressureHeight: Int16Array;
  readonly geometricHeight: Int16Array;
  /** Units of 0.1 m/s, or UNKNOWN. */
  readonly verticalRate: Int16Array;
  /** Units of 0.1 m/s. */
  readonly speed: Uint16Array;
  /** Units of 1/65536 turn clockwise from true north. */
  readonly course: Uint16Array;
  /** One sigma along the axes of the error ellipse, metres. */
  readonly errorMajor: Uint16Array;
  readonly errorMinor: Uint16Array;
  readonly errorAxis: Uint16Array;
  /** Units of 0.1 s. */
  readonly age: Uint16Array;
  readonly flags: Uint8Array;
  readonly seen: Uint8Array;
  readonly identity: Uint8Array;
  readonly missed: Uint8Array;
  /** Course, vertical and accelerating, as the table says. */
  readonly motion: Uint8Array;
  /** Accuracy category, 0 to 11. */
  readonly category: Uint8Array;
  /** Numbers of tracks that ended. */
  readonly removed: Uint32Array;
}

/** Why bytes are not a frame, in words. */
export interface FrameFault {
  readonly fault: string;
}

export function decodeFrame(bytes: ArrayBuffer): Frame | FrameFault {
  if (bytes.byteLength < HEADER_BYTES) {
    return { fault: `a frame of ${bytes.byteLength} bytes, shorter than its header` };
  }
  const view = new DataView(bytes);
  if (view.getUint8(0) !== 0x41 || view.getUint8(1) !== 0x57) return { fault: 'a frame that does not begin with AW' };
  const protocol = view.getUint8(2);
  if (protocol !== 1) return { fault: `a frame of protocol ${protocol}; this page speaks protocol 1` };
  const n = view.getUint32(16, true);
  const m = view.getUint32(20, true);
  const expected = HEADER_BYTES + n * RECORD_BYTES + m * 4;
  if (bytes.byteLength !== expected) {
    return { fault: `a frame of ${bytes.byteLength} bytes where ${n} records and ${m} removals make ${expected}` };
  }
  const bits = view.getUint8(3);
  const frame: Frame = {
    whole: (bits & 1) !== 0,
    simulated: (bits & 2) !== 0,
    jumped: (bits & 4) !== 0,
    sequence: view.getUint32(4, true),
    time: view.getFloat64(8, true),
    live: view.getUint32(24, true),
    count: n,
    number: new Uint32Array(n),
    latitude: new Float64Array(n),
    longitude: new Float64Array(n),
    pressureHeight: new Int16Array(n),
    geometricHeight: new Int16Array(n),
    verticalRate: new Int16Array(n),
    speed: new Uint16Array(n),
    course: new Uint16Array(n),
    errorMajor: new Uint16Array(n),
    errorMinor: new Uint16Array(n),
    errorAxis: new Uint16Array(n),
    age: new Uint16Array(n),
    flags: new Uint8Array(n),
    seen: new Uint8Array(n),
    identity: new Uint8Array(n),
    missed: new Uint8Array(n),
    motion: new Uint8Array(n),
    category: new Uint8Array(n),
    removed: new Uint32Array(m),
  };
  for (let i = 0, at = HEADER_BYTES; i < n; i++, at += RECORD_BYTES) {
    frame.number[i] = view.getUint32(at, true);
    frame.latitude[i] = view.getInt32(at + 4, true) * 1e-7;
    frame.longitude[i] = view.getInt32(at + 8, true) * 1e-7;
    frame.pressureHeight[i] = view.getInt16(at + 12, true);
    frame.geometricHeight[i] = view.getInt16(at + 14, true);
    frame.verticalRate[i] = view.getInt16(at + 16, true);
    frame.speed[i] = view.getUint16(at + 18, true);
    frame.course[i] = view.getUint16(at + 20, true);
    frame.errorMajor[i] = view.getUint16(at + 22, true);
    frame.errorMinor[i] = view.getUint16(at + 24, true);
    frame.errorAxis[i] = view.getUint16(at + 26, true);
    frame.age[i] = view.getUint16(at + 28, true);
    frame.flags[i] = view.getUint8(at + 30);
    frame.seen[i] = view.getUint8(at + 31);
    frame.identity[i] = view.getUint8(at + 32);
    frame.missed[i] = view.getUint8(at + 33);
    frame.motion[i] = view.getUint8(at + 34);
    frame.category[i] = view.getUint8(at + 35);
  }
  for (let i = 0, at = HEADER_BYTES + n * RECORD_BYTES; i < m; i++, at += 4) {
    frame.removed[i] = view.getUint32(at, true);
  }
  return frame;
}

/** The buffers of a frame's columns, to be transferred between threads. */
export function buffersOf(frame: Frame): ArrayBuffer[] {
  const buffers: ArrayBuffer[] = [];
  for (const value of Object.values(frame)) {
    if (ArrayBuffer.isView(value)) buffers.push(value.buffer as ArrayBuffer);
  }
  return buffers;
}
