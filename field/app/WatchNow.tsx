import { isOpenAt, nextOpening } from '#domains/escalations/model.ts';
import * as m from '#messages';
import { formatDay, todayIn } from '#platform/calendar.ts';
import type { Watch } from '../along.ts';

/** Whether somebody watches at this moment, and whom to call: known without a signal. */
export function WatchNow({ watch, now }: { readonly watch: Watch; readonly now: Date }) {
  const { calendar, contacts } = watch;
  const open = isOpenAt(calendar, now);
  const { day, time } = nextOpening(calendar, now);
  const callable = contacts.filter(({ hours }) => hours === (open ? 'office' : 'outside'));
  return (
    <div className="mb-6 grid gap-3">
      <p className="text-std-20B-150">{open ? m.field_watch_open() : m.escalations_now_closed()}</p>
      {!open && (
        <p className="text-std-20N-150">
          {day === todayIn(now)
            ? m.escalations_now_opens_today({ time })
            : m.escalations_now_opens({ day: formatDay(day), time })}
        </p>
      )}
      {callable.length === 0 ? (
        <p className="text-std-20N-150">{m.escalations_now_nobody()}</p>
      ) : (
        <ul className="grid gap-3">
          {callable.map(({ id, name, phone, words }) => (
            <li key={id}>
              <a
                href={`tel:${phone}`}
                className="block min-h-16 rounded-12 border-2 border-key-900 px-4 py-4 text-center text-std-20B-150"
              >
                {m.escalations_call({ name, phone })}
              </a>
              {words && <p className="mt-1 text-std-17N-170">{words}</p>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
