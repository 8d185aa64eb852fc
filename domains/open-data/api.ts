import * as z from 'zod';
import { publishedPlace, shownDay } from '#domains/places/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { standardSets } from './standard-sets.ts';

export * from './import-api.ts';

const named = z.object({ code: z.string(), label: z.string() });

/** Everything of the town's places and events that is published, as it stands at one moment: what every open file is made of. */
export const readOpenDirectory = operation({
  route: 'GET /open-data/directory',
  summary: m.open_data_directory_summary,
  may: 'anyone',
  // Published words.
  audit: null,
  atOneMoment: true,
  input: z.object({}),
  output: z.object({
    /** Null until somebody has founded the town. */
    town: z.object({ code: z.string(), name: z.string() }).nullable(),
    today: z.string(),
    /** In the order of their kana. */
    places: z.array(
      publishedPlace.extend({
        /** Days off and extra days since what is known of the place was confirmed. */
        days: z.array(shownDay),
      }),
    ),
    /** Still to come, in their order. */
    events: z.array(
      z.object({
        id: z.uuid(),
        place_id: z.uuid(),
        title: z.string(),
        what: z.string().nullable(),
        held_on: z.string(),
        from: z.string(),
        until: z.string(),
        capacity: z.int().nullable(),
        register_until: z.string().nullable(),
        cost: z.string().nullable(),
      }),
    ),
    /** How many live where, of each district the newest day. */
    areas: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        as_of: z.string(),
        source: z.string(),
        population: z.int(),
        households: z.int().nullable(),
      }),
    ),
    /** What the codes of access and languages are called. */
    access: z.array(named),
    languages: z.array(named),
  }),
});

/** The rows of one standard set that the town has taken in, in the order of their keys. */
export const listStandardRows = operation({
  route: 'GET /open-data/rows',
  summary: m.open_data_rows_summary,
  may: 'anyone',
  // Published lists.
  audit: null,
  input: z.object({
    set: z.enum(standardSets).default('shelters'),
    after: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(500),
  }),
  output: z.object({
    rows: z.array(z.object({ key: z.string(), cells: z.record(z.string(), z.string()) })),
    next: z.string().nullable(),
    /** The day for which the list holds, and when it was taken in; null: none was. */
    as_of: z.string().nullable(),
    /** Unconfirmed columns that the town leaves out. */
    left_out: z.array(z.string()),
  }),
});

/** One list of the open files: what each holds, for which day, and what is still missing from it. */
export const listOpenFiles = operation({
  route: 'GET /open-data/files',
  summary: m.open_data_list_summary,
  may: 'anyone',
  // Published lists.
  audit: null,
  atOneMoment: true,
  input: z.object({}),
  output: z.object({
    files: z.array(
      z.object({
        set: z.enum(standardSets),
        /** The day for which it holds. */
        as_of: z.string(),
        rows: z.int(),
        /** Of these, written from what Kanaeau keeps itself. */
        own: z.int(),
        /** Places or events that are published and stand in no row, because their address is not shown. */
        without_address: z.int(),
        columns: z.int(),
        left_out: z.array(z.string()),
        /** Columns that the standard asks for and that are blank somewhere. */
        blanks: z.array(z.object({ name: z.string(), rows: z.int() })),
      }),
    ),
  }),
});
