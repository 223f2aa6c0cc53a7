/**
 * All tracks of the picture, in columns: one slot a track, slots used again after a track ends. Positions are kept in
 * Mercator metres together with their rates, so that drawing a moment between two frames costs two multiplications.
 */
import {
  FLAG_COASTING,
  FLAG_EMERGENCY,
  FLAG_GROUND,
  FLAG_SIMULATED,
  type Frame,
} from '../wire/frame.ts';
import { mercatorX, mercatorY, nearest, stretch } from '../map/mercator.ts';

/** Positions kept for each track, at least HISTORY_SPACING apart. */
export const HISTORY_LENGTH = 64;
/** Milliseconds of picture time between two history positions. */
export const HISTORY_SPACING = 5000;

/** A position is carried forward until its last report is this old, milliseconds: in the air, and on the ground. */
export const OLDEST_AIRBORNE = 30_000;
export const OLDEST_GROUND = 10_000;

/** Wall milliseconds over which a corrected position glides from where it was drawn to where it is. */
export const GLIDE = 500;

export class Tracks {
  capacity = 256;
  /** One more than the highest slot in use. */
  used = 0;
  count = 0;

  number = new Uint32Array(this.capacity);
  alive = new Uint8Array(this.capacity);
  time = new Float64Array(this.capacity);
  x = new Float64Array(this.capacity);
  y = new Float64Array(this.capacity);
  latitude = new Float64Array(this.capacity);
  longitude = new Float64Array(this.capacity);
  /** Mercator metres a millisecond. */
  rateX = new Float64Array(this.capacity);
  rateY = new Float64Array(this.capacity);
  pressureHeight = new Int16Array(this.capacity);
  geometricHeight = new Int16Array(this.capacity);
  verticalRate = new Int16Array(this.capacity);
  speed = new Uint16Array(this.capacity);
  course = new Uint16Array(this.capacity);
  errorMajor = new Uint16Array(this.capacity);
  errorMinor = new Uint16Array(this.capacity);
  errorAxis = new Uint16Array(this.capacity);
  /** Picture time of the last report. */
  lastReport = new Float64Array(this.capacity);
  flags = new Uint8Array(this.capacity);
  seen = new Uint8Array(this.capacity);
  identity = new Uint8Array(this.capacity);
  missed = new Uint8Array(this.capacity);
  motion = new Uint8Array(this.capacity);
  category = new Uint8Array(this.capacity);
  /** Where the symbol was drawn before the last correction, less where it is now; and when that was. */
  private glideX = new Float64Array(this.capacity);
  private glideY = new Float64Array(this.capacity);
  private glideStart = new Float64Array(this.capacity).fill(-1e9);
  historyX = new Float64Array(this.capacity * HISTORY_LENGTH);
  historyY = new Float64Array(this.capacity * HISTORY_LENGTH);
  historyTime = new Float64Array(this.capacity);
  /** Positions written so far; the newest is at (written - 1) modulo HISTORY_LENGTH. */
  historyWritten = new Uint32Array(this.capacity);
  /** Counts changes that a label or a list row shows. */
  revision = new Uint32Array(this.capacity);

  /** What `place` found. */
  placedX = 0;
  placedY = 0;

  private readonly slots = new Map<number, number>();
  private readonly free: number[] = [];

  slotOf(number: number): number {
    return this.slots.get(number) ?? -1;
  }

  /**
   * Takes over a frame.
   *
   * @param shown the picture's clock as drawn now
   * @param wall the host's clock now
   */
  apply(frame: Frame, shown: number, wall: number): void {
    if (frame.whole) this.clear();
    if (frame.jumped) this.forgetHistory();
    const fresh = frame.whole || frame.jumped;
    for (let i = 0; i < frame.count; i++) {
      const known = this.slotOf(frame.number[i]);
      const slot = known >= 0 ? known : this.take(frame.number[i]);
      this.update(slot, frame, i, known >= 0 && !fresh, shown, wall);
    }
    for (const number of frame.removed) this.remove(number);
  }

  private update(slot: number, frame: Frame, i: number, glide: boolean, shown: number, wall: number): void {
    let oldX = 0;
    let oldY = 0;
    if (glide) {
      this.place(slot, shown, wall);
      oldX = this.placedX;
      oldY = this.placedY;
    }
    const latitude = frame.latitude[i];
    const course = (frame.course[i] * Math.PI) / 32768;
    const rate = (frame.speed[i] / 10_000) * stretch(latitude);
    this.time[slot] = frame.time;
    this.latitude[slot] = latitude;
    this.longitude[slot] = frame.longitude[i];
    this.x[slot] = mercatorX(frame.longitude[i]);
    this.y[slot] = mercatorY(latitude);
    this.rateX[slot] = rate * Math.sin(course);
    this.rateY[slot] = rate * Math.cos(course);
    this.pressureHeight[slot] = frame.pressureHeight[i];
    this.geometricHeight[slot] = frame.geometricHeight[i];
    this.verticalRate[slot] = frame.verticalRate[i];
    this.speed[slot] = frame.speed[i];
    this.course[slot] = frame.course[i];
    this.errorMajor[slot] = frame.errorMajor[i];
    this.errorMinor[slot] = frame.errorMinor[i];
    this.errorAxis[slot] = frame.errorAxis[i];
    this.lastReport[slot] = frame.time - frame.age[i] * 100;
    this.flags[slot] = frame.flags[i];
    this.seen[slot] = frame.seen[i];
    this.identity[slot] = frame.identity[i];
    this.missed[slot] = frame.missed[i];
    this.motion[slot] = frame.motion[i];
    this.category[slot] = frame.category[i];
    this.revision[slot]++;
    this.glideStart[slot] = -1e9;
    if (glide) {
      this.place(slot, shown, wall);
      this.glideX[slot] = nearest(oldX, this.placedX) - this.placedX;
      this.glideY[slot] = oldY - this.placedY;
      this.glideStart[slot] = wall;
    }
    this.remember(slot);
  }

