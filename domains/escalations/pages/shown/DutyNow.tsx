import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { useMe } from '#ui/me.ts';
import type { readDutyNow } from '../../api.ts';

export type Duty = OutputOf<typeof readDutyNow>;

/** Whether somebody watches now, and whom to call at this hour. Never just "sent". */
export function DutyNow({ duty }: { duty: Duty }) {
  const { open, alarm_minutes, contacts } = duty;
  return (
    <div className="grid gap-3">
      <p className="text-std-18B-160">
        {open ? m.escalations_now_open({ minutes: alarm_minutes }) : m.escalations_now_closed()}
      </p>
      {!open && (
        <p>
          <WhenOpen duty={duty} /> {contacts.length > 0 && m.escalations_now_call()}
        </p>
      )}
      {contacts.length === 0 && <p>{m.escalations_now_nobody()}</p>}
      <ul className="grid gap-2">
        {contacts.map(({ id, name, phone, words }) => (
          <li key={id}>
            <a
              href={`tel:${phone}`}
              className="inline-flex min-h-12 items-center rounded-8 border border-solid-gray-800 bg-white px-4 py-2 text-std-18B-160 text-solid-gray-900"
            >
              {m.escalations_call({ name, phone })}
            </a>
            {words && <p>{words}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function WhenOpen({ duty: { next_opening } }: { duty: Duty }) {
  const { today } = useMe();
  const { day, time } = next_opening;
  return day === today
    ? m.escalations_now_opens_today({ time })
    : m.escalations_now_opens({ day: formatDay(day), time });
}
