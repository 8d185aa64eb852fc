import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { joinSql, type Sql, sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { withdrawEncounter, writeEncounter } from './record.ts';

/**
 * 新規相談: records that somebody spoke to a window for the first time. Who it was and what it was about belongs to
 * the case, not here; the district may be unknown.
 *
 * @throws Refusal `invalid` for a day to come, outside the post's term, or in a fixed year without a reason
 */
export async function recordIntake(db: Db, input: ParsedInputOf<typeof api.recordIntake>, act: Act) {
  if (input.occurred_on > act.today)
    throw new Refusal('invalid', m.encounters_refused_future(), {
      occurred_on: m.encounters_refused_future(),
    });
  const { placed, written } = await db.one(
    z.object({ placed: z.int(), written: z.int() }),
    sql`with place as (
        select d.id as district_id, p.body_id as holder_id, p.id as post_id, p.role, p.body_id as group_id, a.party_id
        from posts p
        left join accounts a on a.id = p.account_id
        left join districts d on d.id = gate.district_on(${input.district_id}::uuid, ${input.occurred_on}::date)
        where p.id = (select gate.actor_post())
          and p.starts_on <= ${input.occurred_on}::date
          and (p.ends_on is null or p.ends_on >= ${input.occurred_on}::date)
          and (${input.district_id}::uuid is null or d.id is not null)),
      ${writeEncounter({
        id: input.id,
        kind: 'intake',
        occurredOn: input.occurred_on,
        channel: input.channel,
        contact: null,
        parties: sql`(1, a.party_id, null::uuid, true, false), (2, null::uuid, null::uuid, false, true)`,
        recordedAt: act.now,
        lateReason: input.late_reason,
      })}
      select (select count(*)::int from place) as placed, (select count(*)::int from allowed) as written`,
  );
  if (written > 0) return { id: input.id };
  if (placed > 0)
    throw new Refusal('invalid', m.encounters_refused_fixed(), {
      late_reason: m.encounters_field_late_reason(),
    });
  throw new Refusal('invalid', m.encounters_refused_place(), { occurred_on: m.encounters_refused_place() });
}

/**
 * Takes a first word out of the count again; the record stays with its reason.
 *
 * @throws Refusal `not_found` for what another window recorded, `refused` for what was withdrawn already
 */
export async function withdrawIntake(db: Db, input: ParsedInputOf<typeof api.withdrawIntake>, act: Act) {
  const { standing, withdrawn } = await db.one(
    z.object({ standing: z.int(), withdrawn: z.int() }),
    sql`with standing as (
        select e.*, null::uuid as household_id from encounters e
        where e.id = ${input.id} and e.kind = 'intake' for update),
      ${withdrawEncounter(input.reason, act)}
      select (select count(*)::int from standing) as standing, (select count(*)::int from withdrawal) as withdrawn`,
  );
  if (standing === 0) throw refuseNotFound();
  if (withdrawn === 0) throw new Refusal('refused', m.encounters_refused_withdrawn());
  return { id: input.id };
}

/** The window's own first words, newest first, with those that were withdrawn. */
export async function listIntakes(
  db: Db,
  input: ParsedInputOf<typeof api.listIntakes>,
  _act: Act,
): Promise<OutputOf<typeof api.listIntakes>> {
  const [day, id] = input.after?.split('_') ?? [];
  const where: Sql[] = [sql`e.kind = 'intake'`];
  if (input.from) where.push(sql`e.occurred_on >= ${input.from}::date`);
  if (input.until) where.push(sql`e.occurred_on <= ${input.until}::date`);
  if (input.channel) where.push(sql`e.channel = ${input.channel}`);
  if (day && id) where.push(sql`(e.occurred_on, e.id) < (${day}::date, ${id}::uuid)`);
  const found = await db.all(
    api.listIntakes.output.shape.intakes.element,
    sql`select e.id, e.occurred_on, e.channel, d.name as district_name, e.post_id = (select gate.actor_post()) as own,
        w.reason as withdrawn_reason, e.late_reason
      from encounters e
      left join districts d on d.id = e.district_id
      left join encounter_withdrawals w on w.encounter_id = e.id
      where ${joinSql(where, sql` and `)}
      order by e.occurred_on desc, e.id desc
      limit ${input.limit + 1}`,
  );
  const intakes = found.slice(0, input.limit);
  const last = intakes.at(-1);
  return { intakes, next: found.length > input.limit && last ? `${last.occurred_on}_${last.id}` : null };
}
