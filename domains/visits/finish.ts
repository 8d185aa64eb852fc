import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';

/**
 * 提出: the last month's own entries are complete. From then on the ended post opens nothing any more.
 *
 * @throws Refusal `refused` while the post still runs
 */
export async function handInPost(db: Db, input: ParsedInputOf<typeof api.handInPost>, act: Act) {
  if (!act.actor.finishing || input.post_id !== act.actor.post)
    throw new Refusal('refused', m.visits_refused_hand_in());
  await db.run(sql`insert into post_handins (post_id, handed_in_at)
    values (${input.post_id}::uuid, ${act.now}::timestamptz)`);
  return { post_id: input.post_id };
}
