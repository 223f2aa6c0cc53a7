/**
 * The list of tracks: the same tracks as on the map, as a table. Only the rows in view exist; they are filled again at
 * most once a second, and at once when the user does something.
 */
import { bestName } from '../picture/labels.ts';
import { echoOnly, seenLetters, seenWords } from '../picture/kind.ts';
import type { Picture } from '../picture/picture.ts';
import { drawSymbol, lookKey, lookOf } from '../map/symbols.ts';
import type { Palette } from '../map/palette.ts';
import { UNKNOWN } from '../wire/frame.ts';
import { climbArrow, flightLevel, knots } from '../words.ts';
import { byId, make, setHidden, setText } from './dom.ts';

type Column = 'name' | 'code' | 'level' | 'speed' | 'seen' | 'age';

interface Heading {
  readonly key: Column;
  readonly text: string;
  readonly title: string;
  readonly width: string;
  readonly figure: boolean;
}

const HEADINGS: readonly Heading[] = [
  { key: 'name', text: 'Track', title: 'Call sign, address, Mode 3/A or number', width: '96px', figure: false },
  { key: 'code', text: '3/A', title: 'Mode 3/A code', width: '44px', figure: false },
  { key: 'level', text: 'Level', title: 'Flight level', width: '62px', figure: true },
  { key: 'speed', text: 'kt', title: 'Ground speed, knots', width: '36px', figure: true },
  { key: 'seen', text: 'By', title: 'P primary, A secondary, S Mode S, B ADS-B, M multilateration, T system track', width: '50px', figure: false },
  { key: 'age', text: 'Age', title: 'Seconds since the last report', width: '36px', figure: true },
];

interface Row {
  readonly element: HTMLTableRowElement;
  readonly canvas: HTMLCanvasElement;
  readonly cells: HTMLTableCellElement[];
  number: number;
  look: number;
}

export class TrackList {
  onSelect: (number: number) => void = () => undefined;
  onFilter: () => void = () => undefined;
  selected: number | undefined;

  private readonly table = byId<HTMLTableElement>('list');
  private readonly body = byId('list-body');
  private readonly rowsBody = byId<HTMLTableSectionElement>('list-rows');
  private readonly search = byId<HTMLInputElement>('search');
  private readonly empty = byId('list-empty');
  private readonly count = byId('list-count');
  private readonly above = make('tr', { class: 'spacer', 'aria-hidden': 'true' }, make('td', { colspan: '7' }));
  private readonly below = make('tr', { class: 'spacer', 'aria-hidden': 'true' }, make('td', { colspan: '7' }));
  private readonly rows: Row[] = [];
  private readonly headings = new Map<Column, HTMLTableCellElement>();
  private sortBy: Column = 'name';
  private descending = false;
  private query = '';
  private order: number[] = [];
  private cursor = -1;
  private first = -1;

  constructor(
    private readonly picture: Picture,
    private palette: Palette,
  ) {
    const heading = make('tr', {}, make('th', { scope: 'col', class: 'symbol' }, make('span', { class: 'visually-hidden' }, 'Symbol')));
    const columns = make('colgroup', {}, make('col', { class: 'symbol' }));
    for (const { key, text, title, figure } of HEADINGS) {
      const button = make('button', { type: 'button', title, tabindex: '-1' }, text);
      button.addEventListener('click', () => this.sort(key));
      const cell = make('th', { scope: 'col', class: figure ? `${key} figure` : key }, button);
      this.headings.set(key, cell);
      heading.append(cell);
      columns.append(make('col', { class: key }));
    }
    byId('list-columns').append(heading);
    this.table.prepend(columns);
    [...columns.children].forEach((column, i) => {
      (column as HTMLElement).style.width = i === 0 ? '30px' : HEADINGS[i - 1].width;
    });
    this.rowsBody.append(this.above, this.below);
    this.showSort();
    this.search.addEventListener('input', () => {
      this.query = this.search.value.trim().toUpperCase();
      this.refresh();
      this.onFilter();
    });
    this.body.addEventListener('scroll', () => this.fill(), { passive: true });
    new ResizeObserver(() => this.fill()).observe(this.body);
    this.table.addEventListener('keydown', (event) => this.key(event));
    this.rowsBody.addEventListener('click', (event) => {
      const row = (event.target as Element).closest('tr');
      const found = this.rows.find((candidate) => candidate.element === row);
      if (found && found.number >= 0) this.onSelect(found.number);
    });
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    for (const row of this.rows) row.look = -1;
    this.fill();
  }

