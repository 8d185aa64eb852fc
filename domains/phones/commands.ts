import * as z from 'zod';
import { raiseBeforeVisit } from '#domains/escalations/raising.ts';
import { recordVisit as recordVisitOp } from '#domains/visits/api.ts';
import { correctVisit } from '#domains/visits/correct.ts';
import { visitContent } from '#domains/visits/model.ts';
import { replacePhoto } from '#domains/visits/photo.ts';
import { recordVisit } from '#domains/visits/record.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { readBytes } from '#platform/sealed-call.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { type DecisionOutcome, type Standing, standings } from './model.ts';

/** Days a decided call is still there to be looked up. */
const daysAfterDecision = 30;

/** Makes a phone one of the actor's, for the post in use. */
export async function registerPhone(db: Db, input: ParsedInputOf<typeof api.registerPhone>, act: Act) {
  const key = readBytes(input.signing_key);
  if (key?.length !== 65)
    throw new Refusal('invalid', m.phones_field_key(), { signing_key: m.phones_field_key() });
  await db.run(
    sql`insert into phones (id, account_id, post_id, name, signing_key, registered_at, holder_id, district_id)
      select ${input.id}::uuid, ${act.actor.account}::uuid, p.id, ${input.name}, ${Buffer.from(key)}, ${act.now}, p.body_id, p.district_id
      from posts p where p.id = (select gate.actor_post())`,
  );
  return { id: input.id };
}

/**
 * From now on the phone is given nothing and wipes what it holds, as soon as it is heard of or after 72 hours. Ending it twice
 * changes nothing.
 *
 * @throws Refusal `not_found`
 */
export async function endPhone(db: Db, input: ParsedInputOf<typeof api.endPhone>, act: Act) {
  const seen = await db.run(sql`select from phones where id = ${input.id}::uuid`);
  if (seen === 0) throw refuseNotFound();
  await db.run(
    sql`insert into phone_ends (phone_id, reason, ended_by, ended_at, district_id, account_id)
      select p.id, ${input.reason}, (select gate.actor_post()), ${act.now}, p.district_id, p.account_id
      from phones p where p.id = ${input.id}::uuid
      on conflict do nothing`,
  );
  return { id: input.id };
}

/** How a phone stands and whose signature its calls bear; that it was heard is noted to the minute. */
export async function meetPhone(db: Db, { id }: ParsedInputOf<typeof api.meetPhone>, act: Act) {
  const met = await db.maybe(
    z.object({ standing: z.enum(standings), signing_key: z.string(), account_id: z.uuid() }),
    sql`select gate.phone_stands(p.id) as standing,
        translate(encode(p.signing_key, 'base64'), E'+/=\\n', '-_') as signing_key, p.account_id
      from phones p where p.id = ${id}::uuid`,
  );
  await db.run(
    sql`update phones set heard_at = ${act.now}
      where id = ${id}::uuid and (heard_at is null or heard_at < ${act.now}::timestamptz - interval '1 minute')`,
  );
  return met ?? { standing: 'unknown' satisfies Standing as Standing, signing_key: null, account_id: null };
}

/** Which of the calls are not simply performed, and which households are one with another: nothing else is told of what they meet. */
export async function weighCalls(db: Db, { id, calls }: ParsedInputOf<typeof api.weighCalls>, _act: Act) {
  const weighed = await db.all(
    z.object({ call: z.uuid(), household: z.uuid(), meets: z.boolean(), door: z.uuid().nullable() }),
    sql`select c.call, c.household, gate.call_meets(${id}::uuid, c.call, c.visit, c.household, c.day, c.condition) as meets,
        gate.door_of(c.household) as door
      from jsonb_to_recordset(${JSON.stringify(calls)}::jsonb)
        c(call uuid, visit uuid, household uuid, day date, condition text)`,
  );
  return {
    calls: weighed.filter(({ meets }) => meets).map(({ call }) => call),
    doors: weighed.flatMap(({ household, door }) =>
      door === null || door === household ? [] : [{ household, door }],
    ),
  };
}

/**
 * Puts what came late into the box of the district; a second time it is there already, and what had happened before is not put in.
 * An 異変 or 気になる in it is told of at once, as if it were a visit: nobody waits for somebody to open a box. Where the book of
 * that day says the same already, it was told.
 */
export async function keepLateCall(db: Db, input: ParsedInputOf<typeof api.keepLateCall>, act: Act) {
  const put = await db.run(
    sql`insert into late_calls (id, phone_id, post_id, operation, input, why, made_at, received_at, holder_id, district_id)
      select ${input.id}::uuid, f.id, f.post_id, ${input.operation}, ${JSON.stringify(input.input)}::jsonb, ${input.why},
        ${input.made_at}::timestamptz, ${act.now}, w.holder_id, w.district_id
      from phones f cross join lateral gate.place_of_late_call(f.post_id, ${input.household_id}::uuid, ${input.id}::uuid,
        ${input.why === 'could_not'}) w
      where f.id = ${input.phone_id}::uuid
      on conflict do nothing`,
  );
  const said = recordVisitOp.input.safeParse(input.input);
  if (put > 0 && said.success && input.why !== 'same_day') {
    const { post_id } = await db.one(
      z.object({ post_id: z.uuid() }),
      sql`select post_id from phones where id = ${input.phone_id}::uuid`,
    );
    const { id: visit, household_id: household, visited_on, contact, condition } = said.data;
    await raiseBeforeVisit(db, { visit, household, visited_on, contact, condition }, post_id, act);
  }
  return { id: input.id };
}

