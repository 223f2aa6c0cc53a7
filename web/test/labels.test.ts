import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corner, declutter, NO_PLACE, Obstacles, type Label } from '../src/map/declutter.ts';
import { lookKey, lookOf } from '../src/map/symbols.ts';
import { echoOnly, kindOf, seenLetters, seenWords } from '../src/picture/kind.ts';
import { bestName, labelLines, type LabelDetail } from '../src/picture/labels.ts';
import { Tracks } from '../src/picture/tracks.ts';
import { focusOf, keyAction } from '../src/ui/keys.ts';
import { loadSettings } from '../src/ui/settings.ts';
import { decodeFrame } from '../src/wire/frame.ts';
import { readMessage, type TrackFacts } from '../src/wire/messages.ts';
import { encodeFrame } from './wire-encoder.mjs';

const FACTS: TrackFacts = {
  number: 12, address: '4b1617', callSign: 'SWR123', mode3A: '2345', emergency: undefined, identity: 'pending',
  since: 0, sources: [], origin: 'live',
};

function lines(record: object, facts: TrackFacts | undefined, detail: LabelDetail): string[] {
  const tracks = new Tracks();
  const whole = { number: 12, latitude: 1, longitude: 1, speed: 231.5, course: 0, pressureFeet: 34_000, climb: 9.4, seen: 13, ...record };
  const frame = decodeFrame(encodeFrame({ tracks: [whole] }));
  if ('fault' in frame) assert.fail(frame.fault);
  tracks.apply(frame, 0, 0);
  return labelLines(tracks, tracks.slotOf(12), facts, detail);
}

test('the best name is the call sign, else the address, else Mode 3/A, else the number', () => {
  assert.equal(bestName(12, FACTS), 'SWR123');
  assert.equal(bestName(12, { ...FACTS, callSign: undefined }), '4B1617');
  assert.equal(bestName(12, { ...FACTS, callSign: undefined, address: undefined }), 'A2345');
  assert.equal(bestName(12, { ...FACTS, callSign: undefined, address: undefined, mode3A: undefined }), '#12');
  assert.equal(bestName(12, undefined), '#12');
});

test('labels at each level', () => {
  assert.deepEqual(lines({}, FACTS, 0), []);
  assert.deepEqual(lines({}, FACTS, 1), ['SWR123']);
  assert.deepEqual(lines({}, FACTS, 2), ['SWR123', 'FL340\u2191 450']);
  assert.deepEqual(lines({}, FACTS, 3), ['SWR123', 'FL340\u2191 450', 'A2345 PSB +1850']);
});

test('labels tell of coasting, the ground, simulation and emergencies', () => {
  assert.deepEqual(lines({ flags: 1 | 2, missed: 3 }, FACTS, 1), ['SWR123 C3']);
  assert.deepEqual(lines({ flags: 1 | 4 }, FACTS, 2), ['SWR123', 'GND 450']);
  assert.deepEqual(lines({ flags: 1 | 8 }, FACTS, 1), ['SIM SWR123']);
  assert.deepEqual(lines({ flags: 1 | 16 }, { ...FACTS, emergency: '7700' }, 0), ['7700 EMERG']);
  assert.deepEqual(lines({ pressureFeet: undefined, geometricFeet: 30_000, climb: undefined }, FACTS, 2)[1], 'G300 450');
  assert.equal(lines({}, { ...FACTS, callSign: 'A CALL SIGN FAR TOO LONG' }, 1)[0], 'A CALL SI\u2026');
});

function label(x: number, y: number, more: Partial<Label> = {}): Label {
  return { x, y, width: 70, height: 28, pinned: false, place: NO_PLACE, ...more };
}

/** Labels and their symbols, half of whose size is 8. */
function arrange(labels: Label[], others: Obstacles = new Obstacles()): void {
  for (const { x, y } of labels) others.add(x - 8, y - 8, x + 8, y + 8);
  declutter(labels, 13, others, { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 });
}

function overlaps(a: Label, b: Label, gap: number): boolean {
  const [ax, ay] = corner(a, a.place, gap);
  const [bx, by] = corner(b, b.place, gap);
  return ax < bx + b.width && bx < ax + a.width && ay < by + b.height && by < ay + a.height;
}

test('a label that the edge of the map would cut goes to the other side, or is left out', () => {
  const view = { left: 0, top: 0, right: 400, bottom: 300 };
  for (const [x, y] of [[5, 150], [395, 150], [200, 5], [200, 295], [5, 5], [395, 295], [60, 20]]) {
    const one = label(x, y);
    declutter([one], 13, new Obstacles(), view);
    const [left, top] = corner(one, one.place, 13);
    assert.notEqual(one.place, NO_PLACE, `${x}, ${y}`);
    assert.ok(left >= 0 && top >= 0 && left + one.width <= 400 && top + one.height <= 300, `${x}, ${y} is cut`);
  }
  const outside = label(-60, 150);
  const pinned = label(-60, 200, { pinned: true });
  declutter([outside, pinned], 13, new Obstacles(), view);
  assert.equal(outside.place, NO_PLACE);
  assert.notEqual(pinned.place, NO_PLACE);
});

