import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { sorts } from './model.ts';

/** What waits and for how long, what is never offered or asked for, and how many both gave and received. Nobody is in it. */
export const readWishFigures = operation({
  route: 'GET /wish-figures',
  summary: m.wishes_figures_summary,
  may: ['community_coordinator', 'planner'],
  audit: null,
  atOneMoment: true,
  input: z.object({
    fiscal_year: z.coerce.number().int().min(2000).max(2100).optional(),
    /** Of one district; left out: of the town. What is never offered there is offered nowhere in the town. */
    district: z.uuid().optional(),
  }),
  output: z.object({
    fiscal_year: z.int(),
    /** Open ones that are not past their day and have not come true as often as was said, and of them those that have waited for more than thirty and ninety days. */
    waiting: z.array(
      z.object({ side: z.enum(['wish', 'offer']), open: z.int(), over_30: z.int(), over_90: z.int() }),
    ),
    /** Tags that are wished for and never offered, and the other way round, the most frequent first. */
    never_offered: z.array(z.object({ tag: z.string(), n: z.int() })),
    never_wished: z.array(z.object({ tag: z.string(), n: z.int() })),
    came_true: z.int(),
    /** Parties that gave, that received, and that did both within the year; a return counts as giving. */
    gave: z.int(),
    received: z.int(),
    both: z.int(),
    /** Pairs of parties that met for the first time within the year. */
    new_ties: z.int(),
    /** Of these, pairs of two organisations or groups. */
    new_ties_of_bodies: z.int(),
    /** Pairs of an organisation or group and a place at which it gave or received for the first time within the year. */
    new_ties_with_places: z.int(),
    /** Those, by the kind of organisation. */
    place_ties: z.array(z.object({ sort: z.enum(sorts), n: z.int() })),
    /** How new relations are counted, with the version of the wording. */
    definition: z.object({ version: z.int(), words: z.string() }),
    /** And between which kinds of parties. */
    ties: z.array(z.object({ from: z.enum(sorts), to: z.enum(sorts), n: z.int() })),
  }),
});