const waiting = z.object({
  input: z.record(z.string(), z.unknown()),
  post_id: z.uuid(),
  decided: z.boolean(),
});

/** The call, held so that two do not decide at once. */
async function holdLateCall(db: Db, id: string) {
  const held = await db.run(sql`select from late_calls where id = ${id}::uuid for update`);
  if (held === 0) throw refuseNotFound();
  const call = await db.one(
    waiting.extend({ input: waiting.shape.input.nullable() }),
    sql`select c.input, c.post_id, exists (select from late_call_decisions d where d.call_id = c.id) as decided
      from late_calls c where c.id = ${id}::uuid`,
  );
  if (call.decided || call.input === null) throw new Refusal('refused', m.phones_refused_decided());
  return { ...call, input: call.input };
}

/**
 * Takes in what came late as the visit it says, for the post it was made under, or to the household's new place; who took it
 * in is kept beside it. Where that very visit stands already, nothing is added.
 *
 * @throws Refusal `not_found`; `refused` when it was decided on already; what `recordVisit` refuses
 */
export async function takeInLateCall(db: Db, input: ParsedInputOf<typeof api.takeInLateCall>, act: Act) {
  const { id } = input;
  const call = await holdLateCall(db, id);
  const asked = recordVisitOp.input.parse({ ...call.input, for_post: call.post_id });
  const household_id = input.household_id ?? asked.household_id;
  const stands = await db.run(sql`select from visits where id = ${asked.id}::uuid`);
  if (stands === 0) {
    const late_reason = asked.late_reason ?? m.phones_late_reason();
    await recordVisit(db, { ...asked, household_id, late_reason }, act);
  }
  const moved = household_id !== asked.household_id;
  await decide(db, { id, outcome: moved ? 'taken_over' : 'taken_in', reason: null }, act);
  return { id, household_id, visit_id: asked.id };
}

/**
 * Says that what came is a visit that stands in the book: the book's words stay, or the phone's are written in their place as
 * a correction, so that what was said before stays readable. The phone's photograph comes with its words, in the place of the
 * book's; where it brought none, the book's stays.
 *
 * @throws Refusal `not_found`; `refused` when it was decided on already, or the visit says something else by now
 */
export async function joinLateCall(db: Db, input: ParsedInputOf<typeof api.joinLateCall>, act: Act) {
  const call = await holdLateCall(db, input.id);
  const asked = recordVisitOp.input.parse({ ...call.input, for_post: call.post_id });
  const visit = await db.one(
    z.object({ household_id: z.uuid(), version: z.int(), visited_on: z.string(), withdrawn: z.boolean() }),
    sql`select v.household_id, v.version, v.visited_on, w.encounter_id is not null as withdrawn
      from visits v left join encounter_withdrawals w on w.encounter_id = v.id where v.id = ${input.visit_id}::uuid`,
  );
  if (visit.withdrawn || visit.version !== input.version || visit.visited_on !== asked.visited_on)
    throw new Refusal('refused', m.phones_refused_book_changed());
  if (input.keep === 'phone') {
    const words = { answers: asked.answers, reason: m.phones_joined_reason() };
    const said = visitContent.parse(call.input);
    await correctVisit(db, { ...said, ...words, id: input.visit_id, version: input.version }, act);
    if (asked.photo) await replacePhoto(db, input.visit_id, asked.photo, act);
  }
  const outcome = input.keep === 'phone' ? 'kept_phone' : 'kept_book';
  await decide(db, { id: input.id, outcome, reason: null }, act);
  return { id: input.id, household_id: visit.household_id, visit_id: input.visit_id };
}

/**
 * Sets aside what cannot be a visit of this post: made by a stranger on a lost phone, said otherwise already.
 *
 * @throws Refusal `not_found`; `refused` when it was decided on already
 */
export async function setLateCallAside(db: Db, input: ParsedInputOf<typeof api.setLateCallAside>, act: Act) {
  await holdLateCall(db, input.id);
  await decide(db, { id: input.id, outcome: 'set_aside', reason: input.reason }, act);
  return { id: input.id };
}

interface Decision {
  readonly id: string;
  readonly outcome: DecisionOutcome;
  readonly reason: string | null;
}

async function decide(db: Db, { id, outcome, reason }: Decision, act: Act): Promise<void> {
  await db.run(
    sql`insert into late_call_decisions (call_id, outcome, reason, decided_by, decided_at, holder_id, district_id, post_id)
      select c.id, ${outcome}, ${reason}, (select gate.actor_post()), ${act.now}, c.holder_id, c.district_id, c.post_id
      from late_calls c where c.id = ${id}::uuid`,
  );
  await db.run(
    sql`update late_calls set forget_after = ${act.now}::timestamptz + make_interval(days => ${daysAfterDecision}::int),
        input = case when ${outcome === 'set_aside'} then input end
      where id = ${id}::uuid`,
  );
}
