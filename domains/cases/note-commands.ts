import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { dayThatHasCome, readCaseFor } from './case-standing.ts';
import type * as api from './note-api.ts';

/**
 * Writes what happened, about one member or about the household. The case moves up in the list by its last contact.
 *
 * @throws Refusal `not_found`; `refused` for somebody who is not in the case; `invalid` for a day to come or after its end
 */
export async function writeNote(db: Db, input: ParsedInputOf<typeof api.writeNote>, act: Act) {
  dayThatHasCome(input.noted_on, act, 'noted_on');
  const { closed_on } = await readCaseFor(db, 'write_note', input.case_id);
  if (closed_on !== null && input.noted_on > closed_on) {
    const sentence = m.cases_refused_after_end({ day: formatDay(closed_on) });
    throw new Refusal('invalid', sentence, { noted_on: sentence });
  }
  const { written } = await db.one(
    z.object({ written: z.int() }),
    sql`with place as (select c.id, c.holder_id from cases c where c.id = ${input.case_id}::uuid
          and (${input.client_id}::uuid is null or exists (select from case_members m
            where m.case_id = c.id and m.client_id = ${input.client_id}::uuid))),
      note as (insert into case_notes (id, case_id, client_id, noted_on, at_time, way, with_whom, outcome, words, judgement,
          next_plan, next_on, written_by, post_id, written_at, holder_id)
        select ${input.id}::uuid, p.id, ${input.client_id}::uuid, ${input.noted_on}::date, ${input.at_time}::text, ${input.way},
          ${input.with_whom}, ${input.outcome}, ${input.words}, ${input.judgement}::text, ${input.next_plan}::text,
          ${input.next_on}::date, (select gate.actor_account()), (select gate.actor_post()), ${act.now}::timestamptz, p.holder_id
        from place p),
      contact as (update cases c set last_note_on = greatest(c.last_note_on, ${input.noted_on}::date)
        from place p where c.id = p.id)
      select count(*)::int as written from place`,
  );
  if (written === 0)
    throw new Refusal('refused', m.cases_refused_not_member(), { client_id: m.cases_refused_not_member() });
  return { id: input.id, case_id: input.case_id };
}
