import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './imports-api.ts';

const shown = sql`i.id, i.kind, i.file_name, i.received_from, i.rows_read, i.rows_new, i.rows_known, i.counted,
  to_char(i.first_month, 'YYYY-MM') as first_month, to_char(i.last_month, 'YYYY-MM') as last_month,
  a.name as imported_by_name, to_jsonb(i.imported_at) #>> '{}' as imported_at, w.import_id is not null as withdrawn`;
const joined = sql`left join accounts a on a.id = i.imported_by
  left join ledger_import_withdrawals w on w.import_id = i.id`;

/** The body's imports, the newest first, by key. */
export async function listLedgerImports(
  db: Db,
  input: ParsedInputOf<typeof api.listLedgerImports>,
  _act: Act,
): Promise<OutputOf<typeof api.listLedgerImports>> {
  const [moment, id] = input.after?.split('_') ?? [];
  const found = await db.all(
    api.listLedgerImports.output.shape.imports.element.extend({ key: z.string() }),
    sql`select ${shown}, to_char(i.imported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '_' || i.id as key
      from ledger_imports i ${joined}
      where i.body_id = any((select gate.bodies_of_actor())::uuid[])
        ${moment && id ? sql`and (i.imported_at, i.id) < (${moment}::timestamptz, ${id}::uuid)` : sql``}
      order by i.imported_at desc, i.id desc limit ${input.limit + 1}`,
  );
  const page = found.slice(0, input.limit);
  return {
    imports: page.map(({ key: _, ...one }) => one),
    next: found.length > input.limit ? (page.at(-1)?.key ?? null) : null,
  };
}

const receipt = api.readLedgerImport.output.omit({ withdrawal: true }).extend({
  withdrawn_reason: z.string().nullable(),
  withdrawn_at: z.string().nullable(),
  withdrawn_by_name: z.string().nullable(),
});

/** 受領書: which file, who took it in, when, for whom, and what came of it. */
export async function readLedgerImport(
  db: Db,
  input: ParsedInputOf<typeof api.readLedgerImport>,
  _act: Act,
): Promise<OutputOf<typeof api.readLedgerImport>> {
  const { withdrawn_reason, withdrawn_at, withdrawn_by_name, ...one } = await db.one(
    receipt,
    sql`select ${shown}, i.file_form, i.file_bytes, encode(i.file_hash, 'hex') as file_hash, i.reason, b.name as body_name,
        (select coalesce(array_agg(d.name order by d.sort), '{}') from districts d where d.id = any(i.district_ids))
          as districts,
        w.reason as withdrawn_reason, to_jsonb(w.withdrawn_at) #>> '{}' as withdrawn_at, p.name as withdrawn_by_name
      from ledger_imports i ${joined}
      join bodies b on b.id = i.body_id
      left join accounts p on p.id = w.withdrawn_by
      where i.id = ${input.id}::uuid`,
  );
  const withdrawal =
    withdrawn_reason === null || withdrawn_at === null
      ? null
      : { reason: withdrawn_reason, withdrawn_at, withdrawn_by_name };
  return { ...one, withdrawal };
}
