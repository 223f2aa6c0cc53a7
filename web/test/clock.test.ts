import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PictureClock } from '../src/picture/clock.ts';
import { Backoff } from '../src/wire/backoff.ts';

test('runs at the play speed between messages', () => {
  const clock = new PictureClock();
  clock.sample(1_000_000, 500, 10, true);
  assert.equal(clock.at(600), 1_001_000);
});

test('stands while paused and before anything is known', () => {
  const clock = new PictureClock();
  assert.equal(clock.at(99), 0);
  clock.sample(1_000_000, 500, 10, false);
  assert.equal(clock.at(900), 1_000_000);
  assert.equal(clock.movingAt(501), false);
});

test('stands between messages when the server plays as fast as it can', () => {
  const clock = new PictureClock();
  clock.sample(1_000_000, 500, 0, true);
  assert.equal(clock.at(900), 1_000_000);
});

test('does not run on for ever when messages stop', () => {
  const clock = new PictureClock();
  clock.sample(0, 0, 1, true);
  assert.equal(clock.at(60_000), PictureClock.LONGEST_RUN);
  assert.equal(clock.movingAt(60_000), false);
});

test('works off jitter of the network without running back', () => {
  const clock = new PictureClock();
  clock.sample(0, 0, 1, true);
  let shown = 0;
  let seed = 7;
  for (let wall = 200; wall < 60_000; wall += 200) {
    seed = (seed * 16807) % 2147483647;
    const late = (seed % 1000) / 10;
    clock.sample(wall - late, wall, 1, true);
    for (let step = 0; step < 200; step += 16) {
      const now = clock.at(wall + step);
      assert.ok(now >= shown - 20, `ran back from ${shown} to ${now}`);
      shown = now;
    }
    assert.ok(Math.abs(clock.at(wall) - wall) < 150);
  }
});

test('takes a large difference at once, and anything after a jump', () => {
  const clock = new PictureClock();
  clock.sample(0, 0, 1, true);
  clock.sample(900_000, 100, 1, true);
  assert.equal(clock.at(100), 900_000);
  clock.jump();
  clock.sample(900_050, 100, 1, true);
  assert.equal(clock.at(100), 900_050);
});

test('waits longer from attempt to attempt, varied, from one second to thirty', () => {
  for (const random of [() => 0, () => 0.5, () => 0.999]) {
    const backoff = new Backoff(random);
    const waits = Array.from({ length: 12 }, () => backoff.next());
    for (const wait of waits) assert.ok(wait >= 1000 && wait <= 30_000, `waits ${wait} ms`);
    for (let i = 1; i < waits.length; i++) assert.ok(waits[i] >= waits[i - 1]);
    assert.ok(waits[11] >= 22_000);
    backoff.reset();
    assert.ok(backoff.next() <= 1250);
  }
});
