/**
 * Decides when the picture is drawn: as often as symbols move visibly, and not at all while nothing moves or nobody
 * looks.
 */
import type { PictureMap } from './map/picture-map.ts';
import type { Picture } from './picture/picture.ts';

/** Drawn again when the fastest symbol has moved by this much, CSS pixels. */
const VISIBLE_STEP = 0.3;
/** Of the fastest symbol, metres a second, when nothing better is known. */
const FAST = 350;
const SHORTEST = 1000 / 60;
const LONGEST = 250;
/** While corrected positions glide into place. */
const GLIDING = 1000 / 30;

const KEPT = 600;

export class Pacer {
  /** Drawings since the page was loaded. */
  drawings = 0;
  private readonly times = new Float64Array(KEPT);
  private pending = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly picture: Picture,
    private readonly map: PictureMap,
  ) {}

  /** Draws at the next frame of the display: something has changed. */
  wake(): void {
    if (this.pending || document.hidden) return;
    clearTimeout(this.timer);
    this.pending = true;
    requestAnimationFrame(() => this.frame());
  }

  /** Milliseconds that drawing took, by part (0 to 1) of the last 600 drawings. */
  drawTime(part: number): number {
    const count = Math.min(this.drawings, KEPT);
    if (count === 0) return 0;
    const sorted = this.times.slice(0, count).sort();
    return sorted[Math.min(count - 1, Math.floor(part * count))];
  }

  private frame(): void {
    this.pending = false;
    this.map.drawTracks();
    this.times[this.drawings % KEPT] = this.map.tracks.drawTime;
    this.drawings++;
    const wait = this.interval(performance.now());
    if (wait === undefined || document.hidden) return;
    if (wait <= SHORTEST) this.wake();
    else this.timer = setTimeout(() => this.wake(), wait - SHORTEST / 2);
  }

  /** Milliseconds until symbols have moved visibly; undefined while they stand. */
  private interval(wall: number): number | undefined {
    const { clock, tracks, rate } = this.picture;
    if (tracks.count === 0) return undefined;
    const moving = clock.movingAt(wall);
    let wait = moving
      ? Math.max(SHORTEST, Math.min(LONGEST, (1000 * VISIBLE_STEP * this.map.resolution) / (FAST * Math.max(rate, 0.1))))
      : Infinity;
    if (tracks.gliding(wall, this.map.resolution * VISIBLE_STEP)) wait = Math.min(wait, GLIDING);
    if (!Number.isFinite(wait)) return undefined;
    // Drawing never takes more than about a third of the time: the rest is for the user's hands.
    return Math.max(wait, 3 * this.map.tracks.drawTime);
  }
}
