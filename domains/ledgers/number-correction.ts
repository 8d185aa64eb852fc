import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { fiscalYearOf } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import { countFrom, readNumber, writtenFor } from './numbers.ts';
import type * as api from './numbers-api.ts';

/**
 * Corrects a number that was given wrongly; what it was stays readable with the reason. What ledgers brought in by the old
 * number stays that visitor's.
 *
 * @throws Refusal `invalid` for what is no number, the same one, or one that somebody else has; `refused` when none was
 *   given yet; `not_found` for a visitor the actor does not write for
 */
export async function correctVisitorNumber(
  db: Db,
  input: ParsedInputOf<typeof api.correctVisitorNumber>,
  act: Act,
) {
  const number = readNumber(input.number);
  if (number === null) throw refuseNumber(m.ledgers_numbers_unreadable());
  const found = await db.maybe(
    z.object({ number: z.string().nullable(), body_id: z.uuid(), taken: z.boolean() }),
    sql`select n.number, p.body_id, exists (select from visitor_numbers o
        where o.holder_id = p.body_id and o.number = ${number} and o.post_id <> p.id) as taken
      from posts p left join visitor_numbers n on n.post_id = p.id
      where p.id = ${input.post_id}::uuid and ${writtenFor()}`,
  );
  if (!found) throw refuseNotFound();
  if (found.number === null) throw new Refusal('refused', m.ledgers_number_none_yet());
  if (found.number === number) throw refuseNumber(m.ledgers_number_same({ number }));
  if (found.taken) throw refuseNumber(m.ledgers_numbers_taken({ number }));
  await db.run(sql`insert into visitor_number_versions (id, post_id, number, reason, corrected_by, corrected_at, holder_id,
      district_id)
    select ${mintId()}::uuid, n.post_id, n.number, ${input.reason}, (select gate.actor_account()), ${act.now}::timestamptz,
      n.holder_id, n.district_id
    from visitor_numbers n where n.post_id = ${input.post_id}::uuid`);
  await db.run(sql`update visitor_numbers set number = ${number} where post_id = ${input.post_id}::uuid`);
  const line = { post_id: input.post_id, body_id: found.body_id, number };
  for (const year of [fiscalYearOf(act.today), fiscalYearOf(act.today) + 1])
    await countFrom(db, year, [line]);
  return { post_id: input.post_id };
}

function refuseNumber(sentence: string): Refusal {
  return new Refusal('invalid', sentence, { number: sentence });
}
