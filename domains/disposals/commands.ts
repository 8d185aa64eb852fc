import * as z from 'zod';
import { authorColumns, authorValues, takeTurns } from '#domains/plan/author.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { queryDue, readLimits } from './due.ts';
import { classOfKind, type DisposalAct, kindsOf, states, whyNot } from './model.ts';
import { stateOf } from './queries.ts';

export * from './export-commands.ts';
export * from './hold-commands.ts';
export { setRetention } from './retention.ts';

/**
 * Makes a list of everything of a kind that is due today in a holder's name. What is held never comes on it, nor what
 * another open list has.
 *
 * @throws Refusal `refused` when nothing is due; `not_found` for a holder the actor does not act for
 */
export async function makeDisposal(db: Db, input: ParsedInputOf<typeof api.makeDisposal>, act: Act) {
  const { kind } = input;
  if (!kindsOf(act.actor.role).includes(kind)) {
    const sentence = m.disposals_refused_kind();
    throw new Refusal('invalid', sentence, { kind: sentence });
  }
  const holder = input.holder_id ?? act.actor.body;
  const limits = (await readLimits(db, kind, act)).filter((one) => one.holder_id === holder);
  const [limit] = limits;
  if (!limit) throw refuseNotFound();
  await takeTurns(db, limit.holder_id);
  await db.run(
    sql`with due as (select * from (${queryDue(kind, limits)}) d where not d.held),
      list as (insert into disposals (id, kind, class, years, until_day, listed, holder_id, district_id, written_at,
          ${authorColumns})
        select ${input.id}::uuid, ${kind}, ${classOfKind[kind]}, ${limit.years}::int, ${limit.until_day}::date,
          (select count(*) from due)::int, ${limit.holder_id}::uuid,
          (select p.district_id from posts p where p.id = (select gate.actor_post())), ${act.now}, ${authorValues})
      insert into disposal_rows (disposal_id, subject_id, kind, event_on, holder_id, district_id)
      select ${input.id}::uuid, subject_id, ${kind}, event_on, holder_id, district_id from due`,
  );
  const { n } = await db.one(
    z.object({ n: z.int() }),
    sql`select count(*)::int as n from disposal_rows where disposal_id = ${input.id}::uuid`,
  );
  if (n === 0)
    throw new Refusal('refused', m.disposals_refused_nothing_due({ day: formatDay(limit.until_day) }));
  return { id: input.id };
}

/** Leaves one thing out of a list, with the reason: it is listed again when the next list is made. */
export async function excludeFromDisposal(
  db: Db,
  input: ParsedInputOf<typeof api.excludeFromDisposal>,
  act: Act,
) {
  await refuseUnlessAllowed(db, input.id, 'exclude');
  const written = await db.run(
    sql`insert into disposal_exclusions (disposal_id, subject_id, kind, reason, holder_id, district_id, written_at,
        ${authorColumns})
      select r.disposal_id, r.subject_id, r.kind, ${input.reason}, r.holder_id, r.district_id, ${act.now}, ${authorValues}
      from disposal_rows r
      where r.disposal_id = ${input.id}::uuid and r.subject_id = ${input.subject_id}::uuid
        and not exists (select from disposal_exclusions e
          where e.disposal_id = r.disposal_id and e.subject_id = r.subject_id)`,
  );
  if (written === 0) throw new Refusal('refused', m.disposals_refused_excluded());
  return { id: input.id };
}

/** Puts a list before the two who approve: from now on it does not move. */
export async function submitDisposal(db: Db, input: ParsedInputOf<typeof api.submitDisposal>, act: Act) {
  await refuseUnlessAllowed(db, input.id, 'submit');
  const written = await db.run(
    sql`insert into disposal_submissions (disposal_id, rows, excluded, first_day, last_day, written_at, ${authorColumns})
      select ${input.id}::uuid, left_over.n, (select count(*) from disposal_exclusions e
          where e.disposal_id = ${input.id}::uuid)::int,
        left_over.first_day, left_over.last_day, ${act.now}, ${authorValues}
      from (select count(*)::int as n, min(r.event_on) as first_day, max(r.event_on) as last_day from disposal_rows r
        where r.disposal_id = ${input.id}::uuid and not exists (select from disposal_exclusions e
          where e.disposal_id = r.disposal_id and e.subject_id = r.subject_id)) left_over
      where left_over.n > 0`,
  );
  if (written === 0) throw new Refusal('refused', m.disposals_refused_all_excluded());
  return { id: input.id };
}

/**
 * One of the two who say yes. With the second the list is carried out.
 *
 * @throws Refusal `refused` to whoever made the list, and to whoever has said yes already
 */
export async function approveDisposal(db: Db, input: ParsedInputOf<typeof api.approveDisposal>, act: Act) {
  await refuseUnlessAllowed(db, input.id, 'approve');
  const { mine, again } = await db.one(
    z.object({ mine: z.boolean(), again: z.boolean() }),
    sql`select d.author_id = (select gate.actor_account()) as mine,
        exists (select from disposal_approvals a
          where a.disposal_id = d.id and a.author_id = (select gate.actor_account())) as again
      from disposals d where d.id = ${input.id}::uuid`,
  );
  if (mine) throw new Refusal('refused', m.disposals_refused_own());
  if (again) throw new Refusal('refused', m.disposals_refused_again());
  await db.run(
    sql`insert into disposal_approvals (disposal_id, written_at, ${authorColumns})
      values (${input.id}, ${act.now}, ${authorValues})`,
  );
  return { id: input.id };
}

/** Gives a list up, with the reason. Nothing of it is destroyed; what is due comes on the next list. */
export async function giveUpDisposal(db: Db, input: ParsedInputOf<typeof api.giveUpDisposal>, act: Act) {
  await refuseUnlessAllowed(db, input.id, 'give_up');
  await db.run(
    sql`insert into disposal_rejections (disposal_id, reason, written_at, ${authorColumns})
      values (${input.id}, ${input.reason}, ${act.now}, ${authorValues})`,
  );
  return { id: input.id };
}

/** Holds the list until the commit, and refuses an act that it does not allow as it stands. */
async function refuseUnlessAllowed(db: Db, id: string, act: DisposalAct): Promise<void> {
  await takeTurns(db, id);
  const { state } = await db.one(
    z.object({ state: z.enum(states) }),
    sql`select ${stateOf} as state from disposals d where d.id = ${id}::uuid`,
  );
  const sentence = whyNot(act, state);
  if (sentence) throw new Refusal('refused', sentence);
}
