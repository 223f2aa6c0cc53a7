/** What the user has chosen about the display; kept in the browser between visits. */
import type { LabelDetail } from '../picture/labels.ts';
import type { ThemeName } from '../map/palette.ts';

export interface Settings {
  theme: ThemeName;
  labels: LabelDetail;
  /** Minutes. */
  vector: number;
  history: boolean;
  sensors: boolean;
  places: boolean;
  airports: boolean;
  listOpen: boolean;
}

export const VECTORS = [0, 1, 2, 5] as const;
export const THEMES: readonly ThemeName[] = ['dark', 'light', 'contrast'];

const KEY = 'airwarden.settings';

const DEFAULTS: Settings = {
  theme: 'dark',
  labels: 2,
  vector: 1,
  history: true,
  sensors: true,
  places: true,
  airports: true,
  listOpen: true,
};

/** The kept settings; whatever is missing, or not a choice that exists, has its default. */
export function loadSettings(kept: string | null): Settings {
  let found: Record<string, unknown> = {};
  try {
    const value: unknown = JSON.parse(kept ?? '{}');
    if (typeof value === 'object' && value !== null) found = value as Record<string, unknown>;
  } catch {
    // What cannot be read is as good as nothing.
  }
  const flag = (name: 'history' | 'sensors' | 'places' | 'airports' | 'listOpen') =>
    typeof found[name] === 'boolean' ? found[name] : DEFAULTS[name];
  return {
    theme: THEMES.find((theme) => theme === found['theme']) ?? DEFAULTS.theme,
    labels: ([0, 1, 2, 3] as const).find((level) => level === found['labels']) ?? DEFAULTS.labels,
    vector: VECTORS.find((minutes) => minutes === found['vector']) ?? DEFAULTS.vector,
    history: flag('history'),
    sensors: flag('sensors'),
    places: flag('places'),
    airports: flag('airports'),
    listOpen: flag('listOpen'),
  };
}

export function readKept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function keep(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // A browser that keeps nothing still shows the picture.
  }
}
