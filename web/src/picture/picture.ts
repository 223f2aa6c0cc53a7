/** Everything the page knows: tracks, what is said about them, sensors, the state of play, and the clock. */
import type { Frame } from '../wire/frame.ts';
import type { Hello, Message, Sensor, Status, TrackFacts } from '../wire/messages.ts';
import { PictureClock } from './clock.ts';
import { Tracks } from './tracks.ts';

/** Facts about tracks that no frame has shown are kept this long, wall milliseconds: they may have come first. */
const ORPHAN_FACTS = 10_000;

export class Picture {
  readonly tracks = new Tracks();
  readonly clock = new PictureClock();
  hello: Hello | undefined;
  status: Status | undefined;
  sensors: readonly Sensor[] = [];
  /** Simulated input in the picture, by the last frame's word. */
  simulated = false;
  frames = 0;
  /** Counts changes of facts, so that labels and rows are made anew. */
  factsRevision = 0;
  private readonly facts = new Map<number, TrackFacts>();
  private readonly arrived = new Map<number, number>();

  factsOf(number: number): TrackFacts | undefined {
    return this.facts.get(number);
  }

  sensor(id: number): Sensor | undefined {
    return this.sensors.find((sensor) => sensor.id === id);
  }

  /** The speed by which the clock runs: 0 while it stands, and while the server plays as fast as it can. */
  get rate(): number {
    if (this.hello?.mode !== 'REPLAY') return 1;
    return this.status?.playing === true ? this.status.speed : 0;
  }

  get simulatedAtAll(): boolean {
    return this.simulated || this.hello?.origin === 'simulated';
  }

  takeMessage(message: Message, wall: number): void {
    switch (message.kind) {
      case 'hello':
        this.hello = message;
        this.status = undefined;
        this.sensors = [];
        this.tracks.clear();
        this.facts.clear();
        this.arrived.clear();
        this.clock.jump();
        this.factsRevision++;
        break;
      case 'status':
        this.status = message;
        this.clock.sample(message.time, wall, this.rate, this.rate > 0);
        break;
      case 'sensors':
        this.sensors = message.sensors;
        break;
      case 'facts':
        for (const track of message.tracks) {
          this.facts.set(track.number, track);
          this.arrived.set(track.number, wall);
        }
        this.factsRevision++;
        break;
      case 'refused':
        break;
    }
  }

  takeFrame(frame: Frame, wall: number): void {
    if (frame.whole || frame.jumped) this.clock.jump();
    this.clock.sample(frame.time, wall, this.rate, this.rate > 0);
    this.tracks.apply(frame, this.clock.at(wall), wall);
    this.simulated = frame.simulated;
    this.frames++;
    for (const number of frame.removed) {
      this.facts.delete(number);
      this.arrived.delete(number);
    }
    if (frame.whole) this.dropOrphans(wall);
  }

  private dropOrphans(wall: number): void {
    for (const [number, when] of this.arrived) {
      if (this.tracks.slotOf(number) < 0 && wall - when > ORPHAN_FACTS) {
        this.facts.delete(number);
        this.arrived.delete(number);
      }
    }
  }
}
