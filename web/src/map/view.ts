/** What the map shows at a moment: enough to place anything on a canvas. */
export interface MapView {
  /** The middle, Mercator metres. */
  readonly centreX: number;
  readonly centreY: number;
  /** Mercator metres a CSS pixel. */
  readonly resolution: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

/** What panels cover of the map at its edges, CSS pixels. */
export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export function sameView(a: MapView | undefined, b: MapView): boolean {
  return (
    a !== undefined &&
    a.centreX === b.centreX &&
    a.centreY === b.centreY &&
    a.resolution === b.resolution &&
    a.width === b.width &&
    a.height === b.height &&
    a.pixelRatio === b.pixelRatio
  );
}
