import * as z from 'zod';
import { writeEncounter } from '#domains/encounters/commands.ts';
import { answerColumns, answerRows, answerValues, readAnswers } from '#domains/items/answering.ts';
import type { CheckedAnswers } from '#domains/items/checking.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import { tell } from '#platform/event.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { visitWorries, type WorryingVisit } from './events.ts';
import { visitingRoles } from './model.ts';
import { keepPhoto } from './photo.ts';
import { countedIn, worksThere } from './where-it-counts.ts';

type NewVisit = ParsedInputOf<typeof api.recordVisit>;

/**
 * Records one visit: the visit, its encounter with who gave and who received, and the running count, in one
 * statement. A visit to an entry that was merged stays with the entry it was written for. Whoever writes for
 * another's post is kept beside it (`recorded_by`).
 *
 * @throws Refusal `invalid` for a day to come, outside the post's term, in a fixed year without a reason, or for answers
 *   that cannot be kept; `not_found` for a household, post or companion outside the actor's reach
 */
export async function recordVisit(db: Db, input: NewVisit, act: Act) {
  refuseFuture(input.visited_on, act);
  const post = input.for_post ?? act.actor.post;
  // Whoever writes down what another has on paper cannot ask back: nothing is insisted on then.
  const answers = await readAnswers(db, 'visit', input.answers, {
    from: input.visited_on,
    insists: input.for_post === null && !act.actor.finishing,
  });
  const companions = input.companions.filter((companion) => companion !== post);
  const { written, along } = await db.one(
    outcome,
    sql`with place as (
        select counted.district_id, h.district_id as home_district_id, h.holder_id, p.id as post_id, p.role,
          p.body_id as group_id, p.party_id
        from households h
        ${thatDay(input.visited_on)}
        join ${whoVisits(input.for_post)} p on ${canVisit(sql`p`, input.visited_on)} and ${atHome}
        where h.id = ${input.household_id}::uuid),
      ${writeEncounter({
        id: input.id,
        kind: 'visit',
        occurredOn: input.visited_on,
        channel: input.channel,
        contact: input.contact,
        parties: sql`(1, a.party_id, null::uuid, true, false), (2, null::uuid, ${input.household_id}::uuid, false, true)`,
        recordedAt: act.now,
        lateReason: input.late_reason,
      })},
      visit as (insert into visits (id, household_id, visited_on, visited_at, minutes, channel, contact, condition,
          next_step, note, post_id, recorded_by, recorded_at, holder_id, district_id)
        select ${input.id}::uuid, ${input.household_id}::uuid, ${input.visited_on}::date, ${input.visited_at}::time,
          ${input.minutes}::int, ${input.channel}, ${input.contact}, ${input.condition}, ${input.next_step},
          ${input.note}, a.post_id, ${act.actor.account}::uuid, ${act.now}::timestamptz, a.holder_id, a.home_district_id
        from allowed a)
      ${companions.length > 0 ? bringAlong(input.id, companions) : sql``}
      ${answers && answers.rows.length > 0 ? answerFor(input, answers) : sql``}
      select (select count(*)::int from allowed) as written,
        ${companions.length > 0 ? sql`(select count(*)::int from along)` : sql`0`} as along`,
  );
  if (written === 0) throw await explainNothingWritten(db, input, post);
  if (along < companions.length) throw refuseNotFound();
  if (input.photo) await keepPhoto(db, input.id, input.photo, act);
  await tellIfNotUsual(db, { ...input, visit: input.id, household: input.household_id }, act);
  return { id: input.id };
}

/** In the same transaction; of the usual nobody is told. */
export async function tellIfNotUsual(db: Db, said: WorryingVisit, act: Act): Promise<void> {
  const { visit, household, visited_on, contact, condition } = said;
  if (contact === 'absent' || condition === 'concern' || condition === 'alarm')
    await tell(visitWorries, db, { visit, household, visited_on, contact, condition }, act);
}

/** The post that visited: the actor's own, or one that the actor sees. */
function whoVisits(forPost: string | null): Sql {
  return forPost === null
    ? sql`gate.own_post()`
    : sql`(select p.*, a.party_id from posts p left join accounts a on a.id = p.account_id where p.id = ${forPost}::uuid)`;
}

const outcome = z.object({ written: z.int(), along: z.int() });

/** A post that visits, on a day of its term. */
function canVisit(post: Sql, day: string): Sql {
  return sql`${post}.role = any(${visitingRoles}::text[]) and ${post}.starts_on <= ${day}::date
    and (${post}.ends_on is null or ${post}.ends_on >= ${day}::date)`;
}

/** Where a visit to household `h` on a day counts. */
function thatDay(day: string): Sql {
  return sql`cross join lateral (select ${countedIn(sql`h.district_id`, sql`${day}::date`)} as district_id) counted`;
}

const atHome = worksThere(sql`p`, sql`h.district_id`, sql`counted.district_id`);

/** Only posts that the recorder sees: naming an id must not tell whether it exists. */
function bringAlong(visit: string, companions: readonly string[]): Sql {
  return sql`, along as (insert into visit_companions (visit_id, post_id, holder_id, district_id, recorder_post_id)
      select ${visit}::uuid, p.id, a.holder_id, a.home_district_id, a.post_id
      from allowed a, posts p
      where p.id = any(${companions}::uuid[]) and p.role = any(${visitingRoles}::text[])
      returning post_id)`;
}

function answerFor({ id, household_id, visited_on }: NewVisit, answers: CheckedAnswers): Sql {
  return sql`, answered as (insert into visit_answers (visit_id, ${answerColumns}, household_id, visited_on, post_id,
        holder_id, district_id)
      select ${id}::uuid, ${answerValues}, ${household_id}::uuid, ${visited_on}::date, a.post_id, a.holder_id,
        a.home_district_id
      from allowed a, ${answerRows(answers)})`;
}

export function refuseFuture(day: string, act: Act): void {
  if (day > act.today)
    throw new Refusal('invalid', m.visits_refused_future(), { visited_on: m.visits_refused_future() });
}

const termSeen = z.object({ starts_on: z.string(), ends_on: z.string().nullable(), within: z.boolean() });

async function explainNothingWritten(db: Db, input: NewVisit, post: string | null): Promise<Refusal> {
  const seen = await db.maybe(
    termSeen,
    sql`select p.starts_on, p.ends_on, ${canVisit(sql`p`, input.visited_on)} as within
      from households h
      ${thatDay(input.visited_on)}
      join posts p on p.id = ${post}::uuid and ${atHome}
        and p.role = any(${visitingRoles}::text[])
      where h.id = ${input.household_id}::uuid`,
  );
  if (!seen) return refuseNotFound();
  if (!seen.within) return refuseOutsideTerm(seen);
  return new Refusal('invalid', m.visits_refused_fixed(), { late_reason: m.visits_field_late_reason() });
}

export function refuseOutsideTerm({
  starts_on,
  ends_on,
}: {
  starts_on: string;
  ends_on: string | null;
}): Refusal {
  const sentence = m.visits_refused_term({
    from: formatDay(starts_on),
    until: ends_on ? formatDay(ends_on) : '',
  });
  return new Refusal('invalid', sentence, { visited_on: sentence });
}
