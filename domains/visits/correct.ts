import * as z from 'zod';
import { changeEncounter, withdrawEncounter } from '#domains/encounters/commands.ts';
import {
  answerColumns,
  answeredAnew,
  answerRows,
  answersOf,
  answerValues,
  readAnswers,
} from '#domains/items/answering.ts';
import type { CheckedAnswers } from '#domains/items/checking.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { contentWords, differingFields, type StoredContent, storedContent } from './model.ts';
import { refuseFuture, refuseOutsideTerm, tellIfNotUsual } from './record.ts';
import { countedIn } from './where-it-counts.ts';

const changed = z.object({ household_id: z.uuid() });

/**
 * Corrects what a visit says; what it said before stays readable with the reason. Household and visitor stay as they
 * are: a visit to someone else is another visit. The count follows, also into another month; in a fixed year the
 * difference becomes a later addition.
 *
 * @throws Refusal `refused` if somebody else corrected it meanwhile (both values in `fields`) or it was withdrawn;
 *   `not_allowed` for a visit that the actor may read only; `not_found` for one outside the actor's reach
 */
export async function correctVisit(db: Db, input: ParsedInputOf<typeof api.correctVisit>, act: Act) {
  refuseFuture(input.visited_on, act);
  const answers = await readAnswers(db, 'visit', input.answers, { from: input.visited_on, insists: false });
  const done = await db.maybe(
    changed,
    sql`with standing as (${standing(input.id, input.version)}
        -- A day that stands may lie after the term: a takeover ends posts as of the day of the merger.
        and (v.visited_on = ${input.visited_on}::date or not exists (select from posts p where p.id = v.post_id
          and (p.starts_on > ${input.visited_on}::date or p.ends_on < ${input.visited_on}::date)))
        for update of v),
      kept as (insert into visit_versions (visit_id, version, said, reason, corrected_by, corrected_at, post_id,
          holder_id, district_id)
        select v.id, v.version, jsonb_build_object('visited_on', v.visited_on, 'visited_at', to_char(v.visited_at, 'HH24:MI'),
            'minutes', v.minutes, 'channel', v.channel, 'contact', v.contact, 'condition', v.condition,
            'next_step', v.next_step, 'note', v.note,
            'answers', ${answersOf(sql`visit_answers`, sql`a.visit_id = v.id`)}),
          ${input.reason}, ${act.actor.account}::uuid, ${act.now}::timestamptz, v.post_id, v.holder_id, v.district_id
        from visits v join standing s on s.id = v.id),
      visit as (update visits v set visited_on = ${input.visited_on}::date, visited_at = ${input.visited_at}::time,
          minutes = ${input.minutes}::int, channel = ${input.channel}, contact = ${input.contact},
          condition = ${input.condition}, next_step = ${input.next_step}, note = ${input.note}, version = v.version + 1
        from standing s where v.id = s.id),
      ${answerAnew(input.visited_on, answers)}
      ${changeEncounter(
        {
          occurredOn: input.visited_on,
          districtId: countedIn(sql`s.home`, sql`${input.visited_on}::date`),
          channel: input.channel,
          contact: input.contact,
        },
        input.reason,
        act,
      )}
      select household_id from standing`,
  );
  if (!done) throw await explainNotChanged(db, input.id, input.version, input);
  await tellIfNotUsual(db, { ...input, visit: input.id, household: done.household_id }, act);
  return { id: input.id, household_id: done.household_id };
}

/**
 * The items that are asked are answered anew; what is no longer asked stays. The day of every answer follows its visit's.
 */
