/** What the page's main thread and its worker say to each other. */
import type { Frame } from './frame.ts';
import type { Message } from './messages.ts';

export type Link =
  | { readonly state: 'connecting' }
  | { readonly state: 'open' }
  /** No message for some seconds though the socket is open. */
  | { readonly state: 'quiet' }
  | { readonly state: 'lost'; readonly waitMilliseconds: number };

export type FromWorker =
  | { readonly type: 'link'; readonly link: Link }
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'frame'; readonly frame: Frame }
  | { readonly type: 'fault'; readonly fault: string };

export type ToWorker =
  | { readonly type: 'connect'; readonly address: string }
  | { readonly type: 'command'; readonly command: Command }
  /** Try again at once instead of waiting. */
  | { readonly type: 'hurry' };

export type Command =
  | { readonly do: 'play' }
  | { readonly do: 'pause' }
  | { readonly do: 'speed'; readonly value: number }
  | { readonly do: 'seek'; readonly time: number }
  /** Facts of these tracks once a second, so that the panel shows each sensor's newest report. */
  | { readonly do: 'watch'; readonly numbers: readonly number[] };
