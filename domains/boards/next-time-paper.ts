import * as z from 'zod';
import { readTown } from '#domains/districts/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay, formatEraDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import { type Block, cellOf, lineOf, linesOf } from '#platform/typesetting/paper.ts';
import { printPaper } from '#platform/typesetting/print.ts';
import type { BoardItem, BoardPromise, ListedMeeting } from './meeting-api.ts';
import { isOpen, outcomeWords } from './model.ts';
import type * as api from './promise-api.ts';
import { readItems, readMeetings, readPromises } from './reading.ts';

/** Empty lines for what is promised at the next meeting. */
const emptyLines = 4;

/**
 * 次回までに on one sheet: what was decided last time, each promise with what became of it, and lines for the next ones.
 *
 * @throws Refusal `not_found`
 */
export async function printNextTime(
  db: Db,
  { id }: ParsedInputOf<typeof api.printNextTime>,
  act: Act,
): Promise<LaterFile> {
  const { town } = await readTown(db, {}, act);
  const meetings = await readMeetings(db, sql`t.board_id = ${id}::uuid`);
  const last = meetings.find(({ state }) => state !== 'planned' && state !== 'cancelled');
  const next = meetings.findLast(({ state }) => state === 'planned');
  const promises = onTheSheet(await readPromises(db, sql`p.board_id = ${id}::uuid`), last);
  const decided = last
    ? await readItems(db, sql`i.meeting_id = ${last.id}::uuid and i.kind = 'decision'`)
    : [];
  const { name, district_name } = await db.one(
    z.object({ name: z.string(), district_name: z.string() }),
    sql`select b.name, d.name as district_name from boards b join districts d on d.id = b.district_id where b.id = ${id}::uuid`,
  );
  return async () => ({
    name: m.boards_paper_file({ district: district_name, day: act.today }),
    type: 'application/pdf',
    bytes: await printPaper({
      title: m.boards_next_time(),
      overline: name,
      motto: last
        ? m.boards_paper_since({ n: last.number, day: formatDay(last.held_on) })
        : m.boards_paper_first(),
      runningHead: m.boards_paper_head({ name }),
      mark: town?.sample ? { word: m.boards_sample(), sentence: m.boards_sample_sentence() } : null,
      facts: [
        { term: m.boards_paper_made(), lines: [formatEraDay(act.today)] },
        { term: m.boards_paper_next(), lines: [sayNext(next, last)] },
      ],
      contentsTitle: null,
      // One section, so that it stays one sheet.
      sections: [
        {
          title: m.boards_paper_promises(),
          newPage: false,
          blocks: [promiseTable(promises), ...decidedBlocks(decided), emptyTable()],
        },
      ],
    }),
  });
}

function decidedBlocks(decided: readonly BoardItem[]): Block[] {
  if (decided.length === 0) return [];
  return [
    { kind: 'heading', text: m.boards_paper_decided() },
    { kind: 'text', lines: decided.map(({ words }) => ({ text: words, item: true })), quiet: false },
  ];
}

/** Open ones, and what was told of at the last meeting or after it. */
function onTheSheet(promises: readonly BoardPromise[], last: ListedMeeting | undefined): BoardPromise[] {
  return promises.filter(
    (one) => isOpen(one.outcome) || (last && one.outcome_on !== null && one.outcome_on >= last.held_on),
  );
}

/** The meeting that was called; before it is, the day that was agreed on. */
function sayNext(next: ListedMeeting | undefined, last: ListedMeeting | undefined): string {
  if (next) return sayMeeting(next);
  return last?.next_on ? formatDay(last.next_on) : m.boards_paper_next_none();
}

function sayMeeting({ held_on, from, place }: ListedMeeting): string {
  return place
    ? m.boards_meeting_line_at({ day: formatDay(held_on), from, place })
    : m.boards_meeting_line({ day: formatDay(held_on), from });
}

function promiseTable(promises: readonly BoardPromise[]): Block {
  if (promises.length === 0) return { kind: 'text', lines: [lineOf(m.boards_promises_none())], quiet: true };
  return {
    kind: 'table',
    caption: m.boards_paper_caption(),
    columns: [
      { head: m.boards_label_what(), share: 5, align: 'start' },
      { head: m.boards_label_who(), share: 2, align: 'start' },
      { head: m.boards_label_until(), share: 3, align: 'start' },
      { head: m.boards_label_outcome(), share: 5, align: 'start' },
    ],
    rows: promises.map((one) => [
      cellOf(one.what, { head: true, notes: [m.boards_promise_from({ n: one.number })] }),
      cellOf(one.who ?? ''),
      cellOf(one.until_on ? formatEraDay(one.until_on) : m.boards_until_next()),
      {
        ...cellOf(''),
        lines: one.outcome
          ? [lineOf(outcomeWords[one.outcome]()), ...linesOf(one.outcome_words ?? '')]
          : [lineOf(m.boards_paper_tick())],
      },
    ]),
    closing: [],
    dense: false,
    notes: [],
  };
}

function emptyTable(): Block {
  return {
    kind: 'table',
    caption: m.boards_paper_new_caption(),
    columns: [
      { head: m.boards_label_what(), share: 8, align: 'start' },
      { head: m.boards_label_who(), share: 4, align: 'start' },
      { head: m.boards_label_until(), share: 4, align: 'start' },
    ],
    rows: Array.from({ length: emptyLines }, () => [
      cellOf(m.boards_paper_blank(), { head: true }),
      cellOf(''),
      cellOf(''),
    ]),
    closing: [],
    dense: false,
    notes: [m.boards_paper_note()],
  };
}
