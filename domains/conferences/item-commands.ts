import * as z from 'zod';
import { recordFinding } from '#domains/cases/plan-commands.ts';
import { planConferences } from '#domains/cases/plan-model.ts';
import { writeEncounter } from '#domains/encounters/record.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './item-api.ts';
import { hasAgreed, takeItem } from './standing.ts';

const kindOfItem = z.object({
  sealed: z.boolean(),
  secrecy: z.boolean(),
  may_call: z.boolean(),
  in_force: z.boolean(),
  called_by: z.array(z.string()),
});

/**
 * Adds an item to a sitting, whoever called the sitting. A consented one names the clients it is about; a sealed one names
 * nobody's record.
 *
 * @throws Refusal `not_found` for a sitting one does not know; `refused` when it is closed; `invalid` for a kind that another
 *   role calls, clients on a sealed item, none on a consented one, or one whose consent does not stand
 */
export async function addAgendaItem(db: Db, input: ParsedInputOf<typeof api.addAgendaItem>, act: Act) {
  const sitting = await db.maybe(
    z.object({ closed: z.boolean() }),
    sql`select closed_at is not null as closed from conferences where id = ${input.conference_id}::uuid`,
  );
  if (!sitting) throw refuseNotFound();
  if (sitting.closed) throw new Refusal('refused', m.conferences_refused_sitting_closed());
  const kind = await db.maybe(
    kindOfItem,
    sql`select k.sealed, k.secrecy, k.called_by, (select gate.actor_role()) = any(k.called_by) as may_call,
        k.id = (select f.id from conference_kinds f where f.code = k.code and f.starts_on <= ${act.today}::date
          order by f.starts_on desc limit 1) as in_force
      from conference_kinds k where k.id = ${input.kind_id}::uuid`,
  );
  if (!kind?.in_force) refuse('kind_id', m.conferences_field_kind());
  if (!kind.may_call) refuse('kind_id', m.conferences_refused_caller());
  await refuseWrongClients(db, input.client_ids, kind.sealed);
  await db.run(
    sql`insert into conference_items (id, conference_id, kind_id, sealed, secrecy, caller_role, added_by, added_post_id,
        added_at, holder_id)
      values (${input.id}::uuid, ${input.conference_id}::uuid, ${input.kind_id}::uuid, ${kind.sealed}, ${kind.secrecy},
        ${act.actor.role}, ${act.actor.account}::uuid, ${act.actor.post}::uuid, ${act.now}, ${act.actor.body}::uuid)`,
  );
  if (!kind.sealed)
    await db.run(
      sql`insert into conference_subjects (item_id, client_id, holder_id)
        select ${input.id}::uuid, c.id, c.holder_id from clients c where c.id = any(${input.client_ids}::uuid[])`,
    );
  await db.run(
    sql`insert into conference_papers (id, item_id, piece, title, words, body_id, post_id, written_by, written_at, holder_id)
      values (gen_random_uuid(), ${input.id}::uuid, 'matter', ${input.title}, ${input.words},
        ${act.actor.body}::uuid, ${act.actor.post}::uuid, ${act.actor.account}::uuid, ${act.now}, ${act.actor.body}::uuid)`,
  );
  return { id: input.id };
}

async function refuseWrongClients(db: Db, clients: readonly string[], sealed: boolean): Promise<void> {
  if (sealed) {
    if (clients.length > 0) refuse('client_ids', m.conferences_refused_sealed_clients());
    return;
  }
  if (clients.length === 0) refuse('client_ids', m.conferences_field_clients());
  const { seen, agreed } = await db.one(
    z.object({ seen: z.int(), agreed: z.int() }),
    sql`select count(*)::int as seen,
        count(*) filter (where ${hasAgreed})::int as agreed
      from clients c where c.id = any(${clients}::uuid[])`,
  );
  if (seen < new Set(clients).size) throw refuseNotFound();
  if (agreed < seen) refuse('client_ids', m.conferences_refused_no_consent());
}

/**
 * Held: who was there, and when one sits down again. It becomes one encounter without words, which is counted by the kind of
 * the item.
 *
 * @throws Refusal `not_found`; `refused` when it was held before; `invalid` for a day to come or in a fixed year without a reason
 */
