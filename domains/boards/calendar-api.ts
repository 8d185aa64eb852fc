import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { boardKeepers } from './model.ts';

/** 日程の公開: from now on anybody may know when and where the table means to meet. */
export const showBoardDays = operation({
  route: 'POST /boards/:board_id/calendar',
  summary: m.boards_days_show,
  may: boardKeepers,
  audit: 'board_days.shown',
  input: z.object({ id: z.uuid(), board_id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

/** They are shown to nobody any more, at once. */
export const hideBoardDays = operation({
  route: 'POST /boards/:id/calendar/end',
  summary: m.boards_days_hide,
  may: boardKeepers,
  audit: 'board_days.hidden',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

/** Tables whose days are shown to anybody. */
export const listShownBoards = operation({
  route: 'GET /shown-boards',
  summary: m.boards_days_list,
  may: 'anyone',
  // Published days.
  audit: null,
  input: z.object({ district: z.uuid().optional() }),
  output: z.object({ boards: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
});

/** When and where such a table meets, and nothing of what is talked about there or by whom. */
export const readShownBoard = operation({
  route: 'GET /shown-boards/:id',
  summary: m.boards_days_read,
  may: 'anyone',
  // Published days.
  audit: null,
  atOneMoment: true,
  input: z.object({ id: z.uuid() }),
  output: z.object({
    name: z.string(),
    days: z.array(
      z.object({
        id: z.uuid(),
        held_on: z.string(),
        from: z.string(),
        until: z.string().nullable(),
        place: z.string().nullable(),
        cancelled: z.boolean(),
      }),
    ),
  }),
});
