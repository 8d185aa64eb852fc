import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import type { Role } from './model.ts';

/**
 * From now on posts of a role want a second factor, those that are held too, or no longer do.
 *
 * @throws Refusal `refused` where it stands so already
 */
export async function decideFactorRule(db: Db, input: ParsedInputOf<typeof api.decideFactorRule>, act: Act) {
  const required = input.required === 'yes';
  if ((await isFactorRuled(db, input.role)) === required)
    throw new Refusal('refused', m.posts_refused_rule_stands());
  await db.run(sql`insert into second_factor_rules (id, role, required, reason, decided_by, decided_at)
    values (${input.id}, ${input.role}, ${required}, ${input.reason}, ${act.actor.account}, ${act.now})`);
  const posts = await db.run(sql`update posts set needs_second_factor = ${required}
    where role = ${input.role} and needs_second_factor <> ${required}`);
  return { id: input.id, posts };
}

/** Whether administrators have decided that a role wants a second factor. */
export async function isFactorRuled(db: Db, role: Role): Promise<boolean> {
  const newest = await db.maybe(
    z.object({ required: z.boolean() }),
    sql`select required from second_factor_rules where role = ${role} order by decided_at desc, id desc limit 1`,
  );
  return newest?.required ?? false;
}
