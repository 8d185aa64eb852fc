import { answerColumns, answerRows, answerValues } from '#domains/items/answering.ts';
import type { CheckedAnswers } from '#domains/items/checking.ts';
import { type Sql, sql } from '#platform/sql.ts';

/**
 * The common table expressions that answer a town's own items for a new sheet. They read `sheet`, the new sheets, and
 * `before(next_id, id)`, which sheets they follow: what is not answered anew, because nothing was said of it or because
 * it is no longer asked, comes along from there.
 */
export function answerSheets(answers: CheckedAnswers | null): Sql {
  return sql`carried as (insert into tally_sheet_answers (sheet_id, ${answerColumns}, district_id, holder_id)
      select s.id, a.item_id, a.part, a.option_id, a.number, a.day, a.words, s.district_id, s.group_id
      from sheet s
      join before b on b.next_id = s.id
      join tally_sheet_answers a on a.sheet_id = b.id and a.item_id <> all(${answers?.asked ?? []}::uuid[])),
    ${
      answers && answers.rows.length > 0
        ? sql`answered as (insert into tally_sheet_answers (sheet_id, ${answerColumns}, district_id, holder_id)
      select s.id, ${answerValues}, s.district_id, s.group_id from sheet s, ${answerRows(answers)}),`
        : sql``
    }`;
}
