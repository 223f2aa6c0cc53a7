/**
 * The picture's clock between messages. Messages say what time it was in the picture when they were sent; in between,
 * the clock runs on at the play speed. Small differences are worked off gradually so that symbols do not jitter; large
 * ones (a seek) are taken over at once. Times are milliseconds; `wall` is any steadily running clock of the host.
 */
export class PictureClock {
  private time = 0;
  private wall = 0;
  private rate = 0;
  private known = false;

  /** The clock never runs on alone for longer than this, in wall time: the link may be dead. */
  static readonly LONGEST_RUN = 2000;

  /** Takes the picture's time as a message gave it. Speed 0 or paused: the clock stands until the next message. */
  sample(time: number, wall: number, speed: number, playing: boolean): void {
    const rate = playing ? speed : 0;
    const predicted = this.at(wall);
    const error = time - predicted;
    // What jitter of the network explains, at this speed.
    const tolerance = 400 * Math.max(rate, 0.25);
    const gentle = this.known && rate > 0 && rate === this.rate && Math.abs(error) < tolerance;
    this.time = gentle ? predicted + 0.15 * error : time;
    this.wall = wall;
    this.rate = rate;
    this.known = true;
  }

  /** Forgets the running estimate: the next sample is taken as it is. */
  jump(): void {
    this.known = false;
  }

  at(wall: number): number {
    const run = Math.min(Math.max(wall - this.wall, 0), PictureClock.LONGEST_RUN);
    return this.time + run * this.rate;
  }

  get running(): boolean {
    return this.rate > 0;
  }

  /** Whether the clock still runs at this moment of the host's clock. */
  movingAt(wall: number): boolean {
    return this.rate > 0 && wall - this.wall < PictureClock.LONGEST_RUN;
  }
}
