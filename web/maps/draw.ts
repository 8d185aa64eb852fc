import { Map as Chart, control, TileLayer } from 'leaflet';
import 'leaflet/dist/leaflet.css';
import './maps.css';

/** Words of a map, in the language of its page. */
interface MapWords {
  readonly closer: string;
  readonly farther: string;
  readonly broken: string;
}

/**
 * Draws a map into an element that says where its pictures come from. Moves by arrow keys, by hand and by its buttons; the wheel
 * scrolls the page, and where somebody asked for less motion nothing glides.
 */
export function drawMap(element: HTMLElement, words: MapWords, say: (sentence: string) => void): Chart {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const { tiles = '', highest = '18' } = element.dataset;
  const map = new Chart(element, {
    // Who made the map stands below it, where it can be read.
    attributionControl: false,
    zoomControl: false,
    scrollWheelZoom: false,
    ...(still && { zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false }),
    maxZoom: Number(highest),
    minZoom: 5,
  });
  control.zoom({ zoomInTitle: words.closer, zoomOutTitle: words.farther }).addTo(map);
  new TileLayer(tiles, { maxZoom: Number(highest) }).on('tileerror', () => say(words.broken)).addTo(map);
  return map;
}

/** What the page says to its script. */
export function readWords<Words>(element: HTMLElement): Words {
  return JSON.parse(element.dataset.words ?? '{}') as Words;
}
