import * as z from 'zod';
import { writeEncounter } from '#domains/encounters/record.ts';
import { withdrawEncounters } from '#domains/encounters/record-many.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './match-api.ts';
import { everybodyAgreed, takeOpen } from './match-commands.ts';
import { refuse } from './participant-commands.ts';

/**
 * Writes that it happened, as one encounter of the district of whoever received, else of whoever gave: both gave and received
 * where something came back.
 *
 * @throws Refusal `not_found`; `refused` before everybody has said yes, or when the match is closed; `invalid` for a day to come, or
 * a fixed year without a reason
 */
export async function recordFulfilment(db: Db, input: ParsedInputOf<typeof api.recordFulfilment>, act: Act) {
  await takeOpen(db, input.match_id);
  if (input.happened_on > act.today) refuse('happened_on', m.wishes_field_day());
  const { agreed, here } = await db.one(
    z.object({ agreed: z.boolean(), here: z.boolean() }),
    sql`select ${everybodyAgreed(input.match_id)} as agreed, exists (select from match_legs
      where match_id = ${input.match_id}::uuid and position = ${input.position}) as here`,
  );
  if (!here) throw refuseNotFound();
  if (!agreed) throw new Refusal('refused', m.wishes_refused_not_agreed());
  if (input.place_id) await requirePlace(db, input.place_id);
  const encounter = mintId();
  const { written } = await db.one(
    z.object({ written: z.int() }),
    sql`with place as (
        select coalesce(r.district_id, g.district_id) as district_id, p.body_id as holder_id, p.id as post_id, p.role,
          p.body_id as group_id, l.giver_id as party_id, l.receiver_id
        from posts p, match_legs l join participants g on g.id = l.giver_id join participants r on r.id = l.receiver_id
        where p.id = (select gate.actor_post()) and l.match_id = ${input.match_id}::uuid and l.position = ${input.position}),
      ${writeEncounter({
        id: encounter,
        kind: 'fulfilment',
        occurredOn: input.happened_on,
        channel: null,
        contact: null,
        parties: sql`(1, a.party_id, null::uuid, true, ${input.returned}::boolean),
          (2, a.receiver_id, null::uuid, ${input.returned}::boolean, true)`,
        recordedAt: act.now,
        lateReason: input.late_reason,
      })}
      select (select count(*)::int from allowed) as written`,
  );
  if (written === 0) refuse('late_reason', m.wishes_field_late_reason());
  await db.run(
    sql`insert into fulfilments (id, match_id, position, encounter_id, happened_on, giver_id, receiver_id, district_id, returned, place_id,
        recorded_by, recorded_at, holder_id)
      select ${input.id}::uuid, l.match_id, l.position, ${encounter}::uuid, ${input.happened_on}::date, l.giver_id, l.receiver_id,
        coalesce(r.district_id, g.district_id), ${input.returned}, ${input.place_id ?? null}::uuid,
        ${act.actor.account}::uuid, ${act.now}, l.holder_id
      from match_legs l join participants g on g.id = l.giver_id join participants r on r.id = l.receiver_id
      where l.match_id = ${input.match_id}::uuid and l.position = ${input.position}`,
  );
  return { id: input.id };
}

/**
 * Takes a fulfilment out of every count, with its encounter. What was recorded stays, with the reason, for the coordinators; a
 * story of it goes nowhere from then on, and a match that was closed as done and has nothing else that came true goes on again.
 *
 * @throws Refusal `not_found`; `refused` when it was taken back already
 */
