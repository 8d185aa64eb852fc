import { authorOf, dayIn } from '#domains/plan/author.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './hold-api.ts';

/** What is kept from being destroyed, the newest first, with what was lifted again. */
export async function listHolds(
  db: Db,
  { after, limit }: ParsedInputOf<typeof api.listHolds>,
  _act: Act,
): Promise<OutputOf<typeof api.listHolds>> {
  const found = await db.all(
    api.listHolds.output.shape.holds.element,
    sql`select h.id, h.kind, h.subject_id, h.first_day, h.last_day, h.reason, ${authorOf(sql`h`)} as author,
        ${dayIn(sql`h.written_at`)} as on,
        case h.kind
          when 'household' then (select e.number || ' ' || e.name from households e where e.id = h.subject_id)
          when 'person' then (select e.number || ' ' || p.name from household_members p
            join households e on e.id = p.household_id where p.id = h.subject_id)
          when 'client' then (select coalesce(c.name, c.called) from clients c where c.id = h.subject_id)
          when 'participant' then (select n.name from participant_names n where n.participant_id = h.subject_id)
          when 'body' then (select b.name from bodies b where b.id = h.subject_id) end as says,
        (select json_build_object('reason', l.reason, 'author', ${authorOf(sql`l`)}, 'on', ${dayIn(sql`l.written_at`)})
          from legal_hold_liftings l where l.hold_id = h.id) as lifted
      from legal_holds h
      where ${after ?? null}::uuid is null
        or (h.written_at, h.id) < (select a.written_at, a.id from legal_holds a where a.id = ${after ?? null}::uuid)
      order by h.written_at desc, h.id desc limit ${limit + 1}`,
  );
  const holds = found.slice(0, limit);
  return { holds, next: found.length > limit ? (holds.at(-1)?.id ?? null) : null };
}
