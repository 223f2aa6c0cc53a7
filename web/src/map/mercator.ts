/** Spherical Mercator as web maps use it (EPSG:3857), metres. */
const RADIUS = 6378137;
export const HALF_WORLD = Math.PI * RADIUS;
export const WORLD = 2 * HALF_WORLD;
const LIMIT = 85.0511;

export function mercatorX(longitude: number): number {
  return (longitude * HALF_WORLD) / 180;
}

export function mercatorY(latitude: number): number {
  const clamped = Math.max(-LIMIT, Math.min(LIMIT, latitude));
  return RADIUS * Math.log(Math.tan(Math.PI / 4 + (clamped * Math.PI) / 360));
}

export function longitudeOf(x: number): number {
  return (x * 180) / HALF_WORLD;
}

export function latitudeOf(y: number): number {
  return (360 / Math.PI) * Math.atan(Math.exp(y / RADIUS)) - 90;
}

/** Mercator metres for one metre on the ground. */
export function stretch(latitude: number): number {
  const clamped = Math.max(-LIMIT, Math.min(LIMIT, latitude));
  return 1 / Math.cos((clamped * Math.PI) / 180);
}

/** The same place, in the copy of the world that is nearest to `centre`. */
export function nearest(x: number, centre: number): number {
  return x - WORLD * Math.round((x - centre) / WORLD);
}

/**
 * A circle of `radius` metres on the ground about a position, as x, y pairs of `points` corners. Spherical, which is
 * good to 0.5 % of the radius: enough for drawing.
 */
export function groundCircle(latitude: number, longitude: number, radius: number, points: number): Float64Array {
  const circle = new Float64Array(points * 2);
  const lat = (latitude * Math.PI) / 180;
  const angle = radius / 6371000;
  const centre = mercatorX(longitude);
  for (let i = 0; i < points; i++) {
    const bearing = (2 * Math.PI * i) / points;
    const sin = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(bearing);
    const lat2 = Math.asin(Math.max(-1, Math.min(1, sin)));
    const dlon = Math.atan2(
      Math.sin(bearing) * Math.sin(angle) * Math.cos(lat),
      Math.cos(angle) - Math.sin(lat) * Math.sin(lat2),
    );
    circle[2 * i] = nearest(mercatorX(longitude + (dlon * 180) / Math.PI), centre);
    circle[2 * i + 1] = mercatorY((lat2 * 180) / Math.PI);
  }
  return circle;
}
