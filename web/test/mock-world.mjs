// An invented traffic over the Kattegat, for the mock server: where everything is at a time, in closed form, so that a
// replay can jump anywhere.

export const FIRST = Date.UTC(2026, 4, 2, 13, 50, 0);
export const LAST = FIRST + 20 * 60_000;

const PRIMARY = 1;
const SECONDARY = 2;
const MODE_S = 4;
const ADSB = 8;
const MLAT = 16;
const SYSTEM = 32;

export const SENSORS = [
  { id: 1, name: 'Radar North', type: 'radar', latitude: 57.05, longitude: 9.95, range: 185_000, period: 5, sac: 25, sic: 11 },
  { id: 2, name: 'Radar East', type: 'radar', latitude: 55.62, longitude: 12.95, range: 160_000, period: 4, sac: 25, sic: 12 },
  { id: 3, name: 'ADS-B Aarhus', type: 'adsb', latitude: 56.15, longitude: 10.2, range: 260_000, period: 1, sac: 25, sic: 31 },
  { id: 4, name: 'MLAT Sund', type: 'mlat', latitude: 55.75, longitude: 12.35, range: 60_000, period: 1, sac: 25, sic: 41 },
  { id: 5, name: 'Feed South', type: 'system', sac: 49, sic: 2 },
  { id: 6, name: 'Radar West', type: 'radar', latitude: 55.9, longitude: 8.4, range: 150_000, period: 6, sac: 25, sic: 13 },
];

/** Radar North is silent in this part of the recording, milliseconds from its beginning. */
const SILENT = [150_000, 330_000];

const MIXES = [
  PRIMARY | MODE_S | ADSB,
  MODE_S | ADSB,
  PRIMARY | MODE_S | ADSB,
  ADSB,
  PRIMARY | MODE_S,
  MODE_S | ADSB | MLAT,
  PRIMARY,
  PRIMARY | SECONDARY,
  SECONDARY,
  PRIMARY | MODE_S | ADSB,
  MLAT | ADSB,
  SYSTEM,
];

const AIRLINES = ['SAS', 'NOZ', 'DLH', 'KLM', 'RYR', 'BAW', 'FIN', 'LOT', 'AFR', 'DAT'];

function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function makeWorld(count, simulated) {
  const next = random(20260502);
  const tracks = [];
  for (let i = 0; i < count; i++) {
    const seen = MIXES[i % MIXES.length];
    const ground = i % 15 === 7;
    const echo = seen === PRIMARY;
    const wide = count > 500 ? 1.6 : 1;
    tracks.push({
      number: 1001 + i,
      seen,
      ground,
      latitude: ground ? 55.61 + 0.02 * next() : 56.3 + wide * (next() - 0.5) * 2.6,
      longitude: ground ? 12.63 + 0.04 * next() : 10.9 + wide * (next() - 0.5) * 5.4,
      course: next() * 360,
      speed: ground ? 6 + 4 * next() : echo ? 40 + 90 * next() : 130 + 120 * next(),
      weave: next() * 6.28,
      turn: i % 4 === 0 ? 9000 : 1200,
      height: ground ? 0 : echo ? undefined : 3000 + Math.round(next() * 370) * 100,
      climb: i % 3 === 0 ? (next() - 0.45) * 22 : 0,
      callSign: echo || seen === SECONDARY || i % 11 === 5 ? undefined : `${AIRLINES[i % 10]}${100 + Math.floor(next() * 8900)}`,
      address: seen & (MODE_S | ADSB | MLAT) ? (0x450000 + Math.floor(next() * 0xffff)).toString(16) : undefined,
      mode3A: echo || seen === ADSB ? undefined : Math.floor(next() * 4096).toString(8).padStart(4, '0'),
      emergency: i === 4 ? '7700' : i === 31 ? '7600' : undefined,
      coasts: i % 17 === 9,
      simulated: simulated || false,
      phase: next() * 4,
      period: echo ? 5 : seen & ADSB ? 1 : 4,
    });
  }
  return tracks;
}

function flown(track, time) {
  const seconds = (time - FIRST) / 1000 - 300;
  const course = (track.course * Math.PI) / 180;
  const along = track.speed * seconds;
  const aside = track.turn * Math.sin(seconds / 150 + track.weave);
  const north = along * Math.cos(course) - aside * Math.sin(course);
  const east = along * Math.sin(course) + aside * Math.cos(course);
  const latitude = track.latitude + north / 111_200;
  return [latitude, track.longitude + east / (111_200 * Math.cos((track.latitude * Math.PI) / 180))];
}

