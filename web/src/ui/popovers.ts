/** The three things that open: display choices, the legend, and help on keys. */
import { drawSymbol, SYMBOL_SIZE, type SymbolLook } from '../map/symbols.ts';
import type { Palette } from '../map/palette.ts';
import { SEEN_ADSB, SEEN_MLAT, SEEN_MODE_S, SEEN_PRIMARY, SEEN_SECONDARY, SEEN_SYSTEM } from '../wire/frame.ts';
import { byId, make } from './dom.ts';
import { VECTORS, type Settings } from './settings.ts';

const PLAIN: SymbolLook = { seen: 0, coasting: false, ground: false, emergency: false, identity: 0 };

const LEGEND: ReadonlyArray<readonly [SymbolLook, string]> = [
  [{ ...PLAIN, seen: SEEN_PRIMARY }, 'Primary radar only: an echo, nothing answers'],
  [{ ...PLAIN, seen: SEEN_SECONDARY }, 'Secondary radar, Mode A/C'],
  [{ ...PLAIN, seen: SEEN_MODE_S }, 'Mode S radar'],
  [{ ...PLAIN, seen: SEEN_MODE_S | SEEN_PRIMARY }, 'Filled centre: primary radar sees it as well'],
  [{ ...PLAIN, seen: SEEN_MODE_S | SEEN_ADSB }, 'Wings: its own ADS-B says the same'],
  [{ ...PLAIN, seen: SEEN_ADSB }, 'ADS-B only: nobody has measured it'],
  [{ ...PLAIN, seen: SEEN_MLAT }, 'Multilateration'],
  [{ ...PLAIN, seen: SEEN_SYSTEM }, "Another system's track"],
  [{ ...PLAIN, seen: SEEN_MODE_S, coasting: true }, 'Coasting: predicted; C3 in the label is three missed updates'],
  [{ ...PLAIN, seen: SEEN_MODE_S | SEEN_ADSB, ground: true }, 'On the ground'],
  [{ ...PLAIN, seen: SEEN_MODE_S | SEEN_ADSB, emergency: true }, 'Emergency'],
];

const KEYS: ReadonlyArray<readonly [string, string]> = [
  ['Space', 'Play or pause'],
  ['j  k', 'Back or on 30 s'],
  ['<  >', 'Slower or faster'],
  ['\u2190 \u2191 \u2192 \u2193', 'Move the map, or in the list the row'],
  ['+  \u2212', 'Zoom in or out'],
  ['0', 'Show everything'],
  ['/', 'Filter the list'],
  ['Enter', 'Select the row'],
  ['n  p', 'Select the next or previous track'],
  ['f', 'Follow the selected track'],
  ['c', 'Bring it to the middle'],
  ['l', 'Label detail'],
  ['v', 'Length of speed vectors'],
  ['t', 'Theme'],
  ['Esc', 'Close, clear the filter, clear the selection'],
  ['?', 'This help'],
];

export class Popovers {
  onSettings: () => void = () => undefined;

  private readonly display = byId('display');
  private readonly legend = byId('legend');
  private readonly help = byId<HTMLDialogElement>('help');
  private readonly opener = new Map<HTMLElement, HTMLButtonElement>();
  private readonly shows: (() => void)[] = [];
  private readonly legendCanvases: [HTMLCanvasElement, SymbolLook][] = [];

  constructor(
    private readonly settings: Settings,
    palette: Palette,
  ) {
    this.opener.set(this.display, byId<HTMLButtonElement>('open-display'));
    this.opener.set(this.legend, byId<HTMLButtonElement>('open-legend'));
    for (const [panel, button] of this.opener) button.addEventListener('click', () => this.toggle(panel));
    byId('open-help').addEventListener('click', () => this.toggleHelp());
    this.buildDisplay();
    this.buildLegend();
    this.buildHelp();
    this.setPalette(palette);
  }

  /** Closes what is open; false when nothing was. */
  close(): boolean {
    let closed = false;
    for (const [panel, button] of this.opener) {
      if (panel.hidden) continue;
      this.set(panel, false);
      button.focus();
      closed = true;
    }
    return closed;
  }

  toggleHelp(): void {
    if (this.help.open) this.help.close();
    else this.help.showModal();
  }

  /** Shows settings that keys have changed. */
  refresh(): void {
    for (const show of this.shows) show();
  }

  setPalette(palette: Palette): void {
    for (const [canvas, look] of this.legendCanvases) {
      const pen = canvas.getContext('2d');
      if (!pen) continue;
      const ratio = canvas.width / (SYMBOL_SIZE + 2);
      pen.clearRect(0, 0, canvas.width, canvas.height);
      drawSymbol(pen, canvas.width / 2, (look.emergency ? 19 : 15) * ratio, look, palette, ratio * 1.1);
    }
  }

