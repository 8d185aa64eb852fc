import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import { addDays } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import { hoursAtFirst, lookedAhead, type OfficeCalendar } from './model.ts';

/** One decision `o` about the hours, as the model has it. */
export const hoursOf = sql`jsonb_build_object('weekdays', o.weekdays, 'opens', to_char(o.opens, 'HH24:MI'),
  'closes', to_char(o.closes, 'HH24:MI'), 'alarm_minutes', o.alarm_minutes, 'starts_on', o.starts_on)`;

export const storedHours = z.object({
  weekdays: z.array(z.int()),
  opens: z.string(),
  closes: z.string(),
  alarm_minutes: z.int(),
  starts_on: z.string(),
});

/** Whether `c` is the newest word on its day. */
export const newestOfDay = sql`not exists (select from closed_days n where n.day = c.day and n.set_at > c.set_at)`;

/** When the office watches, with the days off of the next two months. */
export async function readOfficeCalendar(db: Db, act: Act): Promise<OfficeCalendar> {
  const { hours, closed } = await db.one(
    z.object({ hours: storedHours.nullable(), closed: z.array(z.string()) }),
    sql`select (select ${hoursOf} from office_hours o where o.starts_on <= ${act.today}::date
          order by o.starts_on desc, o.set_at desc limit 1) as hours,
        array(select c.day::text from closed_days c where c.closed and ${newestOfDay}
          and c.day between ${act.today}::date and ${addDays(act.today, lookedAhead)}::date) as closed`,
  );
  return { ...(hours ?? hoursAtFirst), closed };
}
