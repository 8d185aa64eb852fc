import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { placeKeepers } from './model.ts';

/** 食料支援の数, by place, of a fiscal year or a part of it. Nobody is named. */
export const readFoodFigures = operation({
  route: 'GET /food-figures',
  summary: m.food_figures_summary,
  may: [...placeKeepers, 'planner'],
  audit: null,
  input: z.object({ from: z.iso.date().optional(), until: z.iso.date().optional() }),
  output: z.object({
    from: z.string(),
    until: z.string(),
    /** Which wording of how it is counted. */
    definition: z.object({ version: z.int(), words: z.string() }),
    rows: z.array(
      z.object({
        place_id: z.uuid(),
        name: z.string(),
        district_name: z.string().nullable(),
        givings: z.int(),
        households: z.int(),
        people: z.int(),
        named: z.int(),
        /** Kilograms, one decimal, of what has a weight. */
        kilos_handed: z.number(),
        kilos_thrown: z.number(),
      }),
    ),
    /** 延べ世帯 over the places. */
    households: z.int(),
  }),
});
