import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { refuseFuture } from './commands.ts';
import { toKanaKey } from './kana.ts';
import { readStanding, refuseUnlessAllowed } from './standing.ts';

/** Adds a person to a household. The person is the party that bears the id of this membership. */
export async function addMember(db: Db, input: ParsedInputOf<typeof api.addMember>, act: Act) {
  const startsOn = input.starts_on ?? act.today;
  refuseFuture(startsOn, act, 'starts_on');
  const written = await db.run(
    sql`with entry as (select id, holder_id, district_id from households
        where id = ${input.household_id}::uuid and closed_on is null and merged_into is null
          and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])),
      person as (insert into parties (id, kind, holder_id, district_id)
        select ${input.id}::uuid, 'person', holder_id, district_id from entry),
      member as (insert into household_members (id, household_id, party_id, name, kana, kana_key, starts_on,
          holder_id, district_id)
        select ${input.id}::uuid, id, ${input.id}::uuid, ${input.name}, ${input.kana}, ${toKanaKey(input.kana)},
          ${startsOn}::date, holder_id, district_id
        from entry)
      insert into household_relations (member_id, relation, holder_id, district_id)
      select ${input.id}::uuid, ${input.relation}, holder_id, district_id from entry`,
  );
  if (written === 0) refuseUnlessAllowed(await readStanding(db, input.household_id), 'people');
  return { id: input.id };
}

/**
 * Writes that a person no longer lives in the household, and why. The person stays in its history.
 *
 * @throws Refusal `refused` when that was written before; `invalid` for a day before the person came
 */
export async function endMember(db: Db, input: ParsedInputOf<typeof api.endMember>, act: Act) {
  refuseFuture(input.ends_on, act, 'ends_on');
  const member = await db.maybe(
    z.object({
      household_id: z.uuid(),
      starts_on: z.string(),
      ended: z.boolean(),
      may_write: z.boolean(),
      written: z.boolean(),
    }),
    sql`with member as (select id, household_id, starts_on, ends_on is not null as ended, holder_id, district_id,
          holder_id = any((select gate.holders_served_by_actor('household'))::uuid[]) as may_write
        from household_members where id = ${input.id}::uuid),
      left_it as (update household_members m set ends_on = ${input.ends_on}::date from member
        where m.id = member.id and m.ends_on is null and m.starts_on <= ${input.ends_on}::date
        returning m.id),
      ending as (insert into household_member_endings (member_id, ends_on, why, ended_by, ended_at, holder_id,
          district_id)
        select member.id, ${input.ends_on}::date, ${input.why}, (select gate.actor_account()), ${act.now},
          holder_id, district_id
        from member join left_it using (id))
      select household_id, starts_on, ended, may_write, exists (select from left_it) as written from member`,
  );
  if (!member) throw refuseNotFound();
  if (member.written) return { id: input.id, household_id: member.household_id };
  if (!member.may_write) refuseUnlessAllowed(await readStanding(db, member.household_id), 'people');
  if (member.ended || member.starts_on <= input.ends_on)
    throw new Refusal('refused', m.parties_refused_member_ended());
  const sentence = m.parties_refused_member_before({ day: formatDay(member.starts_on) });
  throw new Refusal('invalid', sentence, { ends_on: sentence });
}

/** Writes why a household is watched over. What was written before stays, below. */
export async function writeReason(db: Db, input: ParsedInputOf<typeof api.writeReason>, act: Act) {
  const written = await db.run(
    sql`insert into household_reasons (id, household_id, reason, written_by, written_at, holder_id, district_id)
      select ${input.id}::uuid, id, ${input.reason}, (select gate.actor_account()), ${act.now}, holder_id,
        district_id
      from households
      where id = ${input.household_id}::uuid and closed_on is null and merged_into is null
        and holder_id = any((select gate.holders_served_by_actor('household'))::uuid[])`,
  );
  if (written === 0) refuseUnlessAllowed(await readStanding(db, input.household_id), 'reason');
  return { id: input.id };
}
