import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { refuse } from './participant-commands.ts';
import type * as api from './telling-api.ts';

/** Writes down who waits to be told of matches that have just been passed over or stopped: whose newest answer is yes or later. */
export async function keepWhoWaited(db: Db, matches: readonly string[]): Promise<void> {
  await db.run(
    sql`insert into match_tellings (match_id, participant_id, holder_id)
      select o.id, a.participant_id, o.holder_id from matches o
      join lateral (select distinct on (s.participant_id) s.participant_id, s.answer from match_answers s where s.match_id = o.id
        order by s.participant_id, s.recorded_at desc, s.id desc) a on a.answer in ('yes', 'later')
      where o.id = any(${matches}::uuid[]) and o.outcome in ('passed_over', 'stopped')`,
  );
}

/** Saying it again changes the day and the way. @throws Refusal `not_found` for who did not wait; `invalid` for a day to come */
export async function tellWhoWaited(db: Db, input: ParsedInputOf<typeof api.tellWhoWaited>, act: Act) {
  if (input.told_on > act.today) refuse('told_on', m.wishes_field_day());
  const written = await db.run(
    sql`update match_tellings set told_on = ${input.told_on}::date, how = ${input.how}, told_by = ${act.actor.account}::uuid
      where match_id = ${input.match_id}::uuid and participant_id = ${input.participant_id}::uuid`,
  );
  if (written === 0) throw refuseNotFound();
  return { match_id: input.match_id };
}
