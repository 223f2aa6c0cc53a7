// Drives the real page in a headless browser against any running Airwarden server that shows a replay with tracks.
//   node e2e/run.mjs <address> [screenshot.png]
// Prints one line a check; exits 1 when one fails. The browser is found at $CHROMIUM or /usr/bin/chromium.
import { chromium } from 'playwright-core';

const [address, screenshot] = process.argv.slice(2);
if (!address) {
  console.error('Usage: node e2e/run.mjs <address of a running server> [screenshot.png]');
  process.exit(2);
}
const origin = new URL(address).origin;
const failures = [];
const foreign = [];
const complaints = [];

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] || '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
page.setDefaultTimeout(15_000);
page.on('console', (message) => {
  if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.type()}: ${message.text()}`);
});
page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
page.on('websocket', (socket) => {
  if (new URL(socket.url()).host !== new URL(origin).host) foreign.push(socket.url());
});
// The network is cut off but for the page's own server.
await page.route('**/*', (route) => {
  const url = route.request().url();
  if (new URL(url).origin === origin || url.startsWith('data:') || url.startsWith('blob:')) return route.continue();
  foreign.push(url);
  return route.abort();
});

const tracks = () => page.evaluate(() => window.airwarden.tracks());
const state = () => page.evaluate(() => window.airwarden.state());

async function until(what, condition, milliseconds = 15_000) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${milliseconds / 1000} s for ${what}`);
    await page.waitForTimeout(100);
  }
}

async function check(name, run) {
  try {
    await run();
    console.log(`ok    ${name}`);
  } catch (error) {
    failures.push(name);
    console.log(`FAIL  ${name}: ${error.message}`);
  }
}

function must(condition, words) {
  if (!condition) throw new Error(words);
}

/** A track that a click hits: on the open map, and no other symbol near. */
async function lonelyTrack(except) {
  return until('a symbol that stands alone on the map', async () => {
    const all = await tracks();
    return all.find(
      (track) =>
        track.reachable &&
        track.number !== except &&
        all.every((other) => other === track || Math.hypot(other.x - track.x, other.y - track.y) > 22),
    );
  });
}

async function paused(wanted) {
  if ((await state()).playing === !wanted) return;
  await page.keyboard.press('Space');
  await until(wanted ? 'the replay to pause' : 'the replay to play', async () => (await state()).playing === !wanted);
}

await check('the page opens, connects and shows tracks of a replay', async () => {
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForFunction(() => window.airwarden?.state().connected);
  await until('tracks', async () => (await tracks()).length > 0, 60_000);
  must((await state()).mode === 'REPLAY', `the mode is ${(await state()).mode}`);
  await page.locator('#mode', { hasText: 'REPLAY' }).waitFor();
  await page.mouse.click(720, 30);
});

await check('symbols move while the replay plays', async () => {
  await paused(false);
  const before = new Map((await tracks()).map((track) => [track.number, track]));
  await until('a symbol that has moved', async () =>
    (await tracks()).some((track) => {
      const was = before.get(track.number);
      return was && Math.hypot(track.x - was.x, track.y - was.y) > 0.5;
    }),
  );
});

await check('a click on a symbol shows the track and the sensors that say it', async () => {
  const track = await lonelyTrack();
  await page.mouse.click(track.x, track.y);
  await page.locator('#details').waitFor({ state: 'visible' });
  const { selected } = await state();
  must(selected === track.number, `clicked track ${track.number}, selected is ${selected}`);
  const rows = page.locator('#sources tbody tr:visible');
  await until('a sensor in the panel', async () => (await rows.count()) > 0);
  const text = (await rows.first().innerText()).trim();
  must(/\S/.test(text) && /(ago|now|never)/.test(text), `the first sensor's row says "${text}"`);
  must((await page.locator('#details').innerText()).includes(`Track ${track.number}`), 'the panel shows another track');
});

await check('the list holds the tracks of the map, and selects the same track', async () => {
  await paused(true);
  await page.waitForTimeout(1500);
  const drawn = (await tracks()).map((track) => track.number).sort((a, b) => a - b);
  const listed = [...(await state()).listed].sort((a, b) => a - b);
  must(JSON.stringify(drawn) === JSON.stringify(listed), `${drawn.length} tracks on the map, ${listed.length} in the list`);
  const rowCount = Number(await page.locator('#list').getAttribute('aria-rowcount')) - 1;
  must(rowCount === drawn.length, `the list announces ${rowCount} rows for ${drawn.length} tracks`);
  const { selected } = await state();
  const marked = await page.locator('#list-rows tr[aria-selected="true"]').getAttribute('data-number');
  must(Number(marked) === selected, `the row marked is ${marked}, the track selected ${selected}`);
});

