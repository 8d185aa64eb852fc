import * as m from '#messages';
import { Notice } from '#ui/Notice.tsx';

/** Before anything is written about an 異変: whom to call. */
export function AlarmNotice() {
  return (
    <Notice tone="error" title={m.visits_alarm_title()}>
      <ul className="my-3 flex flex-wrap gap-3">
        <li>
          <a href="tel:119" className={callLook}>
            {m.visits_alarm_119()}
          </a>
        </li>
        <li>
          <a href="tel:110" className={callLook}>
            {m.visits_alarm_110()}
          </a>
        </li>
      </ul>
      <p>{m.visits_alarm_then()}</p>
    </Notice>
  );
}

const callLook =
  'inline-flex min-h-14 items-center rounded-8 border-2 border-red-900 bg-white px-4 text-std-18B-160 text-red-1000';
