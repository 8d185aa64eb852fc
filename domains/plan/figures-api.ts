import * as z from 'zod';
import { month } from '#domains/encounters/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { polarities } from './achievement.ts';
import { code, sources } from './model.ts';
import { author, planReaders } from './parts.ts';
import { periodKinds, rule } from './rule.ts';

const year = z.coerce.number().int().min(1950).max(2150);

export const wave = z.object({
  id: z.uuid(),
  name: z.string(),
  fiscal_year: z.int(),
  /** Null: unknown. */
  sent: z.int().nullable(),
  returned: z.int().nullable(),
  method: z.string().nullable(),
  note: z.string().nullable(),
  breaks: z.boolean(),
});

export const definition = z.object({
  version: z.int(),
  starts_on: z.string(),
  wording: z.string(),
  rule,
  author,
  on: z.string(),
});

/** A baseline or target. Value and year are null where a baseline is stated to be unknown. */
export const stated = z.object({
  fiscal_year: z.int().nullable(),
  value: z.number().nullable(),
  note: z.string().nullable(),
  author,
  on: z.string(),
});

export const brought = z.object({
  fiscal_year: z.int(),
  value: z.number(),
  wave: wave.nullable(),
  question: z.string().nullable(),
  answered: z.int().nullable(),
  source_note: z.string().nullable(),
  late_reason: z.string().nullable(),
  author,
  on: z.string(),
});

/** The figure of one fiscal year. */
export const point = z.object({
  fiscal_year: z.int(),
  state: z.enum(['open', 'fixed', 'published']),
  /** The day it was fixed, published or (a survey) brought; null while it moves. */
  since: z.string().nullable(),
  /** Null: nothing recorded, masked, or withheld. */
  value: z.number().nullable(),
  /** Too small for a reader of dated figures. */
  masked: z.boolean(),
  /** There may be a live figure, but not for this post. */
  withheld: z.boolean(),
  definition_version: z.int().nullable(),
  /** Points before were measured in another way. */
  breaks_before: z.boolean(),
  target: z.number().nullable(),
  /** 調査 or 実績. */
  kind: z.enum(['survey', 'result']),
  wave: wave.nullable(),
  question: z.string().nullable(),
  answered: z.int().nullable(),
  /** ± points at 95 %, for a share whose number of answers is known. */
  margin: z.number().nullable(),
  source_note: z.string().nullable(),
  /** 公表後の追加: what came after the fixing and is not in the value; null where this post may not know the whole. */
  additions: z.int().nullable(),
});
export type Point = z.output<typeof point>;

/** An indicator with its series: what screen, report, CSV and API all show. */
export const figure = z.object({
  indicator_id: z.uuid(),
  code: z.string(),
  number: z.int(),
  /** The number of its group; null for the plan as a whole. */
  group: z.int().nullable(),
  wording: z.string(),
  unit: z.string(),
  decimals: z.int(),
  polarity: z.enum(polarities),
  source: z.enum(sources),
  /** Below this a count is masked for readers of dated figures, and stands in no report. */
  smallest_shown: z.int(),
  period: z.enum(periodKinds).nullable(),
  /** The definition in force in the year of the actual. */
  definition: definition.nullable(),
  baseline: stated.nullable(),
  /** The target of the latest year that has one. */
  target: stated.nullable(),
  /** The newest figure that no longer moves; while there is none, the newest that does. */
  actual: point.nullable(),
  points: z.array(point),
});
export type Figure = z.output<typeof figure>;

export const readFigures = operation({
  route: 'GET /plans/:plan/figures',
  summary: m.plan_read_figures_summary,
  may: planReaders,
  audit: null,
  atOneMoment: true,
  input: z.object({
    plan: code,
    indicator: code.optional(),
    /** Fiscal years; the plan's own term up to this year when left out. */
    first: year.optional(),
    last: year.optional(),
  }),
  output: z.object({ figures: z.array(figure) }),
});

export const districtRow = z.object({
  /** Null: nobody asked where. */
  id: z.uuid().nullable(),
  name: z.string().nullable(),
  area: z.string().nullable(),
  /** April first; null where nothing was recorded. */
  months: z.array(z.number().nullable()).length(12),
  /** In the order of `channels`. */
  by_channel: z.array(z.number().nullable()),
  total: z.number(),
});

export const addition = z.object({
  id: z.uuid(),
  fiscal_year: z.int(),
  month: z.string(),
  added_on: z.string(),
  district: z.string().nullable(),
  group: z.string(),
  channel: z.string().nullable(),
  source: z.enum(['single', 'sheet']),
  n: z.int(),
  reason: z.string(),
});
export type Addition = z.output<typeof addition>;

export const readIndicator = operation({
  route: 'GET /plans/:plan/indicators/:indicator',
  summary: m.plan_read_indicator_summary,
  may: planReaders,
  audit: null,
  atOneMoment: true,
  input: z.object({
    plan: code,
    indicator: code,
    /** The fiscal year shown by district; that of the actual when left out. */
    year: year.optional(),
    /** By district as it was then, or with the years of merged districts under the one they are today. */
    cut: z.enum(['as_was', 'today']).default('as_was'),
  }),
  output: z.object({
    plan: z.object({ code: z.string(), name: z.string(), first_year: z.int(), last_year: z.int() }),
    group: z.string().nullable(),
    figure,
    /** Every version, newest first. */
    definitions: z.array(definition),
    targets: z.array(stated),
    baselines: z.array(stated),
    values: z.array(brought),
    year: z.int(),
    /** A count by district; null for other sources and for posts that may not see districts. */
    districts: z
      .object({
        /** Whether these are all the districts there are, or only those of the post. */
        whole: z.boolean(),
        cut: z.enum(['as_was', 'today']),
        /** Whether some district was merged since, so that the two cuts differ. */
        merged: z.boolean(),
        channels: z.array(z.string().nullable()),
        rows: z.array(districtRow),
      })
      .nullable(),
    additions: z.array(addition),
  }),
});

export const listRowsBehind = operation({
  route: 'GET /plans/:plan/indicators/:indicator/rows',
  summary: m.plan_rows_summary,
  may: ['planner', 'operator', 'gatherer', 'council_officer'],
  audit: 'plan.rows_read',
  atOneMoment: true,
  input: z.object({
    plan: code,
    indicator: code,
    year,
    district: z.uuid().optional(),
    month: month.optional(),
    channel: z.string().max(40).optional(),
    /** The last single record of the page before. */
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    indicator: z.object({ code: z.string(), wording: z.string(), unit: z.string() }),
    definition: definition.nullable(),
    /** The name of the district asked for. */
    district: z.string().nullable(),
    state: z.enum(['open', 'fixed', 'published']),
    /** How much counts today, and how much of it came after the year was fixed. The rest is the fixed figure. */
    counted: z.int(),
    late: z.int(),
    /** What sheets say, one step finer than what was asked for: districts, then a district's months, then channels. */
    sheets: z.array(
      z.object({
        district_id: z.uuid().nullable(),
        district: z.string().nullable(),
        month: z.string().nullable(),
        channel: z.string().nullable(),
        n: z.int(),
      }),
    ),
    /** Single records, newest first, without names. */
    singles: z.array(
      z.object({
        id: z.uuid(),
        occurred_on: z.string(),
        district_id: z.uuid().nullable(),
        district: z.string().nullable(),
        group: z.string(),
        role: z.string(),
        kind: z.string(),
        channel: z.string().nullable(),
        contact: z.string().nullable(),
        recorded_on: z.string(),
        late_reason: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
});
