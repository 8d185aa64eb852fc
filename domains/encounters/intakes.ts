import * as z from 'zod';
import { choicesOn } from '#domains/codes/model.ts';
import { listCodes } from '#domains/codes/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { writeEncounters } from './record-many.ts';

/**
 * 新規相談 of the time before Kanaeau, as counts: what a window kept was day and way, and no record of whom. New ones are
 * received with a record of the person (cases).
 *
 * @throws Refusal `invalid`, nothing taken over, for days to come, outside the post's term, or in a fixed year without a
 *   reason, or a way that the town's list does not offer on its day
 */
export async function takeOverIntakes(db: Db, input: ParsedInputOf<typeof api.takeOverIntakes>, act: Act) {
  if (input.rows.some(({ occurred_on }) => occurred_on > act.today))
    throw refuseDay(m.encounters_refused_future());
  await refuseUnknownChannels(db, input.rows, act);
  const { placed, written } = await db.one(
    z.object({ placed: z.int(), written: z.int() }),
    sql`with places as (
        select r.id, r.occurred_on, r.channel, null::text as contact, d.id as district_id, p.body_id as holder_id,
          p.id as post_id, p.role, p.body_id as group_id, a.party_id, null::uuid as household_id
        from jsonb_to_recordset(${JSON.stringify(input.rows)}::jsonb)
          r(id uuid, occurred_on date, channel text, district_id uuid)
        join posts p on p.id = (select gate.actor_post())
        left join accounts a on a.id = p.account_id
        left join districts d on d.id = r.district_id
        where p.starts_on <= r.occurred_on and (p.ends_on is null or p.ends_on >= r.occurred_on)
          and (r.district_id is null or d.id is not null)),
      ${writeEncounters({ kind: 'intake', recordedAt: act.now, lateReason: input.late_reason })}
      select (select count(*)::int from places) as placed, (select count(*)::int from allowed) as written`,
  );
  if (placed < input.rows.length) throw refuseDay(m.encounters_refused_place());
  if (written < input.rows.length)
    throw new Refusal('invalid', m.encounters_refused_fixed(), {
      late_reason: m.encounters_field_late_reason(),
    });
  return { taken: written };
}

async function refuseUnknownChannels(
  db: Db,
  rows: ParsedInputOf<typeof api.takeOverIntakes>['rows'],
  act: Act,
): Promise<void> {
  const { entries } = await listCodes(db, { list: 'intake_channel' }, act);
  const fields = rows.flatMap(({ channel, occurred_on }, i) =>
    choicesOn(entries, 'intake_channel', occurred_on).some(({ value }) => value === channel)
      ? []
      : [[`rows.${i}.channel`, m.codes_refused_unknown()]],
  );
  if (fields.length > 0) throw new Refusal('invalid', m.codes_refused_unknown(), Object.fromEntries(fields));
}

function refuseDay(sentence: string): Refusal {
  return new Refusal('invalid', sentence, { occurred_on: sentence });
}
