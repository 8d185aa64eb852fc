import type { Act } from '#platform/act.ts';
import { daysOfFiscalYear, fiscalYearOf } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { isOpen } from './model.ts';
import { readItems, readMeetings, readPromises } from './reading.ts';

export * from './area-queries.ts';
export * from './calendar-queries.ts';
export * from './group-queries.ts';
export * from './meeting-queries.ts';
export * from './next-time-paper.ts';
export * from './support-queries.ts';
export * from './tried-queries.ts';

/** Tables in the order of the districts. */
export async function listBoards(
  db: Db,
  _input: ParsedInputOf<typeof api.listBoards>,
  act: Act,
): Promise<OutputOf<typeof api.listBoards>> {
  const { first, last } = daysOfFiscalYear(fiscalYearOf(act.today));
  const boards = await db.all(
    api.listBoards.output.shape.boards.element,
    sql`select b.id, b.district_id, d.name as district_name, b.name, b.started_on, b.met, b.last_on, b.next_on,
        coalesce(b.district_id = any((select gate.districts_of_boards())::uuid[]), false) as kept
      from gate.boards_counted(${first}::date, ${last}::date) b join districts d on d.id = b.district_id
      order by d.sort, d.code, b.id`,
  );
  const without = await db.all(
    api.listBoards.output.shape.without.element,
    sql`select d.id, d.name from districts d
      where d.id = any((select gate.districts_coordinated())::uuid[]) and (d.ends_on is null or d.ends_on >= ${act.today}::date)
        and not exists (select from boards b where b.district_id = d.id)
      order by d.sort, d.code`,
  );
  return { boards, without };
}

/** @throws Refusal `not_found` */
export async function readBoard(
  db: Db,
  { id }: ParsedInputOf<typeof api.readBoard>,
  act: Act,
): Promise<OutputOf<typeof api.readBoard>> {
  const { shape } = api.readBoard.output;
  const board = await db.one(
    api.readBoard.output.pick({
      id: true,
      district_id: true,
      district_name: true,
      name: true,
      started_on: true,
      usual: true,
      version: true,
      days_shown_at: true,
    }),
    sql`select b.id, b.district_id, d.name as district_name, b.name, b.started_on, b.usual, b.version,
        (select to_jsonb(c.shown_at) #>> '{}' from board_calendars c where c.board_id = b.id and c.ended_at is null) as days_shown_at
      from boards b join districts d on d.id = b.district_id where b.id = ${id}::uuid`,
  );
  const members = await db.all(
    shape.members.element,
    sql`select s.id, s.name, s.belongs, s.part, s.starts_on, s.ends_on,
        s.starts_on <= ${act.today}::date and (s.ends_on is null or s.ends_on >= ${act.today}::date) as sits
      from board_members s where s.board_id = ${id}::uuid
      order by array_position(array['chair', 'deputy', 'secretary', 'member', 'coordinator'], s.part), s.starts_on, s.id`,
  );
  const promises = await readPromises(db, sql`p.board_id = ${id}::uuid`);
  return {
    ...board,
    members,
    meetings: await readMeetings(db, sql`t.board_id = ${id}::uuid`),
    promises: promises.filter(({ outcome }) => isOpen(outcome)),
    closed: promises.filter(({ outcome }) => !isOpen(outcome)).reverse(),
    waiting: await readItems(db, sql`i.board_id = ${id}::uuid and i.meeting_id is null`),
  };
}
