/** How figures are written: every number and sentence that the page shows is made here. */
import { MOTION_ACCELERATING, MOTION_BALLISTIC, UNKNOWN } from './wire/frame.ts';
import type { Bias, Hello, Quality, SensorState, Status } from './wire/messages.ts';
import type { Link } from './wire/protocol.ts';

const FEET_PER_METRE = 1 / 0.3048;
const KNOTS = 3600 / 1852;
/** Climbing or descending is shown from this rate on, 0.1 m/s: about 300 ft/min. */
const CLIMB_SHOWN = 15;

export const MINUS = '\u2212';
const NARROW_SPACE = '\u202f';

/** 12345.6 as "12 346", with narrow spaces. */
export function whole(value: number): string {
  const digits = Math.abs(Math.round(value)).toString();
  const grouped = digits.length > 4 ? digits.replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE) : digits;
  return Math.round(value) < 0 ? MINUS + grouped : grouped;
}

/** Seconds in words: "4 min 12 s", "2 h 5 min", "0.4 s". */
export function duration(seconds: number): string {
  const s = Math.max(0, seconds);
  if (s < 9.95 && s !== Math.round(s)) return `${s.toFixed(1)} s`;
  const total = Math.round(s);
  if (total < 60) return `${total} s`;
  const minutes = Math.floor(total / 60);
  if (minutes < 60) return total % 60 === 0 ? `${minutes} min` : `${minutes} min ${total % 60} s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} days`;
}

/** Whole seconds since something: "3 s ago"; below one second "now". */
export function ago(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return seconds < 1 ? 'now' : `${duration(seconds)} ago`;
}

/** "14:03:27", UTC. */
export function timeOfDay(time: number): string {
  return Number.isFinite(time) && Math.abs(time) < 8.64e15 ? new Date(time).toISOString().slice(11, 19) : '--:--:--';
}

/** "2 May 2023", UTC. */
export function date(time: number): string {
  if (!Number.isFinite(time) || Math.abs(time) >= 8.64e15) return '';
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const d = new Date(time);
  return `${d.getUTCDate()} ${months[d.getUTCMonth()]} ${d.getUTCFullYear()}`;
}

export function feet(units25: number): number {
  return units25 * 25;
}

/** "FL340" from units of 25 ft; below zero "FL-02" with a true minus. */
export function flightLevel(units25: number): string {
  const level = Math.round((units25 * 25) / 100);
  const digits = Math.abs(level).toString().padStart(level < 0 ? 2 : 3, '0');
  return `FL${level < 0 ? MINUS : ''}${digits}`;
}

export function climbArrow(verticalRate: number): string {
  if (verticalRate === UNKNOWN) return '';
  if (verticalRate >= CLIMB_SHOWN) return '\u2191';
  if (verticalRate <= -CLIMB_SHOWN) return '\u2193';
  return '';
}

/** The level for a label: "FL340↑"; from a geometric height, where no pressure height is known, "G340↑". */
export function labelLevel(pressure: number, geometric: number, verticalRate: number): string {
  if (pressure !== UNKNOWN) return flightLevel(pressure) + climbArrow(verticalRate);
  if (geometric !== UNKNOWN) return flightLevel(geometric).replace('FL', 'G') + climbArrow(verticalRate);
  return '';
}

/** Speed in knots from units of 0.1 m/s. */
export function knots(speed: number): number {
  return Math.round((speed / 10) * KNOTS);
}

/** "1 850 ft/min up", "level", or "" when unknown; from 0.1 m/s. */
export function verticalRateWords(verticalRate: number): string {
  if (verticalRate === UNKNOWN) return 'unknown';
  const perMinute = Math.round(((verticalRate / 10) * 60 * FEET_PER_METRE) / 10) * 10;
  if (perMinute === 0) return 'level';
  return `${whole(Math.abs(perMinute))} ft/min ${perMinute > 0 ? 'up' : 'down'} (${metresPerSecond(verticalRate)})`;
}

function metresPerSecond(tenths: number): string {
  const text = (Math.abs(tenths) / 10).toFixed(1);
  return `${tenths < 0 ? MINUS : '+'}${text} m/s`;
}