await check('pause stops the clock and the symbols', async () => {
  await paused(true);
  await page.waitForTimeout(1200);
  const [clock, places] = [(await state()).time, await tracks()];
  await page.waitForTimeout(1500);
  const [clock2, places2] = [(await state()).time, await tracks()];
  must(Math.abs(clock2 - clock) < 50, `the clock went on by ${clock2 - clock} ms`);
  const moved = places2.filter((track) => {
    const was = places.find((candidate) => candidate.number === track.number);
    return was && Math.hypot(track.x - was.x, track.y - was.y) > 0.5;
  });
  must(moved.length === 0, `${moved.length} symbols moved while paused`);
  must((await page.locator('#state-words').innerText()).includes('paused'), 'the state does not say paused');
});

await check('seeking changes the clock, by slider and by key', async () => {
  const { first, last, time } = await state();
  must(last > first, 'the replay has no length');
  const goal = time > (first + last) / 2 ? first + (last - first) * 0.25 : first + (last - first) * 0.75;
  await page.locator('#seek').evaluate((slider, value) => {
    slider.value = String(value);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    slider.dispatchEvent(new Event('change', { bubbles: true }));
  }, goal - first);
  const tolerance = Math.max(3000, (last - first) * 0.02);
  await until('the clock at the place sought', async () => Math.abs((await state()).time - goal) < tolerance);
  const shown = await page.locator('#clock-time').innerText();
  must(/^\d\d:\d\d:\d\d$/.test(shown), `the clock shows "${shown}"`);
  await page.waitForTimeout(600);
  const from = (await state()).time;
  const back = from - first > 40_000;
  await page.locator('#map').focus();
  await page.keyboard.press(back ? 'j' : 'k');
  await until('the clock 30 s away', async () => Math.abs(Math.abs((await state()).time - from) - 30_000) < 3000);
  await until('tracks after seeking', async () => (await tracks()).length > 0);
});

await check('tracks are selected, followed and let go by keyboard alone', async () => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await until('no selection', async () => (await state()).selected === undefined);
  await page.locator('#list').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const { selected, listed } = await state();
  must(selected !== undefined && listed.includes(selected), `selected is ${selected}`);
  await page.locator('#details').waitFor({ state: 'visible' });
  await page.keyboard.press('f');
  await page.locator('#details button[aria-pressed="true"]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#details').waitFor({ state: 'hidden' });
});

await check('the search box filters the list, and letters typed there are no commands', async () => {
  await until('a list', async () => (await state()).listed.length > 0);
  const wanted = (await state()).listed[0];
  await page.keyboard.press('/');
  await page.keyboard.type(`#${wanted}`);
  await until('one row', async () => {
    const { listed } = await state();
    return listed.length >= 1 && listed.includes(wanted) && listed.length <= 3;
  });
  await page.keyboard.press('Escape');
  await until('all rows again', async () => (await state()).listed.length === (await tracks()).length);
  await page.locator('#map').focus();
});

await check('help opens on ? and closes on Escape', async () => {
  await page.keyboard.press('?');
  await page.locator('#help').waitFor({ state: 'visible' });
  await page.keyboard.press('Escape');
  await page.locator('#help').waitFor({ state: 'hidden' });
});

await check('what is simulated is marked', async () => {
  const { simulated } = await state();
  must((await page.locator('#simulated').isVisible()) === simulated, `simulated is ${simulated}, the mark is not`);
  must((await page.locator('#simulated-frame').isVisible()) === simulated, `simulated is ${simulated}, the frame is not`);
});

await check('the page fits a narrow window', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForTimeout(500);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  must(wide <= 390, `the page is ${wide} px wide in a window of 390`);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.waitForTimeout(500);
});

if (screenshot) {
  await paused(false).catch(() => undefined);
  const track = await lonelyTrack().catch(() => undefined);
  if (track) await page.mouse.click(track.x, track.y);
  await page.waitForTimeout(1200);
  await page.screenshot({ path: screenshot });
}

await check('nothing was asked of another server', async () => must(foreign.length === 0, foreign.join(', ')));
await check('the console is clean', async () => must(complaints.length === 0, complaints.join(' | ')));

await browser.close();
if (failures.length > 0) {
  console.log(`${failures.length} failed: ${failures.join('; ')}`);
  process.exit(1);
}
console.log('All passed.');
