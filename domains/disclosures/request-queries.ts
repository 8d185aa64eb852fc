import { bodyKinds } from '#domains/posts/bodies.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import * as api from './request-api.ts';

const columns = sql`q.id, q.number, q.kind, q.requester_name, q.requester_is, q.received_on,
  coalesce((select s.due_on from disclosure_steps s where s.request_id = q.id and s.due_on is not null
    order by s.taken_at desc limit 1), q.due_on) as due_on,
  coalesce((select s.step from disclosure_steps s where s.request_id = q.id
    order by s.taken_at desc, s.id desc limit 1), 'received') as state,
  (select s.outcome from disclosure_steps s where s.request_id = q.id and s.outcome is not null limit 1) as outcome`;

/** Deadlines, laws and fees, the newest of a kind of body first. */
export async function listDisclosureRules(
  db: Db,
  _input: ParsedInputOf<typeof api.listDisclosureRules>,
  _act: Act,
): Promise<OutputOf<typeof api.listDisclosureRules>> {
  const rules = await db.all(
    api.listDisclosureRules.output.shape.rules.element,
    sql`select id, body_kind, law, days, extension_days, fee, starts_on from disclosure_rules
      order by array_position(${[...bodyKinds]}::text[], body_kind), starts_on desc, set_at desc`,
  );
  return { rules };
}

/** The requests a body has received, newest first. */
export async function listRequests(
  db: Db,
  { after, limit }: ParsedInputOf<typeof api.listRequests>,
  _act: Act,
): Promise<OutputOf<typeof api.listRequests>> {
  const found = await db.all(
    api.listRequests.output.shape.requests.element,
    sql`select ${columns} from disclosure_requests q
      where ${after ?? null}::uuid is null
        or (q.received_on, q.id) < (select o.received_on, o.id from disclosure_requests o where o.id = ${after ?? null}::uuid)
      order by q.received_on desc, q.id desc
      limit ${limit + 1}`,
  );
  const requests = found.slice(0, limit);
  return { requests, next: found.length > limit ? (requests.at(-1)?.id ?? null) : null };
}

/** One request with everything that was done about it. */
export async function readRequest(
  db: Db,
  { id }: ParsedInputOf<typeof api.readRequest>,
  _act: Act,
): Promise<OutputOf<typeof api.readRequest>> {
  const steps = await db.all(
    api.readRequest.output.shape.steps.element,
    sql`select id, step, outcome, words, due_on, taken_on from disclosure_steps
      where request_id = ${id}::uuid order by taken_at, id`,
  );
  const found = await db.maybe(
    api.readRequest.output.omit({ steps: true }),
    sql`select ${columns}, q.way, q.checked, q.words, q.law, q.fee from disclosure_requests q where q.id = ${id}::uuid`,
  );
  if (!found) throw refuseNotFound();
  return { ...found, steps };
}
