import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { count, idOnly, line, said } from './fields.ts';
import { placeKeepers } from './model.ts';

/** 回収: from now on its lots leave no place any more, and every place they came to knows. */
export const startFoodRecall = operation({
  route: 'POST /food-recalls',
  summary: m.food_recall_start_summary,
  may: placeKeepers,
  audit: 'food_recall.started',
  input: z.object({
    id: z.uuid(),
    title: said(100, m.food_field_recall_title),
    reason: said(500, m.food_field_recall_reason),
    source: line(100),
    advice: said(500, m.food_field_advice),
    lots: z
      .array(z.uuid())
      .min(1, { error: () => m.food_field_recall_lots() })
      .max(100),
  }),
  output: idOnly,
});

export const listFoodRecalls = operation({
  route: 'GET /food-recalls',
  summary: m.food_recalls_summary,
  may: placeKeepers,
  audit: null,
  input: z.object({}),
  output: z.object({
    recalls: z.array(
      z.object({
        id: z.uuid(),
        title: z.string(),
        started_at: z.string(),
        closed: z.boolean(),
        /** Own places that have not answered yet. */
        unanswered: z.int(),
      }),
    ),
  }),
});

/** One recall: the lots and who gave them, where they went, to how many they were handed; of own places also whom to reach. */
export const readFoodRecall = operation({
  route: 'GET /food-recalls/:id',
  summary: m.food_recall_read_summary,
  may: placeKeepers,
  audit: 'food_recall.read',
  subjects: (_, { people }) => people.map(({ guest_id }) => guest_id),
  atOneMoment: true,
  input: idOnly,
  output: z.object({
    id: z.uuid(),
    title: z.string(),
    reason: z.string(),
    source: z.string().nullable(),
    advice: z.string(),
    started_at: z.string(),
    closed_words: z.string().nullable(),
    /** The actor may close it. */
    closes: z.boolean(),
    lots: z.array(
      z.object({
        id: z.uuid(),
        what: z.string(),
        unit: z.string(),
        amount: z.number(),
        good_until: z.string().nullable(),
        maker: z.string().nullable(),
        label_mark: z.string().nullable(),
        donor_name: z.string().nullable(),
        received_on: z.string(),
      }),
    ),
    /** What came to which place, lot by lot. */
    flows: z.array(
      z.object({
        place_id: z.uuid(),
        name: z.string(),
        lot_id: z.uuid(),
        what: z.string(),
        unit: z.string(),
        came: z.number(),
        /** On the way to it. */
        coming: z.number(),
        passed_on: z.number(),
        handed: z.number(),
        thrown: z.number(),
        left_over: z.number(),
      }),
    ),
    /** The places they came to: how many households were handed some, and what the place says. */
    places: z.array(
      z.object({
        place_id: z.uuid(),
        name: z.string(),
        kept: z.boolean(),
        households: z.int(),
        named: z.int(),
        answer: z
          .object({
            told: z.int(),
            not_reached: z.int(),
            put_apart: z.boolean(),
            words: z.string().nullable(),
            answered_at: z.string(),
          })
          .nullable(),
      }),
    ),
    givings: z.array(
      z.object({
        giving_id: z.uuid(),
        place_id: z.uuid(),
        name: z.string(),
        held_on: z.string(),
        households: z.int(),
        people: z.int().nullable(),
        named: z.int(),
        /** What of it was handed out, in words. */
        what: z.string(),
      }),
    ),
    /** Whom the actor's own places must reach, where their names are the actor's to see. */
    people: z.array(
      z.object({
        guest_id: z.uuid(),
        name: z.string(),
        phone: z.string().nullable(),
        place_id: z.uuid(),
        held_on: z.string(),
      }),
    ),
  }),
});

/** What a place says of a recall: how many it told, how many it could not reach. Nobody is named. */
export const answerFoodRecall = operation({
  route: 'POST /food-recalls/:recall_id/answers',
  summary: m.food_recall_answer_summary,
  may: placeKeepers,
  audit: 'food_recall.answered',
  input: z.object({
    id: z.uuid(),
    recall_id: z.uuid(),
    place_id: z.uuid({ error: () => m.food_field_place() }),
    told: count(0, 2000, m.food_field_told),
    not_reached: count(0, 2000, m.food_field_not_reached),
    put_apart: z.boolean().default(false),
    words: line(500),
  }),
  output: idOnly,
});

export const closeFoodRecall = operation({
  route: 'POST /food-recalls/:id/closing',
  summary: m.food_recall_close_summary,
  may: placeKeepers,
  audit: 'food_recall.closed',
  input: z.object({ id: z.uuid(), words: said(500, m.food_field_closing) }),
  output: idOnly,
});

/** The recall on paper: where its lots went and how many to reach; for a place its own names, for nobody else's. */
export const printFoodRecall = operation({
  route: 'GET /food-recalls/:id/paper',
  summary: m.food_recall_print_summary,
  may: placeKeepers,
  audit: 'food_recall.printed',
  file: true,
  input: idOnly,
  output: z.unknown(),
});
