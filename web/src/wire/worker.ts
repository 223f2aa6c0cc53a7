/**
 * The page's worker: holds the one WebSocket, decodes what arrives and hands it to the main thread, and connects again
 * when the link breaks. Runs apart so that a burst of frames never delays drawing.
 */
import { Backoff } from './backoff.ts';
import { buffersOf, decodeFrame } from './frame.ts';
import { readMessage } from './messages.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** The server sends a status every second; after this long without a word the link is called quiet. */
const QUIET_MILLISECONDS = 5000;
/** After this long the socket is given up, although it looks open. */
const DEAD_MILLISECONDS = 20_000;

interface WorkerScope {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}
const scope = self as unknown as WorkerScope;

const backoff = new Backoff();
let address = '';
let socket: WebSocket | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;
let lastWord = 0;
let quiet = false;

scope.onmessage = (event) => {
  const order = event.data;
  switch (order.type) {
    case 'connect':
      address = order.address;
      connect();
      break;
    case 'command':
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(order.command));
      break;
    case 'hurry':
      if (!socket) connect();
      break;
  }
};

function connect(): void {
  if (socket) return;
  clearTimeout(retry);
  scope.postMessage({ type: 'link', link: { state: 'connecting' } });
  const opened = new WebSocket(address);
  opened.binaryType = 'arraybuffer';
  socket = opened;
  lastWord = performance.now();
  quiet = false;
  opened.onopen = () => {
    lastWord = performance.now();
    scope.postMessage({ type: 'link', link: { state: 'open' } });
  };
  opened.onmessage = (event: MessageEvent<string | ArrayBuffer>) => {
    if (socket !== opened) return;
    lastWord = performance.now();
    backoff.reset();
    if (quiet) {
      quiet = false;
      scope.postMessage({ type: 'link', link: { state: 'open' } });
    }
    receive(event.data);
  };
  opened.onclose = () => lost(opened);
}

function lost(closed: WebSocket): void {
  if (socket !== closed) return;
  socket = undefined;
  const wait = backoff.next();
  scope.postMessage({ type: 'link', link: { state: 'lost', waitMilliseconds: wait } });
  retry = setTimeout(connect, wait);
}

function receive(data: string | ArrayBuffer): void {
  if (typeof data === 'string') {
    const message = readMessage(data);
    if ('fault' in message) scope.postMessage({ type: 'fault', fault: message.fault });
    else scope.postMessage({ type: 'message', message });
    return;
  }
  const frame = decodeFrame(data);
  if ('fault' in frame) scope.postMessage({ type: 'fault', fault: frame.fault });
  else scope.postMessage({ type: 'frame', frame }, buffersOf(frame));
}

setInterval(() => {
  if (!socket) return;
  const silence = performance.now() - lastWord;
  if (silence > DEAD_MILLISECONDS) {
    const dead = socket;
    lost(dead);
    dead.close();
  } else if (silence > QUIET_MILLISECONDS && !quiet && socket.readyState === WebSocket.OPEN) {
    quiet = true;
    scope.postMessage({ type: 'link', link: { state: 'quiet' } });
  }
}, 1000);
