import * as z from 'zod';
import { listItemsOf } from '#domains/items/answering.ts';
import { answers, cellOfAnswer } from '#domains/items/model.ts';
import { authorOf, dayIn } from '#domains/plan/author.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { type WrittenSheet, writeWorkbook } from '#platform/sheets/write-workbook.ts';
import { sql } from '#platform/sql.ts';
import { readLastYear } from './answers-queries.ts';
import { compareSheet } from './compare-sheet.ts';
import { askedOn, ownAnswersOf } from './own-items.ts';
import { explainOwnColumn, type OwnColumn, offersList, ownColumns, writeOwnColumn } from './own-sheet.ts';
import { answered, body, type InquiryHead, itemState, type Rule } from './parts.ts';
import { bodyJson, itemTables, newestAnswer, readHead, readRuleOf, stateOfItem } from './reading.ts';
import { sayCourse, sayGrade, sayWordedGrade } from './rule.ts';
import { writeColumns } from './sheet-columns.ts';
import * as api from './sheets-api.ts';

const sheetItem = answered.extend({
  id: z.uuid(),
  number: z.int(),
  name: z.string(),
  body,
  version: z.int(),
  state: itemState,
  own_answers: answers,
});
export type SheetItem = z.output<typeof sheetItem>;

/** The items of an inquiry, of one owner or (null) all, with their newest answer. */
export function readSheetItems(db: Db, inquiry: string, owner: string | null): Promise<SheetItem[]> {
  return db.all(
    sheetItem,
    sql`select i.id, i.number, i.name, ${bodyJson} as body, coalesce(a.version, 0) as version,
        ${stateOfItem} as state, a.results, a.amount, a.grade, a.grade_reason, a.course, a.remarks,
        ${ownAnswersOf(newestAnswer)} as own_answers
      from ${itemTables} where i.inquiry_id = ${inquiry} and (${owner}::uuid is null or i.body_id = ${owner}::uuid)
      order by i.number`,
  );
}

/**
 * An owner's sheet to answer on: a row for each project with last year's text beside, what was saved so far, and a second
 * sheet that says how it is filled in.
 *
 * @throws Refusal `not_found` for an owner that was not asked
 */
export async function makeAnswerSheet(
  db: Db,
  { inquiry_id, body: asked }: ParsedInputOf<typeof api.makeAnswerSheet>,
  act: Act,
): Promise<LaterFile> {
  const inquiry = await readHead(db, inquiry_id);
  const owner = asked ?? act.actor.body;
  const items = await readSheetItems(db, inquiry_id, owner);
  const rule = await readRuleOf(db, inquiry_id);
  const last = await readLastYear(db, sql`i.inquiry_id = ${inquiry_id} and i.body_id = ${owner}::uuid`, act);
  const own = ownColumns(await readAsked(db, inquiry));
  const [first] = items;
  if (!first) throw refuseNotFound();
  const rows = items.map((item) => {
    const said = last.find(({ item_id }) => item_id === item.id)?.last_year;
    return [
      `${item.id}/${item.version}`,
      item.number,
      item.name,
      said?.answer.results ?? null,
      said ? sayWordedGrade(said.answer.grade, said.grade_wording) : null,
      said?.course_wording ?? null,
      item.results,
      item.amount,
      item.grade === null ? null : sayGrade(rule, item.grade),
      item.grade_reason,
      item.course === null ? null : sayCourse(rule, item.course),
      item.remarks,
      ...own.map((column) => cellOfAnswer(column.item, item.own_answers[column.item.id])),
    ];
  });
  const how = explain(inquiry, rule, { owner: first.body.name, own });
  const sheet: WrittenSheet = {
    name: m.projects_sheet_answers(),
    columns: [
      ...writeColumns(how.lists),
      ...own.map((column) => writeOwnColumn(column, how.lists.own.get(column))),
    ],
    rows,
    guarded: true,
    head: m.projects_sheet_head({ title: inquiry.title, body: first.body.name }),
  };
  return async () => ({
    name: m.projects_sheet_file({ title: inquiry.title, body: first.body.name }),
    ...(await writeWorkbook([sheet, how.sheet])),
  });
}

