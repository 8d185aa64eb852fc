import * as z from 'zod';
import { authorOf, dayIn } from '#domains/plan/author.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './counting-api.ts';
import { counting } from './counting-model.ts';

export async function listCountings(
  db: Db,
  _input: ParsedInputOf<typeof api.listCountings>,
  _act: Act,
): Promise<OutputOf<typeof api.listCountings>> {
  const countings = await db.all(
    api.listCountings.output.shape.countings.element,
    sql`select c.version, c.starts_on, c.again, c.unnamed, c.channels, c.reason,
        case when c.author_id is not null then ${authorOf(sql`c`)} end as author, ${dayIn(sql`c.written_at`)} as written_on
      from intake_countings c order by c.version desc`,
  );
  return { countings };
}

const reception = z.object({
  id: z.uuid(),
  received_on: z.string(),
  channel: z.string(),
  named: z.boolean(),
  open: z.boolean(),
  /** As it counts now. */
  kind: z.enum(['intake', 'contact']),
});

/** What the counting of one person's receptions looks at, in the order in which they came; withdrawn ones count nowhere. */
export function readCounted(db: Db, client: string) {
  return db.one(
    z.object({ countings: z.array(counting), receptions: z.array(reception) }),
    sql`select (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from intake_countings c) as countings,
      (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'received_on', i.received_on, 'channel', e.channel,
          'kind', e.kind, 'named', k.name is not null,
          'open', exists (${openBefore(sql`i.client_id`, sql`i.received_on`, sql`i.recorded_at`)}
            and c.intake_id is distinct from i.id))
          order by i.received_on, i.recorded_at, i.id), '[]')
        from intakes i join encounters e on e.id = i.id join clients k on k.id = i.client_id
        where i.client_id = ${client}::uuid and i.holder_id = any((select gate.bodies_worked_for())::uuid[])
          and not exists (select from encounter_withdrawals w where w.encounter_id = i.id)) as receptions`,
  );
}

/** A case `c` that was open for somebody when a word of a day was written down. */
export function openBefore(
  client: ReturnType<typeof sql>,
  day: ReturnType<typeof sql>,
  at: ReturnType<typeof sql>,
) {
  return sql`select from case_members m join cases c on c.id = m.case_id
    where m.client_id = ${client} and m.joined_on <= ${day} and (m.left_on is null or m.left_on >= ${day})
      and c.opened_on <= ${day} and c.opened_at < ${at} and (c.closed_on is null or c.closed_on >= ${day})`;
}
