import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as words from '../src/words.ts';
import type { Hello, Status } from '../src/wire/messages.ts';
import { UNKNOWN } from '../src/wire/frame.ts';

const NARROW = '\u202f';

test('durations', () => {
  const cases: [number, string][] = [
    [0, '0 s'], [0.4, '0.4 s'], [3, '3 s'], [59.6, '1 min'], [252, '4 min 12 s'], [3600, '1 h'], [7500, '2 h 5 min'],
    [-5, '0 s'], [200 * 3600, '8 days'],
  ];
  for (const [seconds, expected] of cases) assert.equal(words.duration(seconds), expected, `${seconds} s`);
});

test('ages', () => {
  assert.equal(words.ago(400), 'now');
  assert.equal(words.ago(-200), 'now');
  assert.equal(words.ago(43_900), '43 s ago');
});

test('whole numbers are grouped from five digits on', () => {
  assert.equal(words.whole(9999), '9999');
  assert.equal(words.whole(10_363), `10${NARROW}363`);
  assert.equal(words.whole(-1_234_567), `\u22121${NARROW}234${NARROW}567`);
});

test('levels', () => {
  assert.equal(words.flightLevel(1360), 'FL340');
  assert.equal(words.flightLevel(8), 'FL002');
  assert.equal(words.flightLevel(-8), 'FL\u221202');
  assert.equal(words.labelLevel(1360, UNKNOWN, 15), 'FL340\u2191');
  assert.equal(words.labelLevel(1360, 1400, -16), 'FL340\u2193');
  assert.equal(words.labelLevel(1360, UNKNOWN, 14), 'FL340');
  assert.equal(words.labelLevel(UNKNOWN, 1360, UNKNOWN), 'G340');
  assert.equal(words.labelLevel(UNKNOWN, UNKNOWN, 50), '');
});

test('heights, speeds, rates and courses', () => {
  assert.equal(words.heightWords(1360), `34${NARROW}000 ft (10${NARROW}363 m)`);
  assert.equal(words.heightWords(UNKNOWN), 'unknown');
  assert.equal(words.pressureHeightWords(1360), `FL340, 34${NARROW}000 ft`);
  assert.equal(words.knots(2315), 450);
  assert.equal(words.speedWords(2315), '450 kt (833 km/h)');
  assert.equal(words.verticalRateWords(94), '1850 ft/min up (+9.4 m/s)');
  assert.equal(words.verticalRateWords(-94), '1850 ft/min down (\u22129.4 m/s)');
  assert.equal(words.verticalRateWords(0), 'level');
  assert.equal(words.verticalRateWords(UNKNOWN), 'unknown');
  assert.equal(words.courseWords(16384), '090\u00b0');
  assert.equal(words.courseWords(65535), '000\u00b0');
});

test('positions', () => {
  assert.equal(words.positionWords(-33.9, 151.2), '33.90000\u00b0 S, 151.20000\u00b0 E');
  assert.equal(words.positionSexagesimal(47.26120, 8.51370), '47\u00b015\u203240.3\u2033N 008\u00b030\u203249.3\u2033E');
  assert.equal(words.positionSexagesimal(59.99999, -0.5), '60\u00b000\u203200.0\u2033N 000\u00b030\u203200.0\u2033W');
});

test('accuracy', () => {
  assert.equal(words.accuracyWords(45, 30, 8), '\u00b1 45 m \u00d7 30 m, one sigma; category 8');
  assert.equal(words.accuracyWords(12_400, 800, 0), '\u00b1 12.4 km \u00d7 800 m, one sigma; category 0');
  assert.equal(words.accuracyWords(65535, 1, 0), 'worse than 65 km');
});

test('motion', () => {
  assert.equal(words.motionWords(0), 'not to be told');
  assert.equal(words.motionWords(1 | (1 << 2)), 'straight on, level');
  assert.equal(words.motionWords(2 | (2 << 2)), 'turning right, climbing');
  assert.equal(words.motionWords(3 | (3 << 2)), 'turning left, descending');
  assert.equal(words.motionWords(16), 'accelerating');
});

