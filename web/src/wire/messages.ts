/**
 * The text messages of protocol 1, checked on arrival: whatever the server or the air says, what comes out of
 * `readMessage` has the shapes below, or is a fault in words.
 */

export type Mode = 'LIVE' | 'REPLAY';
export type Origin = 'live' | 'recorded' | 'simulated';
const SENSOR_STATES = ['good', 'silent', 'waiting', 'unplaced', 'misaligned', 'held_out'] as const;
export type SensorState = (typeof SENSOR_STATES)[number];

export interface Hello {
  readonly kind: 'hello';
  readonly protocol: number;
  readonly version: string;
  readonly title: string;
  readonly mode: Mode;
  readonly origin: Origin;
  readonly dateKnown: boolean;
  readonly first: number | undefined;
  readonly last: number | undefined;
}

export interface Status {
  readonly kind: 'status';
  readonly time: number;
  readonly playing: boolean;
  /** Picture seconds a second; 0: as fast as possible. */
  readonly speed: number;
  readonly first: number | undefined;
  readonly last: number | undefined;
  /** Seconds. */
  readonly behind: number;
  readonly tracks: number;
  readonly reportsPerSecond: number;
  readonly reports: number;
  readonly faults: number;
  readonly overload: string | undefined;
}

/** What a sensor reports too much, and the standard deviation of that estimate. */
export interface Bias {
  readonly value: number;
  readonly sigma: number;
}

/** What tracking found out about a sensor; biases in metres, degrees and seconds where they are known. */
export interface Quality {
  readonly detection: number | undefined;
  readonly falsePlots: number | undefined;
  readonly compared: number;
  readonly range: Bias | undefined;
  readonly azimuth: Bias | undefined;
  readonly time: Bias | undefined;
  readonly east: Bias | undefined;
  readonly north: Bias | undefined;
}

export interface Sensor {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
  readonly range: number | undefined;
  readonly period: number | undefined;
  readonly state: SensorState;
  readonly quality: Quality | undefined;
  readonly last: number | undefined;
  readonly reports: number;
  readonly sac: number | undefined;
  readonly sic: number | undefined;
}

export interface Sensors {
  readonly kind: 'sensors';
  readonly sensors: readonly Sensor[];
}

export interface Source {
  readonly sensor: number;
  readonly technology: string;
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly reports: number;
}

export interface TrackFacts {
  readonly number: number;
  readonly address: string | undefined;
  readonly callSign: string | undefined;
  readonly mode3A: string | undefined;
  readonly emergency: string | undefined;
  readonly identity: string;
  readonly since: number | undefined;
  readonly sources: readonly Source[];
  readonly origin: string;
}

export interface Facts {
  readonly kind: 'facts';
  readonly tracks: readonly TrackFacts[];
}

export interface Refused {
  readonly kind: 'refused';
  readonly why: string;
}

export type Message = Hello | Status | Sensors | Facts | Refused;

export interface MessageFault {
  readonly fault: string;
}

/** Longer texts than this come from nowhere good and are cut. */
const LONGEST_TEXT = 300;

type Fields = Record<string, unknown>;

export function readMessage(text: string): Message | MessageFault {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: 'a message that is not JSON' };
  }
  if (!isFields(value)) return { fault: 'a message that is not an object' };
  switch (value['kind']) {
    case 'hello':
      return readHello(value);
    case 'status':
      return readStatus(value);
    case 'sensors':
      return { kind: 'sensors', sensors: list(value['sensors']).map(readSensor) };
    case 'facts':
      return { kind: 'facts', tracks: list(value['tracks']).map(readFacts) };
    case 'refused':
      return { kind: 'refused', why: words(value['why']) ?? 'The server refused the command.' };
    default:
      return { fault: `a message of unknown kind ${words(value['kind']) ?? ''}` };
  }
}

function readHello(value: Fields): Hello {
  const origin = words(value['origin']);
  return {
    kind: 'hello',
    protocol: finite(value['protocol']) ?? 0,
    version: words(value['version']) ?? '',
    title: words(value['title']) ?? '',
    mode: value['mode'] === 'REPLAY' ? 'REPLAY' : 'LIVE',
    origin: origin === 'simulated' || origin === 'recorded' ? origin : 'live',
    dateKnown: value['dateKnown'] !== false,
    first: finite(value['first']),
    last: finite(value['last']),
  };
}

function readStatus(value: Fields): Status {
  return {
    kind: 'status',
    time: finite(value['time']) ?? 0,
    playing: value['playing'] !== false,
    speed: Math.max(0, finite(value['speed']) ?? 1),
    first: finite(value['first']),
    last: finite(value['last']),
    behind: finite(value['behind']) ?? 0,
    tracks: finite(value['tracks']) ?? 0,
    reportsPerSecond: finite(value['reportsPerSecond']) ?? 0,
    reports: finite(value['reports']) ?? 0,
    faults: finite(value['faults']) ?? 0,
    overload: words(value['overload']),
  };
}

/** A bias and its standard deviation, or undefined. */
function readBias(value: unknown): Bias | undefined {
  if (!Array.isArray(value)) return undefined;
  const [bias, sigma] = [finite(value[0]), finite(value[1])];
  return bias === undefined || sigma === undefined ? undefined : { value: bias, sigma };
}

function readQuality(value: unknown): Quality | undefined {
  if (!isFields(value)) return undefined;
  const fields = value;
  return {
    detection: finite(fields['detection']),
    falsePlots: finite(fields['falsePlots']),
    compared: finite(fields['compared']) ?? 0,
    range: readBias(fields['range']),
    azimuth: readBias(fields['azimuth']),
    time: readBias(fields['time']),
    east: readBias(fields['east']),
    north: readBias(fields['north']),
  };
}

function readSensor(value: Fields): Sensor {
  const state = value['state'];
  return {
    id: finite(value['id']) ?? -1,
    name: words(value['name']) ?? 'unnamed',
    type: words(value['type']) ?? '',
    latitude: finite(value['latitude']),
    longitude: finite(value['longitude']),
    range: finite(value['range']),
    period: finite(value['period']),
    state: SENSOR_STATES.find((known) => known === state) ?? 'waiting',
    quality: readQuality(value['quality']),
    last: finite(value['last']),
    reports: finite(value['reports']) ?? 0,
    sac: finite(value['sac']),
    sic: finite(value['sic']),
  };
}

function readFacts(value: Fields): TrackFacts {
  return {
    number: finite(value['number']) ?? -1,
    address: words(value['address']),
    callSign: words(value['callSign']),
    mode3A: words(value['mode3A']),
    emergency: words(value['emergency']),
    identity: words(value['identity']) ?? 'pending',
    since: finite(value['since']),
    sources: list(value['sources']).map(readSource),
    origin: words(value['origin']) ?? 'live',
  };
}

function readSource(value: Fields): Source {
  return {
    sensor: finite(value['sensor']) ?? -1,
    technology: words(value['technology']) ?? '',
    first: finite(value['first']),
    last: finite(value['last']),
    reports: finite(value['reports']) ?? 0,
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function finite(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Text without control characters or characters that turn the writing direction, cut to a bearable length. */
function words(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const clean = value.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ').trim();
  return clean === '' ? undefined : clean.slice(0, LONGEST_TEXT);
}
