import * as z from 'zod';
import { listCodes } from '#domains/codes/queries.ts';
import { readTown } from '#domains/districts/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { encodeCsv } from '#platform/csv.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { writeWorkbook } from '#platform/sheets/write-workbook.ts';
import { joinSql, limitTo, type Sql, sql } from '#platform/sql.ts';
import { printPaper } from '#platform/typesetting/print.ts';
import { isUuid } from '#platform/uuid.ts';
import * as api from './note-api.ts';
import { noteHeadings, noteTable, type PrintedNotes, presentNotes } from './note-paper.ts';
import { noteColumns, noteRows } from './note-reading.ts';

type Narrowed = Omit<ParsedInputOf<typeof api.listNotes>, 'after' | 'limit'>;

/** A note with what it said before. @throws Refusal `not_found` */
export function readNote(
  db: Db,
  { id }: ParsedInputOf<typeof api.readNote>,
  _act: Act,
): Promise<OutputOf<typeof api.readNote>> {
  return db.one(
    api.readNote.output,
    sql`select ${noteColumns}, n.case_id, c.number as case_number, coalesce(k.name, k.called) as client_name,
        coalesce(n.holder_id = any((select gate.bodies_worked_for())::uuid[]), false) as own,
        (select coalesce(jsonb_agg(jsonb_build_object('version', v.version, 'said', v.said, 'reason', v.reason, 'by', b.name,
            'at', to_jsonb(v.written_at) #>> '{}') order by v.version desc), '[]')
          from case_note_versions v left join accounts b on b.id = v.written_by where v.note_id = n.id) as versions
      from ${noteRows} left join cases c on c.id = n.case_id left join clients k on k.id = n.client_id
      where n.id = ${id}::uuid`,
  );
}

/** The notes of a case that the actor may see, the newest first. */
export async function listNotes(
  db: Db,
  input: ParsedInputOf<typeof api.listNotes>,
  _act: Act,
): Promise<OutputOf<typeof api.listNotes>> {
  const conditions = conditionsOf(input);
  if (input.after !== undefined) {
    const [day, id] = [input.after.slice(0, 10), input.after.slice(11)];
    if (!/^\d{4}-\d{2}-\d{2}_/.test(input.after) || !isUuid(id))
      throw new Refusal('invalid', m.platform_refused_unreadable());
    conditions.push(sql`(n.noted_on, n.id) < (${day}::date, ${id}::uuid)`);
  }
  const found = await db.all(
    api.shownNote,
    sql`select ${noteColumns} from ${noteRows} where ${joinSql(conditions, sql` and `)}
      order by n.noted_on desc, n.id desc ${limitTo(input.limit + 1)}`,
  );
  const notes = found.slice(0, input.limit);
  const last = notes.at(-1);
  return { notes, next: found.length > input.limit && last ? `${last.noted_on}_${last.id}` : null };
}

function conditionsOf({ case_id, client, outcome, from, until }: Narrowed): Sql[] {
  const conditions = [sql`n.case_id = ${case_id}::uuid`];
  if (client) conditions.push(sql`n.client_id = ${client}::uuid`);
  if (outcome) conditions.push(sql`n.outcome = ${outcome}`);
  if (from) conditions.push(sql`n.noted_on >= ${from}::date`);
  if (until) conditions.push(sql`n.noted_on <= ${until}::date`);
  return conditions;
}

const writtenNote = api.shownNote.extend({ person: z.string().nullable() });
export type WrittenNote = z.output<typeof writtenNote>;

/**
 * 支援経過記録: the notes of a case in the order in which things happened, without those that were withdrawn.
 *
 * @throws Refusal `not_found`
 */
export async function exportNotes(
  db: Db,
  input: ParsedInputOf<typeof api.exportNotes>,
  act: Act,
): Promise<LaterFile> {
  const head = await db.one(
    z.object({ number: z.string(), holder: z.string() }),
    sql`select c.number, b.name as holder from cases c join bodies b on b.id = c.holder_id where c.id = ${input.case_id}::uuid`,
  );
  const { town } = await readTown(db, {}, act);
  const { entries } = await listCodes(db, {}, act);
  const notes = await db.all(
    writtenNote,
    sql`select ${noteColumns}, coalesce(k.name, k.called) as person
      from ${noteRows} left join clients k on k.id = n.client_id
      where ${joinSql([...conditionsOf(input), sql`nw.note_id is null`], sql` and `)}
      order by n.noted_on, n.at_time nulls last, n.id`,
  );
  const title = m.cases_notes_file({ number: head.number });
  const people = [...new Set(notes.flatMap(({ client_id }) => client_id ?? []))];
  const written = { title, holder: head.holder, notes, codes: entries, sample: town?.sample === true };
  return Object.assign(() => makeFile(input, { ...written, today: act.today }), { people });
}

async function makeFile({ format, encoding }: ParsedInputOf<typeof api.exportNotes>, written: PrintedNotes) {
  const { title, holder, notes, codes } = written;
  if (format === 'csv')
    return {
      name: `${title}.csv`,
      type: 'text/csv',
      bytes: encodeCsv([noteHeadings(), ...noteTable(notes, codes)], encoding),
    };
  if (format === 'xlsx') {
    const columns = noteHeadings().map((heading, i) => ({ heading, width: i === 6 ? 60 : 14 }));
    const sheet = {
      name: m.cases_notes_sheet(),
      columns,
      rows: noteTable(notes, codes),
      head: `${holder} ${title}`,
    };
    return { name: `${title}.xlsx`, ...(await writeWorkbook([sheet])) };
  }
  return { name: `${title}.pdf`, type: 'application/pdf', bytes: await printPaper(presentNotes(written)) };
}
