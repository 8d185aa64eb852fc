import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { day, idOnly, line, said } from './fields.ts';
import { noticeKinds, placeKeepers } from './model.ts';

/** ゆずります・さがしています, as far as they are open. */
export const listFoodNotices = operation({
  route: 'GET /food-notices',
  summary: m.food_notices_summary,
  may: placeKeepers,
  audit: null,
  input: z.object({ kind: z.enum(noticeKinds).optional() }),
  output: z.object({
    notices: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(noticeKinds),
        place_name: z.string(),
        what: z.string(),
        amount: z.string().nullable(),
        open_until: z.string(),
        contact: z.string().nullable(),
        /** The actor keeps the place. */
        own: z.boolean(),
        answers: z.array(
          z.object({ id: z.uuid(), place_name: z.string(), words: z.string(), own: z.boolean() }),
        ),
      }),
    ),
    /** For which places the actor can write. */
    places: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
});

export const writeFoodNotice = operation({
  route: 'POST /food-notices',
  summary: m.food_notice_write_summary,
  may: placeKeepers,
  audit: 'food_notice.written',
  input: z.object({
    id: z.uuid(),
    place_id: z.uuid({ error: () => m.food_field_place() }),
    kind: z.enum(noticeKinds, { error: () => m.food_field_notice_kind() }),
    what: said(100, m.food_field_what),
    amount: line(60),
    open_until: day,
    contact: line(100),
  }),
  output: idOnly,
});

export const answerFoodNotice = operation({
  route: 'POST /food-notices/:notice_id/answers',
  summary: m.food_notice_answer_summary,
  may: placeKeepers,
  audit: 'food_notice.answered',
  input: z.object({
    id: z.uuid(),
    notice_id: z.uuid(),
    place_id: z.uuid({ error: () => m.food_field_place() }),
    words: said(300, m.food_field_answer),
  }),
  output: idOnly,
});

export const closeFoodNotice = operation({
  route: 'POST /food-notices/:id/closing',
  summary: m.food_notice_close_summary,
  may: placeKeepers,
  audit: 'food_notice.closed',
  input: idOnly,
  output: idOnly,
});
