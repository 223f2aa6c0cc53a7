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
  /** The label's size, pixels. */
  width: number;
  height: number;
  /** Must be shown even where it covers something. */
  pinned: boolean;
  /** The place it had before, or NO_PLACE; afterwards the place it has. */
  place: number;
}

export interface View {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
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
 * @param gap pixels between the symbol's middle and the label; more than the symbol's half size
 * @param obstacles what labels keep clear of; the labels placed are added to it
 * @param view what is seen of the map; a label that it would cut goes elsewhere
 */
export function declutter(labels: readonly Label[], gap: number, obstacles: Obstacles, view: View): void {
  for (const label of labels) {
    const previous = label.place;
    label.place = NO_PLACE;
    for (let k = -1; k < 2 * PLACES.length; k++) {
      if (k < 0 ? previous < 0 : k === previous) continue;
      const place = k < 0 ? previous : k;
      const [x, y] = corner(label, place, gap);
      const right = x + label.width;
      const bottom = y + label.height;
      if (x < view.left || y < view.top || right > view.right || bottom > view.bottom) continue;
      if (obstacles.free(x, y, right, bottom)) {
        label.place = place;
        break;
      }
    }
    if (label.place === NO_PLACE && label.pinned) label.place = previous >= 0 ? previous : 0;
    if (label.place !== NO_PLACE) {
      const [x, y] = corner(label, label.place, gap);
      obstacles.add(x, y, x + label.width, y + label.height);
    }
  }
}

/** Rectangles in buckets of a plane. */
export class Obstacles {
  private readonly buckets = new Map<number, number[]>();
  private readonly boxes: number[] = [];

  add(left: number, top: number, right: number, bottom: number): void {
    const at = this.boxes.length;
    this.boxes.push(left, top, right, bottom);
    for (let by = Math.floor(top / BUCKET); by <= Math.floor(bottom / BUCKET); by++) {
      for (let bx = Math.floor(left / BUCKET); bx <= Math.floor(right / BUCKET); bx++) {
        const key = by * 65536 + bx;
        const bucket = this.buckets.get(key);
        if (bucket) bucket.push(at);
        else this.buckets.set(key, [at]);
      }
    }
  }

  /** Whether nothing lies in a rectangle. */
  free(left: number, top: number, right: number, bottom: number): boolean {
    const b = this.boxes;
    for (let by = Math.floor(top / BUCKET); by <= Math.floor(bottom / BUCKET); by++) {
      for (let bx = Math.floor(left / BUCKET); bx <= Math.floor(right / BUCKET); bx++) {
        const bucket = this.buckets.get(by * 65536 + bx);
        if (!bucket) continue;
        for (const at of bucket) {
          if (b[at] < right && left < b[at + 2] && b[at + 1] < bottom && top < b[at + 3]) return false;
        }
      }
    }
    return true;
  }
}
