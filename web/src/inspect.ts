/** `window.airwarden`: what the page shows, for tests and for the curious. Reading only. */
import { labelLines } from './picture/labels.ts';
import type { Picture } from './picture/picture.ts';
import type { PictureMap } from './map/picture-map.ts';
import type { Pacer } from './pacer.ts';
import type { TrackList } from './ui/track-list.ts';

export interface ShownTrack {
  readonly number: number;
  /** Where the symbol is drawn, CSS pixels of the window. */
  readonly x: number;
  readonly y: number;
  /** Whether a click there reaches the map. */
  readonly reachable: boolean;
  readonly latitude: number;
  readonly longitude: number;
  /** The label at its second level. */
  readonly label: string;
}

export interface ShownState {
  readonly connected: boolean;
  readonly mode: string | undefined;
  readonly origin: string | undefined;
  readonly simulated: boolean;
  readonly playing: boolean | undefined;
  readonly speed: number | undefined;
  /** The picture's clock as shown, milliseconds since 1970. */
  readonly time: number;
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly selected: number | undefined;
  readonly tracks: number;
  /** Numbers of the tracks in the list, in its order. */
  readonly listed: readonly number[];
  readonly frames: number;
  readonly drawings: number;
  /** Milliseconds for one drawing of the picture, over the last 600. */
  readonly drawTime: { readonly median: number; readonly p95: number };
}

interface Parts {
  readonly picture: Picture;
  readonly map: PictureMap;
  readonly list: TrackList;
  readonly pacer: Pacer;
  readonly selected: () => number | undefined;
  readonly link: () => string;
}

export function expose(parts: Parts): void {
  const api = Object.freeze({
    tracks: () => shownTracks(parts),
    state: () => shownState(parts),
  });
  Object.defineProperty(window, 'airwarden', { value: api, writable: false, configurable: false });
}

function shownTracks({ picture, map }: Parts): ShownTrack[] {
  const { tracks } = picture;
  const shown: ShownTrack[] = [];
  const origin = map.origin;
  for (let slot = 0; slot < tracks.used; slot++) {
    if (tracks.alive[slot] === 0) continue;
    const at = map.tracks.screenOf(slot);
    const x = (at?.[0] ?? NaN) + origin.left;
    const y = (at?.[1] ?? NaN) + origin.top;
    const number = tracks.number[slot];
    shown.push({
      number,
      x,
      y,
      reachable: Number.isFinite(x) && document.elementFromPoint(x, y)?.closest('#map') != null,
      latitude: tracks.latitude[slot],
      longitude: tracks.longitude[slot],
      label: labelLines(tracks, slot, picture.factsOf(number), 2).join(' '),
    });
  }
  return shown;
}

function shownState({ picture, list, pacer, selected, link }: Parts): ShownState {
  return {
    connected: link() === 'open',
    mode: picture.hello?.mode,
    origin: picture.hello?.origin,
    simulated: picture.simulatedAtAll,
    playing: picture.hello?.mode === 'REPLAY' ? picture.status?.playing : undefined,
    speed: picture.status?.speed,
    time: picture.clock.at(performance.now()),
    first: picture.status?.first ?? picture.hello?.first,
    last: picture.status?.last ?? picture.hello?.last,
    selected: selected(),
    tracks: picture.tracks.count,
    listed: [...list.listed],
    frames: picture.frames,
    drawings: pacer.drawings,
    drawTime: { median: pacer.drawTime(0.5), p95: pacer.drawTime(0.95) },
  };
}
