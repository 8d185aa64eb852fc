import * as z from 'zod';
import { authorColumns, authorValues, takeTurns } from '#domains/plan/author.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { RecordsLeave } from '#platform/bulk.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './export-api.ts';
import { findExportLimit } from './export-queries.ts';
import { daysForAnswer, daysForFetching } from './model.ts';
import { refusePastStart } from './retention.ts';

/** Decides from how many persons on a file wants a second yes, from a day on. @throws Refusal `invalid` for a past day */
export async function setExportLimit(db: Db, input: ParsedInputOf<typeof api.setExportLimit>, act: Act) {
  refusePastStart(input.starts_on, act);
  await db.run(
    sql`insert into export_limits (id, persons, starts_on, reason, written_at, ${authorColumns})
      values (${input.id}, ${input.persons}, ${input.starts_on}, ${input.reason}, ${act.now}, ${authorValues})`,
  );
  return { id: input.id };
}

/**
 * Listens to every file of personal records on its way out. Below the town's limit it goes. From the limit on it goes once
 * for each yes that somebody else gave to the same post, for the same question and no fewer persons.
 *
 * @throws Refusal `approval_needed`; its field `asked` is what `requestExport` wants
 */
export async function letRecordsLeave(db: Db, { operation, inputHash, persons }: RecordsLeave, act: Act) {
  const limit = await findExportLimit(db);
  if (persons < limit) return;
  const hash = inputHash.toString('hex');
  await takeTurns(db, `${act.actor.account} ${operation} ${hash}`);
  const fetched = await db.run(
    sql`insert into export_fetches (request_id, persons, requested_by, fetched_at)
      select r.id, ${persons}::int, r.author_id, ${act.now}
      from export_requests r join export_decisions d on d.request_id = r.id
      where r.author_id = (select gate.actor_account()) and r.post_id = (select gate.actor_post())
        and r.operation = ${operation} and r.input_hash = ${inputHash} and r.persons >= ${persons}::int
        and d.approved and d.expires_at > ${act.now}::timestamptz
        and not exists (select from export_fetches f where f.request_id = r.id)
      order by d.expires_at limit 1`,
  );
  if (fetched === 0)
    throw new Refusal('approval_needed', m.disposals_refused_export({ persons, limit }), {
      asked: `${operation}:${persons}:${hash}`,
    });
}

/** Asks for a file that is too large to be fetched without a second person. */
export async function requestExport(db: Db, input: ParsedInputOf<typeof api.requestExport>, act: Act) {
  const [operation, persons, hash] = input.asked.split(':');
  await db.run(
    sql`insert into export_requests (id, operation, input_hash, persons, purpose, post_id, expires_at, written_at,
        ${authorColumns})
      values (${input.id}, ${operation}, ${Buffer.from(hash ?? '', 'hex')}, ${Number(persons)}, ${input.purpose},
        (select gate.actor_post()), ${act.now}::timestamptz + make_interval(days => ${daysForAnswer}::int), ${act.now},
        ${authorValues})`,
  );
  return { id: input.id };
}

/**
 * Says yes or no to a large export.
 *
 * @throws Refusal `refused` to who asked, when it was answered before, and when it has waited too long
 */
export async function decideExport(db: Db, input: ParsedInputOf<typeof api.decideExport>, act: Act) {
  await takeTurns(db, input.id);
  const request = await db.maybe(
    z.object({ mine: z.boolean(), decided: z.boolean(), expired: z.boolean(), author_id: z.uuid() }),
    sql`select r.author_id, r.author_id = (select gate.actor_account()) as mine,
        exists (select from export_decisions d where d.request_id = r.id) as decided,
        r.expires_at <= ${act.now}::timestamptz as expired
      from export_requests r where r.id = ${input.id}::uuid`,
  );
  if (!request) throw refuseNotFound();
  if (request.mine) throw new Refusal('refused', m.disposals_refused_own_export());
  if (request.decided) throw new Refusal('refused', m.disposals_refused_decided());
  if (request.expired) throw new Refusal('refused', m.disposals_refused_expired());
  if (!input.approved && input.reason === null)
    throw new Refusal('invalid', m.disposals_field_reason(), { reason: m.disposals_field_reason() });
  await db.run(
    sql`insert into export_decisions (request_id, approved, reason, expires_at, requested_by, written_at, ${authorColumns})
      values (${input.id}, ${input.approved}, ${input.reason},
        ${act.now}::timestamptz + make_interval(days => ${daysForFetching}::int), ${request.author_id}, ${act.now},
        ${authorValues})`,
  );
  return { id: input.id };
}
