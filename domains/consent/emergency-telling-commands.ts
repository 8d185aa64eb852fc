import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './emergency-api.ts';
import { tellersOfActor } from './emergency-queries.ts';

const row = z.object({
  person_id: z.uuid(),
  opened_on: z.string(),
  told: z.boolean(),
  teller_fits: z.boolean(),
});

/** A view of the records the actor answers for, and whether a post may be named as who told of it. */
async function findUntold(db: Db, id: string, teller: string | null) {
  const found = await db.maybe(
    row,
    sql`select v.person_id, (v.opened_at at time zone 'Asia/Tokyo')::date::text as opened_on,
        exists (select from emergency_tellings t where t.view_id = v.id and t.told_on is not null) as told,
        ${teller}::uuid is null or ${teller}::uuid = v.post_id
          or ${teller}::uuid in (select t.id from ${tellersOfActor} t) as teller_fits
      from emergency_views v
      where v.id = ${id}::uuid and v.holder_id = any((select gate.bodies_answered_for())::uuid[])`,
  );
  if (!found) throw refuseNotFound();
  if (found.told) throw new Refusal('refused', m.consent_refused_told_already());
  return found;
}

/**
 * Notes that a person was told of an emergency view: when, how, and who did. From then on it stands in the person's own record.
 *
 * @throws Refusal `invalid` for a day to come or before it was opened, or a post that cannot have told; `refused` where it was
 *   noted already; `not_found` for another body's
 */
export async function noteEmergencyTold(
  db: Db,
  input: ParsedInputOf<typeof api.noteEmergencyTold>,
  act: Act,
) {
  const { person_id, opened_on, teller_fits } = await findUntold(db, input.id, input.told_post_id);
  if (input.told_on > act.today) throw refuseField('told_on', m.consent_refused_told_future());
  if (input.told_on < opened_on) throw refuseField('told_on', m.consent_refused_told_before());
  if (!teller_fits) throw refuseField('told_post_id', m.consent_field_told_by());
  const written = await db.all(
    z.object({ id: z.uuid() }),
    sql`insert into emergency_tellings (id, view_id, told_on, way, told_post_id, written_by, written_at, holder_id)
      select gen_random_uuid(), v.id, ${input.told_on}::date, ${input.way}, ${input.told_post_id}::uuid,
        (select gate.actor_account()), ${act.now}, v.holder_id
      from emergency_views v where v.id = ${input.id}::uuid
      on conflict do nothing returning id`,
  );
  if (written.length === 0) throw new Refusal('refused', m.consent_refused_told_already());
  return { id: input.id, person_id };
}

/**
 * Keeps why a person cannot be told yet. It stands on 今日 again on the day that is named.
 *
 * @throws Refusal `invalid` for a day that is not to come; `refused` where the person was told; `not_found` for another body's
 */
export async function noteEmergencyUntold(
  db: Db,
  input: ParsedInputOf<typeof api.noteEmergencyUntold>,
  act: Act,
) {
  const { person_id } = await findUntold(db, input.id, null);
  if (input.weigh_again_on <= act.today) throw refuseField('weigh_again_on', m.consent_field_weigh_again());
  await db.run(
    sql`insert into emergency_tellings (id, view_id, why_not_yet, weigh_again_on, written_by, written_at, holder_id)
      select gen_random_uuid(), v.id, ${input.why_not_yet}, ${input.weigh_again_on}::date, (select gate.actor_account()),
        ${act.now}, v.holder_id
      from emergency_views v where v.id = ${input.id}::uuid`,
  );
  return { id: input.id, person_id };
}

/**
 * Who opened a record that need not have been opened says what became of what was taken along.
 *
 * @throws Refusal `invalid` where what was kept has no words; `refused` where it was said already; `not_found` for what is not
 *   asked of the actor
 */
export async function noteEmergencyReturn(
  db: Db,
  input: ParsedInputOf<typeof api.noteEmergencyReturn>,
  act: Act,
) {
  if (input.outcome === 'kept' && input.words === null)
    throw refuseField('words', m.consent_refused_kept_unsaid());
  const found = await db.maybe(
    z.object({ person_id: z.uuid(), written: z.int() }),
    sql`with found as (
        select v.* from emergency_views v join emergency_reviews r on r.view_id = v.id and not r.justified
        where v.id = ${input.id}::uuid and v.post_id = (select gate.actor_post())),
      written as (insert into emergency_return_notes (view_id, outcome, words, noted_by, noted_at, holder_id, post_id)
        select id, ${input.outcome}, ${input.words}, (select gate.actor_account()), ${act.now}, holder_id, post_id
        from found on conflict do nothing returning view_id)
      select person_id, (select count(*)::int from written) as written from found`,
  );
  if (!found) throw refuseNotFound();
  if (found.written === 0) throw new Refusal('refused', m.consent_refused_return_noted());
  return { id: input.id, person_id: found.person_id };
}

function refuseField(field: string, sentence: string): Refusal {
  return new Refusal('invalid', sentence, { [field]: sentence });
}
