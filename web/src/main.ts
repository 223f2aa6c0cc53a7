/** The page: joins the worker, the picture, the map and the panels, and decides when something is drawn. */
import 'ol/ol.css';
import './style/app.css';
import { PictureMap } from './map/picture-map.ts';
import { PALETTES } from './map/palette.ts';
import { bestName } from './picture/labels.ts';
import { Picture } from './picture/picture.ts';
import { Announcer } from './ui/announcer.ts';
import { Details } from './ui/details.ts';
import { byId } from './ui/dom.ts';
import { focusOf, keyAction, type KeyAction } from './ui/keys.ts';
import { Popovers } from './ui/popovers.ts';
import { SensorStrip } from './ui/sensor-strip.ts';
import { keep, loadSettings, readKept, THEMES, VECTORS } from './ui/settings.ts';
import { StateBar } from './ui/state-bar.ts';
import { TimeBar } from './ui/time-bar.ts';
import { TrackList } from './ui/track-list.ts';
import { expose } from './inspect.ts';
import { Pacer } from './pacer.ts';
import type { Command, FromWorker, ToWorker } from './wire/protocol.ts';

/** Text is refreshed this often, the list no more than once a second. */
const TEXT_PERIOD = 250;
const LIST_PERIOD = 1000;
const PAN_STEP = 90;

const settings = loadSettings(readKept());
const picture = new Picture();
const palette = PALETTES[settings.theme];
const announcer = new Announcer(byId('announcer'));
const worker = new Worker('worker.js');
const map = new PictureMap(byId('map'), picture, palette);
const list = new TrackList(picture, palette);
const details = new Details(picture, palette);
const timeBar = new TimeBar(picture);
const strip = new SensorStrip(picture);
const popovers = new Popovers(settings, palette);
const stateBar = new StateBar(picture, announcer, () => tell({ type: 'hurry' }));
const pacer = new Pacer(picture, map);

let selected: number | undefined;
let following = false;
let fitted: 'nothing' | 'tracks' | 'sensors' = 'nothing';
let touched = false;
let listRefreshed = -1e9;

function tell(order: ToWorker): void {
  worker.postMessage(order);
}

function command(value: Command): void {
  tell({ type: 'command', command: value });
}

worker.onmessage = (event: MessageEvent<FromWorker>) => {
  const said = event.data;
  switch (said.type) {
    case 'link':
      stateBar.takeLink(said.link);
      break;
    case 'frame':
      picture.takeFrame(said.frame, performance.now());
      if (said.frame.whole || said.frame.jumped) {
        map.tracks.placeLabelsSoon();
        listRefreshed = -1e9;
      }
      fitFirst();
      break;
    case 'message':
      picture.takeMessage(said.message, performance.now());
      if (said.message.kind === 'hello' && said.message.protocol !== 1) {
        stateBar.showRefused(`The server speaks protocol ${said.message.protocol}, this page protocol 1. Load the page again.`);
      }
      if (said.message.kind === 'hello') watch();
      if (said.message.kind === 'refused') {
        stateBar.showRefused(said.message.why);
        announcer.say(said.message.why);
      }
      if (said.message.kind === 'sensors') {
        map.tracks.marks.take(said.message.sensors);
        fitFirst();
      }
      if (said.message.kind !== 'facts') refreshText();
      break;
    case 'fault':
      stateBar.showRefused(`The server sent ${said.fault}.`);
      break;
  }
  pacer.wake();
};

/** The first view shows the sensors, or the tracks until sensors are known; not once the user has moved the map. */
function fitFirst(): void {
  if (touched || fitted === 'sensors') return;
  const sensorsPlaced = map.tracks.marks.extent() !== undefined;
  if (fitted === 'nothing' || sensorsPlaced) {
    insets();
    if (map.fitAll(false)) fitted = sensorsPlaced ? 'sensors' : 'tracks';
  }
}

