import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { fiscalYearOf, formatFiscalYearShort } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './case-api.ts';
import { type CaseState, isEnd, whyNotStep } from './case-model.ts';
import { dayThatHasCome, readCaseFor, readCaseStanding } from './case-standing.ts';

/**
 * Opens a household case from a first word, or with a person the body knows. Its number (R7-0012) counts on within the
 * body and the fiscal year; who opens it leads it until somebody else does.
 *
 * @throws Refusal `not_found` for a first word or a person that is not the body's own; `invalid` when neither is named
 */
export async function openCase(db: Db, input: ParsedInputOf<typeof api.openCase>, act: Act) {
  if (input.intake_id === null && input.client_id === null)
    throw new Refusal('invalid', m.cases_refused_intake_or_person(), {
      client_id: m.cases_refused_intake_or_person(),
    });
  const opened_on = dayThatHasCome(input.opened_on, act, 'opened_on');
  const year = fiscalYearOf(act.today);
  const opened = await db.maybe(
    z.object({ client_id: z.uuid() }),
    sql`with wanted as (
        select k.id as client_id, k.holder_id from clients k
        where k.id = coalesce((select i.client_id from intakes i where i.id = ${input.intake_id}::uuid),
            case when ${input.intake_id}::uuid is null then ${input.client_id}::uuid end)
          and (${input.client_id}::uuid is null or k.id = ${input.client_id}::uuid)
          and k.holder_id = any((select gate.bodies_worked_for())::uuid[])),
      counted as (insert into case_numbers as n (holder_id, fiscal_year, last)
        select holder_id, ${year}::int, 1 from wanted
        on conflict (holder_id, fiscal_year) do update set last = n.last + 1
        returning last),
      entry as (insert into cases (id, number, state, called, opened_on, last_note_on, opened_by, opened_at, holder_id,
          intake_id)
        select ${input.id}::uuid, ${formatFiscalYearShort(year)} || '-' || lpad(n.last::text, greatest(4, length(n.last::text)), '0'),
          'received', ${input.called}::text, ${opened_on}::date, ${opened_on}::date, (select gate.actor_account()),
          ${act.now}::timestamptz, w.holder_id, ${input.intake_id}::uuid
        from wanted w, counted n),
      step as (insert into case_steps (id, case_id, state, taken_on, taken_by, taken_at, holder_id)
        select ${input.id}::uuid, ${input.id}::uuid, 'received', ${opened_on}::date, (select gate.actor_account()),
          ${act.now}::timestamptz, holder_id from wanted),
      member as (insert into case_members (case_id, client_id, relation, joined_on, holder_id)
        select ${input.id}::uuid, client_id, 'self', ${opened_on}::date, holder_id from wanted),
      worker as (insert into case_workers (case_id, post_id, leads, starts_on, named_by, named_at, holder_id)
        select ${input.id}::uuid, (select gate.actor_post()), true, ${opened_on}::date, (select gate.actor_account()),
          ${act.now}::timestamptz, holder_id from wanted)
      select client_id from wanted`,
  );
  if (!opened) throw refuseNotFound();
  return { id: input.id, client_id: opened.client_id };
}

/** One step of a case, for whoever brings it about: by hand, or by what was decided elsewhere. */
export interface Step {
  readonly id: string;
  readonly case_id: string;
  readonly state: CaseState;
  readonly why: string | null;
  /** Today when null. */
  readonly taken_on: string | null;
}

/**
 * Takes a case a step on, where the one table of steps lets it; an end closes it.
 *
 * @throws Refusal `not_found`; `refused` with the sentence why this step cannot be taken now
 */
export async function moveCase(db: Db, step: Step, act: Act): Promise<void> {
  const taken_on = dayThatHasCome(step.taken_on, act, 'taken_on');
  const standing = await readCaseStanding(db, step.case_id);
  const sentence = whyNotStep(step.state, standing);
  if (sentence) throw new Refusal('refused', sentence);
  const moved = await db.run(
    sql`with moved as (update cases set state = ${step.state}, version = version + 1,
          closed_on = case when ${isEnd(step.state)}::boolean then ${taken_on}::date end
        where id = ${step.case_id}::uuid and state = ${standing.state}
        returning id, holder_id)
      insert into case_steps (id, case_id, state, why, taken_on, taken_by, taken_at, holder_id)
        select ${step.id}::uuid, id, ${step.state}, ${step.why}::text, ${taken_on}::date, (select gate.actor_account()),
          ${act.now}::timestamptz, holder_id
        from moved`,
  );
  if (moved === 0) return moveCase(db, step, act); // somebody was quicker: what stands now decides
}

export async function takeStep(db: Db, input: ParsedInputOf<typeof api.takeStep>, act: Act) {
  await moveCase(db, input, act);
  return { id: input.id, case_id: input.case_id };
}

/**
 * Adds a person of the household, known to the body by a record of their own.
 *
 * @throws Refusal `not_found` for a person the body does not know; `refused` when they are in the case already
 */
export async function addCaseMember(db: Db, input: ParsedInputOf<typeof api.addCaseMember>, act: Act) {
  const joined_on = dayThatHasCome(input.joined_on, act, 'joined_on');
  const { holder_id } = await readCaseFor(db, 'add_member', input.case_id);
  const { known, added } = await db.one(
    z.object({ known: z.boolean(), added: z.int() }),
    sql`with wanted as (select k.id, k.holder_id from clients k
        where k.id = ${input.client_id}::uuid and k.holder_id = ${holder_id}::uuid),
      added as (insert into case_members (case_id, client_id, relation, lives_in, joined_on, holder_id)
        select ${input.case_id}::uuid, id, ${input.relation}, ${input.lives_in}, ${joined_on}::date, holder_id
        from wanted
        where not exists (select from case_members o where o.case_id = ${input.case_id}::uuid and o.client_id = wanted.id)
        returning 1)
      select exists (select from wanted) as known, (select count(*)::int from added) as added`,
  );
  if (!known) throw refuseNotFound();
  if (added === 0)
    throw new Refusal('refused', m.cases_refused_member_already(), {
      client_id: m.cases_refused_member_already(),
    });
  return { case_id: input.case_id, client_id: input.client_id };
}
