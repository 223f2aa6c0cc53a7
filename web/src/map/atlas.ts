/** Land and borders, from the cells that build/map-data.mjs packs. A cell's outlines are unpacked when first in view. */
import { HALF_WORLD, mercatorX, mercatorY, WORLD } from './mercator.ts';
import type { Palette } from './palette.ts';
import type { MapView } from './view.ts';

interface Cell {
  readonly offset: number;
  /** Bounds in Mercator metres; paths are relative to the lower left corner, to stay exact in 32-bit floats. */
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  /** Bounds with the overlap, in the file's units: edges along them are cuts, not coast. */
  readonly cut: readonly [number, number, number, number];
  land?: Path2D;
  coast?: Path2D;
  borders?: Path2D;
}

const OVERLAP = 20;

export class Atlas {
  private readonly bytes: Uint8Array;
  private readonly units: number;
  private readonly cells: Cell[] = [];
  private at = 0;

  /** @throws RangeError when the bytes are no atlas */
  constructor(buffer: ArrayBuffer) {
    this.bytes = new Uint8Array(buffer);
    const view = new DataView(buffer);
    if (String.fromCharCode(...this.bytes.subarray(0, 5)) !== 'AWMAP') throw new RangeError('not an atlas');
    const degrees = view.getUint8(5);
    this.units = view.getUint16(6, true);
    const count = view.getUint16(8, true);
    for (let i = 0; i < count; i++) {
      const west = view.getInt16(10 + 8 * i, true) * degrees - 180;
      const south = view.getInt16(12 + 8 * i, true) * degrees - 90;
      const u = this.units;
      this.cells.push({
        offset: view.getUint32(14 + 8 * i, true),
        west: mercatorX(west),
        south: mercatorY(south),
        east: mercatorX(west + degrees),
        north: mercatorY(south + degrees),
        cut: [
          west * u - OVERLAP,
          south * u - OVERLAP,
          (west + degrees) * u + OVERLAP,
          (south + degrees) * u + OVERLAP,
        ],
      });
    }
  }

  draw(pen: CanvasRenderingContext2D, view: MapView, palette: Palette): void {
    const halfWidth = (view.width / 2) * view.resolution;
    const halfHeight = (view.height / 2) * view.resolution;
    const north = view.centreY + halfHeight;
    const south = view.centreY - halfHeight;
    const firstWorld = Math.floor((view.centreX - halfWidth + HALF_WORLD) / WORLD);
    const lastWorld = Math.floor((view.centreX + halfWidth + HALF_WORLD) / WORLD);
    const visible: [Cell, number][] = [];
    for (let world = firstWorld; world <= lastWorld; world++) {
      const shift = world * WORLD;
      for (const cell of this.cells) {
        if (cell.north < south || cell.south > north) continue;
        if (cell.east + shift < view.centreX - halfWidth || cell.west + shift > view.centreX + halfWidth) continue;
        visible.push([cell, shift]);
      }
    }
    pen.lineJoin = 'round';
    pen.fillStyle = palette.land;
    for (const [cell, shift] of visible) {
      this.aim(pen, view, cell, shift);
      this.unpack(cell);
      if (cell.land) pen.fill(cell.land, 'evenodd');
    }
    pen.strokeStyle = palette.border;
    for (const [cell, shift] of visible) {
      this.aim(pen, view, cell, shift);
      pen.lineWidth = view.resolution;
      pen.setLineDash([4 * view.resolution, 2.5 * view.resolution]);
      if (cell.borders) pen.stroke(cell.borders);
    }
    pen.setLineDash([]);
    pen.strokeStyle = palette.coast;
    for (const [cell, shift] of visible) {
      this.aim(pen, view, cell, shift);
      pen.lineWidth = view.resolution;
      if (cell.coast) pen.stroke(cell.coast);
    }
    pen.setTransform(1, 0, 0, 1, 0, 0);
  }

  private aim(pen: CanvasRenderingContext2D, view: MapView, cell: Cell, shift: number): void {
    const scale = view.pixelRatio / view.resolution;
    pen.setTransform(
      scale,
      0,
      0,
      -scale,
      (cell.west + shift - view.centreX) * scale + (view.width * view.pixelRatio) / 2,
      (view.centreY - cell.south) * scale + (view.height * view.pixelRatio) / 2,
    );
  }

  private unpack(cell: Cell): void {
    if (cell.land) return;
    const land = new Path2D();
    const coast = new Path2D();
    const borders = new Path2D();
    this.at = cell.offset;
    for (let rings = this.unsigned(); rings > 0; rings--) this.ring(cell, land, coast);
    for (let lines = this.unsigned(); lines > 0; lines--) {
      let x = 0;
      let y = 0;
      for (let i = 0, n = this.unsigned(); i < n; i++) {
        x += this.signed();
        y += this.signed();
        const px = mercatorX(x / this.units) - cell.west;
        const py = mercatorY(y / this.units) - cell.south;
        if (i === 0) borders.moveTo(px, py);
        else borders.lineTo(px, py);
      }
    }
    cell.land = land;
    cell.coast = coast;
    cell.borders = borders;
  }

  private ring(cell: Cell, land: Path2D, coast: Path2D): void {
    const [x0, y0, x1, y1] = cell.cut;
    let x = 0;
    let y = 0;
    let firstX = 0;
    let firstY = 0;
    let firstPx = 0;
    let firstPy = 0;
    let drawing = false;
    const isCut = (ax: number, ay: number, bx: number, by: number) =>
      (ax === bx && (ax === x0 || ax === x1)) || (ay === by && (ay === y0 || ay === y1));
    let lastPx = 0;
    let lastPy = 0;
    const step = (fromX: number, fromY: number, toX: number, toY: number, px: number, py: number) => {
      if (isCut(fromX, fromY, toX, toY)) {
        drawing = false;
        return;
      }
      if (!drawing) coast.moveTo(lastPx, lastPy);
      coast.lineTo(px, py);
      drawing = true;
    };
    for (let i = 0, n = this.unsigned(); i < n; i++) {
      const fromX = x;
      const fromY = y;
      x += this.signed();
      y += this.signed();
      const px = mercatorX(x / this.units) - cell.west;
      const py = mercatorY(y / this.units) - cell.south;
      if (i === 0) {
        land.moveTo(px, py);
        firstX = x;
        firstY = y;
        firstPx = px;
        firstPy = py;
      } else {
        land.lineTo(px, py);
        step(fromX, fromY, x, y, px, py);
      }
      lastPx = px;
      lastPy = py;
    }
    land.closePath();
    step(x, y, firstX, firstY, firstPx, firstPy);
  }

  private unsigned(): number {
    let value = 0;
    let shift = 0;
    let byte: number;
    do {
      byte = this.bytes[this.at++];
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return value;
  }

  private signed(): number {
    const value = this.unsigned();
    return value & 1 ? -((value + 1) >>> 1) : value >>> 1;
  }
}
