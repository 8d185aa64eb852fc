import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './concern-api.ts';
import { refuse, requireParticipant } from './participant-commands.ts';
import { keepWhoWaited } from './telling-commands.ts';

/**
 * Stops what it is about and gives it an owner: whoever raises it, until somebody takes it up.
 *
 * @throws Refusal `not_found`; `invalid` for somebody who is not in that match
 */
export async function raiseConcern(db: Db, input: ParsedInputOf<typeof api.raiseConcern>, act: Act) {
  const holder = await requireParticipant(db, input.participant_id);
  if (input.match_id) {
    const about = await db.run(
      sql`select from match_legs where match_id = ${input.match_id}::uuid and ${input.participant_id}::uuid in (giver_id, receiver_id)`,
    );
    if (about === 0) refuse('participant_id', m.wishes_field_participant());
    await stopMatch(db, input.match_id, act);
  }
  await db.run(
    sql`insert into safeguarding_concerns (id, participant_id, match_id, words, raised_by, raised_at, owner_post_id, due_at, holder_id)
      values (${input.id}::uuid, ${input.participant_id}::uuid, ${input.match_id ?? null}::uuid, ${input.words},
        ${act.actor.account}::uuid, ${act.now}, ${act.actor.post}::uuid,
        ${act.now}::timestamptz + make_interval(hours => ${input.hours}::int), ${holder}::uuid)`,
  );
  return { id: input.id };
}

/** Stops a match that goes on; who waited for it is to be told. Answers how many it was. */
async function stopMatch(db: Db, id: string, act: Act): Promise<number> {
  const stopped = await db.run(
    sql`update matches set outcome = 'stopped', closed_by = ${act.actor.account}::uuid, closed_at = ${act.now}
      where id = ${id}::uuid and closed_at is null`,
  );
  if (stopped > 0) await keepWhoWaited(db, [id]);
  return stopped;
}

/** @throws Refusal `not_found` for a concern that has ended, and for a match that does not go on or in which the person is not */
export async function stopMatchOfConcern(
  db: Db,
  input: ParsedInputOf<typeof api.stopMatchOfConcern>,
  act: Act,
) {
  const about = await db.run(
    sql`select from safeguarding_concerns c join match_legs l on c.participant_id in (l.giver_id, l.receiver_id)
      where c.id = ${input.id}::uuid and c.ended_at is null and l.match_id = ${input.match_id}::uuid`,
  );
  if (about === 0 || (await stopMatch(db, input.match_id, act)) === 0) throw refuseNotFound();
  return { id: input.id };
}

/** Whoever takes it up owns it from then on. @throws Refusal `not_found` when it has ended or was taken up */
export async function acknowledgeConcern(
  db: Db,
  { id }: ParsedInputOf<typeof api.acknowledgeConcern>,
  act: Act,
) {
  const written = await db.run(
    sql`update safeguarding_concerns set acknowledged_by = ${act.actor.account}::uuid, acknowledged_at = ${act.now},
        owner_post_id = ${act.actor.post}::uuid
      where id = ${id}::uuid and acknowledged_at is null and ended_at is null`,
  );
  if (written === 0) throw refuseNotFound();
  return { id };
}

/**
 * Gives it to another coordinator of the body. Whoever gets it has to take it up: within what is left of its clock, or within a day
 * where somebody had taken it up before.
 *
 * @throws Refusal `not_found` when it has ended; `invalid` for who is no coordinator of the body today, or has it already
 */
export async function handOnConcern(db: Db, input: ParsedInputOf<typeof api.handOnConcern>, act: Act) {
  const concern = await db.maybe(
    z.object({ owner_post_id: z.uuid(), fits: z.boolean() }),
    sql`select c.owner_post_id, c.owner_post_id <> ${input.post_id}::uuid and exists (
          select from gate.coordinators_of_bodies() k where k.post_id = ${input.post_id}::uuid and k.held and k.body_id = c.holder_id) as fits
      from safeguarding_concerns c where c.id = ${input.concern_id}::uuid and c.ended_at is null for update`,
  );
  if (!concern) throw refuseNotFound();
  if (!concern.fits) refuse('post_id', m.wishes_field_coordinator());
  await db.run(
    sql`insert into concern_handings_on (id, concern_id, from_post_id, to_post_id, why, handed_by, handed_at, holder_id)
      select ${input.id}::uuid, c.id, c.owner_post_id, ${input.post_id}::uuid, ${input.why}, ${act.actor.account}::uuid, ${act.now}, c.holder_id
      from safeguarding_concerns c where c.id = ${input.concern_id}::uuid`,
  );
  await db.run(
    sql`update safeguarding_concerns set owner_post_id = ${input.post_id}::uuid, acknowledged_by = null, acknowledged_at = null,
        due_at = case when acknowledged_at is null then due_at else ${act.now}::timestamptz + interval '1 day' end
      where id = ${input.concern_id}::uuid`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found` when it has ended */
export async function endConcern(db: Db, input: ParsedInputOf<typeof api.endConcern>, act: Act) {
  const written = await db.run(
    sql`update safeguarding_concerns set result = ${input.result}, ended_by = ${act.actor.account}::uuid, ended_at = ${act.now}
      where id = ${input.id}::uuid and ended_at is null`,
  );
  if (written === 0) throw refuseNotFound();
  return { id: input.id };
}
