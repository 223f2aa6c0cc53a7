/** What stands beside a symbol, at four levels from nothing to everything. */
import type { TrackFacts } from '../wire/messages.ts';
import { emergencyLabel, knots, labelLevel, verticalRateWords } from '../words.ts';
import { UNKNOWN } from '../wire/frame.ts';
import { seenLetters } from './kind.ts';
import type { Tracks } from './tracks.ts';

export type LabelDetail = 0 | 1 | 2 | 3;

/** The best name of a track: call sign, else address, else Mode 3/A code, else its number. */
export function bestName(number: number, facts: TrackFacts | undefined): string {
  if (facts?.callSign) return facts.callSign;
  if (facts?.address) return facts.address.toUpperCase();
  if (facts?.mode3A) return `A${facts.mode3A}`;
  return `#${number}`;
}

/** Longer names are cut in labels; the panel shows them whole. */
const LONGEST_NAME = 10;

export function labelLines(
  tracks: Tracks,
  slot: number,
  facts: TrackFacts | undefined,
  detail: LabelDetail,
): string[] {
  const lines: string[] = [];
  if (tracks.emergency(slot)) lines.push(emergencyLabel(facts?.emergency));
  if (detail === 0) return lines;
  let name = bestName(tracks.number[slot], facts);
  if (name.length > LONGEST_NAME) name = `${name.slice(0, LONGEST_NAME - 1)}\u2026`;
  if (tracks.simulated(slot)) name = `SIM ${name}`;
  if (tracks.coasting(slot)) name += ` C${tracks.missed[slot]}`;
  lines.push(name);
  if (detail === 1) return lines;
  const level = tracks.onGround(slot)
    ? 'GND'
    : labelLevel(tracks.pressureHeight[slot], tracks.geometricHeight[slot], tracks.verticalRate[slot]);
  const speed = String(knots(tracks.speed[slot]));
  lines.push(level === '' ? speed : `${level} ${speed}`);
  if (detail === 2) return lines;
  const third: string[] = [];
  if (facts?.mode3A && !name.endsWith(facts.mode3A)) third.push(`A${facts.mode3A}`);
  third.push(seenLetters(tracks.seen[slot]));
  const rate = tracks.verticalRate[slot];
  if (rate !== UNKNOWN && Math.abs(rate) >= 15) third.push(verticalRateShort(rate));
  lines.push(third.join(' '));
  return lines;
}

/** "+1850" feet a minute. */
function verticalRateShort(rate: number): string {
  const words = verticalRateWords(rate);
  const digits = words.slice(0, words.indexOf(' ft')).replace(/\D/g, '');
  return `${rate > 0 ? '+' : '\u2212'}${digits}`;
}
