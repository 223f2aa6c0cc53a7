/** Waiting times between attempts to connect: doubling from one second to thirty, each varied by a quarter. */
export class Backoff {
  private attempts = 0;

  /** @param random gives numbers from 0 up to, but not including, 1 */
  constructor(private readonly random: () => number = Math.random) {}

  /** Milliseconds to wait before the next attempt, 1,000 to 30,000. */
  next(): number {
    const base = Math.min(1000 * 2 ** this.attempts, 30_000);
    this.attempts = Math.min(this.attempts + 1, 10);
    const varied = base * (0.75 + 0.5 * this.random());
    return Math.min(30_000, Math.max(1000, varied));
  }

  reset(): void {
    this.attempts = 0;
  }
}
