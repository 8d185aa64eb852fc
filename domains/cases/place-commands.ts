import * as z from 'zod';
import { writeEncounter } from '#domains/encounters/commands.ts';
import { toKanaKey } from '#domains/parties/kana.ts';
import { tagsOf } from '#domains/places/writing.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { dayThatHasCome } from './case-standing.ts';
import type * as api from './place-api.ts';

/** Writes down a place that welcomes, as it was said today; the actor's body keeps it. */
export async function addWelcomingPlace(
  db: Db,
  input: ParsedInputOf<typeof api.addWelcomingPlace>,
  act: Act,
) {
  await db.run(
    sql`insert into places (id, name, kana, kana_key, what, how_many, conditions, contact, district_id, body_id,
        confirmed_on, confirmed_by, added_by, added_on, holder_id, welcomes, tags)
      values (${input.id}::uuid, ${input.name}, ${input.kana}, ${toKanaKey(input.kana)}, ${input.what},
        ${input.how_many ?? null}::smallint, ${input.conditions}, ${input.contact}, ${input.district_id ?? null}::uuid,
        ${input.body_id ?? null}::uuid, ${act.today}::date, ${act.actor.account}::uuid, ${act.actor.account}::uuid,
        ${act.today}::date, ${act.actor.body}::uuid, 'yes', ${tagsOf(input.what)}::text[])`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found`; `refused` for another body's place, or when somebody else has written meanwhile */
export async function correctWelcomingPlace(
  db: Db,
  input: ParsedInputOf<typeof api.correctWelcomingPlace>,
  act: Act,
) {
  const written = await db.run(
    sql`update places set name = ${input.name}, kana = ${input.kana}, kana_key = ${toKanaKey(input.kana)},
        what = ${input.what}, tags = ${tagsOf(input.what)}::text[], how_many = ${input.how_many ?? null}::smallint, conditions = ${input.conditions},
        contact = ${input.contact}, district_id = ${input.district_id ?? null}::uuid, body_id = ${input.body_id ?? null}::uuid,
        confirmed_on = ${act.today}::date, confirmed_by = ${act.actor.account}::uuid, version = version + 1
      where id = ${input.id}::uuid and version = ${input.version}
        and holder_id = any((select gate.bodies_keeping_places())::uuid[])`,
  );
  if (written === 0) throw await explain(db, input.id, m.cases_place_refused_version());
  return { id: input.id };
}

/** @throws Refusal `not_found`; `refused` for another body's place */
export async function confirmWelcomingPlace(
  db: Db,
  { id }: ParsedInputOf<typeof api.confirmWelcomingPlace>,
  act: Act,
) {
  const written = await db.run(
    sql`update places set confirmed_on = ${act.today}::date, confirmed_by = ${act.actor.account}::uuid,
        closed_on = null, closed_why = null
      where id = ${id}::uuid and holder_id = any((select gate.bodies_keeping_places())::uuid[])`,
  );
  if (written === 0) throw await explain(db, id, m.cases_place_refused_version());
  return { id };
}

/** @throws Refusal `not_found`; `refused` when it is closed already, or for another body's place */
export async function closeWelcomingPlace(
  db: Db,
  { id, why }: ParsedInputOf<typeof api.closeWelcomingPlace>,
  act: Act,
) {
  const written = await db.run(
    sql`update places set closed_on = ${act.today}::date, closed_why = ${why}
      where id = ${id}::uuid and closed_on is null and holder_id = any((select gate.bodies_keeping_places())::uuid[])`,
  );
  if (written === 0) throw await explain(db, id, m.cases_place_refused_closed());
  return { id };
}

/**
 * Writes what was done with a place, and counts it: one encounter in the place's district, of the body that did it.
 *
 * @throws Refusal `not_found`; `invalid` for a day to come, or one of a fixed year without a reason
 */
export async function supportPlace(db: Db, input: ParsedInputOf<typeof api.supportPlace>, act: Act) {
  const day = dayThatHasCome(input.supported_on, act, 'supported_on');
  await requirePlace(db, input.place_id);
  const written = await db.run(
    sql`with place as (
        select w.district_id, p.body_id as holder_id, p.id as post_id, p.role, p.body_id as group_id, null::uuid as party_id
        from posts p, places w where p.id = (select gate.actor_post()) and w.id = ${input.place_id}::uuid),
      ${writeEncounter({
        id: input.id,
        kind: 'place_support',
        occurredOn: day,
        channel: input.way,
        contact: null,
        parties: sql`(1, null::uuid, null::uuid, true, false), (2, null::uuid, null::uuid, false, true)`,
        recordedAt: act.now,
        lateReason: input.late_reason,
      })}
      insert into place_supports (id, place_id, supported_on, way, words, encounter_id, written_by, post_id, written_at, holder_id)
      select ${input.id}::uuid, ${input.place_id}::uuid, ${day}::date, ${input.way}, ${input.words}, ${input.id}::uuid,
        ${act.actor.account}::uuid, a.post_id, ${act.now}, a.holder_id from allowed a`,
  );
  if (written === 0) throw refuseFixedYear();
  return { id: input.id };
}

/** What belongs to a year that is fixed needs a reason. */
export function refuseFixedYear(): Refusal {
  const sentence = m.cases_joining_refused_fixed();
  return new Refusal('invalid', sentence, { late_reason: sentence });
}

async function requirePlace(db: Db, id: string): Promise<{ own: boolean }> {
  return db.one(
    z.object({ own: z.boolean() }),
    sql`select holder_id = any((select gate.bodies_keeping_places())::uuid[]) as own from places where id = ${id}::uuid`,
  );
}

async function explain(db: Db, id: string, sentence: string): Promise<Refusal> {
  const { own } = await requirePlace(db, id);
  return new Refusal('refused', own ? sentence : m.cases_place_refused_not_ours());
}
