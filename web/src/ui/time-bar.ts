/** Play, pause, speed and seeking in a replay; not there in a live picture. */
import type { Picture } from '../picture/picture.ts';
import type { Command } from '../wire/protocol.ts';
import { duration, timeOfDay } from '../words.ts';
import { byId, icon, make, setHidden, setText } from './dom.ts';

const SPEEDS = [1, 2, 5, 10, 30, 60, 0] as const;
const SKIP = 30_000;
const PLAY = 'M4 2.500v11l9.500-5.500z';
const PAUSE = 'M3.500 2.500h3v11h-3zM9.500 2.500h3v11h-3z';

export class TimeBar {
  send: (command: Command) => void = () => undefined;

  private readonly bar = byId('time-bar');
  private readonly play = make('button', { type: 'button', class: 'play', id: 'play' });
  private readonly slider = make('input', { type: 'range', id: 'seek', min: '0', max: '0', step: '1000', 'aria-label': 'Time in the recording' });
  private readonly now = make('span', { class: 'when when-now', id: 'replay-now' });
  private readonly end = make('span', { class: 'when when-end' });
  private readonly speed = make('select', { id: 'speed', 'aria-label': 'Speed' });
  private dragging = false;
  /** A position that the server has been asked for and not yet reached, and when it was asked. */
  private asked: number | undefined;
  private askedAt = 0;
  private playing: boolean | undefined;

  constructor(private readonly picture: Picture) {
    const back = make('button', { type: 'button', title: 'Back 30 s (j)', 'aria-label': 'Back 30 seconds' }, '\u221230 s');
    const on = make('button', { type: 'button', title: 'On 30 s (k)', 'aria-label': 'On 30 seconds' }, '+30 s');
    back.addEventListener('click', () => this.skip(-SKIP));
    on.addEventListener('click', () => this.skip(SKIP));
    this.play.addEventListener('click', () => this.toggle());
    for (const value of SPEEDS) {
      this.speed.append(make('option', { value: String(value) }, value === 0 ? 'max' : `${value}\u00d7`));
    }
    this.speed.addEventListener('change', () => this.send({ do: 'speed', value: Number(this.speed.value) }));
    this.slider.addEventListener('input', () => {
      this.dragging = true;
      this.label(this.first + Number(this.slider.value));
    });
    this.slider.addEventListener('change', () => {
      this.dragging = false;
      this.seek(this.first + Number(this.slider.value));
    });
    this.bar.append(back, this.play, on, this.now, this.slider, this.end, this.speed);
  }

  toggle(): void {
    if (!this.available) return;
    this.send({ do: this.picture.status?.playing === true ? 'pause' : 'play' });
  }

  skip(milliseconds: number): void {
    if (!this.available) return;
    const from = this.asked ?? this.picture.clock.at(performance.now());
    this.seek(from + milliseconds);
  }

  /** One step faster or slower. */
  shiftSpeed(steps: number): void {
    const { status } = this.picture;
    if (!this.available || !status) return;
    const known = SPEEDS.findIndex((value) => value === status.speed);
    const at = Math.max(0, Math.min(SPEEDS.length - 1, (known < 0 ? 0 : known) + steps));
    this.send({ do: 'speed', value: SPEEDS[at] });
  }

  get available(): boolean {
    return this.picture.hello?.mode === 'REPLAY';
  }

  private get first(): number {
    return this.picture.status?.first ?? this.picture.hello?.first ?? 0;
  }

  private get last(): number {
    return this.picture.status?.last ?? this.picture.hello?.last ?? this.first;
  }

  private seek(time: number): void {
    const bounded = Math.max(this.first, Math.min(this.last, time));
    this.asked = bounded;
    this.askedAt = performance.now();
    this.send({ do: 'seek', time: Math.round(bounded) });
  }

  /** Shows the state of play; called a few times a second. */
  refresh(): void {
    setHidden(this.bar, !this.available);
    const { status } = this.picture;
    if (!this.available || !status) return;
    if (this.playing !== status.playing) {
      this.playing = status.playing;
      this.play.replaceChildren(icon(status.playing ? PAUSE : PLAY));
      const name = status.playing ? 'Pause' : 'Play';
      this.play.setAttribute('aria-label', name);
      this.play.title = `${name} (space)`;
    }
    const speed = String(status.speed);
    if (this.speed.value !== speed && document.activeElement !== this.speed) {
      if (![...this.speed.options].some((option) => option.value === speed)) {
        this.speed.append(make('option', { value: speed }, `${speed}\u00d7`));
      }
      this.speed.value = speed;
    }
    const clock = this.picture.clock.at(performance.now());
    if (this.asked !== undefined) {
      const reached = Math.abs(clock - this.asked) < 5000 * Math.max(1, status.speed);
      if (reached || performance.now() - this.askedAt > 3000) this.asked = undefined;
    }
    if (this.dragging) return;
    const time = this.asked ?? clock;
    const length = Math.max(0, this.last - this.first);
    this.slider.max = String(length);
    this.slider.value = String(Math.max(0, Math.min(length, time - this.first)));
    this.label(time);
  }

  private label(time: number): void {
    const length = Math.max(1, this.last - this.first);
    const part = Math.max(0, Math.min(1, (time - this.first) / length));
    this.slider.style.setProperty('--part', `${(100 * part).toFixed(2)}%`);
    setText(this.now, timeOfDay(time));
    setText(this.end, timeOfDay(this.last));
    const into = duration(Math.round((time - this.first) / 1000));
    this.slider.setAttribute('aria-valuetext', `${timeOfDay(time)} UTC, ${into} into the recording`);
  }
}