export async function takeBackFulfilment(
  db: Db,
  input: ParsedInputOf<typeof api.takeBackFulfilment>,
  act: Act,
) {
  const match = await db.maybe(
    z.object({ id: z.uuid() }),
    sql`select id from matches where id = (select match_id from fulfilments where id = ${input.id}::uuid) for update`,
  );
  if (!match) throw refuseNotFound();
  const { n } = await db.one(
    z.object({ n: z.int() }),
    sql`with gone as (update fulfilments set taken_back_at = ${act.now} where id = ${input.id}::uuid and taken_back_at is null
        returning id, encounter_id, holder_id),
      why as (insert into fulfilment_withdrawals (fulfilment_id, reason, withdrawn_by, withdrawn_at, holder_id)
        select g.id, ${input.reason}, ${act.actor.account}::uuid, ${act.now}::timestamptz, g.holder_id from gone g),
      -- The plan is told that it does not count; why is the coordinators' own.
      ${withdrawEncounters(m.wishes_fulfil_not_counted(), act)}
      select count(*)::int as n from gone`,
  );
  if (n === 0) throw new Refusal('refused', m.wishes_refused_taken_back());
  await db.run(
    sql`insert into story_releases (id, story_id, version, layer, released_by, released_at, holder_id)
      select gen_random_uuid(), s.id, s.version, 'none', ${act.actor.account}::uuid, ${act.now}, s.holder_id
      from stories s where s.fulfilment_id = ${input.id}::uuid and exists (select from story_releases r where r.story_id = s.id)`,
  );
  await db.run(
    sql`update matches set outcome = null, closed_at = null where id = ${match.id}::uuid and outcome = 'done'
      and not exists (select from fulfilments f where f.match_id = ${match.id}::uuid and f.taken_back_at is null)`,
  );
  return { id: input.id };
}

/** Holds what came true until the commit. @throws Refusal `not_found`; `refused`, with that sentence, when it was taken back */
export async function requireStanding(db: Db, id: string, says: () => string): Promise<void> {
  const found = await db.maybe(
    z.object({ taken_back: z.boolean() }),
    sql`select taken_back_at is not null as taken_back from fulfilments where id = ${id}::uuid for share`,
  );
  if (!found) throw refuseNotFound();
  if (found.taken_back) throw new Refusal('refused', says());
}

/** A place that the coordinator may see and that is not closed. */
async function requirePlace(db: Db, id: string): Promise<void> {
  const place = await db.maybe(
    z.object({ id: z.uuid() }),
    sql`select id from places where id = ${id}::uuid and closed_on is null`,
  );
  if (!place) refuse('place_id', m.wishes_field_place());
}

/** Thanks go from whoever received to whoever gave. @throws Refusal `not_found`; `invalid` for a day to come; `refused` for what was taken back */
export async function writeThanks(db: Db, input: ParsedInputOf<typeof api.writeThanks>, act: Act) {
  await requireStanding(db, input.fulfilment_id, m.wishes_refused_thanks_taken_back);
  if (input.agreed_on > act.today) refuse('agreed_on', m.wishes_field_agreed_on());
  await db.run(
    sql`insert into thanks (id, fulfilment_id, from_id, to_id, words, tells, agreed_by, agreed_on, written_by, written_at, holder_id)
      select ${input.id}::uuid, f.id, f.receiver_id, f.giver_id, ${input.words}, ${input.tells}, ${input.agreed_by},
        ${input.agreed_on}::date, ${act.actor.account}::uuid, ${act.now}, f.holder_id
      from fulfilments f where f.id = ${input.fulfilment_id}::uuid`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found` for thanks that nobody wrote or that have arrived already; `refused` for what was taken back */
export async function passThanks(db: Db, { id }: ParsedInputOf<typeof api.passThanks>, act: Act) {
  const thanks = await db.maybe(
    z.object({ fulfilment_id: z.uuid() }),
    sql`select fulfilment_id from thanks where id = ${id}::uuid`,
  );
  if (!thanks) throw refuseNotFound();
  await requireStanding(db, thanks.fulfilment_id, m.wishes_refused_thanks_taken_back);
  const written = await db.run(
    sql`update thanks set passed_on = ${act.today}::date where id = ${id}::uuid and passed_on is null`,
  );
  if (written === 0) throw refuseNotFound();
  return { id };
}
