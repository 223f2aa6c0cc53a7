// A server for working on the page: serves dist/ with the content security policy of the real one and plays an invented
// traffic over the WebSocket.   node test/mock-server.mjs [--port N] [--tracks N] [--live] [--simulated] [--undated]
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { WebSocketServer } from 'ws';
import { FIRST, LAST, factsOf, makeWorld, recordOf, sensorsAt } from './mock-world.mjs';
import { encodeFrame } from './wire-encoder.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};
const FRAMES_PER_SECOND = 5;

/** Starts a server; resolves to its address and a way to stop it. */
export async function startMock({ port = 0, tracks = 60, live = false, simulated = false, dateKnown = true, start = 180_000 } = {}) {
  const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist');
  const world = makeWorld(tracks, simulated);
  const clients = new Set();
  let time = FIRST + start;
  let playing = true;
  let speed = 1;

  const server = createServer(async (request, response) => {
    const asked = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const path = asked === '/' ? '/index.html' : asked;
    try {
      const body = await readFile(join(dist, path));
      response.writeHead(200, {
        'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
        'Content-Security-Policy': "default-src 'self'",
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-cache',
        'Content-Encoding': 'gzip',
      });
      response.end(gzipSync(body, { level: 1 }));
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
    }
  });
  const sockets = new WebSocketServer({ server, path: '/ws' });

  const status = () => ({
    kind: 'status',
    time,
    playing,
    speed,
    first: live ? undefined : FIRST,
    last: live ? undefined : LAST,
    behind: live ? 0.4 : (LAST - time) / 1000,
    tracks: world.length,
    reportsPerSecond: Math.round(world.length * 0.9),
    reports: Math.round(((time - FIRST) / 1000) * world.length * 0.9),
    faults: 3,
  });
  const frame = (client, bits, records) =>
    encodeFrame({
      bits: bits | (simulated ? 2 : 0),
      sequence: client.sequence++,
      time,
      live: world.length,
      tracks: records,
    });
  const say = (client, message) => client.socket.send(JSON.stringify(message));
  const sayAll = (message) => clients.forEach((client) => say(client, message));
  const wholePicture = (client, jumped) => {
    client.socket.send(frame(client, 1 | (jumped ? 4 : 0), world.map((track) => recordOf(track, time))));
    say(client, { kind: 'facts', tracks: world.map((track) => factsOf(track, time)) });
    say(client, { kind: 'sensors', sensors: sensorsAt(time) });
  };

  sockets.on('connection', (socket) => {
    const client = { socket, sequence: 0 };
    clients.add(client);
    say(client, {
      kind: 'hello',
      protocol: 1,
      version: 'mock',
      title: live ? 'Kattegat' : 'kattegat-2026-05-02.rec',
      mode: live ? 'LIVE' : 'REPLAY',
      origin: simulated ? 'simulated' : live ? 'live' : 'recorded',
      dateKnown,
      first: live ? undefined : FIRST,
      last: live ? undefined : LAST,
    });
    say(client, status());
    wholePicture(client, false);
    socket.on('message', (data) => {
      const order = JSON.parse(data.toString());
      if (order.do === 'watch') return;
      if (live) {
        say(client, { kind: 'refused', why: 'A live picture cannot be paused or sought.' });
        return;
      }
      if (order.do === 'play') playing = true;
      else if (order.do === 'pause') playing = false;
      else if (order.do === 'speed') speed = Math.max(0, Number(order.value) || 0);
      else if (order.do === 'seek') {
        time = Math.max(FIRST, Math.min(LAST, Number(order.time)));
        clients.forEach((each) => wholePicture(each, true));
      }
      sayAll(status());
    });
    socket.on('close', () => clients.delete(client));
  });

  let last = performance.now();
  let beat = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    if (playing) time = Math.min(LAST, time + (now - last) * (speed === 0 ? 200 : speed));
    if (time === LAST && !live) playing = false;
    last = now;
    beat++;
    if (playing) {
      // Each track comes once a second, the tracks spread over the second.
      const due = world.filter((_, i) => i % FRAMES_PER_SECOND === beat % FRAMES_PER_SECOND);
      const records = due.map((track) => recordOf(track, time));
      clients.forEach((client) => client.socket.send(frame(client, 0, records)));
    }
    if (beat % FRAMES_PER_SECOND === 0) {
      sayAll(status());
      sayAll({ kind: 'sensors', sensors: sensorsAt(time) });
    }
    if (beat % (5 * FRAMES_PER_SECOND) === 0) {
      sayAll({ kind: 'facts', tracks: world.slice(0, 400).map((track) => factsOf(track, time)) });
    }
  }, 1000 / FRAMES_PER_SECOND);

  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    stop: () => {
      clearInterval(timer);
      clients.forEach((client) => client.socket.terminate());
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (name, otherwise) => {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? otherwise : Number(process.argv[at + 1]);
  };
  const flag = (name) => process.argv.includes(`--${name}`);
  const { address } = await startMock({
    port: option('port', 8470),
    tracks: option('tracks', 60),
    start: option('start', 180) * 1000,
    live: flag('live'),
    simulated: flag('simulated'),
    dateKnown: !flag('undated'),
  });
  console.log(address);
}