test('no two placed labels overlap, and none covers a symbol', () => {
  let state = 99;
  const next = () => (state = (state * 16807) % 2147483647) / 2147483647;
  for (let round = 0; round < 20; round++) {
    const labels = Array.from({ length: 200 }, () => label(next() * 1200, next() * 700));
    arrange(labels);
    const placed = labels.filter((each) => each.place !== NO_PLACE);
    assert.ok(placed.length > 40, `only ${placed.length} of 200 were placed`);
    for (let i = 0; i < placed.length; i++) {
      for (let k = 0; k < i; k++) assert.ok(!overlaps(placed[i], placed[k], 13), `round ${round}: labels overlap`);
      const [left, top] = corner(placed[i], placed[i].place, 13);
      for (const other of labels) {
        if (other === placed[i]) continue;
        const inside = other.x > left && other.x < left + 70 && other.y > top && other.y < top + 28;
        assert.ok(!inside, `round ${round}: a label covers a symbol`);
      }
    }
  }
});

test('a label keeps its place while the place is free, and the first in line wins', () => {
  const steady = label(100, 100, { place: 3 });
  arrange([steady]);
  assert.equal(steady.place, 3);
  const crowd = Array.from({ length: 30 }, (_, i) => label(100 + i, 100));
  arrange(crowd);
  assert.notEqual(crowd[0].place, NO_PLACE);
  assert.ok(crowd.some((each) => each.place === NO_PLACE));
});

test('a pinned label is shown even where there is no room', () => {
  const crowd = Array.from({ length: 60 }, (_, i) => label(100 + (i % 8) * 9, 100 + Math.floor(i / 8) * 9));
  crowd[59].pinned = true;
  arrange(crowd);
  assert.notEqual(crowd[59].place, NO_PLACE);
});

test('labels keep clear of other things', () => {
  const alone = label(100, 100);
  const others = new Obstacles();
  others.add(100, 0, 400, 100);
  arrange([alone], others);
  const [left, top] = corner(alone, alone.place, 13);
  assert.ok(left + 70 <= 100 || top >= 100);
});

test('the symbol tells what sees a track', () => {
  assert.deepEqual(kindOf(1), { outline: 'diamond', core: false, wings: false });
  assert.deepEqual(kindOf(2), { outline: 'square', core: false, wings: false });
  assert.deepEqual(kindOf(1 | 4 | 8), { outline: 'circle', core: true, wings: true });
  assert.deepEqual(kindOf(8), { outline: 'triangle', core: false, wings: false });
  assert.deepEqual(kindOf(16 | 8), { outline: 'hexagon', core: false, wings: true });
  assert.deepEqual(kindOf(32), { outline: 'star', core: false, wings: false });
  assert.equal(echoOnly(1), true);
  assert.equal(echoOnly(1 | 8), false);
  assert.equal(seenLetters(63), 'PASBMT');
  assert.equal(seenWords(0), 'nothing lately');
  for (let key = 0; key < 4096; key++) assert.equal(lookKey(lookOf(key)), key);
});

test('messages from the air are only ever text of bearable length', () => {
  const hostile = '<img src=x onerror=alert(1)>\u202e\u0007' + 'A'.repeat(5000);
  const message = readMessage(JSON.stringify({ kind: 'facts', tracks: [{ number: 1, callSign: hostile, sources: 'none' }, 7, null] }));
  if ('fault' in message || message.kind !== 'facts') assert.fail('not facts');
  assert.equal(message.tracks.length, 1);
  const callSign = message.tracks[0].callSign ?? '';
  assert.ok(callSign.length <= 300);
  assert.doesNotMatch(callSign, /[\u202e\u0007]/);
  assert.deepEqual(message.tracks[0].sources, []);
});

test('messages that make no sense are faults in words', () => {
  for (const text of ['', '{', '[]', '"x"', 'null', '{"kind":"tea"}', '{}']) {
    assert.ok('fault' in readMessage(text), text);
  }
  const status = readMessage('{"kind":"status","time":"soon","speed":-3,"first":null}');
  if ('fault' in status || status.kind !== 'status') assert.fail('not a status');
  assert.equal(status.time, 0);
  assert.equal(status.speed, 0);
  assert.equal(status.first, undefined);
});

test('keys mean nothing while one types, except Escape', () => {
  const press = (key: string) => ({ key, ctrlKey: false, altKey: false, metaKey: false });
  assert.equal(keyAction(press('f'), 'page'), 'follow');
  assert.equal(keyAction(press('F'), 'page'), 'follow');
  assert.equal(keyAction(press('f'), 'field'), undefined);
  assert.equal(keyAction(press('Escape'), 'field'), 'escape');
  assert.equal(keyAction(press(' '), 'control'), undefined);
  assert.equal(keyAction(press(' '), 'page'), 'play');
  assert.equal(keyAction({ ...press('f'), ctrlKey: true }, 'page'), undefined);
  assert.equal(keyAction(press('toString'), 'page'), undefined);
  assert.equal(focusOf(null), 'page');
});

test('settings that were kept are taken only where they exist', () => {
  assert.deepEqual(loadSettings(null), loadSettings('{"theme":"pink","labels":9,"vector":"x","history":1}'));
  assert.equal(loadSettings('not json').theme, 'dark');
  const found = loadSettings('{"theme":"light","labels":0,"vector":5,"airports":false}');
  assert.deepEqual([found.theme, found.labels, found.vector, found.airports], ['light', 0, 5, false]);
});
