import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { tell } from '#platform/event.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './api.ts';
import { keepVersion, refuseChanged } from './correct.ts';
import { householdsClosed } from './events.ts';
import type { Closing } from './model.ts';
import { readStanding, refuseUnlessAllowed } from './standing.ts';

export { correctHousehold } from './correct.ts';
export { answerHousehold } from './household-answers.ts';
export * from './merge-commands.ts';
export * from './people-commands.ts';
export { registerHousehold } from './register.ts';

/**
 * Writes a move. Within the district the address changes and the old one stays in the history. Whoever moves to
 * another district or out of the town leaves the round: the entry is closed, the old holder keeps it with its
 * history, and the new address is not written down; the new district registers the household anew.
 *
 * @throws Refusal `refused` when somebody changed the entry meanwhile
 */
export async function moveHousehold(db: Db, input: ParsedInputOf<typeof api.moveHousehold>, act: Act) {
  refuseFuture(input.moved_on, act, 'moved_on');
  const moved = await db.maybe(
    z.object({ closed: z.boolean() }),
    sql`with entry as (update households set
          address = case when district_id = ${input.district_id}::uuid then ${input.address}::text else address end,
          phone = case when district_id = ${input.district_id}::uuid and ${input.phone !== undefined}::boolean
            then ${input.phone ?? null}::text else phone end,
          version = version + case when district_id = ${input.district_id}::uuid then 1 else 0 end,
          closed_on = case when district_id = ${input.district_id}::uuid then null else ${input.moved_on}::date end
        where id = ${input.id}::uuid and version = ${input.version} and closed_on is null and merged_into is null
          and (${input.address}::text is not null or district_id is distinct from ${input.district_id}::uuid)
        returning *),
      version as (${keepVersion('moved', input.moved_on, null, act)} where closed_on is null),
      closing as (${keepClosing([input.id], 'moved', input.district_id, act)} where closed_on is not null)
      select closed_on is not null as closed from entry`,
  );
  if (!moved) throw await explainNotMoved(db, input);
  if (moved.closed) await tell(householdsClosed, db, { households: [input.id], on: input.moved_on }, act);
  return { id: input.id, closed: moved.closed };
}

async function explainNotMoved(db: Db, input: ParsedInputOf<typeof api.moveHousehold>): Promise<Refusal> {
  const now = await readStanding(db, input.id);
  refuseUnlessAllowed(now, 'move');
  if (now.version !== input.version)
    return refuseChanged(now, {
      ...now,
      address: input.address ?? now.address,
      phone: input.phone ?? now.phone,
    });
  const sentence = m.parties_refused_move_address();
  return new Refusal('invalid', sentence, { address: sentence });
}

/** Closes an entry: it leaves the list and the rounds, and stays readable with its history. */
export async function closeHousehold(db: Db, input: ParsedInputOf<typeof api.closeHousehold>, act: Act) {
  refuseFuture(input.closed_on, act, 'closed_on');
  const written = await closeHouseholds(db, [input.id], input, act);
  if (written === 0) refuseUnlessAllowed(await readStanding(db, input.id), 'close');
  return { id: input.id };
}

/** `closeHousehold` for many at once. @returns how many were open and are closed now */
export async function closeHouseholds(
  db: Db,
  ids: readonly string[],
  { closed_on, why }: { readonly closed_on: string; readonly why: Closing },
  act: Act,
): Promise<number> {
  const written = await db.run(
    sql`with entry as (update households set closed_on = ${closed_on}::date
        where id = any(${[...ids]}::uuid[]) and closed_on is null and merged_into is null
        returning *)
      ${keepClosing(ids, why, null, act)}`,
  );
  await tell(householdsClosed, db, { households: ids, on: closed_on }, act);
  return written;
}

/**
 * Opens a closed entry again, because the closing was a mistake. Who looks in has to be assigned anew.
 *
 * @throws Refusal `refused` when it is open
 */
export async function reopenHousehold(db: Db, input: ParsedInputOf<typeof api.reopenHousehold>, act: Act) {
  const written = await db.run(
    sql`with entry as (update households set closed_on = null
        where id = ${input.id}::uuid and closed_on is not null and merged_into is null
        returning id, holder_id, district_id)
      insert into household_reopenings (closing_id, household_id, reason, reopened_by, reopened_at, holder_id,
        district_id)
      select (select c.id from household_closings c
            where c.household_id = e.id order by c.closed_at desc, c.id desc limit 1),
        e.id, ${input.reason}, (select gate.actor_account()), ${act.now}, e.holder_id, e.district_id
      from entry e`,
  );
  if (written === 0) refuseUnlessAllowed(await readStanding(db, input.id), 'reopen');
  return { id: input.id };
}

/** The expression that keeps who closed the rows `entry`, some of these households, and why. */
function keepClosing(households: readonly string[], why: Closing, toDistrict: string | null, act: Act): Sql {
  return sql`insert into household_closings (id, household_id, closed_on, why, to_district_id, closed_by, closed_at,
      holder_id, district_id)
    select kept.id, entry.id, closed_on, ${why}, ${toDistrict}::uuid, (select gate.actor_account()), ${act.now},
      holder_id, district_id
    from entry join unnest(${[...households]}::uuid[], ${households.map(() => mintId())}::uuid[]) kept(household_id, id)
      on kept.household_id = entry.id`;
}

export function refuseFuture(day: string, act: Act, field: string): void {
  if (day <= act.today) return;
  throw new Refusal('invalid', m.parties_refused_future(), { [field]: m.parties_refused_future() });
}
