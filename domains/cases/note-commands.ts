import * as z from 'zod';
import { listCodes, refuseUnknownCodes } from '#domains/codes/queries.ts';
import { changeEncounter, withdrawEncounter, writeEncounter } from '#domains/encounters/commands.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { refuseBothValues } from './both-values.ts';
import { dayThatHasCome, readCaseFor, type StandingCase } from './case-standing.ts';
import type * as api from './note-api.ts';
import { differingNote } from './note-model.ts';
import { readNote } from './note-queries.ts';

/**
 * Writes what happened, about one member or about the household, and counts it (延べ相談): one encounter, in the district of
 * the person, or in none where that is protected or not known, with the way and what came of it, and no word of it. The case
 * moves up in the list by its last contact.
 *
 * @throws Refusal `not_found`; `refused` for somebody who is not in the case; `invalid` for a day to come or after its end,
 *   one of a fixed year without a reason, or what the town's lists (方法, 相手) do not offer on that day
 */
export async function writeNote(db: Db, input: ParsedInputOf<typeof api.writeNote>, act: Act) {
  refuseDay(await readCaseFor(db, 'write_note', input.case_id), input.noted_on, act);
  await refuseUnknownChoices(db, input, act);
  const { placed, written } = await db.one(
    z.object({ placed: z.int(), written: z.int() }),
    sql`with place as (
        select c.id as case_id, c.holder_id, c.holder_id as group_id, p.id as post_id, p.role, a.party_id,
          (select k.district_id from client_contacts k where not k.protected and k.client_id = coalesce(${input.client_id}::uuid,
            (select s.client_id from case_members s where s.case_id = c.id and s.relation = 'self' limit 1))) as district_id
        from cases c join posts p on p.id = (select gate.actor_post()) left join accounts a on a.id = p.account_id
        where c.id = ${input.case_id}::uuid
          and (${input.client_id}::uuid is null or exists (select from case_members m
            where m.case_id = c.id and m.client_id = ${input.client_id}::uuid))),
      ${writeEncounter({
        id: input.id,
        kind: 'contact',
        occurredOn: input.noted_on,
        channel: input.way,
        contact: input.outcome,
        parties: sql`(1, a.party_id, null::uuid, true, false), (2, null::uuid, null::uuid, false, true)`,
        recordedAt: act.now,
        lateReason: input.late_reason,
      })},
      note as (insert into case_notes (id, case_id, client_id, noted_on, at_time, way, with_whom, outcome, words, judgement,
          next_plan, next_on, encounter_id, written_by, post_id, written_at, holder_id)
        select ${input.id}::uuid, p.case_id, ${input.client_id}::uuid, ${input.noted_on}::date, ${input.at_time}::text, ${input.way}::text,
          ${input.with_whom}, ${input.outcome}::text, ${input.words}, ${input.judgement}::text, ${input.next_plan}::text,
          ${input.next_on}::date, ${input.id}::uuid, (select gate.actor_account()), p.post_id, ${act.now}::timestamptz, p.holder_id
        from allowed p),
      last_contact as (update cases c set last_note_on = greatest(c.last_note_on, ${input.noted_on}::date)
        from allowed p where c.id = p.case_id)
      select (select count(*)::int from place) as placed, (select count(*)::int from allowed) as written`,
  );
  if (placed === 0)
    throw new Refusal('refused', m.cases_refused_not_member(), { client_id: m.cases_refused_not_member() });
  if (written === 0)
    throw new Refusal('invalid', m.cases_refused_note_fixed(), { late_reason: m.cases_refused_note_fixed() });
  return { id: input.id, case_id: input.case_id };
}

/**
 * Corrects what a note says. What it said before stays with the reason; the count follows, also into another month. Whom it is
 * about stays: a note about somebody else is another note.
 *
 * @throws Refusal `refused` if somebody corrected it meanwhile (both values in `fields`), or it was withdrawn
 */
