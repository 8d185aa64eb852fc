import { answerColumns, answerValues } from '#domains/items/answering.ts';
import type { CheckedAnswers } from '#domains/items/checking.ts';
import { type Sql, sql } from '#platform/sql.ts';

interface AnsweredSheet {
  readonly id: string;
  /** Null: nothing was said, and every answer comes along. */
  readonly answers: CheckedAnswers | null;
}

/**
 * The common table expressions that answer a town's own items for new sheets. They read `sheet`, the new sheets, and
 * `from(next_id, id)`, the sheets whose answers come along: what is not answered anew, because nothing was said of it or
 * because it is no longer asked, comes from there.
 */
export function answerSheets(sheets: readonly AnsweredSheet[], from: Sql): Sql {
  const asked = sheets.flatMap(({ id, answers }) => (answers?.asked ?? []).map((item) => ({ id, item })));
  const rows = sheets.flatMap(({ id, answers }) =>
    (answers?.rows ?? []).map((row) => ({ ...row, sheet_id: id })),
  );
  const into = sql`insert into tally_sheet_answers (sheet_id, ${answerColumns}, district_id, holder_id)`;
  return sql`carried as (${into}
      select s.id, a.item_id, a.part, a.option_id, a.number, a.day, a.words, s.district_id, s.group_id
      from sheet s
      join ${from} b on b.next_id = s.id
      join tally_sheet_answers a on a.sheet_id = b.id
      where not exists (select from unnest(${asked.map(({ id }) => id)}::uuid[], ${asked.map(({ item }) => item)}::uuid[])
        k(sheet_id, item_id) where k.sheet_id = s.id and k.item_id = a.item_id)),
    ${
      rows.length > 0
        ? sql`answered as (${into}
      select s.id, ${answerValues}, s.district_id, s.group_id
      from sheet s
      join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(sheet_id uuid, item_id uuid, part smallint,
        option_id uuid, number integer, day date, words text) on r.sheet_id = s.id),`
        : sql``
    }`;
}
