import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { tell } from '#platform/event.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { endingWithdrawn } from './events.ts';
import { writeEnding } from './holding-commands.ts';
import { isInForce } from './reading.ts';

/**
 * Takes back an ending whose day is still to come: the post runs on until the last day of its last term, and what ended
 * with it goes on.
 *
 * @throws Refusal `refused` when nobody ended it, or when it has ended already
 */
export async function takeBackEnding(db: Db, { id, reason }: { id: string; reason: string }, act: Act) {
  const post = await db.one(
    z.object({
      account_id: z.uuid(),
      ends_on: z.string().nullable(),
      term_ends_on: z.string().nullable(),
      over: z.boolean(),
    }),
    sql`select p.account_id, p.ends_on, t.ends_on as term_ends_on,
        p.ended_at is not null or coalesce(p.ends_on < ${act.today}::date, false) as over
      from posts p
      join lateral (select ends_on from post_terms t where t.post_id = p.id order by t.number desc limit 1) t on true
      where p.id = ${id} for update of p`,
  );
  if (post.over) throw new Refusal('refused', m.posts_refused_ended());
  const withdrawn =
    await db.run(sql`insert into post_ending_withdrawals (post_id, ended_at, reason, withdrawn_by, withdrawn_at)
    select e.post_id, e.ended_at, ${reason}, ${act.actor.account}, ${act.now}
    from post_endings e where e.post_id = ${id} and ${isInForce()}`);
  if (withdrawn === 0 || post.ends_on === null) throw new Refusal('refused', m.posts_refused_no_ending());
  await db.run(sql`update posts set ends_on = ${post.term_ends_on} where id = ${id}`);
  await db.run(sql`select set_config('app.ending_post', ${id}, true)`);
  await tell(endingWithdrawn, db, { post: id, ended_on: post.ends_on }, act);
  await db.run(sql`select set_config('app.ending_post', '', true)`);
  return { id, account: post.account_id };
}

/** Takes back a post that has not begun: it never opens anything. */
export async function withdrawGiven(
  db: Db,
  { id, account_id, starts_on }: { id: string; account_id: string; starts_on: string },
  reason: string,
  act: Act,
): Promise<void> {
  await writeEnding(db, { id, account_id, last: starts_on, atOnce: true }, reason, act);
  await db.run(sql`insert into post_handins (post_id, handed_in_at) values (${id}, ${act.now})`);
}
