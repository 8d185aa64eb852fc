import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './consent-api.ts';

/**
 * Writes what a person of the actor's own body has agreed to, or has declined. Other rooms call it within their own command.
 *
 * @throws Refusal `invalid` for a day to come, an agreement that names nothing or nobody, or a refusal that does; `not_found`
 *   for a person of another body and for nobody, alike
 */
export async function recordConsent(db: Db, input: ParsedInputOf<typeof api.recordConsent>, act: Act) {
  const { decision, facets, receivers, given_on, ends_on } = input;
  if (given_on > act.today) throw refuseField('given_on', m.consent_refused_future());
  if (ends_on !== null && ends_on < given_on)
    throw refuseField('ends_on', m.consent_refused_end_before_start());
  if (decision === 'given' && facets.length === 0) throw refuseField('facets', m.consent_field_facets());
  if (decision === 'given' && receivers.length === 0)
    throw refuseField('receivers', m.consent_field_receivers());
  if (decision === 'refused' && (facets.length > 0 || receivers.length > 0))
    throw refuseField('decision', m.consent_refused_scope_of_no());
  const written = await db.run(
    sql`insert into consents (id, person_id, decision, text_version, facets, receivers, way, said_by, capacity, note,
        heard_by, given_on, ends_on, written_by, written_at, holder_id)
      select ${input.id}::uuid, p.id, ${decision}, ${input.text_version}, ${facets}::text[], ${receivers}::uuid[],
        ${input.way}, ${input.said_by}, ${input.capacity}, ${input.note}, (select gate.actor_post()), ${given_on}::date,
        ${ends_on}::date, (select gate.actor_account()), ${act.now}, p.holder_id
      from parties p
      where p.id = ${input.person_id}::uuid
        and (select count(*) from bodies b where b.id = any(${receivers}::uuid[])) = ${new Set(receivers).size}`,
  );
  if (written === 0) throw refuseNotFound();
  return { id: input.id };
}

/**
 * Takes a consent back, for the person who said so. It works forward: what was provided on it ends with this moment.
 *
 * @throws Refusal `refused` when it was taken back already, or was a "no" in the first place
 */
export async function withdrawConsent(db: Db, input: ParsedInputOf<typeof api.withdrawConsent>, act: Act) {
  const found = await db.maybe(
    z.object({ person_id: z.uuid(), decision: z.string(), written: z.int() }),
    sql`with found as (select c.* from consents c where c.id = ${input.id}::uuid),
      written as (insert into consent_withdrawals (consent_id, way, words, heard_by, withdrawn_at, person_id, holder_id)
        select id, ${input.way}, ${input.words}, (select gate.actor_post()), ${act.now}, person_id, holder_id
        from found where decision = 'given'
        on conflict do nothing
        returning consent_id)
      select person_id, decision, (select count(*)::int from written) as written from found`,
  );
  if (!found) throw refuseNotFound();
  if (found.decision !== 'given') throw new Refusal('refused', m.consent_refused_nothing_given());
  if (found.written === 0) throw new Refusal('refused', m.consent_refused_taken_back());
  return { id: input.id, person_id: found.person_id };
}

function refuseField(field: string, sentence: string): Refusal {
  return new Refusal('invalid', sentence, { [field]: sentence });
}
