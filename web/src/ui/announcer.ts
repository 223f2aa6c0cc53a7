/** Says things to screen readers, politely: the newest sentence, at most one in five seconds. */
export class Announcer {
  private waiting: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = -1e9;

  static readonly PERIOD = 5000;

  constructor(private readonly element: HTMLElement) {}

  say(sentence: string): void {
    this.waiting = sentence;
    if (this.timer !== undefined) return;
    const wait = Math.max(0, this.last + Announcer.PERIOD - performance.now());
    this.timer = setTimeout(() => this.speak(), wait);
  }

  private speak(): void {
    this.timer = undefined;
    this.last = performance.now();
    if (this.waiting !== undefined) this.element.textContent = this.waiting;
    this.waiting = undefined;
  }
}
