import * as z from 'zod';
import { firstDayOf } from '#domains/encounters/model.ts';
import { modeInForce } from '#domains/encounters/tally.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { sheetStands } from '../visits/sheet-standing.ts';
import type * as api from './request-api.ts';

/**
 * Asks groups for a month: those that count by sheet and whose sheet is not in. The others are passed over.
 *
 * @throws Refusal `invalid` for a month that is not over yet; `refused` when nothing is missing where it was asked
 */
export async function requestSheets(db: Db, input: ParsedInputOf<typeof api.requestSheets>, act: Act) {
  const month = firstDayOf(input.month);
  if (month.slice(0, 7) >= act.today.slice(0, 7)) {
    const sentence = m.groups_refused_request_month();
    throw new Refusal('invalid', sentence, { month: sentence });
  }
  const { requests } = input;
  const asked = await db.all(
    z.object({ id: z.uuid() }),
    sql`with wanted as (select w.id, b.id as group_id, b.district_id, 'visit'::text as kind, ${month}::date as month
        from unnest(${requests.map(({ id }) => id)}::uuid[], ${requests.map((r) => r.group_id)}::uuid[],
          ${requests.map((r) => r.district_id)}::uuid[]) w(id, group_id, district_id)
        join bodies b on b.id = w.group_id and b.district_id = w.district_id
        where b.kind = 'district_council' and b.district_id = any((select gate.districts_gathered())::uuid[])
          and b.id = any((select gate.holders_of_actor('visit'))::uuid[])),
      asked as (select w.* from wanted w where ${modeInForce(sql`w`)} = 'sheet' and not ${sheetStands(sql`w`)}),
      kept as (insert into sheet_requests (id, group_id, district_id, month, way, words, asked_by, asked_post_id,
          asked_at, holder_id)
        select a.id, a.group_id, a.district_id, a.month, ${input.way}, ${input.words || null},
          ${act.actor.account}::uuid, ${act.actor.post}::uuid, ${act.now}::timestamptz, a.group_id
        from asked a)
      select id from asked`,
  );
  if (asked.length === 0) throw new Refusal('refused', m.groups_refused_request_none());
  return { ids: asked.map(({ id }) => id) };
}
