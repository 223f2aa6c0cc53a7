/**
 * The picture over the land, on a canvas of its own: it is redrawn as tracks move without the map being drawn again.
 * Drawing goes in passes over all visible tracks, each pass with one style, because changes of style are what costs.
 */
import Layer from 'ol/layer/Layer.js';
import type { FrameState } from 'ol/Map.js';
import { echoOnly } from '../picture/kind.ts';
import { labelLines, type LabelDetail } from '../picture/labels.ts';
import type { Picture } from '../picture/picture.ts';
import { HISTORY_LENGTH, HISTORY_SPACING } from '../picture/tracks.ts';
import { corner, declutter, NO_PLACE, Obstacles, type Label } from './declutter.ts';
import { nearest } from './mercator.ts';
import type { Palette } from './palette.ts';
import { SensorMarks } from './sensor-marks.ts';
import { lookKey, SymbolSheet } from './symbols.ts';
import type { Insets, MapView } from './view.ts';

const DOTS = 5;
/** With more tracks than this in view, fewer dots are drawn, labels are placed once a second, symbols on whole pixels. */
const CROWD = 800;
const DOTS_IN_CROWD = 2;
/** A square of 64 pixels with more symbols than this has no room for a label. */
const FULL_SQUARE = 9;
const LABEL_FONT = '500 11px "JetBrains Mono", ui-monospace, "DejaVu Sans Mono", monospace';
const LINE_HEIGHT = 13;
const LABEL_GAP = 13;
const SYMBOL_HALF = 8;
/** Wall milliseconds between two placings of labels. */
const LABEL_PERIOD = 250;
const LABEL_PERIOD_IN_CROWD = 1000;
/** 95 % of the errors of a plane Gaussian lie within this many sigma: sqrt(-2 ln 0.05). */
const SIGMAS_95 = 2.4477;
const NO_SLOT = -1;
/** History dots of a track as fast as this, metres a second, stand about this far apart, CSS pixels. */
const FAST = 220;
const DOT_DISTANCE = 6;

interface SlotLabel extends Label {
  slot: number;
  lines: string[];
  /** What the lines were made from. */
  stamp: number;
}

export interface TrackLayerSettings {
  labels: LabelDetail;
  /** Minutes. */
  vector: number;
  history: boolean;
  sensors: boolean;
}

export class TrackLayer extends Layer {
  readonly canvas = document.createElement('canvas');
  readonly marks = new SensorMarks();
  settings: TrackLayerSettings = { labels: 2, vector: 1, history: true, sensors: true };
  /** Labels keep clear of these edges. */
  insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
  /** The selected track's number. */
  selected: number | undefined;
  hovered: number | undefined;
  /** Tracks for which it says no are drawn faintly. */
  filter: ((slot: number) => boolean) | undefined;
  /** The time that the last drawing took, milliseconds. */
  drawTime = 0;
  view: MapView | undefined;

  private readonly pen: CanvasRenderingContext2D;
  private sheet: SymbolSheet | undefined;
  private sheetRatio = 0;
  private visible = new Int32Array(256);
  private visibleCount = 0;
  private screenX = new Float32Array(256);
  private screenY = new Float32Array(256);
  private faint = new Uint8Array(256);
  private readonly labels = new Map<number, SlotLabel>();
  private placed: SlotLabel[] = [];
  private labelsPlaced = -1e9;
  private labelsView: MapView | undefined;
  private letterWidth = 6.6;

  constructor(
    private readonly picture: Picture,
    private palette: Palette,
  ) {
    super({});
    const pen = this.canvas.getContext('2d');
    if (!pen) throw new Error('This browser gives no canvas to draw on.');
    this.pen = pen;
    this.canvas.className = 'map-canvas';
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.sheet = undefined;
  }

  /** Measures letters again, once the page's own fonts have come. */
  measureLetters(): void {
    this.pen.font = LABEL_FONT;
    this.letterWidth = this.pen.measureText('0000000000').width / 10;
    this.labels.clear();
    this.placeLabelsSoon();
  }

  /** Labels are made and placed again at the next drawing. */
  placeLabelsSoon(): void {
    this.labelsPlaced = -1e9;
  }

  override render(state: FrameState | null): HTMLElement {
    if (!state) return this.canvas;
    this.view = {
      centreX: state.viewState.center[0],
      centreY: state.viewState.center[1],
      resolution: state.viewState.resolution,
      width: state.size[0],
      height: state.size[1],
      pixelRatio: state.pixelRatio,
    };
    this.draw();
    return this.canvas;
  }

