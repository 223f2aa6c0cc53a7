// Measures how long the page takes to draw many moving tracks, against the mock server.
//   node e2e/frame-time.mjs [tracks] [screenshot.png]
// Prints the page's own drawing times and the spacing of animation frames while all tracks move.
import { chromium } from 'playwright-core';
import { startMock } from '../test/mock-server.mjs';

const count = Number(process.argv[2] ?? 4000);
const mock = await startMock({ tracks: count });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
await page.goto(mock.address);
await page.waitForFunction((n) => window.airwarden?.tracks().length === n, count);
for (const labels of ['2', '0']) {
  if (labels === '0') await page.keyboard.type('ll');
  await page.waitForTimeout(1500);
  const frames = await page.evaluate(async () => {
    const before = window.airwarden.state().drawings;
    const spacings = [];
    let last = performance.now();
    const began = last;
    while (performance.now() - began < 10_000) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      spacings.push(now - last);
      last = now;
    }
    spacings.sort((a, b) => a - b);
    const { drawings, drawTime } = window.airwarden.state();
    const part = (p) => Number(spacings[Math.floor(p * spacings.length)].toFixed(1));
    return { drawings: drawings - before, drawTime, spacing: { median: part(0.5), p95: part(0.95), p99: part(0.99) } };
  });
  console.log(`${count} tracks, labels ${labels}: ${JSON.stringify(frames)}`);
}
if (process.argv[3]) {
  await page.keyboard.type('ll');
  await page.waitForTimeout(1000);
  await page.screenshot({ path: process.argv[3] });
}
await browser.close();
await mock.stop();
process.exit(0);
