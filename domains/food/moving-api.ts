import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { counted, day, idOnly, line, quantity, said, takenByLot } from './fields.ts';
import { placeKeepers, reasons } from './model.ts';

/** Hands food on to another place of the network; it is on the way until that place says that it has it. */
export const handFoodOn = operation({
  route: 'POST /places/:place_id/food-moves',
  summary: m.food_move_summary,
  may: placeKeepers,
  audit: 'food.handed_on',
  input: z.object({
    id: z.uuid(),
    place_id: z.uuid(),
    to_place_id: z.uuid({ error: () => m.food_field_to_place() }),
    moved_on: day,
    lots: takenByLot,
    /** Why one with a later date goes first. */
    out_of_turn: line(200),
    /** Who of the donor agreed, where it is to be asked. */
    permission: line(200),
  }),
  output: idOnly,
});

/** 受領確認 */
export const confirmFoodMove = operation({
  route: 'POST /food-moves/:id/receipt',
  summary: m.food_confirm_summary,
  may: placeKeepers,
  audit: 'food.receipt_confirmed',
  input: idOnly,
  output: idOnly,
});

/** It did not come, or was not fit to take: it lies where it came from. */
export const declineFoodMove = operation({
  route: 'POST /food-moves/:id/declining',
  summary: m.food_decline_summary,
  may: placeKeepers,
  audit: 'food.receipt_declined',
  input: z.object({ id: z.uuid(), why: said(200, m.food_field_why) }),
  output: idOnly,
});

/** 廃棄・返却 */
export const discardFood = operation({
  route: 'POST /food-lots/:lot_id/discarding',
  summary: m.food_discard_summary,
  may: placeKeepers,
  audit: 'food.discarded',
  input: z.object({
    id: z.uuid(),
    lot_id: z.uuid(),
    place_id: z.uuid({ error: () => m.food_field_place() }),
    kind: z.enum(['discarded', 'returned'], { error: () => m.food_field_discard_kind() }),
    quantity,
    reason: z.enum(reasons, { error: () => m.food_field_reason() }),
    words: line(200),
    moved_on: day,
  }),
  output: idOnly,
});

/** 棚卸: what was counted stands from now on; the difference is kept, with why. */
export const countFood = operation({
  route: 'POST /food-lots/:lot_id/counting',
  summary: m.food_count_summary,
  may: placeKeepers,
  audit: 'food.counted',
  input: z.object({
    id: z.uuid(),
    lot_id: z.uuid(),
    place_id: z.uuid({ error: () => m.food_field_place() }),
    counted,
    words: said(200, m.food_field_count_words),
  }),
  output: idOnly,
});
