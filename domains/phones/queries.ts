import type { Act } from '#platform/act.ts';
import { deliveryKeys } from '#platform/credentials/delivery-keys.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { limitTo, type Sql, sql } from '#platform/sql.ts';
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
          'note', c.input->'note', 'has_photo', coalesce(jsonb_typeof(c.input->'photo') = 'object', false)) end as visit,
        case when d.call_id is null and c.input is not null then ${bookOf(sql`c`)} end as book,
        c.post_id = (select gate.actor_post()) as own,
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

/** What stands in the book of the household and day of a late call `c`: each part through the reader's own gate. */
function bookOf(c: Sql): Sql {
  const household = sql`(${c}.input->>'household_id')::uuid`;
  return sql`jsonb_build_object(
    'household', (select jsonb_build_object('closed_on', h.closed_on,
        'why', (select o.why from household_closings o where o.household_id = h.id and o.closed_on = h.closed_on
          order by o.closed_at desc limit 1),
        'merged_into', (select k.name from households k where k.id = h.merged_into),
        'on_round', exists (select from household_assignments g join households k on k.id = g.household_id
          where k.opens_as = h.opens_as and g.post_id = ${c}.post_id and ${runsToday(sql`g`)}),
        'visitors', (select coalesce(jsonb_agg(distinct a.name), '[]'::jsonb) from household_assignments g
          join households k on k.id = g.household_id join posts p on p.id = g.post_id join accounts a on a.id = p.account_id
          where k.opens_as = h.opens_as and ${runsToday(sql`g`)}))
      from households h where h.id = ${household}),
    'visits', (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'version', v.version, 'visited_on', v.visited_on,
        'visited_at', to_char(v.visited_at, 'HH24:MI'), 'minutes', v.minutes, 'channel', v.channel, 'contact', v.contact,
        'condition', v.condition, 'next_step', v.next_step, 'note', v.note, 'visitor_name', a.name,
        'has_photo', exists (select from visit_photos f where f.visit_id = v.id),
        'written_by_name', case when w.id is distinct from a.id then w.name end,
        'same_visitor', v.post_id = ${c}.post_id) order by v.id), '[]'::jsonb)
      from households h join households k on k.opens_as = h.opens_as join visits v on v.household_id = k.id
      left join posts p on p.id = v.post_id left join accounts a on a.id = p.account_id
      left join accounts w on w.id = v.recorded_by
      where h.id = ${household} and v.visited_on = (${c}.input->>'visited_on')::date
        and not exists (select from encounter_withdrawals x where x.encounter_id = v.id)),
    'places', (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name, 'address', k.address,
        'number', k.number) order by k.id), '[]'::jsonb)
      from households h join households k on k.id <> h.id and k.merged_into is null
        and (k.id = h.merged_into or (h.closed_on is not null and k.closed_on is null and k.kana_key = h.kana_key))
      where h.id = ${household}))`;
}

function runsToday(assignment: Sql): Sql {
  return sql`${assignment}.starts_on <= (select gate.today())
    and (${assignment}.ends_on is null or ${assignment}.ends_on >= (select gate.today()))`;
}
