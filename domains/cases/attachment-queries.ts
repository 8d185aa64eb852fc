import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import * as api from './attachment-api.ts';

/** What is attached to a case, the newest first, of each what it is and not what it holds. */
export async function listCaseFiles(
  db: Db,
  { case_id }: ParsedInputOf<typeof api.listCaseFiles>,
  _act: Act,
): Promise<OutputOf<typeof api.listCaseFiles>> {
  return {
    files: await db.all(
      api.listCaseFiles.output.shape.files.element,
      sql`select f.id, f.client_id, coalesce(k.name, k.called) as client_name, f.facet, f.name, f.type, f.size,
          (f.added_at at time zone 'Asia/Tokyo')::date as added_on, a.name as by, f.taken_out_why
        from case_files f left join clients k on k.id = f.client_id left join accounts a on a.id = f.added_by
        where f.case_id = ${case_id}::uuid
        order by f.added_at desc, f.id desc`,
    ),
  };
}

/** @throws Refusal `not_found`; `refused` when its content was taken out */
export async function readCaseFile(db: Db, { id }: ParsedInputOf<typeof api.readCaseFile>, _act: Act) {
  const { bytes, client_id, ...file } = await db.one(
    z.object({
      name: z.string(),
      type: z.string(),
      bytes: z.instanceof(Buffer).nullable(),
      client_id: z.uuid().nullable(),
    }),
    sql`select name, type, bytes, client_id from case_files where id = ${id}::uuid`,
  );
  if (bytes === null) throw new Refusal('refused', m.cases_refused_file_out());
  return { ...file, bytes, people: client_id === null ? [] : [client_id] };
}
