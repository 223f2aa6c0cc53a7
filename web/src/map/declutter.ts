/**
 * Where labels go. Each label tries eight places close about its symbol and eight further out, its last one first, and
 * takes the first that no other label and no symbol covers; a label that finds none is left out unless it must be seen. Greedy, in order of
 * importance, over a grid of buckets: the time grows with the number of labels, not with its square.
 */
const BUCKET = 64;
/** Offsets of the label's middle from the symbol, as signs: right and up first, as controllers have it. */
const PLACES: ReadonlyArray<readonly [number, number]> = [
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
];
/** How much further out the second eight places are. */
const FAR = 2.3;
export const NO_PLACE = -1;

export interface Label {
  /** The symbol, pixels. */
  x: number;
  y: number;
  /** The label's size, pixels; a width of 0 is a symbol without a label, which others keep clear of. */
  width: number;
  height: number;
  /** Must be shown even where it covers something. */
  pinned: boolean;
  /** The place it had before, or NO_PLACE; afterwards the place it has. */
  place: number;
}

/** The upper left corner of a label in a place; `near` is the distance of the close places, pixels. */
export function corner(label: Label, place: number, near: number): readonly [number, number] {
  const [sx, sy] = PLACES[place % PLACES.length];
  const gap = place < PLACES.length ? near : near * FAR;
  const dx = sx === 0 ? -label.width / 2 : sx > 0 ? gap : -gap - label.width;
  const dy = sy === 0 ? -label.height / 2 : sy > 0 ? gap * 0.75 : -gap * 0.75 - label.height;
  const clearX = sx === 0 ? 0 : sy === 0 ? sx * gap * 0.25 : 0;
  const clearY = sx === 0 ? sy * gap * 0.25 : 0;
  return [label.x + dx + clearX, label.y + dy + clearY];
}

/**
 * Chooses places for labels, most important first. Gives `place` of each its value.
 *
 * @param gap pixels between the symbol's middle and the label
 * @param symbol half the size of a symbol, pixels, that labels keep clear of
 * @param others what else labels keep clear of, as left, top, right, bottom one after the other
 */
export function declutter(labels: readonly Label[], gap: number, symbol: number, others: readonly number[] = []): void {
  const grid = new Grid();
  for (let i = 0; i < others.length; i += 4) grid.add(others[i], others[i + 1], others[i + 2], others[i + 3], -1);
  labels.forEach((label, i) => grid.add(label.x - symbol, label.y - symbol, label.x + symbol, label.y + symbol, i));
  labels.forEach((label, i) => {
    if (label.width === 0) {
      label.place = NO_PLACE;
      return;
    }
    const previous = label.place;
    label.place = NO_PLACE;
    for (let k = -1; k < 2 * PLACES.length; k++) {
      if (k < 0 ? previous < 0 : k === previous) continue;
      const place = k < 0 ? previous : k;
      const [x, y] = corner(label, place, gap);
      if (grid.isFree(x, y, x + label.width, y + label.height, i)) {
        label.place = place;
        break;
      }
    }
    if (label.place === NO_PLACE && label.pinned) label.place = previous >= 0 ? previous : 0;
    if (label.place !== NO_PLACE) {
      const [x, y] = corner(label, label.place, gap);
      grid.add(x, y, x + label.width, y + label.height, i);
    }
  });
}

/** Rectangles in buckets of a plane. */
class Grid {
  private readonly buckets = new Map<number, number[]>();
  private readonly boxes: number[] = [];

  /** @param owner whose rectangle it is: it is never in its own way */
  add(x0: number, y0: number, x1: number, y1: number, owner: number): void {
    const at = this.boxes.length;
    this.boxes.push(x0, y0, x1, y1, owner);
    for (let by = Math.floor(y0 / BUCKET); by <= Math.floor(y1 / BUCKET); by++) {
      for (let bx = Math.floor(x0 / BUCKET); bx <= Math.floor(x1 / BUCKET); bx++) {
        const key = by * 65536 + bx;
        const bucket = this.buckets.get(key);
        if (bucket) bucket.push(at);
        else this.buckets.set(key, [at]);
      }
    }
  }

  isFree(x0: number, y0: number, x1: number, y1: number, owner: number): boolean {
    for (let by = Math.floor(y0 / BUCKET); by <= Math.floor(y1 / BUCKET); by++) {
      for (let bx = Math.floor(x0 / BUCKET); bx <= Math.floor(x1 / BUCKET); bx++) {
        const bucket = this.buckets.get(by * 65536 + bx);
        if (!bucket) continue;
        for (const at of bucket) {
          const b = this.boxes;
          if (b[at + 4] !== owner && b[at] < x1 && x0 < b[at + 2] && b[at + 1] < y1 && y0 < b[at + 3]) return false;
        }
      }
    }
    return true;
  }
}