  /** Whether a track passes the search box. */
  matches(slot: number): boolean {
    if (this.query === '') return true;
    const number = this.picture.tracks.number[slot];
    const facts = this.picture.factsOf(number);
    return (
      (facts?.callSign?.toUpperCase().includes(this.query) ?? false) ||
      (facts?.address?.toUpperCase().includes(this.query) ?? false) ||
      (facts?.mode3A?.startsWith(this.query.replace(/^A(?=[0-7])/, '')) ?? false) ||
      String(number) === this.query.replace(/^#/, '')
    );
  }

  get filtering(): boolean {
    return this.query !== '';
  }

  focusSearch(): void {
    this.search.focus();
    this.search.select();
  }

  clearSearch(): void {
    if (this.query === '') return;
    this.search.value = '';
    this.query = '';
    this.refresh();
    this.onFilter();
  }

  /** Numbers of the listed tracks in their order. */
  get listed(): readonly number[] {
    return this.order;
  }

  select(number: number | undefined): void {
    this.selected = number;
    if (number !== undefined) {
      this.cursor = this.order.indexOf(number);
      this.reveal(this.cursor);
    }
    this.fill();
  }

  /** Sorts and fills again. */
  refresh(): void {
    const { tracks } = this.picture;
    const atCursor = this.order[this.cursor];
    const slots: number[] = [];
    for (let slot = 0; slot < tracks.used; slot++) {
      if (tracks.alive[slot] !== 0 && this.matches(slot)) slots.push(slot);
    }
    const keys = new Map<number, string | number>(slots.map((slot) => [slot, this.keyOf(slot)]));
    const sign = this.descending ? -1 : 1;
    slots.sort((a, b) => {
      const urgent = Number(tracks.emergency(b)) - Number(tracks.emergency(a));
      if (urgent !== 0) return urgent;
      const ka = keys.get(a) ?? 0;
      const kb = keys.get(b) ?? 0;
      if (ka !== kb) return ka < kb ? -sign : sign;
      return tracks.number[a] - tracks.number[b];
    });
    this.order = slots.map((slot) => tracks.number[slot]);
    this.cursor = atCursor === undefined ? -1 : this.order.indexOf(atCursor);
    const total = tracks.count;
    setText(this.count, this.query === '' ? `${total}` : `${slots.length} of ${total}`);
    this.table.setAttribute('aria-rowcount', String(slots.length + 1));
    setText(this.empty, total === 0 ? 'No tracks yet.' : 'No track matches.');
    setHidden(this.empty, slots.length > 0);
    this.fill();
  }

  private keyOf(slot: number): string | number {
    const { tracks } = this.picture;
    const number = tracks.number[slot];
    switch (this.sortBy) {
      case 'name': {
        const facts = this.picture.factsOf(number);
        // Named tracks first, then by address, code and number.
        const group = facts?.callSign ? '0' : facts?.address ? '1' : facts?.mode3A ? '2' : '3';
        return group + (group === '3' ? String(number).padStart(9, '0') : bestName(number, facts));
      }
      case 'code':
        return this.picture.factsOf(number)?.mode3A ?? '~';
      case 'level':
        return tracks.onGround(slot) ? -99999 : tracks.pressureHeight[slot];
      case 'speed':
        return tracks.speed[slot];
      case 'seen':
        return tracks.seen[slot];
      case 'age':
        return -tracks.lastReport[slot];
    }
  }

  private sort(column: Column): void {
    this.descending = this.sortBy === column ? !this.descending : false;
    this.sortBy = column;
    this.showSort();
    this.refresh();
  }

  private showSort(): void {
    for (const [key, cell] of this.headings) {
      if (key === this.sortBy) cell.setAttribute('aria-sort', this.descending ? 'descending' : 'ascending');
      else cell.removeAttribute('aria-sort');
    }
  }

  private get rowHeight(): number {
    return window.matchMedia('(max-width: 700px)').matches ? 36 : 27;
  }

  /** Fills the rows in view. */
  private fill(): void {
    const height = this.rowHeight;
    const shown = Math.ceil(this.body.clientHeight / height) + 2;
    const count = Math.min(shown, this.order.length);
    this.first = Math.max(0, Math.min(Math.floor(this.body.scrollTop / height) - 1, this.order.length - count));
    this.above.style.height = `${this.first * height}px`;
    this.below.style.height = `${(this.order.length - this.first - count) * height}px`;
    while (this.rows.length < count) this.addRow();
    const now = this.picture.clock.at(performance.now());
    this.rows.forEach((row, i) => {
      if (i < count) this.fillRow(row, this.first + i, now);
      else {
        row.element.hidden = true;
        row.number = -1;
      }
    });
    const active = this.cursor >= this.first && this.cursor < this.first + count;
    if (active) this.table.setAttribute('aria-activedescendant', `track-row-${this.cursor - this.first}`);
    else this.table.removeAttribute('aria-activedescendant');
  }

  private addRow(): void {
    const canvas = make('canvas', { 'aria-hidden': 'true' });
    const ratio = Math.min(window.devicePixelRatio, 2);
    canvas.width = 24 * ratio;
    canvas.height = 24 * ratio;
    const cells = HEADINGS.map(({ key, figure }) =>
      make('td', { class: [key, figure ? 'figure' : '', key === 'code' || key === 'seen' ? 'faint' : ''].join(' ').trim() }),
    );
    const element = make('tr', { id: `track-row-${this.rows.length}` }, make('td', { class: 'symbol' }, canvas), ...cells);
    this.rowsBody.insertBefore(element, this.below);
    this.rows.push({ element, canvas, cells, number: -1, look: -1 });
  }

  private fillRow(row: Row, index: number, now: number): void {
    const { tracks } = this.picture;
    const number = this.order[index];
    const slot = tracks.slotOf(number);
    row.number = number;
    setHidden(row.element, slot < 0);
    if (slot < 0) return;
    const facts = this.picture.factsOf(number);
    const seen = tracks.seen[slot];
    const look = lookKey({
      seen,
      coasting: tracks.coasting(slot),
      ground: tracks.onGround(slot),
      emergency: tracks.emergency(slot),
      identity: tracks.identity[slot],
    });
    if (look !== row.look) this.drawLook(row, look);
    const level = tracks.pressureHeight[slot];
    const arrow = climbArrow(tracks.verticalRate[slot]);
    const age = Math.max(0, Math.floor((now - tracks.lastReport[slot]) / 1000));
    const texts = [
      (tracks.simulated(slot) ? 'SIM ' : '') + bestName(number, facts),
      facts?.mode3A ?? '',
      tracks.onGround(slot) ? 'GND' : level === UNKNOWN ? '' : flightLevel(level) + (arrow === '' ? '\u2007' : arrow),
      String(knots(tracks.speed[slot])),
      seenLetters(seen),
      tracks.coasting(slot) ? `C${tracks.missed[slot]}` : String(age),
    ];
    texts.forEach((text, i) => setText(row.cells[i], text));
    row.cells[4].title = seenWords(seen);
    const names = ['track'];
    if (echoOnly(seen)) names.push('echo');
    if (tracks.emergency(slot)) names.push('urgent');
    if (index === this.cursor && number !== this.selected) names.push('cursor');
    const className = names.join(' ');
    if (row.element.className !== className) row.element.className = className;
    row.element.dataset['number'] = String(number);
    row.element.setAttribute('aria-selected', String(number === this.selected));
    row.element.setAttribute('aria-rowindex', String(index + 2));
  }

  private drawLook(row: Row, look: number): void {
    row.look = look;
    const pen = row.canvas.getContext('2d');
    if (!pen) return;
    const ratio = row.canvas.width / 24;
    pen.clearRect(0, 0, row.canvas.width, row.canvas.height);
    const shape = lookOf(look);
    drawSymbol(pen, 12 * ratio, (shape.emergency ? 14.5 : 12) * ratio, shape, this.palette, ratio * 0.95);
  }

  private key(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(this.body.clientHeight / this.rowHeight) - 2);
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -1e9, End: 1e9 };
    const move = moves[event.key];
    if (move !== undefined && this.order.length > 0) {
      const from = this.cursor < 0 ? (move > 0 ? -1 : 0) : this.cursor;
      this.cursor = Math.max(0, Math.min(this.order.length - 1, from + move));
      this.reveal(this.cursor);
      this.fill();
    } else if (event.key === 'Enter' && this.order[this.cursor] !== undefined) {
      this.onSelect(this.order[this.cursor]);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private reveal(index: number): void {
    if (index < 0) return;
    const height = this.rowHeight;
    const head = 30;
    const top = index * height;
    if (top < this.body.scrollTop) this.body.scrollTop = top;
    else if (top + height + head > this.body.scrollTop + this.body.clientHeight) {
      this.body.scrollTop = top + height + head - this.body.clientHeight;
    }
  }
}