/** "34 000 ft (10 363 m)" from units of 25 ft. */
export function heightWords(units25: number): string {
  if (units25 === UNKNOWN) return 'unknown';
  const ft = units25 * 25;
  return `${whole(ft)} ft (${whole(ft * 0.3048)} m)`;
}

/** "FL340, 34 000 ft" from units of 25 ft. */
export function pressureHeightWords(units25: number): string {
  return units25 === UNKNOWN ? 'unknown' : `${flightLevel(units25)}, ${whole(units25 * 25)} ft`;
}

export function speedWords(speed: number): string {
  return `${knots(speed)} kt (${whole((speed / 10) * 3.6)} km/h)`;
}

/** Three digits with a degree sign: "007°"; never 360. */
export function courseWords(course: number): string {
  const degrees = Math.round((course * 360) / 65536) % 360;
  return `${degrees.toString().padStart(3, '0')}\u00b0`;
}

/** "47.26120° N, 8.51370° E". */
export function positionWords(latitude: number, longitude: number): string {
  const lat = `${Math.abs(latitude).toFixed(5)}\u00b0 ${latitude < 0 ? 'S' : 'N'}`;
  const lon = `${Math.abs(longitude).toFixed(5)}\u00b0 ${longitude < 0 ? 'W' : 'E'}`;
  return `${lat}, ${lon}`;
}

/** "47°15′40.3″N 008°30′49.3″E". */
export function positionSexagesimal(latitude: number, longitude: number): string {
  return (
    sexagesimal(Math.abs(latitude), 2) +
    (latitude < 0 ? 'S ' : 'N ') +
    sexagesimal(Math.abs(longitude), 3) +
    (longitude < 0 ? 'W' : 'E')
  );
}

function sexagesimal(degrees: number, width: number): string {
  const tenths = Math.round(degrees * 36_000);
  const d = Math.floor(tenths / 36_000);
  const m = Math.floor((tenths % 36_000) / 600);
  const s = ((tenths % 600) / 10).toFixed(1).padStart(4, '0');
  return `${d.toString().padStart(width, '0')}\u00b0${m.toString().padStart(2, '0')}\u2032${s}\u2033`;
}

/** "± 45 m × 30 m (one sigma)". */
export function accuracyWords(major: number, minor: number, category: number): string {
  if (major === 65535) return 'worse than 65 km';
  return `\u00b1 ${distance(major)} \u00d7 ${distance(minor)}, one sigma; category ${category}`;
}

/** "turning right, climbing" from a frame's motion; what is undetermined is left out. */
export function motionWords(motion: number): string {
  const course = ['', 'straight on', 'turning right', 'turning left'][motion & 3];
  const vertical = ['', 'level', 'climbing', 'descending'][(motion >> 2) & 3];
  const accelerating = (motion & MOTION_ACCELERATING) !== 0 ? 'accelerating' : '';
  const ballistic = (motion & MOTION_BALLISTIC) !== 0 ? 'ballistic' : '';
  const words = [ballistic, course, accelerating, vertical].filter((word) => word !== '');
  return words.length > 0 ? words.join(', ') : 'not to be told';
}

