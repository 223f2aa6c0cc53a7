/** Names on the map: countries, places and airports, drawn without covering each other. */
import { mercatorX, mercatorY, nearest, HALF_WORLD } from './mercator.ts';
import type { Palette } from './palette.ts';
import type { MapView } from './view.ts';

interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly rank: Uint8Array;
  readonly names: readonly string[];
}

interface Country {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Mercator metres across, where the name stands. */
  readonly width: number;
}

/** Reads the columns that build/map-data.mjs packs. */
function readPoints(buffer: ArrayBuffer): Points {
  const view = new DataView(buffer);
  const n = view.getUint32(0, true);
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    x[i] = mercatorX(view.getInt32(4 + 4 * i, true) / 1e5);
    y[i] = mercatorY(view.getInt32(4 + 4 * n + 4 * i, true) / 1e5);
  }
  const names = new TextDecoder().decode(new Uint8Array(buffer, 4 + 9 * n)).split('\n');
  return { x, y, rank: new Uint8Array(buffer, 4 + 8 * n, n), names };
}

export class Gazetteer {
  private countries: readonly Country[] = [];
  private places: Points | undefined;
  private airports: Points | undefined;

  takeCountries(rows: ReadonlyArray<readonly [string, number, number, number]>): void {
    this.countries = rows.map(([name, longitude, latitude, width]) => ({
      name,
      x: mercatorX(longitude),
      y: mercatorY(latitude),
      width: (width * HALF_WORLD) / 180,
    }));
  }

  takePlaces(buffer: ArrayBuffer): void {
    this.places = readPoints(buffer);
  }

  takeAirports(buffer: ArrayBuffer): void {
    this.airports = readPoints(buffer);
  }

  draw(pen: CanvasRenderingContext2D, view: MapView, palette: Palette, show: { places: boolean; airports: boolean }): void {
    const r = view.pixelRatio;
    pen.setTransform(r, 0, 0, r, 0, 0);
    pen.textBaseline = 'middle';
    pen.lineJoin = 'round';
    const taken = new Boxes();
    if (show.airports && this.airports) this.drawAirports(pen, view, palette, this.airports, taken);
    if (show.places) {
      this.drawCountries(pen, view, palette, taken);
      if (this.places) this.drawPlaces(pen, view, palette, this.places, taken);
    }
    pen.setTransform(1, 0, 0, 1, 0, 0);
  }

  private drawCountries(pen: CanvasRenderingContext2D, view: MapView, palette: Palette, taken: Boxes): void {
    if (view.resolution < 500 || view.resolution > 40_000) return;
    pen.textAlign = 'center';
    pen.font = '500 11px "Inter Variable", system-ui, sans-serif';
    pen.fillStyle = palette.country;
    pen.letterSpacing = '1.5px';
    for (const country of this.countries) {
      const across = country.width / view.resolution;
      const text = country.name.toUpperCase();
      const width = text.length * 9;
      if (across < width * 0.9) continue;
      const [x, y] = place(country.x, country.y, view);
      if (!inside(x, y, view) || !taken.add(x - width / 2, y - 8, x + width / 2, y + 8)) continue;
      pen.fillText(text, x, y);
    }
    pen.letterSpacing = '0px';
  }

  private drawPlaces(
    pen: CanvasRenderingContext2D,
    view: MapView,
    palette: Palette,
    places: Points,
    taken: Boxes,
  ): void {
    const lowest = lowestPlaceRank(view.resolution);
    pen.textAlign = 'left';
    pen.font = '400 11px "Inter Variable", system-ui, sans-serif';
    pen.fillStyle = palette.place;
    let drawn = 0;
    for (let i = 0; i < places.names.length && places.rank[i] >= lowest && drawn < 120; i++) {
      const [x, y] = place(places.x[i], places.y[i], view);
      if (!inside(x, y, view)) continue;
      const width = places.names[i].length * 6 + 8;
      if (!taken.add(x - 6, y - 9, x + width + 6, y + 9)) continue;
      pen.fillRect(x - 1.25, y - 1.25, 2.5, 2.5);
      pen.fillText(places.names[i], x + 5, y);
      drawn++;
    }
  }

  private drawAirports(
    pen: CanvasRenderingContext2D,
    view: MapView,
    palette: Palette,
    airports: Points,
    taken: Boxes,
  ): void {
    if (view.resolution > 1300) return;
    const lowest = view.resolution > 500 ? 2 : view.resolution > 220 ? 1 : 0;
    pen.textAlign = 'left';
    pen.font = '500 10px "JetBrains Mono", ui-monospace, monospace';
    pen.strokeStyle = palette.airport;
    pen.fillStyle = palette.airport;
    pen.lineWidth = 1.2;
    for (let i = 0; i < airports.names.length && airports.rank[i] >= lowest; i++) {
      const [x, y] = place(airports.x[i], airports.y[i], view);
      if (!inside(x, y, view) || !taken.add(x - 6, y - 7, x + 36, y + 7)) continue;
      pen.beginPath();
      pen.arc(x, y, 3, 0, 2 * Math.PI);
      pen.moveTo(x - 5, y);
      pen.lineTo(x + 5, y);
      pen.stroke();
      pen.fillText(airports.names[i], x + 8, y);
    }
  }
}

/** Ten times the decimal logarithm of the population from which places are named, at a resolution in metres a pixel. */
function lowestPlaceRank(resolution: number): number {
  if (resolution > 9000) return 70;
  if (resolution > 4000) return 66;
  if (resolution > 2000) return 60;
  if (resolution > 1000) return 55;
  if (resolution > 500) return 50;
  if (resolution > 250) return 47;
  if (resolution > 100) return 44;
  return 0;
}

function place(x: number, y: number, view: MapView): [number, number] {
  return [
    view.width / 2 + (nearest(x, view.centreX) - view.centreX) / view.resolution,
    view.height / 2 - (y - view.centreY) / view.resolution,
  ];
}

function inside(x: number, y: number, view: MapView): boolean {
  return x > -40 && y > -10 && x < view.width + 10 && y < view.height + 10;
}

/** Rectangles that are spoken for. */
class Boxes {
  private readonly boxes: number[] = [];

  /** Takes the rectangle, unless a part of it is taken. */
  add(x0: number, y0: number, x1: number, y1: number): boolean {
    const b = this.boxes;
    for (let i = 0; i < b.length; i += 4) {
      if (b[i] < x1 && x0 < b[i + 2] && b[i + 1] < y1 && y0 < b[i + 3]) return false;
    }
    b.push(x0, y0, x1, y1);
    return true;
  }
}
