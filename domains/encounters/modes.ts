import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { joinSql, type Sql, sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import * as api from './api.ts';
import { firstDayOf } from './model.ts';
import { modeInForce } from './tally.ts';

/**
 * 数え方を変える: from a month on, a group's visits in a district count by tally sheet, or one by one. What was
 * recorded the other way stays recorded and does not count. A fixed year is never changed.
 *
 * @throws Refusal `invalid` for a month in or before a fixed year; `not_found` for a group the actor does not work for
 */
export async function changeCountingMode(
  db: Db,
  input: ParsedInputOf<typeof api.changeCountingMode>,
  act: Act,
) {
  const from = firstDayOf(input.from_month);
  const { fixed, written } = await db.one(
    z.object({ fixed: z.boolean(), written: z.int() }),
    sql`with years as (
        select gate.fixed_year_of(y.starts::date) as fiscal_year
        from generate_series(${from}::date, greatest(${from}::date, ${act.today}::date + 366),
          interval '1 year') y(starts)),
      open as (select 1 where not exists (select from years where fiscal_year is not null)),
      decision as (insert into counting_modes (id, district_id, group_id, kind, from_month, mode, reason, decided_by,
          decided_at)
        select ${input.id}::uuid, b.district_id, b.id, 'visit', ${from}::date, ${input.mode}, ${input.reason},
          ${act.actor.account}::uuid, ${act.now}::timestamptz
        from open, bodies b
        where b.id = ${input.group_id} and b.district_id = ${input.district_id}
        returning id)
      select not exists (select from open) as fixed, (select count(*)::int from decision) as written`,
  );
  if (fixed)
    throw new Refusal('invalid', m.encounters_refused_mode_fixed(), {
      from_month: m.encounters_refused_mode_fixed(),
    });
  if (written === 0) throw refuseNotFound();
  return { id: input.id };
}

/** Every decision on how the groups of the actor's districts count, the newest first. */
export async function readCountingModes(
  db: Db,
  input: ParsedInputOf<typeof api.readCountingModes>,
  _act: Act,
): Promise<OutputOf<typeof api.readCountingModes>> {
  const where: Sql[] = [sql`c.kind = 'visit'`];
  if (input.district) where.push(sql`c.district_id = ${input.district}::uuid`);
  if (input.group) where.push(sql`c.group_id = ${input.group}::uuid`);
  const decisions = await db.all(
    api.readCountingModes.output.shape.decisions.element,
    sql`select c.id, c.district_id, c.group_id, b.name as group_name, to_char(c.from_month, 'YYYY-MM') as from_month,
        c.mode, c.reason, to_char(c.decided_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as decided_at
      from counting_modes c
      left join bodies b on b.id = c.group_id
      where ${joinSql(where, sql` and `)}
      order by c.decided_at desc, c.id desc`,
  );
  return { decisions };
}

/**
 * Listens to a group being taken over: what its posts recorded one by one between the merger and the takeover counts as the
 * other group's months do, so that nothing of it stands on that one's sheet as well. Runs as the administrator.
 */
export async function countAsTheOtherGroup(
  db: Db,
  taken: {
    readonly group: string;
    readonly into_district: string;
    readonly into_group: string;
    readonly first_month: string;
  },
  act: Act,
): Promise<void> {
  await db.run(sql`insert into counting_modes (id, district_id, group_id, kind, from_month, mode, reason, decided_by, decided_at)
    select ${mintId()}::uuid, o.district_id, ${taken.group}::uuid, o.kind, o.month, 'sheet', ${m.encounters_mode_taken_over()},
      ${act.actor.account}::uuid, ${act.now}::timestamptz
    from (select ${taken.into_district}::uuid as district_id, ${taken.into_group}::uuid as group_id, 'visit' as kind,
      ${taken.first_month}::date as month) o
    where ${modeInForce(sql`o`)} = 'sheet'`);
}
