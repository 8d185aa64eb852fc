import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './calendar-api.ts';

/** @throws never */
export async function listShownBoards(
  db: Db,
  { district }: ParsedInputOf<typeof api.listShownBoards>,
  _act: Act,
): Promise<OutputOf<typeof api.listShownBoards>> {
  const where = district ? sql`b.district_id = ${district}::uuid` : sql`true`;
  const boards = await db.all(
    api.listShownBoards.output.shape.boards.element,
    sql`select b.id, b.name from gate.boards_shown() b join districts d on d.id = b.district_id where ${where} order by d.sort, d.code, b.id`,
  );
  return { boards };
}

/** @throws Refusal `not_found` for a table that shows nobody its days, and for none: both alike */
export async function readShownBoard(
  db: Db,
  { id }: ParsedInputOf<typeof api.readShownBoard>,
  _act: Act,
): Promise<OutputOf<typeof api.readShownBoard>> {
  const board = await db.one(
    api.readShownBoard.output.pick({ name: true }),
    sql`select b.name from gate.boards_shown() b where b.id = ${id}::uuid`,
  );
  const days = await db.all(
    api.readShownBoard.output.shape.days.element,
    sql`select t.id, t.held_on, to_char(t.from_time, 'HH24:MI') as from, to_char(t.until_time, 'HH24:MI') as until, t.place, t.cancelled
      from gate.board_days_shown() t where t.board_id = ${id}::uuid order by t.held_on, t.from_time, t.id`,
  );
  return { ...board, days };
}
