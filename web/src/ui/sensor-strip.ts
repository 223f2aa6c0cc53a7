/** All sensors in a line, with their health in colour, shape and words. */
import type { Picture } from '../picture/picture.ts';
import type { Sensor } from '../wire/messages.ts';
import { biasWords, sensorStateWords, sensorTypeWords, whole } from '../words.ts';
import { byId, make, setText } from './dom.ts';

interface Item {
  readonly item: HTMLLIElement;
  readonly button: HTMLButtonElement;
  readonly name: HTMLElement;
  readonly word: HTMLElement;
}

export class SensorStrip {
  onShow: (sensor: Sensor) => void = () => undefined;
  private readonly list = byId('sensors');
  private readonly items = new Map<number, Item>();

  constructor(private readonly picture: Picture) {}

  refresh(): void {
    const clock = this.picture.clock.at(performance.now());
    const known = new Set(this.picture.sensors.map((sensor) => sensor.id));
    for (const [id, { item }] of this.items) {
      if (!known.has(id)) {
        item.remove();
        this.items.delete(id);
      }
    }
    for (const sensor of this.picture.sensors) {
      const found = this.items.get(sensor.id) ?? this.add(sensor.id);
      setText(found.name, sensor.name);
      setText(found.word, sensorStateWords(sensor.state, sensor.last, clock));
      if (found.button.className !== sensor.state) found.button.className = sensor.state;
      const source = sensor.sac === undefined ? '' : `, SAC/SIC ${sensor.sac}/${sensor.sic ?? '?'}`;
      const biases = biasWords(sensor.quality);
      const off = biases === '' ? '' : `, reports ${biases}`;
      const title = `${sensor.name}: ${sensorTypeWords(sensor.type)}${source}, ${whole(sensor.reports)} reports${off}`;
      if (found.button.title !== title) found.button.title = title;
    }
  }

  private add(id: number): Item {
    const name = make('span', { class: 'name' });
    const word = make('span', { class: 'word' });
    const button = make('button', { type: 'button' }, make('span', { class: 'lamp', 'aria-hidden': 'true' }), name, word);
    button.addEventListener('click', () => {
      const sensor = this.picture.sensor(id);
      if (sensor) this.onShow(sensor);
    });
    const item = make('li', {}, button);
    this.list.append(item);
    const added = { item, button, name, word };
    this.items.set(id, added);
    return added;
  }
}
