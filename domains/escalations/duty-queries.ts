import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './duty-api.ts';
import { hours, hoursAtFirst, isOpenAt, nextOpening } from './model.ts';
import { hoursOf, newestOfDay, readOfficeCalendar, storedHours } from './office.ts';

/** Whether somebody watches now, and whom to call at this hour: the district's own roster before the town's. */
export async function readDutyNow(
  db: Db,
  { district }: ParsedInputOf<typeof api.readDutyNow>,
  act: Act,
): Promise<OutputOf<typeof api.readDutyNow>> {
  const calendar = await readOfficeCalendar(db, act);
  const open = isOpenAt(calendar, act.now);
  const contacts = await listOnDuty(db, open ? 'office' : 'outside', district ?? null, act);
  return {
    open,
    next_opening: nextOpening(calendar, act.now),
    alarm_minutes: calendar.alarm_minutes,
    contacts,
  };
}

/** When somebody watches in the next two months, and whom to call at which hours. */
export async function readWatch(
  db: Db,
  _input: ParsedInputOf<typeof api.readWatch>,
  act: Act,
): Promise<OutputOf<typeof api.readWatch>> {
  const { weekdays, ...calendar } = await readOfficeCalendar(db, act);
  const contacts = [];
  for (const of of hours)
    for (const one of await listOnDuty(db, of, null, act)) contacts.push({ ...one, hours: of });
  return { calendar: { ...calendar, weekdays: [...weekdays], closed: [...calendar.closed] }, contacts };
}

/** Who answers today at these hours: the roster of the district (the actor's own when null), then the town's. */
async function listOnDuty(db: Db, of: (typeof hours)[number], district: string | null, act: Act) {
  return db.all(
    api.readDutyNow.output.shape.contacts.element,
    sql`select d.id, d.name, d.phone, d.words from duties d
      where d.hours = ${of} and d.starts_on <= ${act.today}::date
        and (d.ends_on is null or d.ends_on >= ${act.today}::date)
        and (d.district_id is null or d.district_id = coalesce(${district}::uuid,
          (select p.district_id from posts p where p.id = (select gate.actor_post()))))
      order by d.district_id is null, d.starts_on desc, d.id limit 5`,
  );
}

const decision = api.readOfficeHours.output.shape;

export async function readOfficeHours(
  db: Db,
  _input: ParsedInputOf<typeof api.readOfficeHours>,
  act: Act,
): Promise<OutputOf<typeof api.readOfficeHours>> {
  const { hours, next, closed, closed_until } = await db.one(
    api.readOfficeHours.output
      .pick({ closed: true, closed_until: true })
      .extend({ hours: storedHours.nullable(), next: decision.next }),
    sql`select (select ${hoursOf} from office_hours o where o.starts_on <= ${act.today}::date
          order by o.starts_on desc, o.set_at desc limit 1) as hours,
        (select ${hoursOf} from office_hours o where o.starts_on > ${act.today}::date
          order by o.starts_on, o.set_at desc limit 1) as next,
        coalesce((select jsonb_agg(jsonb_build_object('day', c.day, 'name', c.name) order by c.day)
          from closed_days c where c.closed and ${newestOfDay} and c.day >= ${act.today}::date), '[]') as closed,
        (select max(c.day) from closed_days c where c.closed and ${newestOfDay}) as closed_until`,
  );
  const { starts_on: since, ...held } = hours ?? {
    ...hoursAtFirst,
    weekdays: [...hoursAtFirst.weekdays],
    starts_on: null,
  };
  return { ...held, since, next, closed, closed_until };
}

/** Who answers from today on, and who can be put on the roster. */
export async function listDuties(
  db: Db,
  _input: ParsedInputOf<typeof api.listDuties>,
  act: Act,
): Promise<OutputOf<typeof api.listDuties>> {
  const duties = await db.all(
    api.listDuties.output.shape.duties.element,
    sql`select d.id, d.district_id, x.name as district_name, d.hours, d.name, d.phone, d.words,
        (select r.name from gate.officers_for_roster() r where r.post_id = d.post_id) as officer, d.starts_on, d.ends_on
      from duties d left join districts x on x.id = d.district_id
      where d.ends_on is null or d.ends_on >= ${act.today}::date
      order by x.sort nulls first, d.hours, d.starts_on, d.id`,
  );
  const officers = await db.all(
    api.listDuties.output.shape.officers.element,
    sql`select r.post_id, r.name, x.name as district_name from gate.officers_for_roster() r
      left join districts x on x.id = r.district_id order by r.name, r.post_id`,
  );
  return { duties, officers };
}
