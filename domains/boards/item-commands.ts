import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './meeting-api.ts';
import { forgetAfter, voiceKinds } from './model.ts';
import { openMeeting, refuseField, requireBoard } from './writing.ts';

/**
 * @throws Refusal `not_found`; `refused` for minutes that were confirmed; `invalid` without words, for a theme that was not released, and
 *   for anything but a voice without a meeting
 */
export async function writeBoardItem(db: Db, input: ParsedInputOf<typeof api.writeBoardItem>, act: Act) {
  const board = await requireBoard(db, input.board_id);
  const meeting = input.meeting_id ? await openMeeting(db, input.meeting_id, 'write') : null;
  if (meeting && meeting.board_id !== board.id)
    throw new Refusal('not_found', m.platform_refused_not_found());
  if (!meeting && !(voiceKinds as readonly string[]).includes(input.kind))
    throw refuseField('kind', m.boards_field_kind());
  const theme = input.kind === 'theme' ? await readTheme(db, input.theme_id) : null;
  const words = theme?.words ?? input.words;
  if (words === null) throw refuseField('words', m.boards_field_words());
  await db.run(
    sql`insert into board_items (id, board_id, meeting_id, kind, words, said_by, theme_id, written_by, written_at, forget_after,
        district_id, holder_id)
      values (${input.id}::uuid, ${board.id}::uuid, ${meeting?.id ?? null}::uuid, ${input.kind}, ${words},
        ${theme ? null : input.said_by}, ${theme?.id ?? null}::uuid, (select gate.actor_post()), ${act.now},
        ${forgetAfter(act.today)}::date, ${board.district_id}::uuid, ${board.holder_id}::uuid)`,
  );
  return { id: input.id };
}

/** As it was reworded and released; what it was made from stays at the window. */
async function readTheme(db: Db, id: string | undefined) {
  const theme = await db.maybe(
    z.object({ id: z.uuid(), words: z.string() }),
    sql`select id, title || E'\n' || reworded as words from gap_themes where id = ${id ?? null}::uuid and released_at is not null`,
  );
  if (!theme) throw refuseField('theme_id', m.boards_field_theme());
  return theme;
}

/** An item, and that its minutes are still being written. */
async function openItem(db: Db, id: string) {
  const item = await db.one(
    z.object({ meeting_id: z.uuid().nullable(), board_id: z.uuid(), theme: z.boolean(), version: z.int() }),
    sql`select meeting_id, board_id, kind = 'theme' as theme, version from board_items
      where id = ${id}::uuid and withdrawn_at is null`,
  );
  if (item.meeting_id) await openMeeting(db, item.meeting_id, 'write');
  return item;
}

/** @throws Refusal `not_found`; `refused` for a theme, for minutes that were confirmed, and when somebody else has written meanwhile */
export async function correctBoardItem(db: Db, input: ParsedInputOf<typeof api.correctBoardItem>, _act: Act) {
  const { theme, version } = await openItem(db, input.id);
  if (theme) throw new Refusal('refused', m.boards_refused_theme());
  if (version !== input.version) throw new Refusal('refused', m.boards_refused_version());
  await db.run(
    sql`update board_items set words = ${input.words}, said_by = ${input.said_by}, version = version + 1 where id = ${input.id}::uuid`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found`; `refused` for one that was brought to a meeting already, and for minutes that were confirmed */
export async function bringToMeeting(db: Db, input: ParsedInputOf<typeof api.bringToMeeting>, _act: Act) {
  const meeting = await openMeeting(db, input.meeting_id, 'write');
  const { board_id, meeting_id } = await openItem(db, input.id);
  if (board_id !== meeting.board_id) throw new Refusal('not_found', m.platform_refused_not_found());
  if (meeting_id) throw new Refusal('refused', m.boards_refused_brought());
  await db.run(
    sql`update board_items set meeting_id = ${meeting.id}::uuid, version = version + 1 where id = ${input.id}::uuid`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found`; `refused` for minutes that were confirmed */
export async function withdrawBoardItem(
  db: Db,
  { id }: ParsedInputOf<typeof api.withdrawBoardItem>,
  act: Act,
) {
  await openItem(db, id);
  await db.run(sql`update board_items set withdrawn_at = ${act.now} where id = ${id}::uuid`);
  return { id };
}
