import * as z from 'zod';
import { refuseUnknownCodes } from '#domains/codes/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './consent-api.ts';
import { namePeople } from './naming.ts';
import { lastDayAsMinor } from './person-model.ts';
import { askBack } from './returning.ts';

type Heard = ParsedInputOf<typeof api.recordConsent>;

/**
 * Writes what a person of the actor's own body has agreed to, or has declined. Other rooms call it within their own command.
 * What a parent agrees to for a child ends by itself before the child comes of age: then the person is asked. With a "no" goes
 * what the person takes back of what was agreed before, and nothing else.
 *
 * @throws Refusal `invalid` for a day to come, a version that was not explained then, an agreement that names nothing or
 *   nobody, a refusal that does, or a way that the town's list does not offer on that day; `not_found` for a person of another body and for nobody, alike
 */
export async function recordConsent(db: Db, input: Heard, act: Act) {
  refuseScope(input);
  if (input.given_on > act.today) throw refuseField('given_on', m.consent_refused_future());
  const { way } = input;
  await refuseUnknownCodes(db, input.given_on, [{ field: 'way', list: 'consent_way', codes: [way] }], act);
  const ends_on = input.said_by === 'parent' ? await endWithChildhood(db, input, act) : input.ends_on;
  if (ends_on !== null && ends_on < input.given_on)
    throw refuseField('ends_on', m.consent_refused_end_before_start());
  const { facets, receivers } = input;
  const { known, explained } = await db.one(
    z.object({ known: z.boolean(), explained: z.boolean() }),
    sql`with person as (select p.id, p.holder_id from parties p where p.id = ${input.person_id}::uuid
          and (select count(*) from bodies b where b.id = any(${receivers}::uuid[])) = ${new Set(receivers).size}),
        explained as (select t.version from consent_texts t
          where t.version = ${input.text_version} and t.starts_on <= ${input.given_on}::date),
        written as (insert into consents (id, person_id, decision, text_version, facets, receivers, way, said_by, capacity,
            note, heard_by, given_on, ends_on, ask_again_on, written_by, written_at, holder_id)
          select ${input.id}::uuid, p.id, ${input.decision}, t.version, ${facets}::text[], ${receivers}::uuid[],
            ${way}, ${input.said_by}, ${input.capacity}, ${input.note}, (select gate.actor_post()),
            ${input.given_on}::date, ${ends_on}::date, ${input.ask_again_on}::date, (select gate.actor_account()), ${act.now},
            p.holder_id
          from person p, explained t)
      select exists (select from person) as known, exists (select from explained) as explained`,
  );
  if (!known) throw refuseNotFound();
  if (!explained) throw refuseField('text_version', m.consent_refused_version());
  for (const id of input.takes_back) {
    const { person_id } = await withdrawConsent(db, { id, way, words: input.note }, act);
    if (person_id !== input.person_id) throw refuseNotFound();
  }
  return { id: input.id };
}

/** A "yes" says what and to whom; a "no" says neither, and alone takes anything back. */
function refuseScope({ decision, facets, receivers, takes_back }: Heard): void {
  if (decision === 'given' && facets.length === 0) throw refuseField('facets', m.consent_field_facets());
  if (decision === 'given' && receivers.length === 0)
    throw refuseField('receivers', m.consent_field_receivers());
  if (decision === 'refused' && (facets.length > 0 || receivers.length > 0))
    throw refuseField('decision', m.consent_refused_scope_of_no());
  if (decision === 'given' && takes_back.length > 0)
    throw refuseField('takes_back', m.consent_refused_takes_back());
}

/** The last day of what a parent says for a child: the day before the child is eighteen, at the latest. */
async function endWithChildhood(db: Db, input: Heard, act: Act): Promise<string> {
  const born_on = (await namePeople(db, [input.person_id], act)).get(input.person_id)?.born_on;
  if (!born_on) {
    if (input.ends_on === null) throw refuseField('ends_on', m.consent_refused_child_unknown());
    return input.ends_on;
  }
  const last = lastDayAsMinor(born_on);
  if (last < input.given_on) throw refuseField('said_by', m.consent_refused_of_age({ day: formatDay(last) }));
  return input.ends_on !== null && input.ends_on < last ? input.ends_on : last;
}

/**
 * Takes a consent back, for the person who said so. It works forward: what was provided on it ends with this moment.
 *
 * @throws Refusal `refused` when it was taken back already, or was a "no" in the first place; `invalid` for a way that is not
 *   offered today
 */
export async function withdrawConsent(db: Db, input: ParsedInputOf<typeof api.withdrawConsent>, act: Act) {
  await refuseUnknownCodes(db, act.today, [{ field: 'way', list: 'consent_way', codes: [input.way] }], act);
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
  await askBack(db, sql`p.consent_id = ${input.id}::uuid`, 'consent', act);
  return { id: input.id, person_id: found.person_id };
}

function refuseField(field: string, sentence: string): Refusal {
  return new Refusal('invalid', sentence, { [field]: sentence });
}
