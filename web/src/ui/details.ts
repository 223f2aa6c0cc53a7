/** The panel on the right: everything known about the selected track, and which sensors say it. */
import { bestName } from '../picture/labels.ts';
import { seenWords } from '../picture/kind.ts';
import type { Picture } from '../picture/picture.ts';
import type { Palette } from '../map/palette.ts';
import { drawSymbol, lookKey, lookOf } from '../map/symbols.ts';
import type { Source, TrackFacts } from '../wire/messages.ts';
import {
  accuracyWords,
  ago,
  courseWords,
  duration,
  emergencyWords,
  heightWords,
  motionWords,
  positionSexagesimal,
  positionWords,
  pressureHeightWords,
  speedWords,
  technologyWords,
  timeOfDay,
  verticalRateWords,
  whole,
} from '../words.ts';
import { byId, make, setHidden, setText } from './dom.ts';

/** A source that has said nothing for this long, milliseconds, is written faintly. */
const OLD_SOURCE = 30_000;

type Fact =
  | 'callSign'
  | 'address'
  | 'mode3A'
  | 'identity'
  | 'pressure'
  | 'geometric'
  | 'rate'
  | 'speed'
  | 'course'
  | 'motion'
  | 'position'
  | 'accuracy'
  | 'seen'
  | 'age'
  | 'since';

const GROUPS: ReadonlyArray<readonly [string, ReadonlyArray<readonly [Fact, string, boolean]>]> = [
  [
    'Identification',
    [
      ['callSign', 'Call sign', true],
      ['address', 'Address', true],
      ['mode3A', 'Mode 3/A', true],
      ['identity', 'Identity', false],
    ],
  ],
  [
    'Height and motion',
    [
      ['pressure', 'Pressure height', false],
      ['geometric', 'Geometric height', false],
      ['rate', 'Vertical rate', false],
      ['speed', 'Ground speed', false],
      ['course', 'Course', false],
      ['motion', 'Motion', false],
    ],
  ],
  [
    'Position',
    [
      ['position', 'WGS-84', false],
      ['accuracy', 'Accuracy', false],
    ],
  ],
  [
    'Track',
    [
      ['seen', 'Seen lately by', false],
      ['age', 'Last report', false],
      ['since', 'Confirmed', false],
    ],
  ],
];

interface SourceRow {
  readonly element: HTMLTableRowElement;
  readonly name: HTMLElement;
  readonly technology: HTMLElement;
  readonly reports: HTMLTableCellElement;
  readonly heard: HTMLTableCellElement;
}

export class Details {
  onClose: () => void = () => undefined;
  onFollow: () => void = () => undefined;
  onCentre: () => void = () => undefined;

  private readonly panel = byId('details');
  private readonly canvas = make('canvas', { 'aria-hidden': 'true' });
  private readonly heading = make('h2', { id: 'details-name' });
  private readonly under = make('p', { class: 'details-under' });
  private readonly marks = make('div', { class: 'details-marks' });
  private readonly follow = make('button', { type: 'button', 'aria-pressed': 'false', title: 'Keep the track in view (f)' }, 'Follow');
  private readonly values = new Map<Fact, HTMLElement>();
  private readonly sourcesBody = make('tbody');
  private readonly noSources = make('p', { class: 'details-under' }, 'The server has not said yet which sensors see it.');
  private readonly sourceRows: SourceRow[] = [];
  private look = -1;

  constructor(
    private readonly picture: Picture,
    private palette: Palette,
  ) {
    const ratio = Math.min(window.devicePixelRatio, 2);
    this.canvas.width = 32 * ratio;
    this.canvas.height = 32 * ratio;
    this.canvas.style.width = '32px';
    this.canvas.style.height = '32px';
    const close = make('button', { type: 'button', class: 'details-close', 'aria-label': 'Close', title: 'Close (Escape)' }, '\u00d7');
    close.addEventListener('click', () => this.onClose());
    this.follow.addEventListener('click', () => this.onFollow());
    const centre = make('button', { type: 'button', title: 'Bring the track to the middle (c)' }, 'Centre');
    centre.addEventListener('click', () => this.onCentre());
    this.panel.append(
      make('div', { class: 'details-head' }, this.canvas, this.heading, close),
      this.under,
      this.marks,
      make('div', { class: 'details-actions' }, this.follow, centre),
    );
    for (const [title, facts] of GROUPS) {
      const list = make('dl', { class: 'facts' });
      for (const [fact, name, code] of facts) {
        const value = make('dd', { class: code ? 'code' : undefined, 'data-fact': fact });
        this.values.set(fact, value);
        list.append(make('dt', {}, name), value);
      }
      this.panel.append(make('h3', {}, title), list);
      if (title === 'Height and motion') this.appendSources();
    }
  }

  private appendSources(): void {
    const heads = ['Sensor', 'Reports', 'Last heard'].map((text, i) =>
      make('th', { scope: 'col', class: i > 0 ? 'figure' : undefined }, text),
    );
    this.panel.append(
      make('h3', {}, 'Said by these sensors'),
      make('table', { class: 'sources', id: 'sources' }, make('thead', {}, make('tr', {}, ...heads)), this.sourcesBody),
      this.noSources,
    );
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.look = -1;
  }

