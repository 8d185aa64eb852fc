import * as z from 'zod';
import { refuseProvisionOfPerson } from '#domains/consent/person-commands.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { readCaseFor } from './case-standing.ts';
import type * as api from './handover-api.ts';
import { type HandoverState, type HandoverTurn, whyNotTurn } from './handover-model.ts';
import { readHandoverStanding } from './handover-queries.ts';

/**
 * Asks another body. Whatever is to go with it is weighed now: the basis of every member fits, and where it is a consent, that
 * covers it. It is given only once the other body accepts.
 *
 * @throws Refusal `invalid` with what a basis lacks; `refused` while another body is asked already
 */
export async function askCaseHandover(db: Db, input: ParsedInputOf<typeof api.askCaseHandover>, act: Act) {
  const { holder_id } = await readCaseFor(db, 'hand_over', input.case_id);
  if (input.due_on < act.today) refuseAt('due_on', m.cases_refused_due());
  const known = await db.one(
    z.object({ fits: z.boolean(), open: z.boolean(), members: z.int() }),
    sql`select exists (select from bodies b where b.id = ${input.receiver_id}::uuid and b.id <> ${holder_id}::uuid
          and b.kind in ('window', 'council', 'city_section', 'other')) as fits,
        exists (select from case_handovers h where h.case_id = ${input.case_id}::uuid and not exists (
          select from case_handover_turns t where t.handover_id = h.id and t.turn <> 'accepted')) as open,
        (select count(*)::int from case_members m where m.case_id = ${input.case_id}::uuid
          and m.client_id = any(${input.people.map(({ client_id }) => client_id)}::uuid[])) as members`,
  );
  if (!known.fits) refuseAt('receiver_id', m.cases_field_receiver());
  if (known.open) throw new Refusal('refused', m.cases_refused_handover_open());
  if (known.members < input.people.length) throw refuseNotFound();
  for (const person of input.people)
    await refuseProvisionOfPerson(db, {
      ...person,
      id: input.id,
      person_id: person.client_id,
      receiver_id: input.receiver_id,
      post_id: null,
      why: input.words,
      starts_on: act.today,
      told_on: null,
    });
  await db.run(
    sql`with asked as (insert into case_handovers (id, case_id, receiver_id, words, due_on, asked_by, post_id, asked_at, holder_id)
        values (${input.id}::uuid, ${input.case_id}::uuid, ${input.receiver_id}::uuid, ${input.words}, ${input.due_on}::date,
          ${act.actor.account}::uuid, ${act.actor.post}::uuid, ${act.now}, ${holder_id}::uuid))
      insert into case_handover_people (handover_id, client_id, facets, basis_id, consent_id, ends_on, holder_id, receiver_id)
      select ${input.id}::uuid, p.client_id, p.facets, p.basis_id, p.consent_id, p.ends_on, ${holder_id}::uuid, ${input.receiver_id}::uuid
      from jsonb_to_recordset(${JSON.stringify(input.people)}::jsonb)
        p(client_id uuid, facets text[], basis_id uuid, consent_id uuid, ends_on date)`,
  );
  return { id: input.id, case_id: input.case_id };
}

export async function answerCaseHandover(
  db: Db,
  input: ParsedInputOf<typeof api.answerCaseHandover>,
  act: Act,
) {
  const accepted = input.answer === 'accepted';
  await takeTurn(db, accepted ? 'accept' : 'decline', input.answer, input, act);
  if (accepted) await db.one(z.object({}), sql`select gate.accept_handover(${input.id}::uuid)`);
  return { id: input.id };
}

export async function withdrawCaseHandover(
  db: Db,
  input: ParsedInputOf<typeof api.withdrawCaseHandover>,
  act: Act,
) {
  await takeTurn(db, 'withdraw', 'withdrawn', input, act);
  return { id: input.id };
}

export async function finishCaseHandover(
  db: Db,
  input: ParsedInputOf<typeof api.finishCaseHandover>,
  act: Act,
) {
  await takeTurn(db, 'finish', 'done', input, act);
  return { id: input.id };
}

/** Of two who take a turn at the same time, the second is told how it stands. */
async function takeTurn(
  db: Db,
  turn: HandoverTurn,
  state: HandoverState,
  { id, words }: { id: string; words: string | null },
  act: Act,
): Promise<void> {
  const standing = await readHandoverStanding(db, id);
  const sentence = whyNotTurn(turn, standing);
  if (sentence) throw new Refusal('refused', sentence);
  const taken = await db.run(
    sql`insert into case_handover_turns (handover_id, turn, words, taken_by, taken_at, holder_id, receiver_id)
      values (${id}::uuid, ${state}, ${words}, ${act.actor.account}::uuid, ${act.now}, ${standing.from.id}::uuid, ${standing.to.id}::uuid)
      on conflict do nothing`,
  );
  if (taken === 0) throw new Refusal('refused', m.cases_refused_turn_raced());
}

function refuseAt(field: string, sentence: string): never {
  throw new Refusal('invalid', sentence, { [field]: sentence });
}