/** The second sheet: the instruction, and the grades and courses from which the first one lets choose. */
function explain(
  inquiry: InquiryHead,
  rule: Rule,
  { owner, own }: { owner: string; own: readonly OwnColumn[] },
) {
  const rows: [string, string][] = [
    [m.projects_sheet_how_title(), inquiry.title],
    [m.projects_label_body(), owner],
    [m.projects_label_due_on(), formatDay(inquiry.due_on)],
    [m.projects_label_instruction(), inquiry.instruction],
    [m.projects_sheet_how_back(), m.projects_sheet_how_back_text()],
    [m.projects_label_how(), rule.how],
  ];
  const grades = rule.grades.map(({ code, criterion }): [string, string] => [
    sayGrade(rule, code),
    criterion,
  ]);
  const courses = rule.courses.map(({ code }): [string, string] => [
    sayCourse(rule, code),
    m.projects_label_course(),
  ]);
  const ownHow = own.map((column): [string, string] => [column.heading, explainOwnColumn(column)]);
  const name = m.projects_sheet_how();
  const range = (from: number, n: number) => `'${name}'!$A$${from}:$A$${from + n - 1}`;
  // The headings are row 1.
  const firstGrade = rows.length + 2;
  const offered = own.filter(offersList);
  const firstOwn = firstGrade + grades.length + courses.length + own.length;
  const ownLists = new Map<OwnColumn, string>();
  const ownWords: [string, string][] = [];
  for (const column of offered) {
    const { options } = column.item;
    ownLists.set(column, range(firstOwn + ownWords.length, options.length));
    ownWords.push(...options.map(({ label }): [string, string] => [label, column.heading]));
  }
  const sheet: WrittenSheet = {
    name,
    columns: [
      { heading: m.projects_sheet_how_what(), width: 24 },
      { heading: m.projects_sheet_how_text(), width: 90 },
    ],
    rows: [...rows, ...grades, ...courses, ...ownHow, ...ownWords],
    guarded: true,
  };
  const lists = {
    grade: range(firstGrade, grades.length),
    course: range(firstGrade + grades.length, courses.length),
    own: ownLists,
  };
  return { sheet, lists };
}

/** A sheet that came back, with what it would change or what keeps it from being taken in. */
export async function readAnswerSheet(
  db: Db,
  { id }: ParsedInputOf<typeof api.readAnswerSheet>,
  _act: Act,
): Promise<OutputOf<typeof api.readAnswerSheet>> {
  const { inquiry_id, ...kept } = await db.one(
    api.readAnswerSheet.output
      .pick({ id: true, name: true, answered_by: true, author: true, on: true, taken_on: true })
      .extend({ inquiry_id: z.uuid() }),
    sql`select s.id, s.inquiry_id, s.name, s.answered_by, ${authorOf(sql`s`)} as author, ${dayIn(sql`s.written_at`)} as on,
        (select ${dayIn(sql`t.written_at`)} from answer_sheet_takings t where t.sheet_id = s.id) as taken_on
      from answer_sheets s where s.id = ${id}`,
  );
  const inquiry = await readHead(db, inquiry_id);
  const compared = await readComparison(db, id, inquiry);
  return { ...kept, inquiry, ...compared };
}

/** The town's own items that an inquiry asks. */
async function readAsked(db: Db, { sent_on }: InquiryHead) {
  return askedOn(await listItemsOf(db, 'project_answer'), sent_on);
}

/** What a kept sheet says beside what stands now. */
export async function readComparison(db: Db, sheet: string, inquiry: InquiryHead) {
  const { bytes } = await db.one(
    z.object({ bytes: z.instanceof(Buffer) }),
    sql`select bytes from answer_sheets where id = ${sheet}`,
  );
  const rule = await readRuleOf(db, inquiry.id);
  return compareSheet(bytes, {
    stage: inquiry.stage,
    rule,
    items: await readSheetItems(db, inquiry.id, null),
    asked: await readAsked(db, inquiry),
    sentOn: inquiry.sent_on,
  });
}