function insets(): void {
  const narrow = window.matchMedia('(max-width: 700px)').matches;
  map.insets = {
    top: 0,
    left: 0,
    right: !narrow && selected !== undefined ? 348 : 0,
    bottom: narrow && selected !== undefined ? map.origin.height * 0.6 : 0,
  };
}

/** A new connection knows nothing of what an earlier one watched. */
function watch(): void {
  command({ do: 'watch', numbers: selected === undefined ? [] : [selected] });
}

function select(number: number | undefined): void {
  if (number === selected) return;
  selected = number;
  if (number === undefined) following = false;
  map.tracks.selected = number;
  watch();
  map.tracks.placeLabelsSoon();
  byId('app').classList.toggle('with-details', number !== undefined);
  list.select(number);
  details.show(number, following);
  insets();
  if (number !== undefined) {
    announcer.say(`${bestName(number, picture.factsOf(number))} selected.`);
    bringIntoView(number);
  }
  pacer.wake();
}

/** Moves the map when a track is outside it or under a panel. */
function bringIntoView(number: number): void {
  const slot = picture.tracks.slotOf(number);
  const at = slot < 0 ? undefined : map.tracks.screenOf(slot);
  if (!at) return;
  const { width, height } = map.origin;
  const { right, bottom } = map.insets;
  if (at[0] < 20 || at[1] < 20 || at[0] > width - right - 20 || at[1] > height - bottom - 20) map.centreOnTrack(slot);
}

function follow(on: boolean): void {
  following = on && selected !== undefined;
  details.show(selected, following);
  if (following) announcer.say('Following the selected track.');
  pacer.wake();
}

function centre(): void {
  const slot = selected === undefined ? -1 : picture.tracks.slotOf(selected);
  if (slot >= 0) map.centreOnTrack(slot);
}

/** Selects the track that stands `step` rows further in the list. */
function selectBeside(step: number): void {
  const numbers = list.listed;
  if (numbers.length === 0) return;
  const at = selected === undefined ? (step > 0 ? -1 : 0) : numbers.indexOf(selected);
  select(numbers[(at + step + numbers.length) % numbers.length]);
}

function refreshText(): void {
  if (selected !== undefined && picture.tracks.slotOf(selected) < 0) {
    announcer.say('The selected track has ended.');
    select(undefined);
  }
  stateBar.refresh();
  timeBar.refresh();
  strip.refresh();
  details.show(selected, following);
  const now = performance.now();
  if (now - listRefreshed >= LIST_PERIOD) {
    listRefreshed = now;
    list.refresh();
  }
  if (following && selected !== undefined) {
    const slot = picture.tracks.slotOf(selected);
    if (slot >= 0) map.followTrack(slot);
  }
}

function applySettings(): void {
  const chosen = PALETTES[settings.theme];
  if (document.documentElement.dataset['theme'] !== settings.theme) {
    document.documentElement.dataset['theme'] = settings.theme;
    for (const part of [map, list, details, popovers]) part.setPalette(chosen);
  }
  map.tracks.settings = settings;
  map.setShown(settings);
  map.tracks.placeLabelsSoon();
  popovers.refresh();
  showListOpen();
  keep(settings);
  pacer.wake();
}

function showListOpen(): void {
  byId('list-panel').classList.toggle('open', settings.listOpen);
  byId('toggle-list').setAttribute('aria-expanded', String(settings.listOpen));
}

