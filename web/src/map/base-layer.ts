/** The land under the picture: water, land, coast, borders, a graticule, names. Drawn only when the view changes. */
import Layer from 'ol/layer/Layer.js';
import type { FrameState } from 'ol/Map.js';
import { Atlas } from './atlas.ts';
import { Gazetteer } from './gazetteer.ts';
import { latitudeOf, longitudeOf, mercatorX, mercatorY } from './mercator.ts';
import type { Palette } from './palette.ts';
import { sameView, type MapView } from './view.ts';

/** From this resolution on, metres a pixel, the fine outlines are worth their bytes. */
const FINE_RESOLUTION = 1500;

export class BaseLayer extends Layer {
  readonly canvas = document.createElement('canvas');
  private readonly pen: CanvasRenderingContext2D;
  private readonly gazetteer = new Gazetteer();
  private coarse: Atlas | undefined;
  private fine: Atlas | undefined;
  private fineAsked = false;
  private drawn: MapView | undefined;
  private shown = { places: true, airports: true };

  constructor(private palette: Palette) {
    super({});
    const pen = this.canvas.getContext('2d', { alpha: false });
    if (!pen) throw new Error('This browser gives no canvas to draw on.');
    this.pen = pen;
    this.canvas.className = 'map-canvas';
  }

  /** Fetches the map's data from the page's own server; what fails to come leaves the map plainer, not broken. */
  async load(): Promise<void> {
    this.coarse = await fetched('data/world-50m.bin', async (r) => new Atlas(await r.arrayBuffer()));
    this.redraw();
    const countries = await fetched('data/countries.json', (r) => r.json());
    if (countries) this.gazetteer.takeCountries(countries as [string, number, number, number][]);
    const airports = await fetched('data/airports.bin', (r) => r.arrayBuffer());
    if (airports) this.gazetteer.takeAirports(airports);
    this.redraw();
    const places = await fetched('data/places.bin', (r) => r.arrayBuffer());
    if (places) this.gazetteer.takePlaces(places);
    this.redraw();
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.redraw();
  }

  setShown(shown: { places: boolean; airports: boolean }): void {
    this.shown = shown;
    this.redraw();
  }

  redraw(): void {
    this.drawn = undefined;
    this.changed();
  }

  override render(state: FrameState | null): HTMLElement {
    if (!state) return this.canvas;
    const view: MapView = {
      centreX: state.viewState.center[0],
      centreY: state.viewState.center[1],
      resolution: state.viewState.resolution,
      width: state.size[0],
      height: state.size[1],
      pixelRatio: state.pixelRatio,
    };
    if (!sameView(this.drawn, view)) {
      this.drawn = view;
      this.draw(view);
    }
    return this.canvas;
  }

  private draw(view: MapView): void {
    const width = Math.round(view.width * view.pixelRatio);
    const height = Math.round(view.height * view.pixelRatio);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
      this.canvas.style.width = `${view.width}px`;
      this.canvas.style.height = `${view.height}px`;
    }
    const pen = this.pen;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.fillStyle = this.palette.water;
    pen.fillRect(0, 0, width, height);
    const wantFine = view.resolution < FINE_RESOLUTION;
    if (wantFine && !this.fineAsked) void this.loadFine();
    const atlas = wantFine && this.fine ? this.fine : this.coarse;
    atlas?.draw(pen, view, this.palette);
    this.drawGraticule(view);
    this.gazetteer.draw(pen, view, this.palette, this.shown);
  }

  private async loadFine(): Promise<void> {
    this.fineAsked = true;
    this.fine = await fetched('data/world-10m.bin', async (r) => new Atlas(await r.arrayBuffer()));
    this.redraw();
  }

  private drawGraticule(view: MapView): void {
    const degreesAcross = (view.resolution * 160 * 180) / 20037508;
    const spacing = [0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30].find((s) => s >= degreesAcross) ?? 30;
    const pen = this.pen;
    const r = view.pixelRatio;
    const west = longitudeOf(view.centreX - (view.width / 2) * view.resolution);
    const east = longitudeOf(view.centreX + (view.width / 2) * view.resolution);
    const south = latitudeOf(view.centreY - (view.height / 2) * view.resolution);
    const north = latitudeOf(view.centreY + (view.height / 2) * view.resolution);
    pen.beginPath();
    for (let lon = Math.ceil(west / spacing) * spacing; lon <= east; lon += spacing) {
      const x = Math.round((view.width / 2 + (mercatorX(lon) - view.centreX) / view.resolution) * r) + 0.5;
      pen.moveTo(x, 0);
      pen.lineTo(x, view.height * r);
    }
    for (let lat = Math.ceil(south / spacing) * spacing; lat <= north; lat += spacing) {
      const y = Math.round((view.height / 2 - (mercatorY(lat) - view.centreY) / view.resolution) * r) + 0.5;
      pen.moveTo(0, y);
      pen.lineTo(view.width * r, y);
    }
    pen.strokeStyle = this.palette.grid;
    pen.lineWidth = r;
    pen.stroke();
  }
}

async function fetched<T>(path: string, read: (response: Response) => Promise<T>): Promise<T | undefined> {
  try {
    const response = await fetch(path);
    return response.ok ? await read(response) : undefined;
  } catch {
    return undefined;
  }
}
