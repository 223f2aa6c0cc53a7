/** Sensors on the map: a mark where each stands, its name, its range, and its state in colour and words. */
import type { Sensor } from '../wire/messages.ts';
import { sensorStateShort } from '../words.ts';
import { groundCircle, mercatorX, mercatorY, nearest } from './mercator.ts';
import type { Palette } from './palette.ts';
import type { MapView } from './view.ts';

interface Mark {
  readonly sensor: Sensor;
  readonly x: number;
  readonly y: number;
  readonly ring: Float64Array | undefined;
}

const RING_POINTS = 360;

export class SensorMarks {
  /** What marks and names cover since the last drawing: left, top, right, bottom one after the other. */
  readonly boxes: number[] = [];
  private marks: Mark[] = [];

  take(sensors: readonly Sensor[]): void {
    const known = new Map(this.marks.map((mark) => [ringKey(mark.sensor), mark.ring]));
    this.marks = [];
    for (const sensor of sensors) {
      const { latitude, longitude, range } = sensor;
      if (latitude === undefined || longitude === undefined) continue;
      const ring =
        known.get(ringKey(sensor)) ??
        (range === undefined ? undefined : groundCircle(latitude, longitude, range, RING_POINTS));
      this.marks.push({ sensor, x: mercatorX(longitude), y: mercatorY(latitude), ring });
    }
  }

  /** West, south, east, north of all sensors with their ranges, Mercator metres; undefined without sensors. */
  extent(): [number, number, number, number] | undefined {
    if (this.marks.length === 0) return undefined;
    const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    const include = (x: number, y: number) => {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    };
    for (const mark of this.marks) {
      include(mark.x, mark.y);
      if (mark.ring) for (let i = 0; i < mark.ring.length; i += 2) include(mark.ring[i], mark.ring[i + 1]);
    }
    return box;
  }

  /** Draws in CSS pixels: the pen's transform is the pixel ratio alone. */
  draw(pen: CanvasRenderingContext2D, view: MapView, palette: Palette, now: number, rings: boolean): void {
    if (rings) for (const mark of this.marks) this.drawRing(pen, view, palette, mark);
    this.boxes.length = 0;
    pen.textBaseline = 'middle';
    for (const mark of this.marks) this.drawMark(pen, view, palette, mark, now);
  }

  private drawRing(pen: CanvasRenderingContext2D, view: MapView, palette: Palette, mark: Mark): void {
    if (!mark.ring) return;
    const shift = nearest(mark.x, view.centreX) - mark.x;
    pen.beginPath();
    for (let i = 0; i < mark.ring.length; i += 2) {
      const x = view.width / 2 + (mark.ring[i] + shift - view.centreX) / view.resolution;
      const y = view.height / 2 - (mark.ring[i + 1] - view.centreY) / view.resolution;
      if (i === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    }
    pen.closePath();
    pen.strokeStyle = palette.sensor[mark.sensor.state];
    pen.globalAlpha = mark.sensor.state === 'good' ? 0.34 : 0.6;
    pen.lineWidth = 1;
    if (mark.sensor.state !== 'good') pen.setLineDash([6, 5]);
    pen.stroke();
    pen.setLineDash([]);
    pen.globalAlpha = 1;
  }

  private drawMark(pen: CanvasRenderingContext2D, view: MapView, palette: Palette, mark: Mark, now: number): void {
    const x = view.width / 2 + (nearest(mark.x, view.centreX) - view.centreX) / view.resolution;
    const y = view.height / 2 - (mark.y - view.centreY) / view.resolution;
    if (x < -200 || y < -20 || x > view.width + 20 || y > view.height + 20) return;
    const { sensor } = mark;
    const colour = palette.sensor[sensor.state];
    pen.fillStyle = palette.halo;
    pen.strokeStyle = colour;
    pen.lineWidth = 1.6;
    pen.beginPath();
    pen.rect(x - 4.5, y - 4.5, 9, 9);
    pen.fill();
    pen.stroke();
    pen.fillStyle = colour;
    pen.fillRect(x - 1.75, y - 1.75, 3.5, 3.5);

    pen.font = '600 11px "Inter Variable", system-ui, sans-serif';
    pen.textAlign = 'center';
    const words = sensorStateShort(sensor.state, sensor.last, now);
    const width = Math.max(pen.measureText(sensor.name).width, words ? pen.measureText(words).width : 0) + 10;
    this.boxes.push(x - width / 2, y - 6, x + width / 2, y + (words ? 38 : 24));
    pen.fillStyle = palette.labelBox;
    pen.fillRect(x - width / 2, y + 8, width, words ? 30 : 16);
    pen.fillStyle = colour;
    pen.fillText(sensor.name, x, y + 16);
    if (words) {
      pen.font = '400 11px "Inter Variable", system-ui, sans-serif';
      pen.fillText(words, x, y + 30);
    }
  }
}

function ringKey(sensor: Sensor): string {
  return `${sensor.latitude} ${sensor.longitude} ${sensor.range}`;
}