test('times', () => {
  assert.equal(words.timeOfDay(Date.UTC(2023, 4, 2, 14, 3, 27)), '14:03:27');
  assert.equal(words.date(Date.UTC(2023, 4, 2, 23, 59, 59)), '2 May 2023');
  assert.equal(words.timeOfDay(NaN), '--:--:--');
});

test('the health of sensors', () => {
  assert.equal(words.sensorStateWords('good', 0, 0), 'good');
  assert.equal(words.sensorStateWords('silent', 1000, 44_000), 'silent for 43 s');
  assert.equal(words.sensorStateWords('silent', undefined, 44_000), 'silent');
  assert.match(words.sensorStateWords('waiting', undefined, 0), /waiting/);
  assert.match(words.sensorStateWords('unplaced', 0, 0), /position is unknown/);
});

test('the health of sensors in short', () => {
  assert.equal(words.sensorStateShort('good', 0, 0), '');
  assert.equal(words.sensorStateWords('misaligned', 0, 0), 'misaligned, corrected');
  assert.equal(words.sensorStateWords('held_out', 0, 0), 'far off, held out');
  assert.equal(words.sensorStateShort('held_out', 0, 0), 'held out');
  assert.equal(words.sensorStateShort('silent', 1000, 44_000), 'silent for 43 s');
  assert.equal(words.sensorStateShort('waiting', undefined, 0), 'waiting');
});

test('how far behind', () => {
  assert.equal(words.behindWords('REPLAY', 252), '4 min 12 s behind the end');
  assert.equal(words.behindWords('REPLAY', 0), 'at the end of the recording');
  assert.equal(words.behindWords('LIVE', 0.4), 'no delay');
  assert.equal(words.behindWords('LIVE', 6), '6 s behind real time');
});

test('the link', () => {
  assert.equal(words.linkWords({ state: 'open' }, 0, true), '');
  assert.equal(words.linkWords({ state: 'lost', waitMilliseconds: 3000 }, 2.2, true), 'Connection lost, trying again in 3 s');
  assert.equal(words.linkWords({ state: 'lost', waitMilliseconds: 3000 }, -1, true), 'Connection lost, trying again in 1 s');
  assert.match(words.linkWords({ state: 'lost', waitMilliseconds: 1000 }, 1, false), /does not answer/);
});

test('the state in a sentence', () => {
  const hello = { kind: 'hello', mode: 'REPLAY', origin: 'simulated' } as Hello;
  const status = { kind: 'status', playing: true, speed: 0, behind: 61 } as Status;
  assert.equal(words.stateSentence(hello, status), 'Simulated. Replay, playing as fast as possible, 1 min 1 s behind the end.');
  assert.equal(
    words.stateSentence({ ...hello, origin: 'recorded' }, { ...status, playing: false }),
    'Replay, paused, 1 min 1 s behind the end.',
  );
  assert.equal(words.stateSentence({ ...hello, mode: 'LIVE', origin: 'live' }, { ...status, behind: 0 }), 'Live picture, no delay.');
});

test('emergencies are named', () => {
  assert.equal(words.emergencyWords('7700'), '7700 emergency');
  assert.equal(words.emergencyWords('minimum fuel'), 'minimum fuel');
  assert.equal(words.emergencyLabel('7600'), '7600 RADIO');
  assert.equal(words.emergencyLabel(undefined), 'EMERGENCY');
});

test('technologies and types that are not known are written as they come', () => {
  assert.equal(words.technologyWords('modeS'), 'Mode S radar');
  assert.equal(words.technologyWords('constructor'), 'constructor');
  assert.equal(words.sensorTypeWords('surface'), 'surface radar');
  assert.equal(words.sensorTypeWords('toString'), 'toString');
});
