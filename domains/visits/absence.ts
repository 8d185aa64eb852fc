import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import * as api from './absence-api.ts';

/** Days ahead an absence can last. */
const longest = 366;

/**
 * Keeps from when to when nobody will be at home. Two that overlap stand side by side: the later day holds.
 *
 * @throws Refusal `invalid` where it ends before it begins, is over already, or lasts more than a year; `not_found` for a
 *   household outside the actor's reach
 */
export async function tellAbsence(db: Db, input: ParsedInputOf<typeof api.tellAbsence>, act: Act) {
  const lasts = (Date.parse(input.ends_on) - Date.parse(input.starts_on)) / 86_400_000;
  if (lasts < 0 || lasts > longest || input.ends_on < act.today) {
    const sentence = m.visits_refused_absence_days();
    throw new Refusal('invalid', sentence, { ends_on: sentence });
  }
  const written = await db.run(
    sql`insert into household_absences (id, household_id, starts_on, ends_on, why, told_by, told_at, post_id, holder_id, district_id)
      select ${input.id}::uuid, h.id, ${input.starts_on}::date, ${input.ends_on}::date, ${input.why}, ${act.actor.account}, ${act.now},
        ${act.actor.post}, h.holder_id, h.district_id
      from households h where h.id = ${input.household_id}::uuid and h.closed_on is null and h.merged_into is null`,
  );
  if (written === 0) throw refuseNotFound();
  return { id: input.id, household_id: input.household_id };
}

/** Taking it back twice changes nothing. @throws Refusal `not_found` */
export async function takeAbsenceBack(db: Db, { id }: ParsedInputOf<typeof api.takeAbsenceBack>, act: Act) {
  const told = await db.maybe(
    z.object({ household_id: z.uuid() }),
    sql`select household_id from household_absences where id = ${id}::uuid`,
  );
  if (!told) throw refuseNotFound();
  await db.run(
    sql`insert into household_absence_endings (absence_id, household_id, ended_by, ended_at, post_id, holder_id, district_id)
      select a.id, a.household_id, ${act.actor.account}, ${act.now}, ${act.actor.post}, a.holder_id, a.district_id
      from household_absences a where a.id = ${id}::uuid
      on conflict do nothing`,
  );
  return { id, household_id: told.household_id };
}

export async function listAbsences(
  db: Db,
  { household }: ParsedInputOf<typeof api.listAbsences>,
  act: Act,
): Promise<OutputOf<typeof api.listAbsences>> {
  const absences = await db.all(
    api.listAbsences.output.shape.absences.element,
    sql`select a.id, a.starts_on, a.ends_on, a.why, e.absence_id is not null as taken_back,
        e.absence_id is null and a.ends_on >= ${act.today}::date as stands
      from household_absences a left join household_absence_endings e on e.absence_id = a.id
      where a.household_id = ${household}::uuid order by a.starts_on desc, a.id desc limit 50`,
  );
  return { absences };
}

/** The absence of a household that holds on a day, as `{ id, until }`; null where there is none. */
export function awayOn(household: Sql, day: Sql): Sql {
  return sql`(select jsonb_build_object('id', a.id, 'until', a.ends_on) from household_absences a
    where a.household_id = ${household} and ${day} between a.starts_on and a.ends_on
      and not exists (select from household_absence_endings e where e.absence_id = a.id)
    order by a.ends_on desc, a.id limit 1)`;
}
