import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { fiscalYearOf, formatDay, formatFiscalYearShort } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { dueAfter, requestStates, requestStateWords, stepsFrom, stepWords } from './model.ts';
import type * as api from './request-api.ts';

/** Sets law, deadline and fee for a kind of body, from a day on. */
export async function setDisclosureRule(
  db: Db,
  input: ParsedInputOf<typeof api.setDisclosureRule>,
  act: Act,
) {
  await db.run(
    sql`insert into disclosure_rules (id, body_kind, law, days, extension_days, fee, starts_on, set_by, set_at)
      values (${input.id}::uuid, ${input.body_kind}, ${input.law}, ${input.days}, ${input.extension_days}, ${input.fee},
        ${input.starts_on}::date, (select gate.actor_account()), ${act.now}::timestamptz)`,
  );
  return { id: input.id };
}

/**
 * A statutory request (開示・訂正・利用停止) arrives at the body that holds the records. Its clock is that of the rule in force
 * for the body's kind on the day it came.
 *
 * @throws Refusal `invalid` for a day to come, or one for which no rule stands
 */
export async function receiveRequest(db: Db, input: ParsedInputOf<typeof api.receiveRequest>, act: Act) {
  if (input.received_on > act.today)
    throw new Refusal('invalid', m.disclosures_refused_future(), {
      received_on: m.disclosures_refused_future(),
    });
  const rule = await db.maybe(
    z.object({ law: z.string(), days: z.int(), fee: z.string() }),
    sql`select r.law, r.days, r.fee from disclosure_rules r join bodies b on b.kind = r.body_kind
      where b.id = (select gate.actor_body()) and r.starts_on <= ${input.received_on}::date
      order by r.starts_on desc, r.set_at desc limit 1`,
  );
  if (!rule)
    throw new Refusal('invalid', m.disclosures_refused_no_rule(), {
      received_on: m.disclosures_refused_no_rule(),
    });
  const year = fiscalYearOf(act.today);
  await db.run(
    sql`with counted as (insert into disclosure_request_numbers as n (holder_id, fiscal_year, last)
        values ((select gate.actor_body()), ${year}::int, 1)
        on conflict (holder_id, fiscal_year) do update set last = n.last + 1
        returning last)
      insert into disclosure_requests (id, number, kind, way, requester_name, requester_is, checked, words, received_on, due_on,
        law, fee, received_by, received_at, holder_id)
      select ${input.id}::uuid, ${formatFiscalYearShort(year)} || '-' || lpad(last::text, greatest(3, length(last::text)), '0'),
        ${input.kind}, ${input.way}, ${input.requester_name}, ${input.requester_is}, ${input.checked}, ${input.words},
        ${input.received_on}::date, ${dueAfter(input.received_on, rule.days)}::date, ${rule.law}, ${rule.fee},
        (select gate.actor_post()), ${act.now}::timestamptz, (select gate.actor_body())
      from counted`,
  );
  return { id: input.id };
}

/**
 * Extends, decides, carries out or ends a request.
 *
 * @throws Refusal `not_found`; `refused` for a step that does not follow; `invalid` for a decision without an outcome
 */
export async function takeRequestStep(db: Db, input: ParsedInputOf<typeof api.takeRequestStep>, act: Act) {
  const decides = input.step === 'decided';
  if (decides !== (input.outcome !== null))
    throw new Refusal('invalid', m.disclosures_field_outcome(), { outcome: m.disclosures_field_outcome() });
  // One step at a time: who comes second sees what the first one did.
  await db.run(sql`select pg_advisory_xact_lock(717278, hashtext(${input.request_id}))`);
  const standing = await db.maybe(
    z.object({ state: z.enum(requestStates), due_on: z.string(), extension_days: z.int() }),
    sql`select coalesce((select s.step from disclosure_steps s where s.request_id = q.id
          order by s.taken_at desc, s.id desc limit 1), 'received') as state, q.due_on,
        coalesce((select r.extension_days from disclosure_rules r join bodies b on b.kind = r.body_kind
          where b.id = q.holder_id and r.starts_on <= q.received_on order by r.starts_on desc, r.set_at desc limit 1), 0)
          as extension_days
      from disclosure_requests q where q.id = ${input.request_id}::uuid`,
  );
  if (!standing) throw refuseNotFound();
  if (!stepsFrom[standing.state].includes(input.step))
    throw new Refusal(
      'refused',
      m.disclosures_refused_step({
        state: requestStateWords[standing.state](),
        step: stepWords[input.step](),
      }),
    );
  if (input.step === 'extended' && act.today > standing.due_on)
    throw new Refusal('refused', m.disclosures_refused_overdue({ day: formatDay(standing.due_on) }));
  const due = input.step === 'extended' ? dueAfter(standing.due_on, standing.extension_days) : null;
  await db.run(
    sql`insert into disclosure_steps (id, request_id, step, outcome, words, due_on, taken_on, taken_by, taken_at, holder_id)
      select ${input.id}::uuid, id, ${input.step}, ${input.outcome}::text, ${input.words}, ${due}::date, ${act.today}::date,
        (select gate.actor_post()), ${act.now}::timestamptz, holder_id
      from disclosure_requests where id = ${input.request_id}::uuid`,
  );
  return { id: input.id };
}