export async function holdItem(db: Db, input: ParsedInputOf<typeof api.holdItem>, act: Act) {
  const item = await takeItem(db, input.id, 'hold');
  if (input.held_on > act.today) refuse('held_on', m.conferences_refused_future());
  const { written } = await db.one(
    z.object({ written: z.int() }),
    sql`with place as (
        select null::uuid as district_id, p.body_id as holder_id, p.id as post_id, p.role, p.body_id as group_id, a.party_id
        from posts p left join accounts a on a.id = p.account_id where p.id = (select gate.actor_post())),
      ${writeEncounter({
        id: item.id,
        kind: 'conference',
        occurredOn: input.held_on,
        channel: await codeOf(db, item.kind_id),
        contact: null,
        parties: sql`(1, a.party_id, null::uuid, true, true)`,
        recordedAt: act.now,
        lateReason: input.late_reason || null,
      })}
      select (select count(*)::int from allowed) as written`,
  );
  if (written === 0) refuse('late_reason', m.conferences_field_late_reason());
  await db.run(
    sql`update conference_items i set held_on = ${input.held_on}::date, next_on = ${input.next_on}::date,
        open_until = case when i.sealed then ${input.held_on}::date + k.days_open end
      from conference_kinds k where k.id = i.kind_id and i.id = ${item.id}::uuid`,
  );
  await db.run(
    sql`update conference_seats set present = id = any(${input.present}::uuid[])
      where item_id = ${item.id}::uuid and revoked_at is null`,
  );
  await takeStep(db, item, 'held', act);
  return { id: item.id };
}

async function codeOf(db: Db, kind: string): Promise<string> {
  const { code } = await db.one(
    z.object({ code: z.string() }),
    sql`select code from conference_kinds where id = ${kind}::uuid`,
  );
  return code;
}

/**
 * What a held item found of a plan of the own body. It is kept with the plan, with the item it was found on.
 *
 * @throws Refusal `not_found`; `refused` unless the item was held, or for a kind that weighs no plans, or a plan that is not
 *   put forward; `invalid` for a plan of somebody the item is not about
 */
export async function findOnPlan(db: Db, input: ParsedInputOf<typeof api.findOnPlan>, act: Act) {
  const item = await takeItem(db, input.item_id, 'minute');
  const { code, held_on } = await db.one(
    z.object({ code: z.string(), held_on: z.string() }),
    sql`select k.code, i.held_on from conference_items i join conference_kinds k on k.id = i.kind_id where i.id = ${item.id}::uuid`,
  );
  const conference_kind = planConferences.find((known) => known === code);
  if (!conference_kind) throw new Refusal('refused', m.conferences_refused_weighs_none());
  const plan = await db.maybe(
    z.object({ client_id: z.uuid() }),
    sql`select p.client_id from support_plans p
      join conference_subjects s on s.client_id = p.client_id and s.item_id = ${item.id}::uuid
      where p.id = ${input.plan_id}::uuid`,
  );
  if (!plan) refuse('plan_id', m.conferences_field_plan());
  const { id, plan_id, finding, words } = input;
  await recordFinding(db, { id, plan_id, conference_kind, held_on, item_id: item.id, finding, words }, act);
  return { id, client_id: plan.client_id };
}

/** The papers of the item close to its seats; the role sheet stands on. @throws Refusal `refused` unless it was held */
export async function closeItem(db: Db, { id }: ParsedInputOf<typeof api.closeItem>, act: Act) {
  const item = await takeItem(db, id, 'close');
  await db.run(sql`update conference_items set closed_at = ${act.now} where id = ${id}::uuid`);
  await takeStep(db, item, 'closed', act);
  return { id };
}

/** Ends the matter, and every line of the role sheet with it. @throws Refusal `refused` unless the item is closed */
export async function endMatter(db: Db, { id }: ParsedInputOf<typeof api.endMatter>, act: Act) {
  const item = await takeItem(db, id, 'end');
  await db.run(sql`update conference_items set ended_at = ${act.now} where id = ${id}::uuid`);
  await db.run(
    sql`update role_lines set ended_at = ${act.now}, ended_by = ${act.actor.account}::uuid
      where item_id = ${id}::uuid and ended_at is null`,
  );
  await takeStep(db, item, 'ended', act);
  return { id };
}

async function takeStep(
  db: Db,
  { id, holder_id }: { id: string; holder_id: string },
  step: 'held' | 'closed' | 'ended',
  act: Act,
): Promise<void> {
  await db.run(
    sql`insert into conference_steps (id, item_id, step, taken_by, post_id, taken_at, holder_id)
      values (gen_random_uuid(), ${id}::uuid, ${step}, ${act.actor.account}::uuid, ${act.actor.post}::uuid, ${act.now},
        ${holder_id}::uuid)`,
  );
}

function refuse(field: string, sentence: string): never {
  throw new Refusal('invalid', sentence, { [field]: sentence });
}