  /** Draws the picture as it is now, in the view that the map has. */
  draw(): void {
    const { view, pen } = this;
    if (!view) return;
    const started = performance.now();
    const shown = this.picture.clock.at(started);
    this.size(view);
    this.findVisible(view, shown, started);
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    pen.setTransform(view.pixelRatio, 0, 0, view.pixelRatio, 0, 0);
    this.marks.draw(pen, view, this.palette, shown, this.settings.sensors);
    const selectedSlot = this.selected === undefined ? NO_SLOT : this.picture.tracks.slotOf(this.selected);
    if (selectedSlot >= 0) this.drawSelection(view, selectedSlot);
    if (this.settings.history) this.drawDots(view);
    if (this.settings.vector > 0) this.drawVectors(view);
    const period = this.visibleCount > CROWD ? LABEL_PERIOD_IN_CROWD : LABEL_PERIOD;
    if (started - this.labelsPlaced > period) this.placeLabels(started, selectedSlot);
    this.drawLeaders();
    this.drawSymbols(view, selectedSlot);
    this.drawLabels(selectedSlot);
    this.drawTime = performance.now() - started;
  }

  /** The number of the track whose symbol or label lies at a point in CSS pixels of the map, or undefined. */
  numberAt(x: number, y: number): number | undefined {
    const { tracks } = this.picture;
    let best: number | undefined;
    let bestDistance = 16 * 16;
    for (let i = 0; i < this.visibleCount; i++) {
      const slot = this.visible[i];
      const distance = (this.screenX[slot] - x) ** 2 + (this.screenY[slot] - y) ** 2;
      if (distance < bestDistance) {
        bestDistance = distance;
        best = tracks.number[slot];
      }
    }
    if (best !== undefined) return best;
    for (const label of this.placed) {
      if (label.place === NO_PLACE || tracks.alive[label.slot] === 0) continue;
      const [left, top] = corner(label, label.place, LABEL_GAP);
      if (x >= left && x <= left + label.width && y >= top && y <= top + label.height) {
        return tracks.number[label.slot];
      }
    }
    return undefined;
  }

  /** Where a track is drawn, CSS pixels of the map. */
  screenOf(slot: number): readonly [number, number] | undefined {
    const { view } = this;
    if (!view) return undefined;
    const now = performance.now();
    const { tracks } = this.picture;
    tracks.place(slot, this.picture.clock.at(now), now);
    return [
      view.width / 2 + (nearest(tracks.placedX, view.centreX) - view.centreX) / view.resolution,
      view.height / 2 - (tracks.placedY - view.centreY) / view.resolution,
    ];
  }

