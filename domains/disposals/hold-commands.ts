import { authorColumns, authorValues } from '#domains/plan/author.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import type * as api from './hold-api.ts';
import { mayHold } from './model.ts';

/**
 * Keeps something from being destroyed until it is lifted. Households and their people are their keepers' to hold, bodies
 * and periods the administrator's.
 *
 * @throws Refusal `invalid` when it is not said what; `not_found` for what the actor does not keep
 */
export async function placeHold(db: Db, input: ParsedInputOf<typeof api.placeHold>, act: Act) {
  const { kind, subject_id, first_day, last_day } = input;
  if (!mayHold(kind, act.actor.role)) refuse('kind', m.disposals_refused_hold_kind());
  if (kind === 'period') {
    if (!first_day || !last_day || first_day > last_day) refuse('first_day', m.disposals_field_period());
  } else if (!subject_id) refuse('subject_id', m.disposals_field_subject());
  const subject = kind === 'period' ? null : subject_id;
  const written = await db.run(
    sql`insert into legal_holds (id, kind, subject_id, first_day, last_day, reason, holder_id, district_id, written_at,
        ${authorColumns})
      select ${input.id}::uuid, ${kind}, ${subject}::uuid, ${kind === 'period' ? first_day : null}::date,
        ${kind === 'period' ? last_day : null}::date, ${input.reason}, place.holder_id, place.district_id, ${act.now},
        ${authorValues}
      from (${placeOf[kind](subject)}) place`,
  );
  if (written === 0) throw refuseNotFound();
  return { id: input.id };
}

/** Where a hold belongs: to the household's holder and district, or to the whole town. */
const placeOf: Record<ParsedInputOf<typeof api.placeHold>['kind'], (subject: string | null) => Sql> = {
  household: (id) => sql`select holder_id, district_id from households where id = ${id}::uuid`,
  person: (id) => sql`select holder_id, district_id from household_members where id = ${id}::uuid`,
  client: (id) => sql`select holder_id, null::uuid as district_id from clients where id = ${id}::uuid
    and (holder_id = any((select gate.bodies_worked_for())::uuid[])
      or holder_id = any((select gate.bodies_answered_for())::uuid[]))`,
  participant: (
    id,
  ) => sql`select holder_id, null::uuid as district_id from participants where id = ${id}::uuid
    and holder_id = any((select gate.bodies_coordinated())::uuid[])`,
  body: (id) =>
    sql`select null::uuid as holder_id, null::uuid as district_id from bodies where id = ${id}::uuid`,
  period: () => sql`select null::uuid as holder_id, null::uuid as district_id`,
};

/** Lifts a hold, with the reason. The hold itself stays written. @throws Refusal `refused` when it was lifted before */
export async function liftHold(db: Db, input: ParsedInputOf<typeof api.liftHold>, act: Act) {
  const hold = await db.run(sql`select from legal_holds where id = ${input.id}::uuid`);
  if (hold === 0) throw refuseNotFound();
  const written = await db.run(
    sql`insert into legal_hold_liftings (hold_id, reason, holder_id, district_id, written_at, ${authorColumns})
      select h.id, ${input.reason}, h.holder_id, h.district_id, ${act.now}, ${authorValues}
      from legal_holds h where h.id = ${input.id}::uuid
        and not exists (select from legal_hold_liftings l where l.hold_id = h.id)`,
  );
  if (written === 0) throw new Refusal('refused', m.disposals_refused_lifted());
  return { id: input.id };
}

function refuse(field: string, sentence: string): never {
  throw new Refusal('invalid', sentence, { [field]: sentence });
}