const actions: Readonly<Record<KeyAction, () => void>> = {
  play: () => timeBar.toggle(),
  back: () => timeBar.skip(-30_000),
  on: () => timeBar.skip(30_000),
  slower: () => timeBar.shiftSpeed(-1),
  faster: () => timeBar.shiftSpeed(1),
  left: () => pan(-PAN_STEP, 0),
  right: () => pan(PAN_STEP, 0),
  up: () => pan(0, PAN_STEP),
  down: () => pan(0, -PAN_STEP),
  zoomIn: () => zoom(1),
  zoomOut: () => zoom(-1),
  fit: () => fit(),
  search: () => list.focusSearch(),
  next: () => selectBeside(1),
  previous: () => selectBeside(-1),
  follow: () => follow(!following),
  centre,
  labels: () => change('labels', ((settings.labels + 1) % 4) as typeof settings.labels, 'Labels: ' + ['none', 'name', 'level', 'all'][(settings.labels + 1) % 4]),
  vector: () => {
    const minutes = VECTORS[(VECTORS.findIndex((value) => value === settings.vector) + 1) % VECTORS.length];
    change('vector', minutes, minutes === 0 ? 'No speed vectors' : `Speed vectors of ${minutes} min`);
  },
  theme: () => {
    const theme = THEMES[(THEMES.indexOf(settings.theme) + 1) % THEMES.length];
    change('theme', theme, `Theme: ${theme}`);
  },
  escape,
  help: () => popovers.toggleHelp(),
};

function change<K extends keyof typeof settings>(name: K, value: (typeof settings)[K], sentence: string): void {
  settings[name] = value;
  applySettings();
  announcer.say(sentence);
}

function escape(): void {
  if (popovers.close()) return;
  if (document.activeElement === byId('search')) {
    if (list.filtering) list.clearSearch();
    else byId('map').focus();
    return;
  }
  if (selected !== undefined) select(undefined);
  else list.clearSearch();
}

function pan(dx: number, dy: number): void {
  touched = true;
  follow(false);
  map.pan(dx, dy);
}

function zoom(steps: number): void {
  touched = true;
  map.zoomBy(steps);
}

function fit(): void {
  insets();
  follow(false);
  map.fitAll(true);
}

document.addEventListener('keydown', (event) => {
  if (byId<HTMLDialogElement>('help').open) {
    if (event.key === '?') popovers.toggleHelp();
    return;
  }
  const action = keyAction(event, focusOf(document.activeElement));
  if (!action) return;
  event.preventDefault();
  actions[action]();
});
byId('toggle-list').addEventListener('click', () => {
  settings.listOpen = !settings.listOpen;
  showListOpen();
  keep(settings);
});
byId('zoom-in').addEventListener('click', actions.zoomIn);
byId('zoom-out').addEventListener('click', actions.zoomOut);
byId('fit').addEventListener('click', fit);
byId('map').addEventListener('wheel', () => (touched = true), { passive: true });
map.onDrag = () => {
  touched = true;
  if (following) follow(false);
};
map.onSelect = select;
list.onSelect = (number) => {
  select(number);
  bringIntoView(number);
};
list.onFilter = () => {
  map.tracks.filter = list.filtering ? (slot) => list.matches(slot) : undefined;
  map.tracks.placeLabelsSoon();
  pacer.wake();
};
details.onClose = () => select(undefined);
details.onFollow = () => follow(!following);
details.onCentre = centre;
strip.onShow = (sensor) => {
  if (sensor.latitude === undefined || sensor.longitude === undefined) return;
  touched = true;
  follow(false);
  map.centreOnPosition(sensor.latitude, sensor.longitude);
};
timeBar.send = command;
popovers.onSettings = applySettings;
new ResizeObserver(() => {
  map.updateSize();
  insets();
  if (!touched) map.fitAll(false);
}).observe(byId('map'));
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) {
    refreshText();
    pacer.wake();
  }
});

// The narrow layout begins with the map alone.
if (window.matchMedia('(max-width: 700px)').matches) settings.listOpen = false;
applySettings();
setInterval(() => {
  if (!document.hidden) refreshText();
}, TEXT_PERIOD);
void document.fonts.load('500 11px "JetBrains Mono"').then(() => map.tracks.measureLetters());
void document.fonts.load('500 11px "Inter Variable"').then(() => map.redrawLand());
expose({
  picture,
  map,
  list,
  pacer,
  selected: () => selected,
  link: () => stateBar.linkState,
});
const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
tell({ type: 'connect', address: `${scheme}//${location.host}/ws` });