  /** Finds where a track is drawn at a moment: `placedX` and `placedY`, Mercator metres. */
  place(slot: number, shown: number, wall: number): void {
    const ahead = this.carried(slot, shown);
    let x = this.x[slot] + this.rateX[slot] * ahead;
    let y = this.y[slot] + this.rateY[slot] * ahead;
    const since = wall - this.glideStart[slot];
    if (since < GLIDE) {
      const part = 1 - since / GLIDE;
      const eased = part * part * (3 - 2 * part);
      x += this.glideX[slot] * eased;
      y += this.glideY[slot] * eased;
    }
    this.placedX = x;
    this.placedY = y;
  }

  /** Milliseconds by which the frame's position is carried to `shown`: no further than the age of its report allows. */
  private carried(slot: number, shown: number): number {
    const oldest = (this.flags[slot] & FLAG_GROUND) !== 0 ? OLDEST_GROUND : OLDEST_AIRBORNE;
    const allowed = Math.max(0, this.lastReport[slot] + oldest - this.time[slot]);
    return Math.max(-2000, Math.min(shown - this.time[slot], allowed));
  }

  /** Whether anything glides still, over at least this distance in Mercator metres. */
  gliding(wall: number, least: number): boolean {
    for (let slot = 0; slot < this.used; slot++) {
      if (this.alive[slot] === 0 || wall - this.glideStart[slot] >= GLIDE) continue;
      if (Math.abs(this.glideX[slot]) + Math.abs(this.glideY[slot]) > least) return true;
    }
    return false;
  }

  coasting(slot: number): boolean {
    return (this.flags[slot] & FLAG_COASTING) !== 0;
  }

  onGround(slot: number): boolean {
    return (this.flags[slot] & FLAG_GROUND) !== 0;
  }

  simulated(slot: number): boolean {
    return (this.flags[slot] & FLAG_SIMULATED) !== 0;
  }

  emergency(slot: number): boolean {
    return (this.flags[slot] & FLAG_EMERGENCY) !== 0;
  }

  clear(): void {
    this.slots.clear();
    this.free.length = 0;
    this.alive.fill(0);
    this.used = 0;
    this.count = 0;
  }

  private forgetHistory(): void {
    this.historyWritten.fill(0);
  }

  private take(number: number): number {
    let slot = this.free.pop();
    if (slot === undefined) {
      if (this.used === this.capacity) this.grow();
      slot = this.used++;
    }
    this.slots.set(number, slot);
    this.number[slot] = number;
    this.alive[slot] = 1;
    this.historyWritten[slot] = 0;
    this.revision[slot]++;
    this.count++;
    return slot;
  }

  private remove(number: number): void {
    const slot = this.slots.get(number);
    if (slot === undefined) return;
    this.slots.delete(number);
    this.alive[slot] = 0;
    this.free.push(slot);
    this.count--;
  }

  private remember(slot: number): void {
    const written = this.historyWritten[slot];
    const time = this.time[slot];
    const sinceLast = time - this.historyTime[slot];
    if (written > 0 && sinceLast >= 0 && sinceLast < HISTORY_SPACING) return;
    const at = slot * HISTORY_LENGTH + (written % HISTORY_LENGTH);
    this.historyX[at] = this.x[slot];
    this.historyY[at] = this.y[slot];
    this.historyTime[slot] = time;
    this.historyWritten[slot] = written + 1;
  }

  private grow(): void {
    this.capacity *= 2;
    const longer = <T extends Uint8Array | Uint16Array | Int16Array | Uint32Array | Float64Array>(
      column: T,
      size = this.capacity,
    ): T => {
      const copy = new (column.constructor as new (n: number) => T)(size);
      copy.set(column);
      return copy;
    };
    this.number = longer(this.number);
    this.alive = longer(this.alive);
    this.time = longer(this.time);
    this.x = longer(this.x);
    this.y = longer(this.y);
    this.latitude = longer(this.latitude);
    this.longitude = longer(this.longitude);
    this.rateX = longer(this.rateX);
    this.rateY = longer(this.rateY);
    this.pressureHeight = longer(this.pressureHeight);
    this.geometricHeight = longer(this.geometricHeight);
    this.verticalRate = longer(this.verticalRate);
    this.speed = longer(this.speed);
    this.course = longer(this.course);
    this.errorMajor = longer(this.errorMajor);
    this.errorMinor = longer(this.errorMinor);
    this.errorAxis = longer(this.errorAxis);
    this.lastReport = longer(this.lastReport);
    this.flags = longer(this.flags);
    this.seen = longer(this.seen);
    this.identity = longer(this.identity);
    this.missed = longer(this.missed);
    this.motion = longer(this.motion);
    this.category = longer(this.category);
    this.glideX = longer(this.glideX);
    this.glideY = longer(this.glideY);
    this.glideStart = longer(this.glideStart);
    this.historyX = longer(this.historyX, this.capacity * HISTORY_LENGTH);
    this.historyY = longer(this.historyY, this.capacity * HISTORY_LENGTH);
    this.historyTime = longer(this.historyTime);
    this.historyWritten = longer(this.historyWritten);
    this.revision = longer(this.revision);
  }
}
