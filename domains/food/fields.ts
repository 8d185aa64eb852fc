import * as z from 'zod';
import { words, wordsOrNone } from '#domains/wishes/model.ts';
import * as m from '#messages';

export const idOnly = z.object({ id: z.uuid() });
export const day = z.iso.date({ error: () => m.food_field_day() });
export const line = (most: number) => wordsOrNone(most, m.food_field_too_long);
export const said = (most: number, sentence: () => string) => words(most, sentence);

const wrong = { error: () => m.food_field_quantity() };
/** In units, one decimal at most. */
export const quantity = z.coerce
  .number(wrong)
  .positive(wrong)
  .max(99999, wrong)
  .refine((n) => Number.isInteger(Math.round(n * 1e6) / 1e5), wrong);

/** What was counted of a lot; none is left is an answer too. */
export const counted = z.coerce.number(wrong).min(0, wrong).max(99999, wrong);

/** So many of something counted. */
export const count = (least: number, most: number, sentence: () => string) =>
  z.coerce
    .number({ error: () => sentence() })
    .int({ error: () => sentence() })
    .min(least, { error: () => sentence() })
    .max(most, { error: () => sentence() });

/** What is taken of which lot, by the lot's id. */
export const takenByLot = z.record(z.uuid(), quantity).default({});
