import * as z from 'zod';
import { authorOf, dayIn } from '#domains/plan/author.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './export-api.ts';
import { usualExportLimit } from './model.ts';

/** From how many persons on a file wants a second yes today, and everything that was decided about it. */
export async function readExportLimit(
  db: Db,
  _input: ParsedInputOf<typeof api.readExportLimit>,
  _act: Act,
): Promise<OutputOf<typeof api.readExportLimit>> {
  const settings = await db.all(
    api.readExportLimit.output.shape.settings.element,
    sql`select s.id, s.persons, s.starts_on, s.reason, ${authorOf(sql`s`)} as author, ${dayIn(sql`s.written_at`)} as on
      from export_limits s order by s.written_at desc, s.id desc`,
  );
  return { persons: await findExportLimit(db), settings };
}

/** What holds today: of the settings that have begun the one that begins last, and of those the one set last. */
export async function findExportLimit(db: Db): Promise<number> {
  const { persons } = await db.one(
    z.object({ persons: z.int() }),
    sql`select coalesce((select s.persons from export_limits s where s.starts_on <= (select gate.today())
      order by s.starts_on desc, s.written_at desc, s.id desc limit 1), ${usualExportLimit}::int) as persons`,
  );
  return persons;
}

/** What was asked for: everybody's for who approves and checks, one's own otherwise. The newest first. */
export async function listExportRequests(
  db: Db,
  { after, limit }: ParsedInputOf<typeof api.listExportRequests>,
  act: Act,
): Promise<OutputOf<typeof api.listExportRequests>> {
  const found = await db.all(
    api.listExportRequests.output.shape.requests.element,
    sql`select r.id, r.operation, r.persons, r.purpose, ${authorOf(sql`r`)} as author, ${dayIn(sql`r.written_at`)} as on,
        r.author_id = (select gate.actor_account()) as mine,
        case when f.request_id is not null then 'fetched'
          when not d.approved then 'declined'
          when coalesce(d.expires_at, r.expires_at) <= ${act.now}::timestamptz then 'expired'
          when d.approved then 'approved'
          else 'waiting' end as state,
        case when d.request_id is not null then json_build_object('approved', d.approved, 'reason', d.reason,
          'author', ${authorOf(sql`d`)}, 'on', ${dayIn(sql`d.written_at`)}) end as decision,
        ${dayIn(sql`coalesce(d.expires_at, r.expires_at)`)} as until
      from export_requests r
      left join export_decisions d on d.request_id = r.id
      left join export_fetches f on f.request_id = r.id
      where ${after ?? null}::uuid is null
        or (r.written_at, r.id) < (select a.written_at, a.id from export_requests a where a.id = ${after ?? null}::uuid)
      order by r.written_at desc, r.id desc limit ${limit + 1}`,
  );
  const requests = found.slice(0, limit);
  return { requests, next: found.length > limit ? (requests.at(-1)?.id ?? null) : null };
}
