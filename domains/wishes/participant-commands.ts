import * as z from 'zod';
import { toKanaKey } from '#domains/parties/kana.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './participant-api.ts';

/** Somebody who takes part: a party of the coordinators' body, with a name that is kept apart. */
export async function registerParticipant(
  db: Db,
  input: ParsedInputOf<typeof api.registerParticipant>,
  act: Act,
) {
  const holder = act.actor.body;
  await db.run(
    sql`with party as (insert into parties (id, kind, holder_id, retention_class)
        values (${input.id}::uuid, ${input.sort === 'resident' ? 'person' : 'organization'}, ${holder}::uuid, 'wish')),
      participant as (insert into participants (id, sort, district_id, most_a_month, registered_by, registered_at, holder_id)
        values (${input.id}::uuid, ${input.sort}, ${input.district_id ?? null}::uuid, ${input.most_a_month ?? null}::smallint,
          ${act.actor.account}::uuid, ${act.now}, ${holder}::uuid))
      insert into participant_names (participant_id, name, kana, kana_key, reached, holder_id)
      values (${input.id}::uuid, ${input.name}, ${input.kana}, ${toKanaKey(input.kana)}, ${input.reached}, ${holder}::uuid)`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found`; `refused` when somebody else has written meanwhile */
export async function correctParticipant(
  db: Db,
  input: ParsedInputOf<typeof api.correctParticipant>,
  _act: Act,
) {
  const written = await db.run(
    sql`with participant as (update participants set sort = ${input.sort}, district_id = ${input.district_id ?? null}::uuid,
          most_a_month = ${input.most_a_month ?? null}::smallint, version = version + 1
        where id = ${input.id}::uuid and version = ${input.version} returning id)
      update participant_names n set name = ${input.name}, kana = ${input.kana}, kana_key = ${toKanaKey(input.kana)},
        reached = ${input.reached}
      from participant p where n.participant_id = p.id`,
  );
  if (written === 0) {
    await requireParticipant(db, input.id);
    throw new Refusal('refused', m.wishes_refused_version());
  }
  return { id: input.id };
}

/**
 * Says that two are never brought together. Saying it twice changes nothing.
 *
 * @throws Refusal `not_found`; `invalid` for somebody and himself
 */
export async function declareConflict(db: Db, input: ParsedInputOf<typeof api.declareConflict>, act: Act) {
  const [one, other] = [input.participant_id, input.other_id].sort();
  if (one === other) refuse('other_id', m.wishes_refused_same());
  await requireParticipant(db, input.participant_id);
  await requireParticipant(db, input.other_id);
  await db.run(
    sql`insert into wish_conflicts (id, one_id, other_id, why, declared_by, declared_at, holder_id)
      select ${input.id}::uuid, ${one}::uuid, ${other}::uuid, ${input.why}, ${act.actor.account}::uuid, ${act.now}, p.holder_id
      from participants p where p.id = ${one}::uuid
        and not exists (select from wish_conflicts c where c.one_id = ${one}::uuid and c.other_id = ${other}::uuid and c.ended_at is null)`,
  );
  return { id: input.id };
}

export async function endConflict(db: Db, { id }: ParsedInputOf<typeof api.endConflict>, act: Act) {
  const written = await db.run(
    sql`update wish_conflicts set ended_by = ${act.actor.account}::uuid, ended_at = ${act.now}
      where id = ${id}::uuid and ended_at is null`,
  );
  if (written === 0) throw refuseNotFound();
  return { id };
}

/** @throws Refusal `not_found`; `invalid` for a last day that is over or before the first */
export async function pauseParticipant(db: Db, input: ParsedInputOf<typeof api.pauseParticipant>, act: Act) {
  const holder = await requireParticipant(db, input.participant_id);
  if (input.until < input.starts_on || input.until < act.today) refuse('until', m.wishes_field_pause_until());
  await db.run(
    sql`insert into participant_pauses (id, participant_id, starts_on, until, way, recorded_by, recorded_at, holder_id)
      values (${input.id}::uuid, ${input.participant_id}::uuid, ${input.starts_on}::date, ${input.until}::date, ${input.way},
        ${act.actor.account}::uuid, ${act.now}, ${holder}::uuid)`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found` when it has ended */
export async function endPause(db: Db, { id }: ParsedInputOf<typeof api.endPause>, act: Act) {
  const written = await db.run(
    sql`update participant_pauses set ended_on = ${act.today}::date
      where id = ${id}::uuid and ended_on is null and until >= ${act.today}::date`,
  );
  if (written === 0) throw refuseNotFound();
  return { id };
}

/** The body that keeps somebody who takes part. @throws Refusal `not_found` for whom the actor cannot see */
export async function requireParticipant(db: Db, id: string): Promise<string> {
  const { holder_id } = await db.one(
    z.object({ holder_id: z.uuid() }),
    sql`select holder_id from participants where id = ${id}::uuid`,
  );
  return holder_id;
}

/** @throws Refusal `invalid`, always, beside the field */
export function refuse(field: string, sentence: string): never {
  throw new Refusal('invalid', sentence, { [field]: sentence });
}
