/** The map's colours in each theme. Those of panels and text stand in style/theme.css. */
export type ThemeName = 'dark' | 'light' | 'contrast';

export interface Palette {
  readonly water: string;
  readonly land: string;
  readonly coast: string;
  readonly border: string;
  readonly grid: string;
  readonly place: string;
  readonly country: string;
  readonly airport: string;
  /** Symbols whose identity has not been evaluated: what answers or sends, and what is only an echo. */
  readonly cooperative: string;
  readonly echo: string;
  readonly ground: string;
  readonly emergency: string;
  readonly selected: string;
  /** Drawn about symbols and letters, so that they stand out from the land. */
  readonly halo: string;
  readonly label: string;
  readonly labelBox: string;
  readonly leader: string;
  readonly sensor: Record<'good' | 'silent' | 'waiting' | 'unplaced' | 'misaligned' | 'held_out', string>;
  /** Identities in the order of the wire: pending, unknown, assumed friend, friend, neutral, suspect, hostile. */
  readonly identity: readonly string[];
}

export const PALETTES: Record<ThemeName, Palette> = {
  dark: {
    water: '#0a1017',
    land: '#141c25',
    coast: '#37485a',
    border: '#2b3947',
    grid: 'rgba(120,150,180,0.07)',
    place: '#7f90a2',
    country: '#5c6d7f',
    airport: '#6f93b5',
    cooperative: '#d3e2f2',
    echo: '#f0c05a',
    ground: '#93a4b5',
    emergency: '#ff6257',
    selected: '#5cc8ff',
    halo: '#0a1017',
    label: '#d3e2f2',
    labelBox: 'rgba(10,16,23,0.72)',
    leader: 'rgba(170,190,210,0.45)',
    sensor: { good: '#45c993', silent: '#ff7a6e', waiting: '#f0c05a', unplaced: '#b79cff', misaligned: '#f0c05a', held_out: '#ff7a6e' },
    identity: ['#ffff33', '#ffff33', '#c4d5ee', '#c4d5ee', '#30fec0', '#db8625', '#ff5a45'],
  },
  light: {
    water: '#dde7ef',
    land: '#f7f6f2',
    coast: '#7d93a6',
    border: '#b4b1a8',
    grid: 'rgba(40,60,80,0.08)',
    place: '#5a6470',
    country: '#84898f',
    airport: '#3f6c98',
    cooperative: '#12304f',
    echo: '#8a4b00',
    ground: '#5d6a77',
    emergency: '#c5150c',
    selected: '#005fab',
    halo: '#ffffff',
    label: '#0f2236',
    labelBox: 'rgba(255,255,255,0.78)',
    leader: 'rgba(30,55,80,0.45)',
    sensor: { good: '#0b6f46', silent: '#c5150c', waiting: '#825400', unplaced: '#6a3fc4', misaligned: '#825400', held_out: '#c5150c' },
    identity: ['#857208', '#857208', '#012669', '#012669', '#1d6b52', '#7f4e21', '#8d0011'],
  },
  contrast: {
    water: '#000000',
    land: '#101010',
    coast: '#b8b8b8',
    border: '#707070',
    grid: 'rgba(255,255,255,0.10)',
    place: '#d0d0d0',
    country: '#a8a8a8',
    airport: '#9fd0ff',
    cooperative: '#ffffff',
    echo: '#ffd83d',
    ground: '#c8c8c8',
    emergency: '#ff7a70',
    selected: '#00e5ff',
    halo: '#000000',
    label: '#ffffff',
    labelBox: 'rgba(0,0,0,0.88)',
    leader: 'rgba(255,255,255,0.7)',
    sensor: { good: '#3dffa8', silent: '#ff8a80', waiting: '#ffd83d', unplaced: '#d0b8ff', misaligned: '#ffd83d', held_out: '#ff8a80' },
    identity: ['#ffff33', '#ffff33', '#c4d5ee', '#c4d5ee', '#30fec0', '#ff9d2e', '#ff6a55'],
  },
};
