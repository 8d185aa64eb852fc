import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import { tell } from '#platform/event.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { addressProtected, addressReopened } from './events.ts';
import type * as api from './protection-api.ts';

/**
 * 支援措置: from this moment the address, the telephone and the district of a person of the actor's own body are seen by the
 * named posts alone. The rooms that keep addresses close them in the same transaction.
 *
 * @throws Refusal `invalid` for an end that has passed or a post that is not there; `refused` where it is protected already;
 *   `not_found` for a person of another body
 */
export async function protectAddress(db: Db, input: ParsedInputOf<typeof api.protectAddress>, act: Act) {
  refuseEnd(input.ends_on, act);
  // Two officers who decide at once: the second sees what the first has decided.
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended(${input.person_id}, 717276))`);
  const { known, standing } = await db.one(
    z.object({ known: z.boolean(), standing: z.boolean() }),
    sql`with person as (select p.id, p.holder_id from parties p where p.id = ${input.person_id}::uuid),
        standing as (select p.id from protections p where p.person_id = ${input.person_id}::uuid
          and not exists (select from protection_endings e where e.protection_id = p.id)),
        written as (insert into protections (id, person_id, starts_on, ends_on, note, decided_by, decided_at, holder_id)
          select ${input.id}::uuid, p.id, ${act.today}::date, ${input.ends_on}::date, ${input.note},
            (select gate.actor_account()), ${act.now}, p.holder_id
          from person p where not exists (select from standing))
      select exists (select from person) as known, exists (select from standing) as standing`,
  );
  if (!known) throw refuseNotFound();
  if (standing) throw new Refusal('refused', m.consent_refused_protected());
  await nameKeepers(db, input.id, input.keepers, act);
  await tell(addressProtected, db, { person: input.person_id }, act);
  return { id: input.id };
}

/**
 * Names the keepers anew, and until when the decision holds.
 *
 * @throws Refusal as `protectAddress`; `refused` for one that has ended, and with what stands now and what was typed when
 *   somebody else was first
 */
export async function changeProtection(db: Db, input: ParsedInputOf<typeof api.changeProtection>, act: Act) {
  refuseEnd(input.ends_on, act);
  const person_id = await findStanding(db, input.id);
  await refuseOvertaken(db, input);
  await db.run(sql`update protections set ends_on = ${input.ends_on}::date where id = ${input.id}::uuid`);
  await db.run(sql`delete from protection_keepers where protection_id = ${input.id}::uuid
    and post_id <> all(${input.keepers}::uuid[])`);
  await nameKeepers(db, input.id, input.keepers, act);
  return { id: input.id, person_id };
}

/** Where somebody else changed a protection since it was read: both values, of each field that would be overwritten. */
async function refuseOvertaken(db: Db, input: ParsedInputOf<typeof api.changeProtection>): Promise<void> {
  const now = await db.one(
    z.object({
      ends_on: z.string().nullable(),
      keepers: z.array(z.uuid()),
      kept: z.string(),
      typed: z.string(),
    }),
    sql`with posts as materialized (select r.id, r.name from gate.receiving_posts() r
          union select o.id, o.name from gate.posts_once_named() o),
        kept as (select k.post_id as id from protection_keepers k where k.protection_id = ${input.id}::uuid)
      select p.ends_on, (select coalesce(array_agg(id), '{}') from kept) as keepers,
        (select coalesce(string_agg(o.name, ${m.consent_join()} order by o.name), '') from posts o where o.id in (select id from kept)) as kept,
        (select coalesce(string_agg(o.name, ${m.consent_join()} order by o.name), '') from posts o
          where o.id = any(${input.keepers}::uuid[])) as typed
      from protections p where p.id = ${input.id}::uuid`,
  );
  const says = (one: string | null) => (one === null ? m.consent_end_unsaid() : formatDay(one));
  const fields: Record<string, string> = {};
  if (!isSame(now.keepers, input.keepers_before))
    fields.keepers = m.consent_both_values({ now: now.kept, typed: now.typed });
  if (now.ends_on !== input.ends_on_before)
    fields.ends_on = m.consent_both_values({ now: says(now.ends_on), typed: says(input.ends_on) });
  if (Object.keys(fields).length > 0) throw new Refusal('refused', m.consent_refused_overtaken(), fields);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}

/** @throws Refusal `invalid` for a post that cannot keep an address */
async function nameKeepers(db: Db, id: string, keepers: readonly string[], act: Act): Promise<void> {
  const { fits } = await db.one(
    z.object({ fits: z.boolean() }),
    sql`select not exists (select from unnest(${keepers}::uuid[]) k(post)
      where k.post not in (select p.id from gate.receiving_posts() p)) as fits`,
  );
  if (!fits) throw refuseField('keepers', m.consent_refused_keeper());
  await db.run(sql`insert into protection_keepers (protection_id, post_id, person_id, named_by, named_at, holder_id)
    select p.id, k.post, p.person_id, (select gate.actor_account()), ${act.now}, p.holder_id
    from protections p, (select distinct post from unnest(${keepers}::uuid[]) k(post)) k
    where p.id = ${id}::uuid
    on conflict do nothing`);
}

/**
 * Ends a protection: the address is as others' again. What was counted without a district stays so.
 *
 * @throws Refusal `refused` when it has ended already
 */
export async function endProtection(db: Db, input: ParsedInputOf<typeof api.endProtection>, act: Act) {
  const person_id = await findStanding(db, input.id);
  await db.run(sql`insert into protection_endings (protection_id, reason, ended_by, ended_at, person_id, holder_id)
    select id, ${input.reason}, (select gate.actor_account()), ${act.now}, person_id, holder_id
    from protections where id = ${input.id}::uuid`);
  await tell(addressReopened, db, { person: person_id }, act);
  return { id: input.id, person_id };
}

/** The person whom a protection that has not ended is about. */
async function findStanding(db: Db, id: string): Promise<string> {
  const found = await db.one(
    z.object({ person_id: z.uuid(), ended: z.boolean() }),
    sql`select p.person_id, exists (select from protection_endings e where e.protection_id = p.id) as ended
      from protections p
      where p.id = ${id}::uuid and p.holder_id = any((select gate.bodies_answered_for())::uuid[])
      for update of p`,
  );
  if (found.ended) throw new Refusal('refused', m.consent_refused_protection_ended());
  return found.person_id;
}

/**
 * A keeper says why the address is needed. The look itself is another call, within a quarter of an hour.
 *
 * @throws Refusal `not_found` for a person whose address the post does not keep, protected or not
 */
export async function openProtectedAddress(
  db: Db,
  input: ParsedInputOf<typeof api.openProtectedAddress>,
  act: Act,
) {
  const written = await db.run(
    sql`insert into protected_views (id, person_id, post_id, reason, viewed_at, holder_id)
      select distinct ${input.id}::uuid, k.person_id, (select gate.actor_post()), ${input.reason}, ${act.now}::timestamptz,
        k.holder_id
      from protection_keepers k
      where k.person_id = ${input.person}::uuid and k.post_id = (select gate.actor_post())
        and k.person_id = any((select gate.protected_people_kept())::uuid[])`,
  );
  if (written === 0) throw refuseNotFound();
  return { id: input.id };
}

function refuseEnd(ends_on: string | null, { today }: Act): void {
  if (ends_on !== null && ends_on < today) throw refuseField('ends_on', m.consent_refused_end_past());
}

function refuseField(field: string, sentence: string): Refusal {
  return new Refusal('invalid', sentence, { [field]: sentence });
}
