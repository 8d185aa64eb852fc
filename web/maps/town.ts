import { DivIcon, LatLngBounds, Marker, Popup } from 'leaflet';
import { drawMap, readWords } from './draw.ts';

interface Words {
  readonly closer: string;
  readonly farther: string;
  readonly close: string;
  readonly inList: string;
  readonly broken: string;
}

const size = 44;
const closest = 16;

const part = document.getElementById('map-part');
const element = document.getElementById('map');
const lines = [...document.querySelectorAll<HTMLElement>('li[data-latitude]')];
if (part && element && lines.length > 0) {
  part.hidden = false;
  drawPlaces(element, lines);
}

/** The places of the list on a map: each marker bears the number and the name that stand in the list. */
function drawPlaces(around: HTMLElement, listed: readonly HTMLElement[]): void {
  const words = readWords<Words>(around);
  const said = document.getElementById('said');
  const map = drawMap(around, words, (sentence) => {
    if (said && said.textContent !== sentence) said.textContent = sentence;
  });
  const placed = listed.map((line) => {
    const at: [number, number] = [Number(line.dataset.latitude), Number(line.dataset.longitude)];
    return { line, at };
  });
  // A marker has no element before the map knows what it shows.
  map.fitBounds(new LatLngBounds(placed.map(({ at }) => at)), { padding: [size, size], maxZoom: closest });
  for (const { line, at } of placed) {
    const number = line.querySelector('.number')?.textContent ?? '';
    const name = line.querySelector('a')?.textContent?.trim() ?? '';
    const icon = new DivIcon({ className: 'spot', html: number, iconSize: [size, size] });
    const marker = new Marker(at, { icon, title: name, riseOnHover: true, autoPanOnFocus: true });
    const popup = new Popup({ closeButton: false, className: 'shown-at', offset: [0, -size / 4] });
    const close = () => {
      marker.closePopup();
      marker.getElement()?.focus();
    };
    popup.setContent(() => writePopup(line, words, close));
    marker.bindPopup(popup).addTo(map);
    marker.getElement()?.setAttribute('aria-label', `${number} ${name}`);
    marker.on('popupopen', () => popup.getElement()?.querySelector('a')?.focus());
  }
}

/** What the list says of a place, the way to its line, and a button that closes it. */
function writePopup(line: HTMLElement, words: Words, close: () => void): HTMLElement {
  const box = document.createElement('div');
  const name = document.createElement('p');
  const link = line.querySelector('a')?.cloneNode(true);
  if (link) name.append(link);
  const there = document.createElement('p');
  const toLine = document.createElement('a');
  toLine.href = `#${line.id}`;
  toLine.textContent = words.inList;
  toLine.addEventListener('click', (event) => {
    event.preventDefault();
    line.querySelector('a')?.focus();
  });
  there.append(toLine);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = words.close;
  button.addEventListener('click', close);
  box.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  box.append(name, there, button);
  return box;
}
