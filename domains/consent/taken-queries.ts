import * as z from 'zod';
import { type Role, roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { encodeCsv } from '#platform/csv.ts';
import type { Db } from '#platform/db.ts';
import type { FileReply } from '#platform/domain.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import * as api from './taken-api.ts';

type Filter = Omit<ParsedInputOf<typeof api.listTaken>, 'after' | 'limit'>;

const entry = api.listTaken.output.shape.taken.element.extend({ word: z.string() });

/** Newest first; the condition on the word is the index's own (platform/tables.sql). */
function askTaken(db: Db, { from, until, account, word }: Filter, after: string | null, limit: number) {
  return db.all(
    entry,
    sql`select e.number, to_jsonb(e.at) #>> '{}' as at, e.account_id, a.name, e.role, e.operation, e.word, e.outcome,
        cardinality(e.subjects) as records
      from audit_entries e left join accounts a on a.id = e.account_id
      where e.word ~ '(exported|printed|sheet_made|scan\\.read)$|^backup\\.'
        and (${after}::bigint is null or e.number < ${after})
        and (${from ?? null}::date is null or e.at >= ${from ?? null}::date::timestamp at time zone 'Asia/Tokyo')
        and (${until ?? null}::date is null
          or e.at < (${until ?? null}::date + 1)::timestamp at time zone 'Asia/Tokyo')
        and (${account ?? null}::uuid is null or e.account_id = ${account ?? null})
        and (${word ?? null}::text is null or e.word = ${word ?? null})
      order by e.number desc
      limit ${limit}`,
  );
}

/** What was exported, printed and downloaded, by whom and when. */
export async function listTaken(
  db: Db,
  { after, limit, ...filter }: ParsedInputOf<typeof api.listTaken>,
  _act: Act,
): Promise<OutputOf<typeof api.listTaken>> {
  const found = await askTaken(db, filter, after ?? null, limit + 1);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    taken: page.map(({ word: _, ...row }) => row),
    next: found.length > limit && last ? String(last.number) : null,
  };
}

/**
 * The same as a CSV file, whole.
 *
 * @throws Refusal `refused` for more than `mostTakenExported` rows
 */
export async function exportTaken(
  db: Db,
  { encoding, ...filter }: ParsedInputOf<typeof api.exportTaken>,
  act: Act,
): Promise<FileReply & OutputOf<typeof api.exportTaken>> {
  const found = await askTaken(db, filter, null, api.mostTakenExported + 1);
  if (found.length > api.mostTakenExported)
    throw new Refusal('refused', m.consent_refused_taken_long({ most: api.mostTakenExported }));
  const headings = [
    m.consent_audit_number(),
    m.consent_audit_at(),
    m.consent_audit_account(),
    m.consent_taken_name(),
    m.consent_taken_role(),
    m.consent_taken_word(),
    m.consent_audit_outcome(),
    m.consent_taken_records(),
  ];
  const rows = found.map(({ number, at, account_id, name, role, word, outcome, records }) => [
    number,
    at,
    account_id,
    name,
    role !== null && role in roleWords ? roleWords[role as Role]() : role,
    word,
    outcome,
    records,
  ]);
  return {
    name: m.consent_taken_file({ day: act.today }),
    type: 'text/csv',
    bytes: encodeCsv([headings, ...rows], encoding),
    accounts: [...new Set(found.flatMap(({ account_id }) => account_id ?? []))],
  };
}
