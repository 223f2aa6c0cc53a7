/** The map: OpenLayers for panning, zooming and touch; the land and the picture as two layers of our own. */
import OlMap from 'ol/Map.js';
import View from 'ol/View.js';
import ScaleLine from 'ol/control/ScaleLine.js';
import { defaults as defaultInteractions } from 'ol/interaction/defaults.js';
import { easeOut } from 'ol/easing.js';
import type { Picture } from '../picture/picture.ts';
import { BaseLayer } from './base-layer.ts';
import { HALF_WORLD, mercatorX, mercatorY, nearest } from './mercator.ts';
import type { Palette } from './palette.ts';
import { TrackLayer } from './track-layer.ts';
import type { Insets } from './view.ts';

/** A followed track is brought back to the middle when it has gone further than this, CSS pixels. */
const FOLLOW_SLACK = 60;

export class PictureMap {
  readonly tracks: TrackLayer;
  private readonly base: BaseLayer;
  private readonly map: OlMap;
  private readonly view: View;
  onSelect: (number: number | undefined) => void = () => undefined;
  onDrag: () => void = () => undefined;

  constructor(
    private readonly target: HTMLElement,
    private readonly picture: Picture,
    palette: Palette,
  ) {
    this.base = new BaseLayer(palette);
    this.tracks = new TrackLayer(picture, palette);
    this.view = new View({
      center: [mercatorX(12), mercatorY(50)],
      zoom: 5,
      minZoom: 2,
      maxZoom: 17,
      enableRotation: false,
      constrainResolution: false,
    });
    this.map = new OlMap({
      target,
      layers: [this.base, this.tracks],
      view: this.view,
      controls: [new ScaleLine({ units: 'nautical', minWidth: 80 })],
      interactions: defaultInteractions({
        altShiftDragRotate: false,
        pinchRotate: false,
        keyboard: false,
        doubleClickZoom: true,
      }),
    });
    this.map.on('click', (event) => this.onSelect(this.tracks.numberAt(event.pixel[0], event.pixel[1])));
    this.map.on('pointerdrag', () => this.onDrag());
    this.map.on('pointermove', (event) => {
      if (event.dragging) return;
      const number = this.tracks.numberAt(event.pixel[0], event.pixel[1]);
      if (number !== this.tracks.hovered) {
        this.tracks.hovered = number;
        target.classList.toggle('over-track', number !== undefined);
        this.tracks.placeLabelsSoon();
        this.tracks.draw();
      }
    });
    void this.base.load();
  }

  setPalette(palette: Palette): void {
    this.base.setPalette(palette);
    this.tracks.setPalette(palette);
    this.tracks.changed();
  }

  setShown(shown: { places: boolean; airports: boolean }): void {
    this.base.setShown(shown);
  }

  /** Draws the picture again, without the land. */
  drawTracks(): void {
    this.tracks.draw();
  }

  redrawLand(): void {
    this.base.redraw();
  }

  /** The upper left corner of the map in the window, CSS pixels. */
  /** What panels cover, CSS pixels. */
  get insets(): Insets {
    return this.tracks.insets;
  }

  set insets(insets: Insets) {
    this.tracks.insets = insets;
  }

  get origin(): DOMRect {
    return this.target.getBoundingClientRect();
  }

  /** Metres a pixel at the middle of the map. */
  get resolution(): number {
    return this.view.getResolution() ?? 1000;
  }

  /** Shows all sensors with their ranges and all tracks. False when there is nothing to show. */
  fitAll(animate: boolean): boolean {
    const box = this.tracks.marks.extent() ?? this.trackExtent();
    if (!box) return false;
    const { top, right, bottom, left } = this.insets;
    this.view.fit(box, {
      padding: [top + 16, right + 16, bottom + 16, left + 16],
      maxZoom: 11,
      duration: animate ? 350 : 0,
      easing: easeOut,
    });
    return true;
  }

  private trackExtent(): [number, number, number, number] | undefined {
    const { tracks } = this.picture;
    if (tracks.count === 0) return undefined;
    const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    let reference: number | undefined;
    for (let slot = 0; slot < tracks.used; slot++) {
      if (tracks.alive[slot] === 0) continue;
      reference ??= tracks.x[slot];
      const x = nearest(tracks.x[slot], reference);
      box[0] = Math.min(box[0], x - 5000);
      box[1] = Math.min(box[1], tracks.y[slot] - 5000);
      box[2] = Math.max(box[2], x + 5000);
      box[3] = Math.max(box[3], tracks.y[slot] + 5000);
    }
    return box;
  }

  centreOn(x: number, y: number): void {
    const { top, right, bottom, left } = this.insets;
    const r = this.resolution;
    const centre = [
      nearest(x, this.view.getCenter()?.[0] ?? x) + ((right - left) / 2) * r,
      y - ((bottom - top) / 2) * r,
    ];
    this.view.cancelAnimations();
    this.view.animate({ center: centre, duration: 300, easing: easeOut });
  }

  centreOnPosition(latitude: number, longitude: number): void {
    this.centreOn(mercatorX(longitude), mercatorY(latitude));
  }

  centreOnTrack(slot: number): void {
    const now = performance.now();
    this.picture.tracks.place(slot, this.picture.clock.at(now), now);
    this.centreOn(this.picture.tracks.placedX, this.picture.tracks.placedY);
  }

  /** Keeps a track near the middle. */
  followTrack(slot: number): void {
    const at = this.tracks.screenOf(slot);
    if (!at || this.view.getAnimating() || this.view.getInteracting()) return;
    const { width, height } = this.origin;
    const { top, right, bottom, left } = this.insets;
    const dx = at[0] - (left + (width - left - right) / 2);
    const dy = at[1] - (top + (height - top - bottom) / 2);
    if (Math.abs(dx) > FOLLOW_SLACK || Math.abs(dy) > FOLLOW_SLACK) this.centreOnTrack(slot);
  }

  pan(dx: number, dy: number): void {
    const centre = this.view.getCenter();
    if (!centre) return;
    this.view.cancelAnimations();
    const limit = HALF_WORLD;
    const y = Math.max(-limit, Math.min(limit, centre[1] + dy * this.resolution));
    this.view.animate({ center: [centre[0] + dx * this.resolution, y], duration: 120, easing: easeOut });
  }

  zoomBy(steps: number): void {
    const zoom = this.view.getZoom();
    if (zoom === undefined) return;
    this.view.cancelAnimations();
    this.view.animate({ zoom: zoom + steps, duration: 180, easing: easeOut });
  }

  updateSize(): void {
    this.map.updateSize();
  }
}
