/** The state of the picture at the top: live or replay, simulated, how far behind, counts, the clock; and notices. */
import type { Picture } from '../picture/picture.ts';
import type { Link } from '../wire/protocol.ts';
import { behindWords, date, linkWords, speedFactorWords, stateSentence, timeOfDay, whole } from '../words.ts';
import type { Announcer } from './announcer.ts';
import { byId, setHidden, setText } from './dom.ts';

const REFUSED_SHOWN = 8000;

export class StateBar {
  private readonly mode = byId('mode');
  private readonly simulated = byId('simulated');
  private readonly frame = byId('simulated-frame');
  private readonly words = byId('state-words');
  private readonly title = byId('title');
  private readonly clockTime = byId('clock-time');
  private readonly clockDate = byId('clock-date');
  private readonly linkNotice = byId('link');
  private readonly linkText = byId('link-words');
  private readonly retry = byId('link-retry');
  private readonly overload = byId('overload');
  private readonly refused = byId('refused');
  private readonly app = byId('app');
  private link: Link = { state: 'connecting' };
  private retryAt = 0;
  private everOpen = false;
  private spoken = '';
  private refusedTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly picture: Picture,
    private readonly announcer: Announcer,
    hurry: () => void,
  ) {
    this.retry.addEventListener('click', hurry);
  }

  takeLink(link: Link): void {
    this.link = link;
    if (link.state === 'open') this.everOpen = true;
    if (link.state === 'lost') {
      this.retryAt = performance.now() + link.waitMilliseconds;
      this.announcer.say('Connection to the server lost.');
    }
    this.refresh();
  }

  get linkState(): Link['state'] {
    return this.link.state;
  }

  showRefused(why: string): void {
    setText(this.refused, why);
    setHidden(this.refused, false);
    clearTimeout(this.refusedTimer);
    this.refusedTimer = setTimeout(() => setHidden(this.refused, true), REFUSED_SHOWN);
  }

  /** Called a few times a second; changes only what differs. */
  refresh(): void {
    const { hello, status } = this.picture;
    const connected = this.link.state === 'open';
    this.showLink();
    this.showMode();
    setHidden(this.simulated, !this.picture.simulatedAtAll);
    setHidden(this.frame, !this.picture.simulatedAtAll);
    this.app.classList.toggle('is-simulated', this.picture.simulatedAtAll);
    setText(this.title, hello?.title ?? '');
    document.title = hello ? `${hello.title || 'Picture'} \u2013 Airwarden` : 'Airwarden';
    if (!hello || !status) {
      setText(this.words, '');
      return;
    }
    const clock = this.picture.clock.at(performance.now());
    setText(this.clockTime, timeOfDay(clock));
    setText(this.clockDate, hello.dateKnown ? date(clock) : 'date unknown');
    setText(this.words, connected ? this.playWords() : '');
    setText(byId('count-tracks'), whole(this.picture.tracks.count));
    setText(byId('count-rate'), whole(status.reportsPerSecond));
    setText(byId('count-reports'), whole(status.reports));
    setText(byId('count-faults'), whole(status.faults));
    setText(this.overload, status.overload ?? '');
    setHidden(this.overload, status.overload === undefined);
    const key = `${hello.mode} ${status.playing} ${status.speed} ${this.picture.simulatedAtAll}`;
    if (connected && key !== this.spoken) {
      this.spoken = key;
      this.announcer.say(stateSentence(hello, status));
    }
  }

  private playWords(): string {
    const { hello, status } = this.picture;
    if (!hello || !status) return '';
    const behind = behindWords(hello.mode, status.behind);
    if (hello.mode === 'LIVE') return behind;
    if (!status.playing) return `paused, ${behind}`;
    return status.speed === 1 ? behind : `${speedFactorWords(status.speed)}, ${behind}`;
  }

  private showMode(): void {
    const { hello, status } = this.picture;
    let text = 'CONNECTING';
    let look = 'chip-wait';
    if (this.link.state === 'lost' || this.link.state === 'quiet') {
      text = 'NOT CONNECTED';
      look = 'chip-lost';
    } else if (hello && this.link.state === 'open') {
      text = hello.mode === 'LIVE' ? 'LIVE' : status?.playing === false ? 'REPLAY PAUSED' : 'REPLAY';
      look = hello.mode === 'LIVE' ? 'chip-live' : 'chip-replay';
    }
    setText(this.mode, text);
    const className = `chip ${look}`;
    if (this.mode.className !== className) this.mode.className = className;
  }

  private showLink(): void {
    const text = linkWords(this.link, (this.retryAt - performance.now()) / 1000, this.everOpen);
    setHidden(this.linkNotice, text === '');
    setHidden(this.retry, this.link.state !== 'lost');
    setText(this.linkText, text);
    this.app.classList.toggle('stale', this.everOpen && this.link.state !== 'open');
  }
}