  private toggle(panel: HTMLElement): void {
    const open = panel.hidden === true;
    for (const other of this.opener.keys()) this.set(other, false);
    this.set(panel, open);
  }

  private set(panel: HTMLElement, open: boolean): void {
    panel.hidden = !open;
    const button = this.opener.get(panel);
    button?.setAttribute('aria-expanded', String(open));
    button?.classList.toggle('pressed', open);
  }

  private buildDisplay(): void {
    const { settings } = this;
    this.display.append(
      make('h2', {}, 'Display'),
      this.segments('Labels', [['0', 'none'], ['1', 'name'], ['2', 'level'], ['3', 'all']],
        () => String(settings.labels),
        (value) => (settings.labels = Number(value) as Settings['labels'])),
      this.segments('Speed vector', VECTORS.map((minutes) => [String(minutes), minutes === 0 ? 'none' : `${minutes} min`]),
        () => String(settings.vector),
        (value) => (settings.vector = Number(value))),
      this.segments('Theme', [['dark', 'dark'], ['light', 'light'], ['contrast', 'contrast']],
        () => settings.theme,
        (value) => (settings.theme = value as Settings['theme'])),
      make('h3', {}, 'On the map'),
      this.check('Where tracks have been', 'history'),
      this.check('Ranges of sensors', 'sensors'),
      this.check('Airports', 'airports'),
      this.check('Places and countries', 'places'),
    );
  }

  private segments(
    title: string,
    choices: ReadonlyArray<readonly [string, string]>,
    read: () => string,
    write: (value: string) => void,
  ): HTMLElement {
    const group = make('div', { class: 'segments', role: 'radiogroup', 'aria-label': title });
    const buttons = choices.map(([value, text]) => {
      const button = make('button', { type: 'button', role: 'radio', 'data-value': value }, text);
      button.addEventListener('click', () => {
        write(value);
        this.onSettings();
      });
      group.append(button);
      return button;
    });
    group.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      if (step === 0) return;
      event.preventDefault();
      event.stopPropagation();
      const at = choices.findIndex(([value]) => value === read());
      const next = (at + step + choices.length) % choices.length;
      write(choices[next][0]);
      this.onSettings();
      buttons[next].focus();
    });
    this.shows.push(() => {
      for (const button of buttons) {
        const checked = button.dataset['value'] === read();
        button.setAttribute('aria-checked', String(checked));
        button.tabIndex = checked ? 0 : -1;
      }
    });
    return make('fieldset', {}, make('legend', {}, title), group);
  }

  private check(text: string, name: 'history' | 'sensors' | 'airports' | 'places'): HTMLElement {
    const box = make('input', { type: 'checkbox', id: `show-${name}` });
    box.addEventListener('change', () => {
      this.settings[name] = box.checked;
      this.onSettings();
    });
    this.shows.push(() => (box.checked = this.settings[name]));
    return make('label', { class: 'check' }, box, text);
  }

  private buildLegend(): void {
    const rows = make('dl', { class: 'legend-rows' });
    const ratio = Math.min(window.devicePixelRatio, 2);
    const side = SYMBOL_SIZE + 2;
    for (const [look, words] of LEGEND) {
      const canvas = make('canvas', { 'aria-hidden': 'true' });
      canvas.width = side * ratio;
      canvas.height = side * ratio;
      canvas.style.width = `${side}px`;
      canvas.style.height = `${side}px`;
      this.legendCanvases.push([canvas, look]);
      rows.append(make('dt', {}, canvas), make('dd', {}, words));
    }
    this.legend.append(
      make('h2', {}, 'What sees a track'),
      rows,
      make('h3', {}, 'Identity'),
      make('p', { class: 'details-under' }, 'Not evaluated in this version: all tracks are pending, so the shape tells how a track is seen, not whose it is.'),
      make('h3', {}, 'Labels'),
      make('p', { class: 'details-under' }, 'FL: pressure height in hundreds of feet. G: geometric height where no pressure height is known. Then the ground speed in knots.'),
      make('h3', {}, 'Selected track'),
      make('p', { class: 'details-under' }, 'The dashed ellipse holds its position with a probability of 95 %.'),
    );
  }

  private buildHelp(): void {
    const keys = make('dl', { class: 'help-keys' });
    for (const [key, words] of KEYS) {
      const parts = key.split(/\s+/).map((name) => make('kbd', {}, name));
      keys.append(make('div', {}, make('dt', {}, ...parts.flatMap((part, i) => (i ? [' ', part] : [part]))), make('dd', {}, words)));
    }
    const close = make('button', { type: 'button', autofocus: true }, 'Close');
    close.addEventListener('click', () => this.help.close());
    this.help.append(
      make('h2', { id: 'help-title' }, 'Keys'),
      keys,
      make('footer', {}, make('span', {}, 'Single letters do nothing while you type in a field.'), close),
    );
  }
}
