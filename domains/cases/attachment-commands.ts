import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './attachment-api.ts';
import { mostAttachments } from './attachment-model.ts';
import { openAttachment } from './attachment-opening.ts';
import { readCaseFor } from './case-standing.ts';

/**
 * Attaches a file. What it is follows from its content, whatever it is called; a refused one is named.
 *
 * @throws Refusal `invalid` for one that is too large, empty, or neither a photograph nor a PDF
 */
export async function attachFile(db: Db, input: ParsedInputOf<typeof api.attachFile>, act: Act) {
  const { holder_id } = await readCaseFor(db, 'attach', input.case_id);
  const { type, bytes } = openAttachment(input.file);
  const { member, n } = await db.one(
    z.object({ member: z.boolean(), n: z.int() }),
    sql`select ${input.client_id}::uuid is null or exists (select from case_members m where m.case_id = ${input.case_id}::uuid
        and m.client_id = ${input.client_id}::uuid) as member,
      (select count(*)::int from case_files f where f.case_id = ${input.case_id}::uuid and f.bytes is not null) as n`,
  );
  if (!member)
    throw new Refusal('refused', m.cases_refused_not_member(), { client_id: m.cases_refused_not_member() });
  if (n >= mostAttachments) throw new Refusal('refused', m.cases_refused_files({ most: mostAttachments }));
  await db.run(
    sql`insert into case_files (id, case_id, client_id, facet, name, type, size, bytes, added_by, added_at, holder_id)
      values (${input.id}::uuid, ${input.case_id}::uuid, ${input.client_id}::uuid, ${input.facet}, ${input.file.name}, ${type},
        ${bytes.length}, ${bytes}, ${act.actor.account}::uuid, ${act.now}, ${holder_id}::uuid)`,
  );
  return { id: input.id, case_id: input.case_id };
}

/** @throws Refusal `refused` when it is out already */
export async function takeOutFile(db: Db, input: ParsedInputOf<typeof api.takeOutFile>, act: Act) {
  const { case_id } = await db.one(
    z.object({ case_id: z.uuid() }),
    sql`select case_id from case_files where id = ${input.id}::uuid`,
  );
  await readCaseFor(db, 'attach', case_id);
  const out = await db.run(
    sql`update case_files set bytes = null, taken_out_at = ${act.now}, taken_out_why = ${input.reason}
      where id = ${input.id}::uuid and taken_out_at is null`,
  );
  if (out === 0) throw new Refusal('refused', m.cases_refused_file_out());
  return { id: input.id, case_id };
}
