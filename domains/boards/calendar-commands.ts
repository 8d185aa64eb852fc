import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './calendar-api.ts';
import { requireBoard } from './writing.ts';

/** @throws Refusal `not_found`; `refused` where they are shown already */
export async function showBoardDays(db: Db, input: ParsedInputOf<typeof api.showBoardDays>, act: Act) {
  const board = await requireBoard(db, input.board_id);
  const written = await db.run(
    sql`insert into board_calendars (id, board_id, shown_by, shown_at, district_id)
      values (${input.id}::uuid, ${board.id}::uuid, (select gate.actor_post()), ${act.now}, ${board.district_id}::uuid)
      on conflict do nothing`,
  );
  if (written === 0) throw new Refusal('refused', m.boards_days_refused_shown());
  return { id: input.id };
}

/** @throws Refusal `not_found`; `refused` where nobody is shown them */
export async function hideBoardDays(db: Db, { id }: ParsedInputOf<typeof api.hideBoardDays>, act: Act) {
  const board = await requireBoard(db, id);
  const written = await db.run(
    sql`update board_calendars set ended_at = ${act.now}, ended_by = (select gate.actor_post())
      where board_id = ${board.id}::uuid and ended_at is null`,
  );
  if (written === 0) throw new Refusal('refused', m.boards_days_refused_hidden());
  return { id };
}