  /** Shows the track with this number, or nothing. */
  show(number: number | undefined, following: boolean): void {
    const { tracks } = this.picture;
    const slot = number === undefined ? -1 : tracks.slotOf(number);
    setHidden(this.panel, number === undefined || slot < 0);
    if (number === undefined || slot < 0) return;
    const now = performance.now();
    const clock = this.picture.clock.at(now);
    const facts = this.picture.factsOf(number);
    this.follow.setAttribute('aria-pressed', String(following));
    setText(this.heading, bestName(number, facts));
    setText(this.under, `Track ${number}`);
    this.showMarks(slot, facts);
    this.showLook(slot);
    const set = (fact: Fact, text: string) => {
      const element = this.values.get(fact);
      if (element) setText(element, text);
    };
    set('callSign', facts?.callSign ?? 'not known');
    set('address', facts?.address?.toUpperCase() ?? 'not known');
    set('mode3A', facts?.mode3A ?? 'not known');
    const identity = facts?.identity ?? 'pending';
    set('identity', identity === 'pending' ? 'pending: not evaluated in this version' : identity);
    set('pressure', pressureHeightWords(tracks.pressureHeight[slot]));
    set('geometric', heightWords(tracks.geometricHeight[slot]));
    set('rate', verticalRateWords(tracks.verticalRate[slot]));
    set('speed', speedWords(tracks.speed[slot]));
    set('course', `${courseWords(tracks.course[slot])} true`);
    const { latitude, longitude } = { latitude: tracks.latitude[slot], longitude: tracks.longitude[slot] };
    set('position', `${positionWords(latitude, longitude)}\n${positionSexagesimal(latitude, longitude)}`);
    set('motion', motionWords(tracks.motion[slot]));
    set('accuracy', accuracyWords(tracks.errorMajor[slot], tracks.errorMinor[slot], tracks.category[slot]));
    set('seen', seenWords(tracks.seen[slot]));
    set('age', ago(clock - tracks.lastReport[slot]));
    set(
      'since',
      facts?.since === undefined
        ? 'not known'
        : `${timeOfDay(facts.since)} UTC, ${duration(Math.round((clock - facts.since) / 1000))} ago`,
    );
    this.showSources(facts?.sources ?? [], clock);
  }

  private showMarks(slot: number, facts: TrackFacts | undefined): void {
    const { tracks } = this.picture;
    const wanted: [string, string][] = [];
    if (tracks.emergency(slot)) wanted.push(['mark-bad', emergencyWords(facts?.emergency)]);
    if (tracks.coasting(slot)) {
      const missed = tracks.missed[slot];
      wanted.push(['mark-warn', `coasting, ${missed} missed ${missed === 1 ? 'update' : 'updates'}`]);
    }
    if (tracks.onGround(slot)) wanted.push(['', 'on the ground']);
    if (tracks.simulated(slot)) wanted.push(['mark-simulated', 'simulated']);
    const key = JSON.stringify(wanted);
    if (this.marks.dataset['key'] === key) return;
    this.marks.dataset['key'] = key;
    this.marks.replaceChildren(...wanted.map(([name, text]) => make('span', { class: `mark ${name}` }, text)));
  }

  private showLook(slot: number): void {
    const { tracks } = this.picture;
    const look = lookKey({
      seen: tracks.seen[slot],
      coasting: tracks.coasting(slot),
      ground: tracks.onGround(slot),
      emergency: tracks.emergency(slot),
      identity: tracks.identity[slot],
    });
    if (look === this.look) return;
    this.look = look;
    const pen = this.canvas.getContext('2d');
    if (!pen) return;
    const ratio = this.canvas.width / 32;
    pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    const shape = lookOf(look);
    drawSymbol(pen, 16 * ratio, (shape.emergency ? 19 : 16) * ratio, shape, this.palette, ratio * 1.45);
  }

  private showSources(sources: readonly Source[], clock: number): void {
    setHidden(this.noSources, sources.length > 0);
    // A steady order: a table whose rows change places each second cannot be read.
    const sorted = [...sources].sort((a, b) => a.sensor - b.sensor || (a.technology < b.technology ? -1 : 1));
    while (this.sourceRows.length < sorted.length) this.addSourceRow();
    this.sourceRows.forEach((row, i) => {
      const source = sorted[i];
      setHidden(row.element, source === undefined);
      if (source === undefined) return;
      setText(row.name, this.picture.sensor(source.sensor)?.name ?? `Sensor ${source.sensor}`);
      setText(row.technology, technologyWords(source.technology));
      setText(row.reports, whole(source.reports));
      setText(row.heard, source.last === undefined ? 'never' : ago(clock - source.last));
      row.element.classList.toggle('old', source.last === undefined || clock - source.last > OLD_SOURCE);
    });
  }

  private addSourceRow(): void {
    const name = make('span');
    const technology = make('small');
    const reports = make('td', { class: 'figure' });
    const heard = make('td', { class: 'figure' });
    const element = make('tr', {}, make('td', {}, name, technology), reports, heard);
    this.sourcesBody.append(element);
    this.sourceRows.push({ element, name, technology, reports, heard });
  }
}
