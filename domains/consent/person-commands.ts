import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { grounds, tellings } from './model.ts';
import type * as api from './person-api.ts';
import { ownBodies, receivingBodies } from './person-queries.ts';
import { refuseConsent } from './person-refusals.ts';
import { askBack } from './returning.ts';

type Given = ParsedInputOf<typeof api.provideOfPerson>;

/**
 * Provides facets of one person of the actor's own body to another body, or to one post of it, on a basis, for a time. Other
 * rooms call it within their own command.
 *
 * @throws Refusal `invalid` when the basis fits neither the two bodies nor the days, or the consent it stands on does not cover
 *   it; `not_found` for a person of another body and for nobody, alike
 */
export async function provideOfPerson(db: Db, input: Given, act: Act) {
  if (input.told_on !== null && input.told_on > act.today)
    throw refuseField('told_on', m.consent_refused_told_future());
  await refuseProvisionOfPerson(db, input);
  await db.run(
    sql`insert into person_provisions (id, person_id, receiver_id, post_id, facets, basis_id, consent_id, why, starts_on,
        ends_on, told_on, decided_by, decided_at, holder_id)
      select ${input.id}::uuid, p.id, ${input.receiver_id}::uuid, ${input.post_id}::uuid, ${input.facets}::text[],
        ${input.basis_id}::uuid, ${input.consent_id}::uuid, ${input.why}, ${input.starts_on}::date, ${input.ends_on}::date,
        coalesce(${input.told_on}::date, (select c.given_on from consents c where c.id = ${input.consent_id}::uuid)),
        (select gate.actor_account()), ${act.now}, p.holder_id
      from parties p where p.id = ${input.person_id}::uuid`,
  );
  return { id: input.id };
}

/** Refuses what `provideOfPerson` would, and writes nothing: for what is prepared now and provided later. */
export async function refuseProvisionOfPerson(db: Db, input: Given): Promise<void> {
  if (input.ends_on < input.starts_on) throw refuseField('ends_on', m.consent_refused_end_before_start());
  const found = await weigh(db, input);
  if (found.own) throw refuseField('receiver_id', m.consent_refused_own_body());
  if (!found.kinds_fit) throw refuseField('basis_id', m.consent_refused_kinds(found));
  if (!found.each_person) throw refuseField('basis_id', m.consent_refused_whole_basis());
  if (!found.dates_fit) throw refuseField('basis_id', m.consent_refused_basis_dates());
  if (found.named_only && input.post_id === null) throw refuseField('post_id', m.consent_refused_unnamed());
  if (!found.post_fits) throw refuseField('post_id', m.consent_refused_post(found));
  if (found.ground === 'consent') await refuseConsent(db, input);
  else if (input.consent_id !== null) throw refuseField('consent_id', m.consent_refused_consent_unasked());
}

/** The two bodies and the basis, as they stand to one another. */
function weigh(db: Db, input: Given) {
  return db.one(
    z.object({
      holder: z.string(),
      receiver: z.string(),
      ground: z.enum(grounds),
      own: z.boolean(),
      kinds_fit: z.boolean(),
      dates_fit: z.boolean(),
      each_person: z.boolean(),
      named_only: z.boolean(),
      post_fits: z.boolean(),
    }),
    sql`select h.name as holder, r.name as receiver, b.ground, b.each_person, h.id = r.id as own,
        b.from_kind = h.kind and b.to_kind = r.kind as kinds_fit,
        b.starts_on <= ${input.starts_on}::date and (b.ends_on is null or b.ends_on >= ${input.ends_on}::date) as dates_fit,
        r.kind in ('district_council', 'commissioner_council') as named_only,
        ${input.post_id}::uuid is null or gate.post_receives(${input.post_id}::uuid, r.id) as post_fits
      from parties p join bodies h on h.id = p.holder_id, bodies r, lawful_bases b
      where p.id = ${input.person_id}::uuid and r.id = ${input.receiver_id}::uuid and b.id = ${input.basis_id}::uuid`,
  );
}

/**
 * Takes back what was provided of a person. It works forward, at once, whatever the basis was.
 *
 * @throws Refusal `refused` when it is withdrawn already or is not the actor's own body's to withdraw
 */