function answerAnew(day: string, answers: CheckedAnswers | null): Sql {
  const asked = answers?.asked ?? [];
  const written = answers && answers.rows.length > 0;
  return sql`following as (update visit_answers a set visited_on = ${day}::date from standing s
      where a.visit_id = s.id and a.visited_on <> ${day}::date and a.item_id <> all(${asked}::uuid[])),
    ${
      answers
        ? sql`taken_back as (delete from visit_answers a using standing s
      where a.visit_id = s.id and a.item_id = any(${asked}::uuid[])
        and not exists (select from ${answerRows(answers)} where r.item_id = a.item_id and r.part = a.part)),`
        : sql``
    }
    ${
      written
        ? sql`answered as (insert into visit_answers (visit_id, ${answerColumns}, household_id, visited_on, post_id,
        holder_id, district_id)
      select v.id, ${answerValues}, v.household_id, ${day}::date, v.post_id, v.holder_id, v.district_id
      from standing s join visits v on v.id = s.id, ${answerRows(answers)}
      on conflict (visit_id, item_id, part) do update set ${answeredAnew}, visited_on = excluded.visited_on),`
        : sql``
    }`;
}

/**
 * Takes a visit out of the count. It stays readable, marked as withdrawn with the reason.
 *
 * @throws Refusal as `correctVisit` does
 */
export async function withdrawVisit(db: Db, input: ParsedInputOf<typeof api.withdrawVisit>, act: Act) {
  const done = await db.maybe(
    changed,
    sql`with standing as (${standing(input.id, input.version)} for update of v),
      -- The version moves on, so that a correction under way at this moment finds another one than it knows.
      visit as (update visits v set version = v.version + 1 from standing s where v.id = s.id),
      ${withdrawEncounter(input.reason, act)}
      select s.household_id from standing s join withdrawal w on w.encounter_id = s.id`,
  );
  if (!done) throw await explainNotChanged(db, input.id, input.version, null);
  return { id: input.id, household_id: done.household_id };
}

/** The encounter of a visit that stands as the caller knows it. The visit's row is locked by what follows. */
function standing(visit: string, version: number): Sql {
  return sql`select e.*, v.household_id, v.district_id as home from visits v
    join encounters e on e.id = v.id
    where v.id = ${visit}::uuid and v.version = ${version}
      and not exists (select from encounter_withdrawals w where w.encounter_id = v.id)`;
}

async function explainNotChanged(
  db: Db,
  visit: string,
  version: number,
  wanted: StoredContent | null,
): Promise<Refusal> {
  const now = await db.maybe(
    storedContent.extend({
      version: z.int(),
      withdrawn: z.boolean(),
      starts_on: z.string().nullable(),
      ends_on: z.string().nullable(),
    }),
    sql`select v.visited_on, to_char(v.visited_at, 'HH24:MI') as visited_at, v.minutes, v.channel, v.contact, v.condition,
        v.next_step, v.note, v.version, w.encounter_id is not null as withdrawn, p.starts_on, p.ends_on
      from visits v
      left join posts p on p.id = v.post_id
      left join encounter_withdrawals w on w.encounter_id = v.id
      where v.id = ${visit}::uuid`,
  );
  if (!now) return refuseNotFound();
  if (now.withdrawn) return new Refusal('refused', m.visits_refused_withdrawn());
  if (now.version !== version)
    return new Refusal('refused', m.visits_refused_changed(), wanted ? compare(now, wanted) : undefined);
  if (
    wanted &&
    now.starts_on &&
    wanted.visited_on !== now.visited_on &&
    (wanted.visited_on < now.starts_on || (now.ends_on !== null && wanted.visited_on > now.ends_on))
  )
    return refuseOutsideTerm({ starts_on: now.starts_on, ends_on: now.ends_on });
  return new Refusal('not_allowed', m.visits_refused_not_own());
}

/** For every field in which the two differ: what stands there now, and what was wanted. */
function compare(now: StoredContent, wanted: StoredContent): Record<string, string> {
  return Object.fromEntries(
    differingFields(now, wanted).map((field) => [
      field,
      m.visits_both_values({ now: contentWords(now, field), yours: contentWords(wanted, field) }),
    ]),
  );
}
