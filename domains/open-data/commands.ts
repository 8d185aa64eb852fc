import { createHash } from 'node:crypto';
import { sealTable } from '#domains/ledgers/sealed-table.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { readStandardTable } from './file-form.ts';
import type * as api from './import-api.ts';
import { compareList } from './import-queries.ts';
import { setForms } from './standard-sets.ts';

/** How long a list that was sent waits. */
const keptForHours = 24;

/** @throws Refusal `invalid` for a file that is no table */
export async function sendStandardFile(db: Db, input: ParsedInputOf<typeof api.sendStandardFile>, act: Act) {
  const bytes = Buffer.from(input.file.base64, 'base64');
  const { form, table } = await readStandardTable(bytes);
  const expires = new Date(act.now.getTime() + keptForHours * 3_600_000);
  await db.run(sql`insert into standard_files (id, set, name, form, hash, sealed, rows, post_id, sent_at, expires_at)
    values (${input.id}::uuid, ${input.set}, ${input.file.name}, ${form}, ${createHash('sha256').update(bytes).digest()},
      ${await sealTable(table, input.id)}, ${table.rows.length}, (select gate.actor_post()), ${act.now}::timestamptz,
      ${expires}::timestamptz)`);
  return { id: input.id };
}

/**
 * Makes the town's list of a set say what the file says: all of it or nothing.
 *
 * @throws Refusal `refused` when something is wrong with it, when it is not what was looked at, or when it changes nothing
 */
export async function importStandardFile(
  db: Db,
  input: ParsedInputOf<typeof api.importStandardFile>,
  act: Act,
) {
  // One list after the other: what was compared stays as it is until this one stands.
  await db.run(sql`select pg_advisory_xact_lock(hashtext('standard_rows'))`);
  const { file, examined, fresh, changed, gone } = await compareList(db, input.id, act);
  if (examined.problems.length > 0)
    throw new Refusal('refused', m.open_data_refused_problems({ n: examined.problems.length }));
  const asLookedAt =
    file.hash === input.hash &&
    fresh.length === input.new &&
    changed.length === input.changed &&
    gone.length === input.gone;
  if (!asLookedAt) throw new Refusal('refused', m.open_data_refused_changed());
  if (fresh.length + changed.length + gone.length === 0)
    throw new Refusal('refused', m.open_data_refused_same());
  if (input.as_of > act.today)
    throw new Refusal('invalid', m.open_data_field_as_of(), { as_of: m.open_data_field_as_of() });
  await db.run(sql`insert into standard_imports (id, set, file_name, file_form, file_hash, as_of, rows_read, rows_new, rows_changed,
      rows_gone, repairs, post_id, imported_at)
    values (${input.import_id}::uuid, ${file.set}, ${file.name}, ${file.form}, decode(${file.hash}, 'hex'), ${input.as_of}::date,
      ${examined.rows.length}, ${fresh.length}, ${changed.length}, ${gone.length}, ${examined.repairs.length},
      (select gate.actor_post()), ${act.now}::timestamptz)`);
  await db.run(
    sql`delete from standard_rows where set = ${file.set} and key = any(${gone.map(({ key }) => key)}::text[])`,
  );
  const written = [...fresh, ...changed].map(({ key, cells }) => ({ key, cells }));
  await db.run(sql`insert into standard_rows (set, key, contents, import_id)
    select ${file.set}, r.key, r.cells, ${input.import_id}::uuid
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as r(key text, cells jsonb)
    on conflict (set, key) do update set contents = excluded.contents, import_id = excluded.import_id`);
  await db.run(sql`delete from standard_files where id = ${input.id}::uuid`);
  return { id: input.import_id };
}

/** @throws Refusal `not_found` */
export async function discardStandardFile(
  db: Db,
  { id }: ParsedInputOf<typeof api.discardStandardFile>,
  _act: Act,
) {
  const gone = await db.run(sql`delete from standard_files where id = ${id}::uuid`);
  if (gone === 0) throw refuseNotFound();
  return { id };
}

/** @throws Refusal `invalid` for a column that the standard has for certain, or has not at all */
export async function chooseStandardColumns(
  db: Db,
  input: ParsedInputOf<typeof api.chooseStandardColumns>,
  act: Act,
) {
  const free = setForms[input.set].columns.filter(({ source }) => source === 'mem').map(({ id }) => id);
  if (input.left_out.some((one) => !free.includes(one)))
    throw new Refusal('invalid', m.open_data_field_left_out(), { left_out: m.open_data_field_left_out() });
  await db.run(sql`insert into standard_column_choices (id, set, left_out, chosen_by, chosen_at)
    values (${input.id}::uuid, ${input.set}, ${input.left_out}::text[], (select gate.actor_post()), ${act.now}::timestamptz)`);
  return { id: input.id };
}
