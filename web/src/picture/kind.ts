/** What sees a track, as the symbol tells it: an outline for the best sensing, and two marks for what joins it. */
import {
  SEEN_ADSB,
  SEEN_MLAT,
  SEEN_MODE_S,
  SEEN_PRIMARY,
  SEEN_SECONDARY,
  SEEN_SYSTEM,
} from '../wire/frame.ts';

export type Outline = 'diamond' | 'square' | 'circle' | 'hexagon' | 'triangle' | 'star';

export interface Kind {
  readonly outline: Outline;
  /** Filled centre: primary radar sees it as well as something that hears it. */
  readonly core: boolean;
  /** Wings: ADS-B says it as well as something on the ground that measures it. */
  readonly wings: boolean;
}

export function kindOf(seen: number): Kind {
  const primary = (seen & SEEN_PRIMARY) !== 0;
  const adsb = (seen & SEEN_ADSB) !== 0;
  if ((seen & SEEN_MODE_S) !== 0) return { outline: 'circle', core: primary, wings: adsb };
  if ((seen & SEEN_SECONDARY) !== 0) return { outline: 'square', core: primary, wings: adsb };
  if ((seen & SEEN_MLAT) !== 0) return { outline: 'hexagon', core: primary, wings: adsb };
  if (primary) return { outline: 'diamond', core: false, wings: adsb };
  if (adsb) return { outline: 'triangle', core: false, wings: false };
  return { outline: 'star', core: false, wings: false };
}

/** Whether nothing aboard answers or sends: only an echo is seen. */
export function echoOnly(seen: number): boolean {
  return (seen & ~SEEN_SYSTEM) === SEEN_PRIMARY;
}

/** "primary, Mode S, ADS-B". */
export function seenWords(seen: number): string {
  const names: string[] = [];
  if (seen & SEEN_PRIMARY) names.push('primary radar');
  if (seen & SEEN_SECONDARY) names.push('secondary radar');
  if (seen & SEEN_MODE_S) names.push('Mode S');
  if (seen & SEEN_ADSB) names.push('ADS-B');
  if (seen & SEEN_MLAT) names.push('multilateration');
  if (seen & SEEN_SYSTEM) names.push('system track');
  return names.length === 0 ? 'nothing lately' : names.join(', ');
}

/** One letter for each technology, in a fixed order: P, A, S, B, M, T. */
export function seenLetters(seen: number): string {
  let letters = '';
  if (seen & SEEN_PRIMARY) letters += 'P';
  if (seen & SEEN_SECONDARY) letters += 'A';
  if (seen & SEEN_MODE_S) letters += 'S';
  if (seen & SEEN_ADSB) letters += 'B';
  if (seen & SEEN_MLAT) letters += 'M';
  if (seen & SEEN_SYSTEM) letters += 'T';
  return letters;
}