export async function correctNote(db: Db, input: ParsedInputOf<typeof api.correctNote>, act: Act) {
  const now = await readNote(db, { id: input.id }, act);
  refuseDay(await readCaseFor(db, 'correct_note', now.case_id), input.noted_on, act);
  await refuseUnknownChoices(db, input, act);
  const corrected = await db.run(
    sql`with standing as (select e.* from case_notes n join encounters e on e.id = n.encounter_id
        where n.id = ${input.id}::uuid and n.version = ${input.version}
          and not exists (select from case_note_withdrawals w where w.note_id = n.id)
        for update of n),
      kept as (insert into case_note_versions (note_id, version, said, reason, written_by, written_at, client_id, holder_id)
        select n.id, n.version, jsonb_build_object('noted_on', n.noted_on, 'at_time', n.at_time, 'way', n.way,
            'with_whom', n.with_whom, 'outcome', n.outcome, 'words', n.words, 'judgement', n.judgement,
            'next_plan', n.next_plan, 'next_on', n.next_on),
          ${input.reason}, (select gate.actor_account()), ${act.now}::timestamptz, n.client_id, n.holder_id
        from case_notes n join standing s on s.id = n.id),
      ${changeEncounter({ occurredOn: input.noted_on, districtId: sql`s.district_id`, channel: input.way, contact: input.outcome }, input.reason, act)},
      last_contact as (update cases c set last_note_on = greatest(c.last_note_on, ${input.noted_on}::date)
        from standing s where c.id = ${now.case_id}::uuid)
      update case_notes n set noted_on = ${input.noted_on}::date, at_time = ${input.at_time}::text, way = ${input.way}::text,
          with_whom = ${input.with_whom}, outcome = ${input.outcome}::text, words = ${input.words},
          judgement = ${input.judgement}::text, next_plan = ${input.next_plan}::text, next_on = ${input.next_on}::date,
          version = n.version + 1
        from standing s where n.id = s.id`,
  );
  if (corrected === 0) throw await explainNotChanged(db, input, act);
  return { id: input.id, case_id: now.case_id, client_id: now.client_id };
}

/** @throws Refusal `refused` for one that is withdrawn already */
export async function withdrawNote(db: Db, input: ParsedInputOf<typeof api.withdrawNote>, act: Act) {
  const { case_id, client_id } = await readNote(db, { id: input.id }, act);
  await readCaseFor(db, 'correct_note', case_id);
  const { withdrawn } = await db.one(
    z.object({ withdrawn: z.int() }),
    sql`with taken as (insert into case_note_withdrawals (note_id, reason, withdrawn_by, withdrawn_at, client_id, holder_id)
        select n.id, ${input.reason}, (select gate.actor_account()), ${act.now}::timestamptz, n.client_id, n.holder_id
        from case_notes n where n.id = ${input.id}::uuid
        on conflict do nothing returning note_id),
      standing as (select e.*, null::uuid as household_id from taken t join encounters e on e.id = t.note_id),
      ${withdrawEncounter(input.reason, act)}
      select count(*)::int as withdrawn from taken`,
  );
  if (withdrawn === 0) throw new Refusal('refused', m.cases_refused_note_withdrawn());
  return { id: input.id, case_id, client_id };
}

function refuseDay({ closed_on }: StandingCase, day: string, act: Act): void {
  dayThatHasCome(day, act, 'noted_on');
  if (closed_on === null || day <= closed_on) return;
  const sentence = m.cases_refused_after_end({ day: formatDay(closed_on) });
  throw new Refusal('invalid', sentence, { noted_on: sentence });
}

function refuseUnknownChoices(
  db: Db,
  { noted_on, way, with_whom }: Pick<ParsedInputOf<typeof api.writeNote>, 'noted_on' | 'way' | 'with_whom'>,
  act: Act,
): Promise<void> {
  return refuseUnknownCodes(
    db,
    noted_on,
    [
      { field: 'way', list: 'way', codes: [way] },
      { field: 'with_whom', list: 'with_whom', codes: [with_whom] },
    ],
    act,
  );
}

async function explainNotChanged(
  db: Db,
  typed: ParsedInputOf<typeof api.correctNote>,
  act: Act,
): Promise<Refusal> {
  const now = await readNote(db, { id: typed.id }, act);
  if (now.withdrawn_reason !== null) return new Refusal('refused', m.cases_refused_note_withdrawn());
  const { entries } = await listCodes(db, {}, act);
  return refuseBothValues(
    Object.fromEntries(differingNote(now, typed, entries).map(({ field, ...both }) => [field, both])),
  );
}
