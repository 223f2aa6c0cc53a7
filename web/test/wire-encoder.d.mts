export interface EncodedTrack {
  number: number;
  latitude: number;
  longitude: number;
  pressureFeet?: number | undefined;
  geometricFeet?: number | undefined;
  climb?: number | undefined;
  speed: number;
  course: number;
  major?: number;
  minor?: number;
  axis?: number;
  age?: number;
  flags?: number;
  seen?: number;
  identity?: number;
  missed?: number;
  motion?: number;
  category?: number;
}

export function encodeFrame(content: {
  bits?: number;
  sequence?: number;
  time?: number;
  live?: number;
  tracks?: EncodedTrack[];
  removed?: number[];
}): ArrayBuffer;
