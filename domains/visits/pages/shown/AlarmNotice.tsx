import { type Duty, DutyNow } from '#domains/escalations/pages/shown/DutyNow.tsx';
import * as m from '#messages';

/** Before anything is written about an 異変: 119 and 110, then who watches now. Spoken at once when it appears. */
export function AlarmNotice({ duty }: { duty?: Duty | undefined }) {
  return (
    <div role="alert" className="grid gap-3 rounded-8 border-2 border-red-900 bg-red-50 p-4">
      <p className="text-std-18B-160">{m.visits_alarm_title()}</p>
      <ul className="flex flex-wrap gap-3">
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
      {duty && <DutyNow duty={duty} />}
    </div>
  );
}

const callLook =
  'inline-flex min-h-14 items-center rounded-8 border-2 border-red-900 bg-white px-4 text-std-18B-160 text-red-1000';
