import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { CountedRefusal, Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './emergency-api.ts';

/** So many names may be tried under one post within an hour. */
const triesAnHour = 5;

/**
 * Opens the records that other bodies keep of one person, who has to be named exactly: name and day of birth. It holds for 24
 * hours; whoever answers for the record sees it at once and reviews it. Every try counts, also one that finds nobody.
 *
 * @throws Refusal `refused` where nobody is found, with one sentence for a wrong name, a wrong day and a person the actor's own
 *   body keeps; `too_many` after five tries within an hour
 */
export async function openEmergencyView(
  db: Db,
  input: ParsedInputOf<typeof api.openEmergencyView>,
  act: Act,
) {
  const { tries } = await db.one(
    z.object({ tries: z.int() }),
    sql`select gate.emergency_tries_lately() as tries`,
  );
  if (tries >= triesAnHour) throw new Refusal('too_many', m.consent_refused_tries());
  await db.run(
    sql`insert into emergency_tries (post_id, tried_at) values ((select gate.actor_post()), ${act.now})`,
  );
  const opened = await db.all(
    z.object({ person_id: z.uuid() }),
    sql`with found as materialized (select person_id, holder_id, row_number() over (order by person_id) as n
          from gate.people_named(${input.name}, ${input.born_on}::date)),
        opened as (insert into emergency_views (id, person_id, post_id, body_id, reason, opened_at, until, holder_id)
          select case when n = 1 then ${input.id}::uuid else gen_random_uuid() end, person_id, (select gate.actor_post()),
            (select gate.actor_body()), ${input.reason}, ${act.now}, ${act.now}::timestamptz + interval '24 hours', holder_id
          from found)
      select person_id from found order by n`,
  );
  if (opened.length === 0) throw new CountedRefusal('refused', m.consent_refused_nobody_named());
  return { id: input.id, people: opened.map(({ person_id }) => person_id) };
}

/**
 * Whoever answers for the record says whether it was right to open it. What was not closes at once, and what left meanwhile is
 * asked back, as the trail says.
 *
 * @throws Refusal `refused` when it was reviewed already; `not_found` for another body's
 */
export async function reviewEmergencyView(
  db: Db,
  input: ParsedInputOf<typeof api.reviewEmergencyView>,
  act: Act,
) {
  const found = await db.maybe(
    z.object({ person_id: z.uuid(), written: z.int() }),
    sql`with found as (select * from emergency_views v
          where v.id = ${input.id}::uuid and v.holder_id = any((select gate.bodies_answered_for())::uuid[])),
        written as (insert into emergency_reviews (view_id, justified, words, reviewed_by, reviewed_at, holder_id, post_id)
          select id, ${input.justified}, ${input.words}, (select gate.actor_account()), ${act.now}, holder_id, post_id
          from found on conflict do nothing returning view_id)
      select person_id, (select count(*)::int from written) as written from found`,
  );
  if (!found) throw refuseNotFound();
  if (found.written === 0) throw new Refusal('refused', m.consent_refused_reviewed());
  if (!input.justified)
    await db.run(sql`insert into emergency_copies (id, view_id, taken_at, role, operation, holder_id, post_id)
      select gen_random_uuid(), v.id, c.taken_at, c.role, c.operation, v.holder_id, v.post_id
      from emergency_views v cross join lateral gate.copies_of_emergency(v.id) c
      where v.id = ${input.id}::uuid`);
  return { id: input.id, person_id: found.person_id };
}
