import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { type StepName, states, stepsFrom } from './model.ts';

export * from './duty-commands.ts';
export * from './rule-commands.ts';

interface NewStep {
  readonly id: string;
  /** How many steps the screen showed. */
  readonly seen: number;
  readonly words?: string;
  readonly told: string | null;
}

/**
 * Somebody has it in hand from now on, and whoever raised it sees who. Taken again it changes hands.
 *
 * @throws Refusal `not_found`; `refused` when somebody was quicker or it is closed
 */
export function takeEscalation(db: Db, input: ParsedInputOf<typeof api.takeEscalation>, act: Act) {
  return writeStep(db, 'taken', input, act);
}

/** What was done about it. @throws Refusal as `takeEscalation`, and `refused` while nobody has taken it */
export function actOnEscalation(db: Db, input: ParsedInputOf<typeof api.actOnEscalation>, act: Act) {
  return writeStep(db, 'acting', input, act);
}

/** Closed, with what came of it. @throws Refusal as `actOnEscalation` */
export function closeEscalation(db: Db, input: ParsedInputOf<typeof api.closeEscalation>, act: Act) {
  return writeStep(db, 'closed', input, act);
}

const standing = z.object({
  household_id: z.uuid(),
  n: z.int(),
  state: z.enum(states),
  by_name: z.string().nullable(),
});

async function writeStep(db: Db, step: StepName, { id, seen, words, told }: NewStep, act: Act) {
  const found = await db.maybe(
    standing,
    sql`select e.household_id, coalesce(l.n, 0)::int as n, coalesce(l.step, 'raised') as state, l.by_name
      from escalations e
      left join lateral (select s.n, s.step, s.by_name from escalation_steps s where s.escalation_id = e.id
        order by s.n desc limit 1) l on true
      where e.id = ${id}::uuid`,
  );
  if (!found) throw refuseNotFound();
  if (found.n !== seen) throw refuseSlower(found.by_name);
  if (!stepsFrom[found.state].includes(step))
    throw new Refusal(
      'refused',
      found.state === 'closed' ? m.escalations_refused_closed() : m.escalations_refused_untaken(),
    );
  const written = await db.run(
    sql`with stepped as (insert into escalation_steps (escalation_id, n, step, by_account_id, by_post_id, by_name, told, stepped_at,
          post_id, household_id, holder_id, district_id)
        select e.id, ${seen + 1}, ${step}, a.id, ${act.actor.post}::uuid, a.name, ${told}, ${act.now}, e.post_id, e.household_id,
          e.holder_id, e.district_id
        from escalations e, accounts a where e.id = ${id}::uuid and a.id = ${act.actor.account}::uuid
        on conflict do nothing
        returning escalation_id, n, household_id, holder_id, district_id)
      insert into escalation_words (escalation_id, n, words, household_id, holder_id, district_id)
      select s.escalation_id, s.n, ${words ?? m.escalations_words_taken()}, s.household_id, s.holder_id, s.district_id from stepped s`,
  );
  if (written === 0) throw refuseSlower(null);
  return { id, household_id: found.household_id };
}

function refuseSlower(name: string | null): Refusal {
  return new Refusal('refused', m.escalations_refused_slower({ name: name ?? m.escalations_somebody() }));
}