  private size(view: MapView): void {
    const width = Math.round(view.width * view.pixelRatio);
    const height = Math.round(view.height * view.pixelRatio);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
      this.canvas.style.width = `${view.width}px`;
      this.canvas.style.height = `${view.height}px`;
    }
    if (!this.sheet || this.sheetRatio !== view.pixelRatio) {
      this.sheet = new SymbolSheet(this.palette, view.pixelRatio);
      this.sheetRatio = view.pixelRatio;
    }
  }

  private findVisible(view: MapView, shown: number, wall: number): void {
    const { tracks } = this.picture;
    if (this.screenX.length < tracks.capacity) {
      this.visible = new Int32Array(tracks.capacity);
      this.screenX = new Float32Array(tracks.capacity);
      this.screenY = new Float32Array(tracks.capacity);
      this.faint = new Uint8Array(tracks.capacity);
      this.placeLabelsSoon();
    }
    let count = 0;
    const margin = 60;
    for (let slot = 0; slot < tracks.used; slot++) {
      if (tracks.alive[slot] === 0) continue;
      tracks.place(slot, shown, wall);
      const x = view.width / 2 + (nearest(tracks.placedX, view.centreX) - view.centreX) / view.resolution;
      const y = view.height / 2 - (tracks.placedY - view.centreY) / view.resolution;
      this.screenX[slot] = x;
      this.screenY[slot] = y;
      if (x > -margin && y > -margin && x < view.width + margin && y < view.height + margin) {
        this.visible[count++] = slot;
      }
    }
    this.visibleCount = count;
  }

  /** The selected track's path, and the ellipse in which it lies with a probability of 95 %. */
  private drawSelection(view: MapView, slot: number): void {
    const { tracks } = this.picture;
    const { pen, palette } = this;
    const written = tracks.historyWritten[slot];
    const kept = Math.min(written, HISTORY_LENGTH);
    pen.strokeStyle = palette.selected;
    if (kept > 0) {
      pen.beginPath();
      for (let k = kept; k >= 1; k--) {
        const at = slot * HISTORY_LENGTH + ((written - k) % HISTORY_LENGTH);
        const x = view.width / 2 + (nearest(tracks.historyX[at], view.centreX) - view.centreX) / view.resolution;
        const y = view.height / 2 - (tracks.historyY[at] - view.centreY) / view.resolution;
        if (k === kept) pen.moveTo(x, y);
        else pen.lineTo(x, y);
      }
      pen.lineTo(this.screenX[slot], this.screenY[slot]);
      pen.lineWidth = 1.5;
      pen.globalAlpha = 0.55;
      pen.lineJoin = 'round';
      pen.stroke();
      pen.globalAlpha = 1;
    }
    const perMetre = 1 / (Math.cos((tracks.latitude[slot] * Math.PI) / 180) * view.resolution);
    const major = tracks.errorMajor[slot] * SIGMAS_95 * perMetre;
    const minor = tracks.errorMinor[slot] * SIGMAS_95 * perMetre;
    if (major > 3 && major < 20_000) {
      pen.beginPath();
      const axis = (tracks.errorAxis[slot] * Math.PI) / 32768 - Math.PI / 2;
      pen.ellipse(this.screenX[slot], this.screenY[slot], major, Math.max(minor, 1), axis, 0, 2 * Math.PI);
      pen.lineWidth = 1.2;
      pen.setLineDash([4, 3]);
      pen.stroke();
      pen.setLineDash([]);
      pen.globalAlpha = 0.08;
      pen.fillStyle = palette.selected;
      pen.fill();
      pen.globalAlpha = 1;
    }
  }

  private drawDots(view: MapView): void {
    const { tracks } = this.picture;
    const { pen } = this;
    // From far off, dots stand further apart in time, so that those of a fast aircraft do not run together.
    const apart = (DOT_DISTANCE * view.resolution) / ((FAST * HISTORY_SPACING) / 1000);
    const stride = Math.max(1, Math.min(Math.floor((HISTORY_LENGTH - 1) / DOTS), Math.round(apart)));
    const dots = this.visibleCount > CROWD ? DOTS_IN_CROWD : DOTS;
    pen.fillStyle = this.palette.cooperative;
    for (let k = 1; k <= dots; k++) {
      const size = k < 3 ? 3 : 2.4;
      pen.globalAlpha = 0.8 - 0.13 * k;
      for (let i = 0; i < this.visibleCount; i++) {
        const slot = this.visible[i];
        const written = tracks.historyWritten[slot];
        // Counted from a multiple of the stride, so that dots stay where they are as the track moves on.
        const newest = written - 1 - ((written - 1) % stride);
        const index = newest - (k - 1) * stride;
        if (index < 0 || this.faint[slot] !== 0) continue;
        const at = slot * HISTORY_LENGTH + (index % HISTORY_LENGTH);
        const x = view.width / 2 + (nearest(tracks.historyX[at], view.centreX) - view.centreX) / view.resolution;
        const y = view.height / 2 - (tracks.historyY[at] - view.centreY) / view.resolution;
        const dx = x - this.screenX[slot];
        const dy = y - this.screenY[slot];
        if (dx * dx + dy * dy < 40) continue;
        pen.fillRect(x - size / 2, y - size / 2, size, size);
      }
    }
    pen.globalAlpha = 1;
  }

  private drawVectors(view: MapView): void {
    const { tracks } = this.picture;
    const { pen } = this;
    const milliseconds = this.settings.vector * 60_000;
    pen.beginPath();
    for (let i = 0; i < this.visibleCount; i++) {
      const slot = this.visible[i];
      if (this.faint[slot] !== 0 || tracks.onGround(slot)) continue;
      const dx = (tracks.rateX[slot] * milliseconds) / view.resolution;
      const dy = (-tracks.rateY[slot] * milliseconds) / view.resolution;
      const length = Math.sqrt(dx * dx + dy * dy);
      if (length < 9) continue;
      // Begins at the symbol's edge.
      const x = this.screenX[slot];
      const y = this.screenY[slot];
      pen.moveTo(x + (dx * 7) / length, y + (dy * 7) / length);
      pen.lineTo(x + dx, y + dy);
    }
    pen.strokeStyle = this.palette.cooperative;
    pen.globalAlpha = 0.75;
    pen.lineWidth = 1.1;
    pen.stroke();
    pen.globalAlpha = 1;
  }

  private drawSymbols(view: MapView, selectedSlot: number): void {
    const { tracks } = this.picture;
    const { pen, sheet } = this;
    if (!sheet) return;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    const r = view.pixelRatio;
    const smooth = this.visibleCount <= CROWD;
    let urgent = false;
    for (let i = 0; i < this.visibleCount; i++) {
      const slot = this.visible[i];
      if (tracks.emergency(slot)) {
        urgent = true;
        continue;
      }
      const faint = this.faint[slot] !== 0 && slot !== selectedSlot;
      if (faint) pen.globalAlpha = 0.22;
      sheet.stamp(pen, this.keyOf(slot), this.screenX[slot] * r, this.screenY[slot] * r, smooth);
      if (faint) pen.globalAlpha = 1;
    }
    if (urgent) {
      for (let i = 0; i < this.visibleCount; i++) {
        const slot = this.visible[i];
        if (tracks.emergency(slot)) sheet.stamp(pen, this.keyOf(slot), this.screenX[slot] * r, this.screenY[slot] * r, smooth);
      }
    }
    pen.setTransform(r, 0, 0, r, 0, 0);
    if (selectedSlot >= 0) this.drawBrackets(selectedSlot, this.palette.selected, 13);
    if (this.hovered !== undefined && this.hovered !== this.selected) {
      const slot = tracks.slotOf(this.hovered);
      if (slot >= 0) this.drawBrackets(slot, this.palette.leader, 12);
    }
  }

  private keyOf(slot: number): number {
    const { tracks } = this.picture;
    return lookKey({
      seen: tracks.seen[slot],
      coasting: tracks.coasting(slot),
      ground: tracks.onGround(slot),
      emergency: tracks.emergency(slot),
      identity: tracks.identity[slot],
    });
  }

  private drawBrackets(slot: number, colour: string, half: number): void {
    const { pen } = this;
    const x = this.screenX[slot];
    const y = this.screenY[slot];
    const arm = 5;
    pen.beginPath();
    for (const [sx, sy] of [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ]) {
      pen.moveTo(x + sx * half, y + sy * (half - arm));
      pen.lineTo(x + sx * half, y + sy * half);
      pen.lineTo(x + sx * (half - arm), y + sy * half);
    }
    pen.strokeStyle = colour;
    pen.lineWidth = 2;
    pen.stroke();
  }

  /** Writes the labels of all visible tracks and finds them places. */
  private placeLabels(wall: number, selectedSlot: number): void {
    const { tracks } = this.picture;
    this.labelsPlaced = wall;
    this.labelsView = this.view;
    const first: SlotLabel[] = [];
    const before: SlotLabel[] = [];
    const rest: SlotLabel[] = [];
    const symbols = this.boxesOfSymbols();
    const crowded = this.countSquares();
    for (let i = 0; i < this.visibleCount; i++) {
      const slot = this.visible[i];
      this.faint[slot] = this.filter && !this.filter(slot) ? 1 : 0;
      const pinned = slot === selectedSlot || tracks.emergency(slot) || tracks.number[slot] === this.hovered;
      if (!pinned && (this.faint[slot] !== 0 || (crowded.get(this.squareOf(slot)) ?? 0) > FULL_SQUARE)) continue;
      const label = this.labelOf(slot);
      label.x = this.screenX[slot];
      label.y = this.screenY[slot];
      label.pinned = pinned;
      if (label.width === 0) continue;
      if (label.pinned) first.push(label);
      else if (label.place !== NO_PLACE) before.push(label);
      else rest.push(label);
    }
    this.placed = first.concat(before, rest);
    const { top, right, bottom, left } = this.insets;
    declutter(this.placed, LABEL_GAP, symbols, {
      left,
      top,
      right: (this.view?.width ?? Infinity) - right,
      bottom: (this.view?.height ?? Infinity) - bottom,
    });
  }

  /** What labels keep clear of: symbols and the names of sensors. */
  private boxesOfSymbols(): Obstacles {
    const boxes = new Obstacles();
    for (let i = 0; i < this.visibleCount; i++) {
      const slot = this.visible[i];
      boxes.add(
        this.screenX[slot] - SYMBOL_HALF,
        this.screenY[slot] - SYMBOL_HALF,
        this.screenX[slot] + SYMBOL_HALF,
        this.screenY[slot] + SYMBOL_HALF,
      );
    }
    const names = this.marks.boxes;
    for (let i = 0; i < names.length; i += 4) boxes.add(names[i], names[i + 1], names[i + 2], names[i + 3]);
    return boxes;
  }

  private countSquares(): Map<number, number> {
    const counts = new Map<number, number>();
    for (let i = 0; i < this.visibleCount; i++) {
      const square = this.squareOf(this.visible[i]);
      counts.set(square, (counts.get(square) ?? 0) + 1);
    }
    return counts;
  }

  private squareOf(slot: number): number {
    return Math.floor(this.screenY[slot] / 64) * 4096 + Math.floor(this.screenX[slot] / 64);
  }

  private labelOf(slot: number): SlotLabel {
    const { tracks } = this.picture;
    const number = tracks.number[slot];
    let detail = this.settings.labels;
    if (detail < 2 && (number === this.selected || number === this.hovered)) detail = 2;
    const stamp = tracks.revision[slot] * 4 + detail + this.picture.factsRevision * 1e9;
    let label = this.labels.get(number);
    if (!label) {
      if (this.labels.size > 2 * tracks.count + 100) this.labels.clear();
      label = { slot, lines: [], stamp: NaN, x: 0, y: 0, width: 0, height: 0, pinned: false, place: NO_PLACE };
      this.labels.set(number, label);
    }
    if (label.slot !== slot || label.stamp !== stamp) {
      label.slot = slot;
      label.stamp = stamp;
      label.lines = labelLines(tracks, slot, this.picture.factsOf(number), detail);
      const letters = label.lines.reduce((most, line) => Math.max(most, line.length), 0);
      label.width = letters === 0 ? 0 : letters * this.letterWidth + 6;
      label.height = label.lines.length * LINE_HEIGHT + 2;
    }
    return label;
  }

  /** Labels move with their symbols between two placings. */
  private follow(label: SlotLabel): boolean {
    if (label.place === NO_PLACE || this.picture.tracks.alive[label.slot] === 0) return false;
    label.x = this.screenX[label.slot];
    label.y = this.screenY[label.slot];
    return true;
  }

  private drawLeaders(): void {
    const { pen } = this;
    // After a zoom the old places may be far off; they are drawn again at the next placing, at most 0.25 s later.
    if (this.labelsView && this.view && this.labelsView.resolution !== this.view.resolution) this.placeLabelsSoon();
    pen.beginPath();
    for (const label of this.placed) {
      if (!this.follow(label)) continue;
      const [left, top] = corner(label, label.place, LABEL_GAP);
      const toX = Math.max(left, Math.min(label.x, left + label.width));
      const toY = Math.max(top, Math.min(label.y, top + label.height));
      const dx = toX - label.x;
      const dy = toY - label.y;
      const length = Math.sqrt(dx * dx + dy * dy);
      if (length < 10) continue;
      pen.moveTo(label.x + (dx * 8) / length, label.y + (dy * 8) / length);
      pen.lineTo(toX, toY);
    }
    pen.strokeStyle = this.palette.leader;
    pen.lineWidth = 1;
    pen.stroke();
  }

  private drawLabels(selectedSlot: number): void {
    const { pen, palette } = this;
    const { tracks } = this.picture;
    pen.font = LABEL_FONT;
    pen.textAlign = 'left';
    pen.textBaseline = 'middle';
    pen.fillStyle = palette.labelBox;
    for (const label of this.placed) {
      if (label.place === NO_PLACE || tracks.alive[label.slot] === 0) continue;
      const [left, top] = corner(label, label.place, LABEL_GAP);
      pen.fillRect(left, top, label.width, label.height);
    }
    for (const label of this.placed) {
      if (label.place === NO_PLACE || tracks.alive[label.slot] === 0) continue;
      const { slot } = label;
      const [left, top] = corner(label, label.place, LABEL_GAP);
      const urgent = tracks.emergency(slot);
      const colour =
        slot === selectedSlot
          ? palette.selected
          : urgent
            ? palette.emergency
            : tracks.identity[slot] === 0 && echoOnly(tracks.seen[slot])
              ? palette.echo
              : palette.label;
      for (let k = 0; k < label.lines.length; k++) {
        const y = top + 1 + LINE_HEIGHT * (k + 0.5);
        if (urgent && k === 0) {
          pen.fillStyle = palette.emergency;
          pen.fillRect(left, top, label.width, LINE_HEIGHT + 1);
          pen.fillStyle = palette.halo;
        } else {
          pen.fillStyle = colour;
        }
        pen.fillText(label.lines[k], left + 3, y + 0.5);
      }
    }
  }
}
