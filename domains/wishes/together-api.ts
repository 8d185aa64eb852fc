import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { toldStory } from './story-api.ts';

/** Whoever has a post in a district, brings its people together, or counts the town. */
const readers = [
  'gatherer',
  'council_officer',
  'visitor',
  'commissioner',
  'community_coordinator',
  'planner',
] as const;

const asked = {
  /** The post's own district when left out. */
  district: z.uuid().optional(),
  fiscal_year: z.coerce.number().int().min(2000).max(2100).optional(),
};

/** たがいに叶えたこと: what the people of a district did for one another in a year. Nobody is counted, ranked or named by us. */
export const readTogether = operation({
  route: 'GET /together',
  summary: m.wishes_together_summary,
  may: readers,
  audit: null,
  atOneMoment: true,
  input: z.object(asked),
  output: z.object({
    /** Null: a post of the whole town has not chosen one, or it is not the post's. */
    district: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    fiscal_year: z.int(),
    /** How often something came true, and how often something came back. */
    times: z.int(),
    returned: z.int(),
    /** Months in which something came true. */
    months: z.array(z.object({ month: z.string(), times: z.int() })),
    /** Thanks that may be told, without who. */
    thanks: z.array(z.object({ words: z.string(), happened_on: z.string() })),
    stories: z.array(toldStory),
  }),
});

/** The same on paper, for the meeting of the district. */
export const printTogether = operation({
  route: 'GET /together/file',
  summary: m.wishes_together_print_summary,
  may: readers,
  audit: 'together.printed',
  atOneMoment: true,
  file: true,
  input: z.object({
    ...asked,
    format: z.enum(['pdf', 'html'], { error: () => m.wishes_together_field_format() }).default('pdf'),
  }),
  output: z.unknown(),
});
