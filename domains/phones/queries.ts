import type { Act } from '#platform/act.ts';
import { deliveryKeys } from '#platform/credentials/delivery-keys.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { limitTo, sql } from '#platform/sql.ts';
import * as api from './api.ts';

/** The public halves of the keys phones seal to and check receipts with. */
export async function readDeliveryKeys(): Promise<OutputOf<typeof api.readDeliveryKeys>> {
  return (await deliveryKeys()).published;
}

/** The actor's own phones, and those of the districts it gathers in; the newest first. */
export async function listPhones(
  db: Db,
  input: ParsedInputOf<typeof api.listPhones>,
  _act: Act,
): Promise<OutputOf<typeof api.listPhones>> {
  const found = await db.all(
    api.listPhones.output.shape.phones.element,
    sql`select p.id, p.name, a.name as owner_name, p.account_id = (select gate.actor_account()) as own,
        to_jsonb(p.registered_at) #>> '{}' as registered_at, to_jsonb(p.heard_at) #>> '{}' as heard_at,
        case when e.phone_id is not null then jsonb_build_object('reason', e.reason, 'ended_at', e.ended_at) end as "end"
      from phones p left join accounts a on a.id = p.account_id left join phone_ends e on e.phone_id = p.id
      where ${input.after ?? null}::uuid is null or p.id < ${input.after ?? null}::uuid
      order by p.id desc ${limitTo(input.limit + 1)}`,
  );
  const phones = found.slice(0, input.limit);
  return { phones, next: found.length > input.limit ? (phones.at(-1)?.id ?? null) : null };
}

/** What came late in the actor's districts: what waits, or what was decided on; the newest first. */
export async function listLateCalls(
  db: Db,
  input: ParsedInputOf<typeof api.listLateCalls>,
  _act: Act,
): Promise<OutputOf<typeof api.listLateCalls>> {
  const found = await db.all(
    api.listLateCalls.output.shape.calls.element,
    sql`select c.id, c.why, to_jsonb(c.made_at) #>> '{}' as made_at, to_jsonb(c.received_at) #>> '{}' as received_at,
        a.name as visitor_name, h.id as household_id, h.name as household_name,
        case when c.input is not null then jsonb_build_object('visited_on', c.input->'visited_on',
          'visited_at', c.input->'visited_at', 'minutes', c.input->'minutes', 'channel', c.input->'channel',
          'contact', c.input->'contact', 'condition', c.input->'condition', 'next_step', c.input->'next_step',
          'note', c.input->'note') end as visit,
        case when d.call_id is not null then jsonb_build_object('outcome', d.outcome, 'reason', d.reason) end as decision
      from late_calls c
      left join posts p on p.id = c.post_id left join accounts a on a.id = p.account_id
      left join households h on h.id = (c.input->>'household_id')::uuid
      left join late_call_decisions d on d.call_id = c.id
      where (d.call_id is null) = ${input.box === 'waiting'}
        and (${input.after ?? null}::uuid is null or c.id < ${input.after ?? null}::uuid)
      order by c.id desc ${limitTo(input.limit + 1)}`,
  );
  const calls = found.slice(0, input.limit);
  return { calls, next: found.length > input.limit ? (calls.at(-1)?.id ?? null) : null };
}
