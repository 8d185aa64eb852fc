import * as z from 'zod';
import { writeNote } from '#domains/cases/note-commands.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './fact-api.ts';
import { hasAgreed } from './standing.ts';

/**
 * Words one fact of a sealed item for a client of the actor's own body, who has agreed by now. The body it came from is one
 * that sits on the item.
 *
 * @throws Refusal `not_found` for an item one has no open seat on, or a client of another body; `invalid` for a client whose
 *   consent does not stand, or a body that does not sit on the item; `refused` for an item that is not sealed
 */
export async function proposeFact(db: Db, input: ParsedInputOf<typeof api.proposeFact>, act: Act) {
  const found = await db.maybe(
    z.object({ sealed: z.boolean(), sits: z.boolean(), holder_id: z.uuid(), agreed: z.boolean() }),
    sql`select i.sealed, c.holder_id,
        exists (select from conference_seats s where s.item_id = i.id and s.body_id = ${input.from_body_id}::uuid)
          or i.holder_id = ${input.from_body_id}::uuid as sits,
        ${hasAgreed} as agreed
      from conference_items i, clients c
      where i.id = ${input.item_id}::uuid and i.id = any((select gate.items_seated())::uuid[])
        and c.id = ${input.client_id}::uuid and c.holder_id = any((select gate.bodies_worked_for())::uuid[])`,
  );
  if (!found) throw refuseNotFound();
  if (!found.sealed) throw new Refusal('refused', m.conferences_refused_not_sealed());
  if (!found.sits) refuse('from_body_id', m.conferences_field_from_body());
  if (!found.agreed) refuse('client_id', m.conferences_refused_no_consent());
  await db.run(
    sql`insert into crossing_facts (id, item_id, words, from_body_id, client_id, proposed_by, proposed_post_id, proposed_at,
        holder_id)
      values (${input.id}::uuid, ${input.item_id}::uuid, ${input.words}, ${input.from_body_id}::uuid, ${input.client_id}::uuid,
        ${act.actor.account}::uuid, ${act.actor.post}::uuid, ${act.now}, ${found.holder_id}::uuid)`,
  );
  return { id: input.id };
}

/**
 * The body a fact came from says yes or no: its records officer, or its seat on the item.
 *
 * @throws Refusal `not_found` for a fact the actor has no say in; `refused` when it was decided before
 */
export async function decideFact(db: Db, input: ParsedInputOf<typeof api.decideFact>, act: Act) {
  const fact = await db.maybe(
    z.object({ decided: z.boolean() }),
    sql`select exists (select from crossing_decisions d where d.fact_id = f.id) as decided from crossing_facts f
      where f.id = ${input.id}::uuid and ${mayDecide}`,
  );
  if (!fact) throw refuseNotFound();
  if (fact.decided) throw new Refusal('refused', m.conferences_refused_decided());
  await db.run(
    sql`insert into crossing_decisions (fact_id, item_id, from_body_id, proposed_post_id, agreed, decided_by, post_id,
        decided_at, holder_id)
      select f.id, f.item_id, f.from_body_id, f.proposed_post_id, ${input.agreed}, ${act.actor.account}::uuid,
        ${act.actor.post}::uuid, ${act.now}, f.from_body_id
      from crossing_facts f where f.id = ${input.id}::uuid`,
  );
  return { id: input.id };
}

/** Whether the actor has a say in a fact; `f` is its alias. */
export const mayDecide = sql`(f.from_body_id = any((select gate.bodies_answered_for())::uuid[])
  or (f.from_body_id = (select gate.actor_body()) and f.item_id = any((select gate.items_seated())::uuid[])))`;

/**
 * Writes a fact that was agreed to as a note about its client, in the words that were agreed to. The note does not say at
 * which conference.
 *
 * @throws Refusal `not_found` for another's fact or case; `refused` when it was not agreed to, or is noted already
 */
export async function takeFactOver(db: Db, input: ParsedInputOf<typeof api.takeFactOver>, act: Act) {
  const fact = await db.maybe(
    z.object({
      client_id: z.uuid(),
      words: z.string(),
      from_body_name: z.string(),
      agreed: z.boolean(),
      taken: z.boolean(),
    }),
    sql`select f.client_id, f.words, b.name as from_body_name, coalesce(d.agreed, false) as agreed, f.note_id is not null as taken
      from crossing_facts f join bodies b on b.id = f.from_body_id left join crossing_decisions d on d.fact_id = f.id
      where f.id = ${input.id}::uuid and f.proposed_post_id = (select gate.actor_post()) for update of f`,
  );
  if (!fact) throw refuseNotFound();
  if (!fact.agreed) throw new Refusal('refused', m.conferences_refused_not_agreed());
  if (fact.taken) throw new Refusal('refused', m.conferences_refused_taken());
  const note = {
    id: mintId(),
    case_id: input.case_id,
    client_id: fact.client_id,
    noted_on: act.today,
    at_time: null,
    way: 'other',
    with_whom: 'body',
    outcome: 'spoke',
    words: m.conferences_fact_note({ body: fact.from_body_name, words: fact.words }),
    judgement: null,
    next_plan: null,
    next_on: null,
    late_reason: null,
  } as const;
  await writeNote(db, note, act);
  await db.run(sql`update crossing_facts set note_id = ${note.id}::uuid where id = ${input.id}::uuid`);
  return { id: input.id };
}

function refuse(field: string, sentence: string): never {
  throw new Refusal('invalid', sentence, { [field]: sentence });
}
