import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './match-api.ts';

/** Concerns that go on, those that are due first; or those that ended, the newest first. */
export async function listConcerns(
  db: Db,
  { ended }: ParsedInputOf<typeof api.listConcerns>,
  act: Act,
): Promise<OutputOf<typeof api.listConcerns>> {
  const concerns = await db.all(
    api.listConcerns.output.shape.concerns.element,
    sql`select c.id, c.participant_id, n.name as participant_name, c.match_id, c.words,
        to_jsonb(c.raised_at) #>> '{}' as raised_at, to_jsonb(c.due_at) #>> '{}' as due_at,
        c.acknowledged_at is null and c.ended_at is null and c.due_at < ${act.now}::timestamptz as late,
        (select a.name from posts p join accounts a on a.id = p.account_id where p.id = c.owner_post_id) as owner,
        to_jsonb(c.acknowledged_at) #>> '{}' as acknowledged_at, c.result
      from safeguarding_concerns c join participant_names n on n.participant_id = c.participant_id
      where ${ended === 'yes' ? sql`c.ended_at is not null` : sql`c.ended_at is null`}
      order by ${ended === 'yes' ? sql`c.ended_at desc` : sql`c.due_at`}, c.id limit 200`,
  );
  return { concerns };
}