/** "850 m", "12.4 km". */
export function distance(metres: number): string {
  return metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(metres < 100_000 ? 1 : 0)} km`;
}

/** What an emergency code means, with the code. */
export function emergencyWords(emergency: string | undefined): string {
  switch (emergency) {
    case '7500':
      return '7500 unlawful interference';
    case '7600':
      return '7600 radio failure';
    case '7700':
      return '7700 emergency';
    case undefined:
      return 'Emergency';
    default:
      return emergency;
  }
}

/** The same for a label. */
export function emergencyLabel(emergency: string | undefined): string {
  switch (emergency) {
    case '7500':
      return '7500 HIJACK';
    case '7600':
      return '7600 RADIO';
    case '7700':
      return '7700 EMERG';
    default:
      return 'EMERGENCY';
  }
}

const TECHNOLOGIES: ReadonlyMap<string, string> = new Map([
  ['primary', 'primary radar'],
  ['secondary', 'secondary radar'],
  ['modeS', 'Mode S radar'],
  ['combined', 'primary + secondary'],
  ['adsb', 'ADS-B'],
  ['mlat', 'multilateration'],
  ['system', 'system track'],
  ['tisb', 'TIS-B (a ground station’s picture)'],
  ['adsr', 'ADS-R (ADS-B relayed)'],
  ['strobe', 'direction'],
  ['observer', 'observers'],
]);

export function technologyWords(technology: string): string {
  return TECHNOLOGIES.get(technology) ?? technology;
}

const SENSOR_TYPES: ReadonlyMap<string, string> = new Map([
  ['radar', 'radar'],
  ['surface', 'surface radar'],
  ['adsb', 'ADS-B receiver'],
  ['mlat', 'multilateration'],
  ['system', 'tracking system'],
  ['direction-finder', 'direction finder'],
  ['observer', 'observers'],
]);

export function sensorTypeWords(type: string): string {
  return SENSOR_TYPES.get(type) ?? type;
}

/** One sensor's health: "silent for 43 s". */
export function sensorStateWords(state: SensorState, last: number | undefined, now: number): string {
  switch (state) {
    case 'good':
      return 'good';
    case 'silent':
      return last === undefined ? 'silent' : `silent for ${duration(Math.max(0, Math.round((now - last) / 1000)))}`;
    case 'waiting':
      return 'waiting for its first report';
    case 'unplaced':
      return 'reports, but its position is unknown';
    case 'misaligned':
      return 'misaligned, corrected';
    case 'held_out':
      return 'far off, held out';
  }
}

/** What a sensor reports too much, where that is known and more than twice its error: "range +52 m". */
export function biasWords(quality: Quality | undefined): string {
  if (!quality) return '';
  const parts: string[] = [];
  const add = (name: string, bias: Bias | undefined, digits: number, unit: string): void => {
    if (bias && Math.abs(bias.value) > 2 * bias.sigma) {
      parts.push(`${name} ${bias.value < 0 ? '\u2212' : '+'}${Math.abs(bias.value).toFixed(digits)} ${unit}`);
    }
  };
  add('range', quality.range, 0, 'm');
  add('azimuth', quality.azimuth, 2, '\u00b0');
  add('time', quality.time, 2, 's');
  add('east', quality.east, 0, 'm');
  add('north', quality.north, 0, 'm');
  return parts.join(', ');
}

/** The same for the map, where there is little room; nothing for a sensor that is well. */
export function sensorStateShort(state: SensorState, last: number | undefined, now: number): string {
  if (state === 'good') return '';
  if (state === 'held_out') return 'held out';
  return state === 'silent' ? sensorStateWords(state, last, now) : state;
}

/** How far the picture's clock stands behind, in words, with what it is behind of. */
export function behindWords(mode: Hello['mode'], behind: number): string {
  if (mode === 'LIVE') return behind < 1.5 ? 'no delay' : `${duration(Math.round(behind))} behind real time`;
  return behind < 0.5 ? 'at the end of the recording' : `${duration(Math.round(behind))} behind the end`;
}

export function speedFactorWords(speed: number): string {
  return speed === 0 ? 'as fast as possible' : `${speed}\u00d7`;
}

/** What the link to the server does, or "" when there is nothing to say. */
export function linkWords(link: Link, secondsLeft: number, everOpen: boolean): string {
  switch (link.state) {
    case 'open':
      return '';
    case 'connecting':
      return everOpen ? 'Connecting again\u2026' : 'Connecting\u2026';
    case 'quiet':
      return 'The server has said nothing for several seconds';
    case 'lost': {
      const what = everOpen ? 'Connection lost' : 'The server does not answer';
      return `${what}, trying again in ${Math.max(1, Math.ceil(secondsLeft))} s`;
    }
  }
}

/** The state of the picture in one sentence, for people who do not see the colours. */
export function stateSentence(hello: Hello, status: Status): string {
  const simulated = hello.origin === 'simulated' ? 'Simulated. ' : '';
  if (hello.mode === 'LIVE') return `${simulated}Live picture, ${behindWords('LIVE', status.behind)}.`;
  const playing = status.playing ? `playing ${speedFactorWords(status.speed)}` : 'paused';
  return `${simulated}Replay, ${playing}, ${behindWords('REPLAY', status.behind)}.`;
}
