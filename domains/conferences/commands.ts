import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { defaultKinds } from './kinds.ts';

export * from './fact-commands.ts';
export * from './item-commands.ts';
export { endConferenceMember, nameConferenceMember } from './member-commands.ts';
export * from './paper-commands.ts';
export * from './role-commands.ts';
export * from './seat-commands.ts';

/** The kinds a new town starts with. Called once, by whoever founds the town; running it again adds nothing. */
export async function listDefaultKinds(db: Db, _founded: object, act: Act): Promise<void> {
  const rows = defaultKinds.map((kind) => ({ ...kind, name: kind.name(), law: kind.law() }));
  await db.run(sql`insert into conference_kinds (id, code, name, law, called_by, needs_consent, sealed, secrecy, weighs_plans,
      days_open, starts_on, decided_at)
    select r.id, r.code, r.name, r.law, r.called_by, r.needs_consent, r.sealed, r.secrecy, r.weighs_plans, r.days_open,
      '2023-04-01', ${act.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, code text, name text, law text, called_by text[],
      needs_consent boolean, sealed boolean, secrecy boolean, weighs_plans boolean, days_open integer)
    on conflict do nothing`);
}

/**
 * Sets a kind of conference from a day on. What needs no consent is sealed, and sealed items ask for secrecy.
 *
 * @throws Refusal `invalid` for a day that is over, a sealed kind without secrecy, or two settings for one day
 */
export async function setConferenceKind(
  db: Db,
  input: ParsedInputOf<typeof api.setConferenceKind>,
  act: Act,
) {
  const { id, code, needs_consent, secrecy, starts_on } = input;
  if (starts_on < act.today) refuse('starts_on', m.conferences_refused_past());
  if (!needs_consent && !secrecy) refuse('secrecy', m.conferences_refused_secrecy());
  const written = await db.run(
    sql`insert into conference_kinds (id, code, name, law, called_by, needs_consent, sealed, secrecy, weighs_plans, days_open,
        starts_on, decided_at)
      values (${id}::uuid, ${code}, ${input.name}, ${input.law}, ${input.called_by}::text[], ${needs_consent},
        ${!needs_consent}, ${secrecy}, ${input.weighs_plans && needs_consent}, ${input.days_open}, ${starts_on}::date, ${act.now})
      on conflict (code, starts_on) do nothing`,
  );
  if (written === 0) refuse('starts_on', m.conferences_refused_same_day());
  return { id };
}

/** Calls a sitting: a day and a place. @throws Refusal `invalid` for a day that is long over */
export async function callConference(db: Db, input: ParsedInputOf<typeof api.callConference>, act: Act) {
  await db.run(
    sql`insert into conferences (id, held_on, starts_at, place, called_by, called_post_id, called_at, holder_id)
      values (${input.id}::uuid, ${input.held_on}::date, ${input.starts_at}, ${input.place}, ${act.actor.account}::uuid,
        ${act.actor.post}::uuid, ${act.now}, ${act.actor.body}::uuid)`,
  );
  return { id: input.id };
}

/**
 * Another day or place.
 *
 * @throws Refusal `not_found` for another body's sitting; `refused` when it is closed, and with both values when somebody else has
 *   changed it meanwhile
 */
export async function moveConference(db: Db, input: ParsedInputOf<typeof api.moveConference>, _act: Act) {
  const standing = await db.maybe(
    z.object({
      version: z.int(),
      closed: z.boolean(),
      held_on: z.string(),
      starts_at: z.string(),
      place: z.string(),
    }),
    sql`select version, closed_at is not null as closed, held_on, starts_at, place from conferences
      where id = ${input.id}::uuid and holder_id = any((select gate.bodies_called_for())::uuid[]) for update`,
  );
  if (!standing) throw refuseNotFound();
  if (standing.closed) throw new Refusal('refused', m.conferences_refused_sitting_closed());
  if (standing.version !== input.version)
    throw new Refusal('refused', m.conferences_refused_sitting_moved(), bothValues(standing, input));
  await db.run(
    sql`update conferences set held_on = ${input.held_on}::date, starts_at = ${input.starts_at}, place = ${input.place},
        version = version + 1 where id = ${input.id}::uuid`,
  );
  return { id: input.id };
}

/** What stands now of a sitting and what was typed, of each field in which they differ. */
function bothValues(now: Sitting, typed: Sitting): Record<string, string> {
  const pairs = {
    held_on: [formatDay(now.held_on), formatDay(typed.held_on)],
    starts_at: [now.starts_at, typed.starts_at],
    place: [now.place, typed.place],
  } as const;
  return Object.fromEntries(
    Object.entries(pairs)
      .filter(([, [one, other]]) => one !== other)
      .map(([field, [one, other]]) => [field, m.conferences_both_values({ now: one, typed: other })]),
  );
}

type Sitting = Pick<ParsedInputOf<typeof api.moveConference>, 'held_on' | 'starts_at' | 'place'>;

/** Closes the agenda. @throws Refusal `not_found` for another body's sitting, `refused` when it is closed already */
export async function closeConference(db: Db, { id }: ParsedInputOf<typeof api.closeConference>, act: Act) {
  const own = await db.run(
    sql`select from conferences where id = ${id}::uuid and holder_id = any((select gate.bodies_called_for())::uuid[])`,
  );
  if (own === 0) throw refuseNotFound();
  const written = await db.run(
    sql`update conferences set closed_at = ${act.now} where id = ${id}::uuid and closed_at is null`,
  );
  if (written === 0) throw new Refusal('refused', m.conferences_refused_sitting_closed());
  return { id };
}

function refuse(field: string, sentence: string): never {
  throw new Refusal('invalid', sentence, { [field]: sentence });
}
