import * as z from 'zod';
import { visitingRoles } from '#domains/visits/model.ts';
import { recordVisit } from '#domains/visits/record.ts';
import { readRoundOf } from '#domains/visits/round.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';

/** Days after which nothing is written off a sheet any more. */
const daysKept = 180;

/**
 * The households of the round of that day, whoever was met longest ago first, a line each.
 *
 * @throws Refusal `not_found` for a post outside the actor's reach; `refused` where nobody is looked in on
 */
export async function makeRoundSheet(db: Db, input: ParsedInputOf<typeof api.makeRoundSheet>, act: Act) {
  const post = input.post_id ?? act.actor.post;
  const households = await readRoundOf(db, post ?? undefined, act);
  const written = await db.run(
    sql`insert into round_sheets (id, post_id, made_on, made_by, made_at, holder_id, district_id, forget_after)
      select ${input.id}::uuid, p.id, ${act.today}::date, ${act.actor.account}, ${act.now}, p.body_id, p.district_id,
        ${act.now}::timestamptz + make_interval(days => ${daysKept}::int)
      from posts p where p.id = ${post}::uuid and p.role = any(${visitingRoles}::text[])`,
  );
  if (written === 0) throw refuseNotFound();
  if (households.length === 0) throw new Refusal('refused', m.papers_refused_no_round());
  await db.run(
    sql`insert into round_sheet_lines (sheet_id, n, household_id, post_id, holder_id, district_id)
      select ${input.id}::uuid, r.n, h.id, ${post}::uuid, h.holder_id, h.district_id
      from unnest(${households.map(({ household_id }) => household_id)}::uuid[]) with ordinality r(id, n)
      join households h on h.id = r.id`,
  );
  return { id: input.id };
}

const lineOf = z.object({ household_id: z.uuid(), post_id: z.uuid(), entered: z.uuid().nullable() });

/**
 * Writes a line off the sheet: the visit it says, under the post whose sheet it is; who wrote it is kept. Where the same
 * visitor's visit of that household and day is there already, by phone or otherwise, the line is that visit, unless it
 * is said to have been another. Written off a second time, a line changes nothing.
 *
 * @throws Refusal `not_found` for a line outside the actor's reach; what `recordVisit` refuses
 */
export async function enterRoundSheetLine(
  db: Db,
  { id, n, visit_id, another, ...said }: ParsedInputOf<typeof api.enterRoundSheetLine>,
  act: Act,
) {
  // Two who hold copies of one sheet write it off one after the other.
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`${id} ${n}`}, 0))`);
  const line = await db.maybe(
    lineOf,
    sql`select l.household_id, l.post_id, e.visit_id as entered
      from round_sheet_lines l left join round_sheet_entries e on e.sheet_id = l.sheet_id and e.n = l.n
      where l.sheet_id = ${id}::uuid and l.n = ${n}::smallint`,
  );
  if (!line) throw refuseNotFound();
  const { household_id, post_id } = line;
  if (line.entered) return { id, household_id, visit_id: line.entered };
  const there = another ? null : await findVisit(db, line, said.visited_on);
  if (!there) {
    const for_post = post_id === act.actor.post ? null : post_id;
    await recordVisit(
      db,
      { ...said, id: visit_id, household_id, for_post, companions: [], photo: null },
      act,
    );
  }
  const entered = there ?? visit_id;
  await db.run(
    sql`insert into round_sheet_entries (sheet_id, n, visit_id, was_there, entered_by, entered_at, household_id, post_id,
        holder_id, district_id)
      select l.sheet_id, l.n, ${entered}::uuid, ${there !== null}, ${act.actor.account}, ${act.now}, l.household_id, l.post_id,
        l.holder_id, l.district_id
      from round_sheet_lines l where l.sheet_id = ${id}::uuid and l.n = ${n}::smallint`,
  );
  return { id, household_id, visit_id: entered };
}

/** The visit of that visitor to that household on a day. */
async function findVisit(
  db: Db,
  { household_id, post_id }: z.output<typeof lineOf>,
  day: string,
): Promise<string | null> {
  const found = await db.maybe(
    z.object({ id: z.uuid() }),
    sql`select v.id from visits v join households h on h.id = v.household_id
      where h.opens_as = (select k.opens_as from households k where k.id = ${household_id}::uuid)
        and v.visited_on = ${day}::date and v.post_id = ${post_id}::uuid
        and not exists (select from encounter_withdrawals w where w.encounter_id = v.id)
      order by v.id limit 1`,
  );
  return found?.id ?? null;
}
