import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './api.ts';

/** Visits the actor may see, newest first, by key: the next page starts after (day, id) of the last row. */
export async function listVisits(
  db: Db,
  input: ParsedInputOf<typeof api.listVisits>,
  _act: Act,
): Promise<OutputOf<typeof api.listVisits>> {
  const [afterDay, afterId] = input.after?.split('_') ?? [null, null];
  const row = api.listVisits.output.shape.visits.element;
  const visits = await db.all(
    row,
    sql`select v.id, v.household_id, h.name as household_name, v.district_id, v.visited_on, v.visited_at, v.channel,
        v.contact, v.condition, v.next_step, v.note, v.post_id = (select gate.actor_post()) as own, v.version
      from visits v
      left join households h on h.id = v.household_id
      where (${input.household ?? null}::uuid is null or v.household_id = ${input.household ?? null})
        and (${input.from ?? null}::date is null or v.visited_on >= ${input.from ?? null})
        and (${input.until ?? null}::date is null or v.visited_on <= ${input.until ?? null})
        and (${afterDay ?? null}::date is null or (v.visited_on, v.id) < (${afterDay ?? null}::date, ${afterId ?? null}::uuid))
        and not exists (select from encounter_withdrawals w where w.encounter_id = v.id)
      order by v.visited_on desc, v.id desc
      limit ${input.limit + 1}`,
  );
  const more = visits.length > input.limit;
  const page = visits.slice(0, input.limit);
  const last = page.at(-1);
  return { visits: page, next: more && last ? `${last.visited_on}_${last.id}` : null };
}
