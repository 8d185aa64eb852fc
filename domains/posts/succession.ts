import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { tell } from '#platform/event.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import { postSucceeded } from './events.ts';
import { givePost } from './holding-commands.ts';
import type { Role } from './model.ts';

export interface Seat {
  readonly role: Role;
  readonly body_id: string;
  readonly district_id: string | null;
}

export interface Beginning {
  readonly account: string;
  readonly starts_on: string;
  readonly ends_on: string | null;
}

/** Gives the successor's post, or finds the one that person holds there already, and lets the round pass to it. */
export async function passOn(
  db: Db,
  post: string,
  seat: Seat,
  beginning: Beginning,
  act: Act,
): Promise<string> {
  const { role, body_id, district_id } = seat;
  const { account, starts_on, ends_on } = beginning;
  const held = await db.maybe(
    z.object({ id: z.uuid() }),
    sql`select id from posts where account_id = ${account} and role = ${role} and body_id = ${body_id}
      and district_id is not distinct from ${district_id}::uuid and acting_for is null and ended_at is null
      and id <> ${post} and starts_on <= ${starts_on}::date and (ends_on is null or ends_on >= ${starts_on}::date) limit 1`,
  );
  const successor = held?.id ?? mintId();
  if (!held) {
    const given = { id: successor, account_id: account, role, body_id, district_id, starts_on, ends_on };
    await givePost(db, { ...given, acting_for: null }, act);
  }
  await keepSuccession(db, { post, decision: 'succeeded', successor, from: starts_on }, act);
  await db.run(
    sql`select set_config('app.ending_post', ${post}, true), set_config('app.succeeding_post', ${successor}, true)`,
  );
  await tell(postSucceeded, db, { post, successor, starts_on }, act);
  await db.run(
    sql`select set_config('app.ending_post', '', true), set_config('app.succeeding_post', '', true)`,
  );
  return successor;
}

interface Succession {
  readonly post: string;
  readonly decision: 'reappointed' | 'succeeded' | 'vacant' | 'withdrawn';
  readonly successor: string | null;
  /** The first day after the one the post was held on last. */
  readonly from: string;
}

/** Keeps what was decided for a post whose term ends; the newest counts. */
export async function keepSuccession(
  db: Db,
  { post, decision, successor, from }: Succession,
  act: Act,
): Promise<void> {
  await db.run(sql`insert into post_successions (id, post_id, decision, successor_id, from_day, decided_by, decided_at,
      body_id, district_id)
    select ${mintId()}, p.id, ${decision}, ${successor}::uuid, ${from}::date, ${act.actor.account}, ${act.now}, p.body_id,
      p.district_id
    from posts p where p.id = ${post}`);
}
