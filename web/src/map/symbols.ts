/**
 * Track symbols, drawn once each and copied from there. While the identity is pending the outline says what
 * sees the track (see picture/kind.ts); with an identity, the colour is the identity's.
 */
import { kindOf, echoOnly, type Kind } from '../picture/kind.ts';
import type { Palette } from './palette.ts';

/** Side of a symbol's square in CSS pixels, and of that with a flag. */
const PLAIN_SIZE = 24;
export const SYMBOL_SIZE = 30;

export interface SymbolLook {
  /** Bits of the wire's "seen lately by". */
  readonly seen: number;
  readonly coasting: boolean;
  readonly ground: boolean;
  readonly emergency: boolean;
  /** As on the wire: 0 pending to 6 hostile. */
  readonly identity: number;
}

export function lookKey(look: SymbolLook): number {
  return (
    (look.seen & 63) |
    (look.coasting ? 64 : 0) |
    (look.ground ? 128 : 0) |
    (look.emergency ? 256 : 0) |
    ((look.identity & 7) << 9)
  );
}

export function lookOf(key: number): SymbolLook {
  return {
    seen: key & 63,
    coasting: (key & 64) !== 0,
    ground: (key & 128) !== 0,
    emergency: (key & 256) !== 0,
    identity: (key >> 9) & 7,
  };
}

export function symbolColour(look: SymbolLook, palette: Palette): string {
  if (look.emergency) return palette.emergency;
  if (look.identity > 0) return palette.identity[Math.min(look.identity, palette.identity.length - 1)];
  if (look.ground) return palette.ground;
  return echoOnly(look.seen) ? palette.echo : palette.cooperative;
}

type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Draws a symbol about (x, y). `scale` 1 is the size on the map. */
export function drawSymbol(pen: Pen, x: number, y: number, look: SymbolLook, palette: Palette, scale = 1): void {
  const kind = kindOf(look.seen);
  const size = (look.ground ? 3.6 : 5.6) * scale;
  const colour = symbolColour(look, palette);
  pen.save();
  pen.translate(x, y);
  pen.lineJoin = 'round';
  pen.lineCap = 'round';

  outline(pen, kind, size);
  pen.strokeStyle = palette.halo;
  pen.lineWidth = 4.4 * scale;
  pen.stroke();
  if (kind.wings) {
    wings(pen, size, scale);
    pen.stroke();
  }

  outline(pen, kind, size);
  pen.strokeStyle = colour;
  pen.lineWidth = (look.ground ? 1.4 : 1.8) * scale;
  if (!look.coasting) {
    pen.fillStyle = colour;
    pen.globalAlpha = 0.18;
    pen.fill();
    pen.globalAlpha = 1;
  } else {
    pen.setLineDash([2.4 * scale, 2.2 * scale]);
    pen.lineCap = 'butt';
  }
  pen.stroke();
  pen.setLineDash([]);
  if (kind.wings) {
    pen.lineCap = 'butt';
    wings(pen, size, scale);
    pen.stroke();
  }
  if (kind.core && !look.coasting) {
    pen.beginPath();
    pen.arc(0, 0, size * 0.42, 0, 2 * Math.PI);
    pen.fillStyle = colour;
    pen.fill();
  }
  if (look.emergency) flag(pen, size, scale, palette);
  pen.restore();
}

function outline(pen: Pen, kind: Kind, size: number): void {
  pen.beginPath();
  switch (kind.outline) {
    case 'diamond':
      corners(pen, 4, size * 1.25, 0);
      break;
    case 'square':
      corners(pen, 4, size * 1.25, Math.PI / 4);
      break;
    case 'circle':
      pen.arc(0, 0, size, 0, 2 * Math.PI);
      break;
    case 'hexagon':
      corners(pen, 6, size * 1.15, Math.PI / 6);
      break;
    case 'triangle':
      pen.translate(0, size * 0.2);
      corners(pen, 3, size * 1.3, 0);
      pen.translate(0, -size * 0.2);
      break;
    case 'star':
      for (let i = 0; i < 8; i++) {
        const radius = i % 2 === 0 ? size * 1.35 : size * 0.6;
        pen.lineTo(radius * Math.sin((i * Math.PI) / 4), -radius * Math.cos((i * Math.PI) / 4));
      }
      pen.closePath();
      break;
  }
}

function corners(pen: Pen, n: number, radius: number, turn: number): void {
  for (let i = 0; i < n; i++) {
    const angle = turn + (2 * Math.PI * i) / n;
    pen.lineTo(radius * Math.sin(angle), -radius * Math.cos(angle));
  }
  pen.closePath();
}

function wings(pen: Pen, size: number, scale: number): void {
  pen.beginPath();
  pen.moveTo(-size - 4 * scale, 0);
  pen.lineTo(-size, 0);
  pen.moveTo(size, 0);
  pen.lineTo(size + 4 * scale, 0);
}

/** A small flag on a staff: an emergency is told by shape as well as by colour. */
function flag(pen: Pen, size: number, scale: number, palette: Palette): void {
  const top = -size - 7 * scale;
  pen.beginPath();
  pen.moveTo(0, -size);
  pen.lineTo(0, top);
  pen.lineTo(6 * scale, top + 2.2 * scale);
  pen.lineTo(0, top + 4.4 * scale);
  pen.strokeStyle = palette.halo;
  pen.lineWidth = 3.6 * scale;
  pen.stroke();
  pen.fillStyle = palette.emergency;
  pen.strokeStyle = palette.emergency;
  pen.lineWidth = 1.4 * scale;
  pen.fill();
  pen.stroke();
}

/**
 * Symbols as bitmaps, each made when first needed. Made anew when the theme or the pixel ratio changes.
 */
export class SymbolSheet {
  private readonly bitmaps = new Map<number, ImageBitmap>();

  constructor(
    private readonly palette: Palette,
    private readonly pixelRatio: number,
  ) {}

  /**
   * Copies a symbol to (x, y), device pixels. Between whole pixels it moves smoothly; on whole pixels copying takes a
   * tenth of the time.
   */
  stamp(target: CanvasRenderingContext2D, key: number, x: number, y: number, smooth: boolean): void {
    let bitmap = this.bitmaps.get(key);
    if (!bitmap) {
      bitmap = this.make(key);
      this.bitmaps.set(key, bitmap);
    }
    const left = x - bitmap.width / 2;
    const top = y - bitmap.height / 2;
    if (smooth) target.drawImage(bitmap, left, top);
    else target.drawImage(bitmap, Math.round(left), Math.round(top));
  }

  private make(key: number): ImageBitmap {
    const look = lookOf(key);
    const side = Math.ceil((look.emergency ? SYMBOL_SIZE : PLAIN_SIZE) * this.pixelRatio);
    const canvas = new OffscreenCanvas(side, side);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('This browser gives no canvas to draw on.');
    drawSymbol(pen, side / 2, side / 2, look, this.palette, this.pixelRatio);
    return canvas.transferToImageBitmap();
  }
}
