import { createHash } from 'node:crypto';
import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { codeLists, codeListWords, defaultEntries, sisterList, writtenUnasked } from './model.ts';

/** A new town starts with the lists of the national forms; they are its own to change. Listens to `townFounded`. */
export async function listDefaultCodes(db: Db, _founded: unknown, act: Act): Promise<void> {
  const rows = codeLists.flatMap((list) =>
    defaultEntries[list]()
      .split('|')
      .map((entry, i) => {
        const [code = '', label = ''] = entry.split(':');
        return { id: idOfDefault(list, code), list, code, label, sort: i + 1 };
      }),
  );
  await db.run(sql`with r as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        r(id uuid, list text, code text, label text, sort int)),
      entry as (insert into code_entries (id, list, code, sort, starts_on, added_at)
        select id, list, code, sort, '2015-04-01', ${act.now} from r on conflict do nothing)
    insert into code_wordings (entry_id, from_on, label, written_at)
    select id, '2015-04-01', label, ${act.now} from r on conflict do nothing`);
}

/** The same in every town, so that two towns with the same lists answer alike. */
function idOfDefault(list: string, code: string): string {
  const hex = createHash('sha256').update(`code:${list}:${code}`).digest('hex');
  return `018e9550-0000-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}

/**
 * Adds an entry to a list. A code that was there once is not used again: what it meant stays readable. Nor is one of the list
 * that stands beside it in counts, where it would mean something else.
 *
 * @throws Refusal `invalid`
 */
export async function addCode(db: Db, input: ParsedInputOf<typeof api.addCode>, act: Act) {
  const sister = sisterList[input.list];
  if (sister && (await isCodeOf(db, sister, input.code))) {
    const says = m.codes_refused_other_meaning({ list: codeListWords[sister]() });
    throw new Refusal('invalid', says, { code: says });
  }
  const written = await db.run(
    sql`with entry as (insert into code_entries (id, list, code, sort, starts_on, added_at)
        select ${input.id}::uuid, ${input.list}, ${input.code},
          (select coalesce(max(sort), 0) + 1 from code_entries where list = ${input.list}), ${input.starts_on}::date,
          ${act.now}
        where not exists (select from code_entries where list = ${input.list} and code = ${input.code})
        returning id)
      insert into code_wordings (entry_id, from_on, label, written_at)
      select id, ${input.starts_on}::date, ${input.label}, ${act.now} from entry`,
  );
  if (written === 0) throw new Refusal('invalid', m.codes_refused_twice(), { code: m.codes_refused_twice() });
  return { id: input.id };
}

async function isCodeOf(db: Db, list: string, code: string): Promise<boolean> {
  const { found } = await db.one(
    z.object({ found: z.boolean() }),
    sql`select exists (select from code_entries where list = ${list} and code = ${code}) as found`,
  );
  return found;
}

/**
 * Says what an entry is called from a day on. What it was called before stays with the records of before.
 *
 * @throws Refusal `invalid` for a day on which it was worded already, or before the entry began
 */
export async function rewordCode(db: Db, input: ParsedInputOf<typeof api.rewordCode>, act: Act) {
  const { found, written } = await db.one(
    z.object({ found: z.boolean(), written: z.boolean() }),
    sql`with entry as (select id, starts_on from code_entries where id = ${input.id}::uuid),
      wording as (insert into code_wordings (entry_id, from_on, label, written_at)
        select id, ${input.from_on}::date, ${input.label}, ${act.now} from entry e
        where e.starts_on <= ${input.from_on}::date and not exists (select from code_wordings w
          where w.entry_id = e.id and w.from_on >= ${input.from_on}::date)
        returning entry_id)
      select exists (select from entry) as found, exists (select from wording) as written`,
  );
  if (!found) throw refuseNotFound();
  if (!written)
    throw new Refusal('invalid', m.codes_refused_wording_day(), { from_on: m.codes_refused_wording_day() });
  return { id: input.id };
}

/**
 * Takes an entry out of what forms offer after a day. Records that bear it stay as they are.
 *
 * @throws Refusal `invalid` for a day before it began; `refused` for what is written without a form that offers it
 */
export async function endCode(db: Db, input: ParsedInputOf<typeof api.endCode>, _act: Act) {
  const { unasked, found, written } = await db.one(
    z.object({ unasked: z.boolean(), found: z.boolean(), written: z.boolean() }),
    sql`with entry as (select id, starts_on, ${JSON.stringify(writtenUnasked)}::jsonb -> list ? code as unasked from code_entries
        where id = ${input.id}::uuid),
      ended as (update code_entries c set ends_on = ${input.ends_on}::date from entry e
        where c.id = e.id and e.unasked is not true and e.starts_on <= ${input.ends_on}::date returning c.id)
      select coalesce((select unasked from entry), false) as unasked, exists (select from entry) as found, exists (select from ended) as written`,
  );
  if (!found) throw refuseNotFound();
  if (unasked) throw new Refusal('refused', m.codes_refused_unasked());
  if (!written) throw new Refusal('invalid', m.codes_refused_end(), { ends_on: m.codes_refused_end() });
  return { id: input.id };
}
