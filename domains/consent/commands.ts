import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { actsForHolder, defaultBases, isEachPerson } from './bases.ts';
import { grounds, groundWords } from './model.ts';

export * from './basis-commands.ts';

/**
 * The lawful bases a new town starts with. Called once, by whoever founds the town (`system_founder`); running it
 * again adds nothing.
 */
export async function listDefaultBases(db: Db): Promise<void> {
  const rows = defaultBases.map((b) => ({
    id: b.id,
    code: b.code,
    from_kind: b.from,
    to_kind: b.to,
    purpose: b.purpose,
    ground: b.ground,
    law: b.law(),
    told: b.told,
    each_person: isEachPerson(b),
    acts_for_holder: actsForHolder(b),
  }));
  await db.run(sql`insert into lawful_bases (id, code, from_kind, to_kind, purpose, ground, law, told, each_person,
      acts_for_holder, starts_on)
    select r.id, r.code, r.from_kind, r.to_kind, r.purpose, r.ground, r.law, r.told, r.each_person,
      r.acts_for_holder, '2023-04-01'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, code text, from_kind text, to_kind text,
      purpose text, ground text, law text, told text, each_person boolean, acts_for_holder boolean)
    on conflict do nothing`);
}

/**
 * Gives facets of all that the actor's own body holds to another body, on a basis that fits both, for a time.
 *
 * @throws Refusal `invalid` when the basis does not fit the two bodies, the dates or a provision as a whole;
 *   `not_found` for a body or basis that is not there
 */
export async function provide(db: Db, input: ParsedInputOf<typeof api.provide>, act: Act) {
  if (input.ends_on !== null && input.ends_on < input.starts_on)
    throw new Refusal('invalid', m.consent_refused_end_before_start(), {
      ends_on: m.consent_refused_end_before_start(),
    });
  if (input.receiver_id === act.actor.body)
    throw new Refusal('invalid', m.consent_refused_own_body(), { receiver_id: m.consent_refused_own_body() });
  const found = await db.one(
    z.object({
      holder: z.string(),
      receiver: z.string(),
      ground: z.enum(grounds),
      kinds_fit: z.boolean(),
      dates_fit: z.boolean(),
      each_person: z.boolean(),
    }),
    sql`with found as (
        select h.id as holder_id, h.name as holder, r.id as receiver_id, r.name as receiver, b.id as basis_id,
          b.ground, b.each_person, b.from_kind = h.kind and b.to_kind = r.kind as kinds_fit,
          b.starts_on <= ${input.starts_on}::date and (b.ends_on is null
            or (${input.ends_on}::date is not null and b.ends_on >= ${input.ends_on}::date)) as dates_fit
        from bodies h, bodies r, lawful_bases b
        where h.id = (select gate.actor_body()) and r.id = ${input.receiver_id}::uuid
          and b.id = ${input.basis_id}::uuid),
      given as (insert into provisions (id, holder_id, receiver_id, facets, basis_id, starts_on, ends_on,
          decided_by, decided_at)
        select ${input.id}::uuid, holder_id, receiver_id, ${input.facets}::text[], basis_id,
          ${input.starts_on}::date, ${input.ends_on}::date, (select gate.actor_account()), ${act.now}
        from found where kinds_fit and dates_fit and not each_person)
      select holder, receiver, ground, kinds_fit, dates_fit, each_person from found`,
  );
  if (!found.kinds_fit) throw refuseBasis(m.consent_refused_kinds(found));
  if (found.each_person)
    throw refuseBasis(m.consent_refused_each_person({ ground: groundWords[found.ground]() }));
  if (!found.dates_fit) throw refuseBasis(m.consent_refused_basis_dates());
  return { id: input.id };
}

function refuseBasis(sentence: string): Refusal {
  return new Refusal('invalid', sentence, { basis_id: sentence });
}

/**
 * Takes a provision back. It works forward: from this moment the receiver sees nothing more of it; what was seen
 * before stays in the audit trail.
 *
 * @throws Refusal `refused` when it is withdrawn already or is not the actor's own body's to withdraw
 */
export async function withdrawProvision(
  db: Db,
  input: ParsedInputOf<typeof api.withdrawProvision>,
  act: Act,
) {
  const found = await db.maybe(
    z.object({ own: z.boolean(), holder: z.string(), written: z.int() }),
    sql`with found as (
        select p.id, p.holder_id, p.receiver_id, b.name as holder, p.holder_id = any((select gate.bodies_of_actor())::uuid[]) as own
        from provisions p join bodies b on b.id = p.holder_id
        where p.id = ${input.id}::uuid),
      written as (insert into provision_withdrawals (provision_id, reason, withdrawn_by, withdrawn_at, holder_id,
          receiver_id)
        select id, ${input.reason}, (select gate.actor_account()), ${act.now}, holder_id, receiver_id
        from found where own
        on conflict do nothing
        returning provision_id)
      select own, holder, (select count(*)::int from written) as written from found`,
  );
  if (!found) throw refuseNotFound();
  if (!found.own) throw new Refusal('refused', m.consent_refused_not_the_holder({ holder: found.holder }));
  if (found.written === 0) throw new Refusal('refused', m.consent_refused_withdrawn());
  return { id: input.id };
}
