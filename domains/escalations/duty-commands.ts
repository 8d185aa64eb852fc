import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { readLine } from './day-lines.ts';
import type * as api from './duty-api.ts';

/** @throws Refusal `invalid` for a day that has passed, or hours that end before they begin */
export async function setOfficeHours(db: Db, input: ParsedInputOf<typeof api.setOfficeHours>, act: Act) {
  if (input.starts_on < act.today) throw refuse('starts_on', m.escalations_refused_past());
  if (input.closes <= input.opens) throw refuse('closes', m.escalations_refused_closes());
  await db.run(
    sql`insert into office_hours (id, starts_on, weekdays, opens, closes, alarm_minutes, set_by, set_at)
      values (${input.id}, ${input.starts_on}, ${input.weekdays}::smallint[], ${input.opens}::time, ${input.closes}::time,
        ${input.alarm_minutes}, ${act.actor.account}, ${act.now})`,
  );
  return { id: input.id };
}

/**
 * Notes days off, as many as there are lines. What stands there already is named anew.
 *
 * @throws Refusal `invalid` for a line that is no day and name; nothing is noted then
 */
export async function closeDays(db: Db, { lines }: ParsedInputOf<typeof api.closeDays>, act: Act) {
  const days = new Map<string, string>();
  for (const [i, line] of lines.split('\n').entries()) {
    if (line.trim() === '' || (i === 0 && !/^\s*\d/.test(line))) continue;
    const read = readLine(line);
    if (!read)
      throw refuse('lines', m.escalations_refused_line({ n: i + 1, line: line.trim().slice(0, 40) }));
    days.set(read.day, read.name);
  }
  if (days.size === 0) throw refuse('lines', m.escalations_field_lines());
  await db.run(
    sql`insert into closed_days (day, set_at, name, closed, set_by)
      select d.day::date, ${act.now}, d.name, true, ${act.actor.account}
      from unnest(${[...days.keys()]}::text[], ${[...days.values()]}::text[]) d(day, name)`,
  );
  return { days: days.size };
}

/** The office is open on that day after all. @throws Refusal `not_found` for a day that is no day off */
export async function openDay(db: Db, { day }: ParsedInputOf<typeof api.openDay>, act: Act) {
  const written = await db.run(
    sql`insert into closed_days (day, set_at, name, closed, set_by)
      select c.day, ${act.now}, c.name, false, ${act.actor.account} from closed_days c
      where c.day = ${day}::date and c.closed
        and not exists (select from closed_days n where n.day = c.day and n.set_at > c.set_at)`,
  );
  if (written === 0) throw refuseNotFound();
  return { day };
}

/** @throws Refusal `invalid` for a last day before the first, a district or an officer that is not there */
export async function addDuty(db: Db, input: ParsedInputOf<typeof api.addDuty>, act: Act) {
  if (input.ends_on !== null && input.ends_on < input.starts_on)
    throw refuse('ends_on', m.escalations_refused_until());
  const written = await db.run(
    sql`insert into duties (id, district_id, hours, name, phone, words, post_id, starts_on, ends_on, set_by, set_at)
      select ${input.id}, d.id, ${input.hours}, ${input.name}, ${input.phone}, ${input.words}, o.post_id,
        ${input.starts_on}::date, ${input.ends_on}::date, ${act.actor.account}, ${act.now}
      from (select ${input.district_id}::uuid as id) d, (select ${input.post_id}::uuid as post_id) o
      where (d.id is null or exists (select from districts x where x.id = d.id))
        and (o.post_id is null or exists (select from gate.officers_for_roster() r where r.post_id = o.post_id
          and (r.district_id is null or r.district_id = d.id)))`,
  );
  if (written === 0) throw refuse('post_id', m.escalations_refused_officer());
  return { id: input.id };
}

/** Ends with yesterday: from now on somebody else is called. @throws Refusal `not_found` when it has ended */
export async function endDuty(db: Db, { id }: ParsedInputOf<typeof api.endDuty>, act: Act) {
  const written = await db.run(
    sql`update duties set ends_on = greatest(starts_on - 1, ${act.today}::date - 1), ended_by = ${act.actor.account}
      where id = ${id}::uuid and (ends_on is null or ends_on >= ${act.today}::date)`,
  );
  if (written === 0) throw refuseNotFound();
  return { id };
}

function refuse(field: string, sentence: string): Refusal {
  return new Refusal('invalid', sentence, { [field]: sentence });
}