/** A track's record in a frame at a time. */
export function recordOf(track, time) {
  const [latitude, longitude] = flown(track, time);
  const [latitude2, longitude2] = flown(track, time + 1000);
  const north = (latitude2 - latitude) * 111_200;
  const east = (longitude2 - longitude) * 111_200 * Math.cos((latitude * Math.PI) / 180);
  const seconds = (time - FIRST) / 1000;
  const coasting = track.coasts && seconds % 60 > 25;
  const height =
    track.height === undefined ? undefined : Math.max(0, track.height + track.climb * 3.28 * Math.sin(seconds / 200) * 200);
  const age = coasting ? (seconds % 60) - 25 : (seconds + track.phase) % track.period;
  return {
    number: track.number,
    latitude,
    longitude,
    pressureFeet: track.ground ? undefined : height,
    geometricFeet: height === undefined || !(track.seen & ADSB) ? undefined : height + 320,
    climb: height === undefined ? undefined : track.climb * Math.cos(seconds / 200),
    speed: Math.hypot(north, east),
    course: ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360,
    major: track.seen === PRIMARY ? 420 : track.seen & ADSB ? 25 : 160,
    minor: track.seen === PRIMARY ? 90 : track.seen & ADSB ? 18 : 60,
    axis: (track.course * 7) % 180,
    age: Math.max(0, age),
    flags: 1 | (coasting ? 2 : 0) | (track.ground ? 4 : 0) | (track.simulated ? 8 : 0) | (track.emergency ? 16 : 0),
    seen: track.seen,
    identity: 0,
    motion: 1 | (track.climb === 0 ? 1 << 2 : 0),
    category: track.seen === PRIMARY ? 5 : track.seen & ADSB ? 8 : 6,
    missed: coasting ? Math.min(9, 1 + Math.floor(age / 5)) : 0,
  };
}

export function factsOf(track, time) {
  const technology = (sensor) =>
    sensor.type === 'adsb' ? 'adsb' : sensor.type === 'mlat' ? 'mlat' : sensor.type === 'system' ? 'system' : radar(track.seen);
  const sources = SENSORS.filter((sensor) => sees(sensor, track)).map((sensor) => ({
    sensor: sensor.id,
    technology: technology(sensor),
    first: FIRST + 1000 * track.phase,
    last: time - (1000 * (track.number % 4)),
    reports: Math.max(1, Math.floor((time - FIRST) / 1000 / (sensor.period ?? 4))),
  }));
  return {
    number: track.number,
    address: track.address,
    callSign: track.callSign,
    mode3A: track.emergency ?? track.mode3A,
    emergency: track.emergency,
    identity: 'pending',
    since: FIRST + 1000 * track.phase + 8000,
    sources,
    origin: track.simulated ? 'simulated' : 'recorded',
  };
}

function radar(seen) {
  if (seen & PRIMARY && seen & (MODE_S | SECONDARY)) return 'combined';
  if (seen & MODE_S) return 'modeS';
  return seen & SECONDARY ? 'secondary' : 'primary';
}

function sees(sensor, track) {
  if (sensor.type === 'radar') return sensor.id !== 6 && (track.seen & (PRIMARY | SECONDARY | MODE_S)) !== 0;
  if (sensor.type === 'adsb') return (track.seen & ADSB) !== 0;
  if (sensor.type === 'mlat') return (track.seen & MLAT) !== 0;
  return (track.seen & SYSTEM) !== 0;
}

export function sensorsAt(time) {
  const into = time - FIRST;
  return SENSORS.map((sensor) => {
    if (sensor.id === 6) return { ...sensor, state: 'waiting', reports: 0 };
    const silent = sensor.id === 1 && into >= SILENT[0] + 15_000 && into < SILENT[1];
    const last = silent ? FIRST + SILENT[0] : time - (time % 1000);
    return {
      ...sensor,
      state: sensor.id === 5 ? 'unplaced' : silent ? 'silent' : 'good',
      last,
      reports: Math.floor((into / 1000) * 22 / (sensor.period ?? 4)),
    };
  });
}
