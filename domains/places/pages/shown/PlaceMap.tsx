import { useEffect, useRef } from 'react';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import type { readPlaceMap } from '../../api.ts';

type Point = NonNullable<OutputOf<typeof readPlaceMap>['amid']>;

/**
 * A small map beside the two numbers of where a place is: what is chosen on it is written into them, what is typed there moves its
 * marker. It stands in a frame of its own, since only that may ask for pictures from the outside.
 */
export function PlaceMap({ amid }: { amid: Point | null }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const around = frame.current;
    const form = around?.closest('form');
    if (!around || !form) return;
    const tell = (told: object) => around.contentWindow?.postMessage(told, location.origin);
    const hear = ({ origin, source, data }: MessageEvent<{ ready?: true; chosen?: Point }>) => {
      if (origin !== location.origin || source !== around.contentWindow) return;
      const at = typedPoint(form);
      if (data.ready) tell(at ? { at } : amid ? { amid } : {});
      if (data.chosen) {
        write(form, 'latitude', data.chosen.latitude);
        write(form, 'longitude', data.chosen.longitude);
      }
    };
    const follow = ({ target }: Event) => {
      const name = target instanceof HTMLInputElement ? target.name : '';
      const at = ['latitude', 'longitude'].includes(name) && typedPoint(form);
      if (at) tell({ at });
    };
    window.addEventListener('message', hear);
    form.addEventListener('change', follow);
    return () => {
      window.removeEventListener('message', hear);
      form.removeEventListener('change', follow);
    };
  }, [amid]);
  return (
    <div className="grid gap-2">
      <h3 className="text-std-18B-160">{m.places_map_heading()}</h3>
      <p>{m.places_map_lead()}</p>
      <iframe
        ref={frame}
        src="/place-map"
        title={m.places_map_frame()}
        className="h-[30rem] w-full max-w-3xl rounded-8 border border-solid-gray-300"
      />
    </div>
  );
}

function inputOf(form: HTMLFormElement, name: string): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
}

/** Both numbers, where both are there and lie in Japan; 全角 digits are read as well. */
function typedPoint(form: HTMLFormElement): Point | null {
  const read = (name: string) => Number(inputOf(form, name)?.value.normalize('NFKC') || Number.NaN);
  const point = { latitude: read('latitude'), longitude: read('longitude') };
  const inside =
    point.latitude >= 20 && point.latitude <= 46 && point.longitude >= 122 && point.longitude <= 154;
  return inside ? point : null;
}

/** As if it had been typed, so that a draft keeps it. */
function write(form: HTMLFormElement, name: string, value: number): void {
  const input = inputOf(form, name);
  if (!input) return;
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  setter?.call(input, String(value));
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
