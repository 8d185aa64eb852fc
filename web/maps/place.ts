import { DivIcon, type LatLngExpression, Marker } from 'leaflet';
import { drawMap, readWords } from './draw.ts';
import './place.css';

interface Words {
  readonly closer: string;
  readonly farther: string;
  readonly marker: string;
  readonly chosen: string;
  readonly broken: string;
}

/** A point, in degrees: what comes from the page around, and goes to it. */
interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** All of Japan, where nothing better is known. */
const country = { at: [36, 138] as LatLngExpression, zoom: 5 };
const near = 14;
const closest = 17;
/** Digits behind the point: a metre. */
const digits = 5;

const element = document.getElementById('map');
if (element) drawPlace(element);

/** One marker, set by a press on the map or at its middle by the button; what is typed around the frame moves it. */
function drawPlace(around: HTMLElement): void {
  const words = readWords<Words>(around);
  const said = document.getElementById('said');
  const say = (sentence: string) => {
    if (said) said.textContent = sentence;
  };
  const map = drawMap(around, words, say);
  const icon = new DivIcon({ className: 'spot', iconSize: [24, 24] });
  const marker = new Marker(country.at, { icon, keyboard: false, interactive: false });
  const show = ({ latitude, longitude }: Point) => {
    marker.setLatLng([latitude, longitude]).addTo(map);
    marker.getElement()?.setAttribute('role', 'img');
    marker.getElement()?.setAttribute('aria-label', words.marker);
  };
  const choose = ({ lat, lng }: { lat: number; lng: number }) => {
    const point = { latitude: Number(lat.toFixed(digits)), longitude: Number(lng.toFixed(digits)) };
    show(point);
    say(
      words.chosen
        .replace('{latitude}', String(point.latitude))
        .replace('{longitude}', String(point.longitude)),
    );
    window.parent.postMessage({ chosen: point }, location.origin);
  };
  map.setView(country.at, country.zoom);
  map.on('click', ({ latlng }) => choose(latlng.wrap()));
  document.getElementById('set')?.addEventListener('click', () => choose(map.getCenter().wrap()));
  window.addEventListener('message', ({ origin, source, data }: MessageEvent<Told>) => {
    if (origin !== location.origin || source !== window.parent) return;
    // Somebody else's message may be a text, and a text has an `at` too.
    if (typeof data !== 'object' || data === null) return;
    if (data.at) {
      show(data.at);
      // At once: what is pressed next is about where the place is now.
      map.setView([data.at.latitude, data.at.longitude], Math.max(map.getZoom(), closest), {
        animate: false,
      });
    } else if (data.amid) map.setView([data.amid.latitude, data.amid.longitude], near);
  });
  window.parent.postMessage({ ready: true }, location.origin);
}

interface Told {
  readonly at?: Point;
  readonly amid?: Point;
}
