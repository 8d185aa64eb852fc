import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { addDays } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { actsForHolder, isEachPerson } from './bases.ts';
import type * as api from './basis-api.ts';
import { askBackAfterBases } from './returning.ts';

/**
 * Adds a lawful basis. Whether it is decided for each person, and whether the receiver writes in the holder's name, follows from
 * its ground, as of those a town begins with.
 *
 * @throws Refusal `invalid` for a day that is over, or where the same basis is in force on that day
 */
export async function addLawfulBasis(db: Db, input: ParsedInputOf<typeof api.addLawfulBasis>, act: Act) {
  const { id, from_kind, to_kind, purpose, ground, law, told, starts_on } = input;
  if (starts_on < act.today) refuse('starts_on', m.consent_refused_basis_past());
  const code = [from_kind, to_kind, purpose, ground, starts_on].join('-');
  const written = await db.run(
    sql`insert into lawful_bases (id, code, from_kind, to_kind, purpose, ground, law, told, each_person, acts_for_holder, starts_on)
      select ${id}::uuid, ${code}, ${from_kind}, ${to_kind}, ${purpose}, ${ground}, ${law}, ${told}, ${isEachPerson(input)},
        ${actsForHolder(input)}, ${starts_on}::date
      where not exists (select from lawful_bases b where b.from_kind = ${from_kind} and b.to_kind = ${to_kind}
          and b.purpose = ${purpose} and b.ground = ${ground} and b.law = ${law}
          and (b.ends_on is null or b.ends_on >= ${starts_on}::date))
        and not exists (select from lawful_bases b where b.code = ${code})`,
  );
  if (written === 0) refuse('law', m.consent_refused_basis_twice());
  return { id };
}

/**
 * Ends a basis with a day, yesterday at the earliest: then nothing stands on it from this moment on, and the receivers are asked for
 * their copies; with a later day they are asked when it is over. What was read before stays in the trail.
 *
 * @throws Refusal `not_found`; `invalid` for an earlier day; `refused` for one that is over already
 */
export async function endLawfulBasis(
  db: Db,
  { id, ends_on }: ParsedInputOf<typeof api.endLawfulBasis>,
  act: Act,
) {
  const basis = await db.one(
    z.object({ starts_on: z.string(), ends_on: z.string().nullable() }),
    sql`select starts_on, ends_on from lawful_bases where id = ${id}::uuid`,
  );
  if (basis.ends_on !== null && basis.ends_on < act.today)
    throw new Refusal('refused', m.consent_refused_basis_over());
  if (ends_on < addDays(act.today, -1) || ends_on < basis.starts_on)
    refuse('ends_on', m.consent_refused_basis_end());
  await db.run(sql`update lawful_bases set ends_on = ${ends_on}::date where id = ${id}::uuid`);
  await askBackAfterBases(db);
  return { id };
}

function refuse(field: string, sentence: string): never {
  throw new Refusal('invalid', sentence, { [field]: sentence });
}
