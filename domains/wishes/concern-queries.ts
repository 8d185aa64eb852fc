import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './concern-api.ts';
import { matchesOf } from './reading.ts';

/** Concerns that go on, those that are late and then those that are due first; or those that ended, the newest first. */
export async function listConcerns(
  db: Db,
  { ended }: ParsedInputOf<typeof api.listConcerns>,
  act: Act,
): Promise<OutputOf<typeof api.listConcerns>> {
  const concerns = await db.all(
    api.listConcerns.output.shape.concerns.element,
    sql`with coordinators as materialized (select k.post_id, k.name from gate.coordinators_of_bodies() k)
      select c.id, c.participant_id, n.name as participant_name, c.match_id, c.words,
        ${matchesOf(sql`c.participant_id in (l.giver_id, l.receiver_id)`, sql`t.closed_at is null and c.ended_at is null`)} as going_on,
        to_jsonb(c.raised_at) #>> '{}' as raised_at, to_jsonb(c.due_at) #>> '{}' as due_at,
        c.acknowledged_at is null and c.ended_at is null and c.due_at < ${act.now}::timestamptz as late,
        (select k.name from coordinators k where k.post_id = c.owner_post_id) as owner, c.owner_post_id,
        (select to_jsonb(r.raised_at) #>> '{}' from concern_reminders r where r.concern_id = c.id and r.due_at = c.due_at) as reminded_at,
        (select coalesce(jsonb_agg(jsonb_build_object('why', h.why, 'at', h.handed_at,
            'from', (select k.name from coordinators k where k.post_id = h.from_post_id),
            'to', (select k.name from coordinators k where k.post_id = h.to_post_id)) order by h.handed_at, h.id), '[]')
          from concern_handings_on h where h.concern_id = c.id) as handed_on,
        to_jsonb(c.acknowledged_at) #>> '{}' as acknowledged_at, c.result
      from safeguarding_concerns c join participant_names n on n.participant_id = c.participant_id
      where ${ended === 'yes' ? sql`c.ended_at is not null` : sql`c.ended_at is null`}
      order by ${ended === 'yes' ? sql`c.ended_at desc` : sql`late desc, c.due_at`}, c.id limit 200`,
  );
  const coordinators = await db.all(
    api.listConcerns.output.shape.coordinators.element,
    sql`select k.post_id, k.name from gate.coordinators_of_bodies() k where k.held order by k.name, k.post_id`,
  );
  return { concerns, coordinators };
}