export async function withdrawProvisionOfPerson(
  db: Db,
  input: ParsedInputOf<typeof api.withdrawProvisionOfPerson>,
  act: Act,
) {
  const found = await db.maybe(
    z.object({ person_id: z.uuid(), own: z.boolean(), holder: z.string(), written: z.int() }),
    sql`with found as (
        select p.id, p.person_id, p.holder_id, p.receiver_id, b.name as holder,
          p.holder_id = any(${ownBodies}) as own
        from person_provisions p join bodies b on b.id = p.holder_id
        where p.id = ${input.id}::uuid),
      written as (insert into person_provision_withdrawals (provision_id, reason, withdrawn_by, withdrawn_at, holder_id,
          receiver_id)
        select id, ${input.reason}, (select gate.actor_account()), ${act.now}, holder_id, receiver_id
        from found where own
        on conflict do nothing
        returning provision_id)
      select person_id, own, holder, (select count(*)::int from written) as written from found`,
  );
  if (!found) throw refuseNotFound();
  if (!found.own) throw new Refusal('refused', m.consent_refused_not_the_holder({ holder: found.holder }));
  if (found.written === 0) throw new Refusal('refused', m.consent_refused_withdrawn());
  await askBack(db, sql`p.id = ${input.id}::uuid`, 'provision', act);
  return { id: input.id, person_id: found.person_id };
}

/**
 * Notes that a person was told of a provision.
 *
 * @throws Refusal `invalid` for a day to come; `refused` where it was noted already, or the basis says that nobody is told
 */
export async function noteTold(db: Db, input: ParsedInputOf<typeof api.noteTold>, act: Act) {
  if (input.told_on > act.today) throw refuseField('told_on', m.consent_refused_told_future());
  const found = await db.maybe(
    z.object({ person_id: z.uuid(), told: z.enum(tellings), written: z.int() }),
    sql`with found as (select p.id, p.person_id, b.told from person_provisions p join lawful_bases b on b.id = p.basis_id
          where p.id = ${input.id}::uuid and p.holder_id = any(${ownBodies})),
        written as (update person_provisions p set told_on = ${input.told_on}::date
          from found f where p.id = f.id and f.told <> 'never' and p.told_on is null returning p.id)
      select person_id, told, (select count(*)::int from written) as written from found`,
  );
  if (!found) throw refuseNotFound();
  if (found.told === 'never') throw new Refusal('refused', m.consent_refused_never_told());
  if (found.written === 0) throw new Refusal('refused', m.consent_refused_told_already());
  return { id: input.id, person_id: found.person_id };
}

/**
 * The receiver says what became of the copies that were asked back.
 *
 * @throws Refusal `refused` when it was said already, or what was kept has no words; `not_found` for what is not asked of the actor
 */
export async function noteReturn(db: Db, input: ParsedInputOf<typeof api.noteReturn>, act: Act) {
  if (input.outcome === 'kept' && input.words === null)
    throw refuseField('words', m.consent_refused_kept_unsaid());
  const found = await db.maybe(
    z.object({ person_id: z.uuid(), written: z.int() }),
    sql`with found as (
        select r.*, p.person_id from provision_returns r join person_provisions p on p.id = r.provision_id
        where r.provision_id = ${input.id}::uuid and r.receiver_id = any(${receivingBodies})),
      written as (insert into provision_return_notes (provision_id, outcome, words, noted_by, noted_at, holder_id,
          receiver_id, post_id)
        select provision_id, ${input.outcome}, ${input.words}, (select gate.actor_account()), ${act.now}, holder_id,
          receiver_id, post_id
        from found on conflict do nothing returning provision_id)
      select person_id, (select count(*)::int from written) as written from found`,
  );
  if (!found) throw refuseNotFound();
  if (found.written === 0) throw new Refusal('refused', m.consent_refused_return_noted());
  return { id: input.id, person_id: found.person_id };
}

function refuseField(field: string, sentence: string): Refusal {
  return new Refusal('invalid', sentence, { [field]: sentence });
}
