import * as z from 'zod';
import { month } from '#domains/encounters/model.ts';
import { author } from '#domains/plan/parts.ts';
import { filledTable } from '#domains/returns/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { activityRule, duties, states } from './model.ts';
import { correction, usedRule } from './sheet-api.ts';

export {
  answerActivitySheet,
  correctActivitySheet,
  handInActivitySheet,
  listActivityMonths,
  readActivitySheet,
  writeActivitySheet,
} from './sheet-api.ts';

/** A district's month: who is in and who is missing, and what it comes to. */
export const readActivityDistrict = operation({
  route: 'GET /activities/districts/:district/months/:month',
  summary: m.activities_district_summary,
  may: ['commissioner', 'planner'],
  audit: 'activity_district.read',
  subjects: (_, { sheets }) => sheets.map(({ account_id }) => account_id),
  atOneMoment: true,
  input: z.object({ district: z.uuid(), month }),
  output: z.object({
    district_id: z.uuid(),
    district_name: z.string(),
    group_name: z.string(),
    chairs: z.boolean(),
    running: z.boolean(),
    /** For the chair: everybody of the month, in the order of their names. */
    sheets: z.array(
      z.object({
        post_id: z.uuid(),
        account_id: z.uuid(),
        name: z.string(),
        duty: z.enum(duties),
        state: z.enum(states),
      }),
    ),
    sent_on: z.string().nullable(),
    /** As it was sent, or what the checked records come to so far. */
    tables: z.array(filledTable),
    rule: usedRule,
    corrections: z.array(correction),
  }),
});

/** A chair sends the district's month to the city, when everybody's record is checked. It is locked from then on. */
export const sendActivityMonth = operation({
  route: 'POST /activities/districts/:district_id/months/:month/sending',
  summary: m.activities_send_summary,
  may: ['commissioner'],
  audit: 'activity_month.sent',
  input: z.object({ id: z.uuid(), district_id: z.uuid(), month }),
  output: z.object({ id: z.uuid() }),
});

/** The town's month: which districts are in, which are missing, and what it comes to. */
export const readActivityTown = operation({
  route: 'GET /activities/town/months/:month',
  summary: m.activities_town_summary,
  may: ['planner'],
  audit: 'activity_town.read',
  atOneMoment: true,
  input: z.object({ month }),
  output: z.object({
    rule: usedRule,
    districts: z.array(
      z.object({
        district_id: z.uuid(),
        district_name: z.string(),
        /** 民生委員 of the month. */
        n: z.int(),
        sent_on: z.string().nullable(),
        /** How many records were in it. */
        sheets: z.int().nullable(),
      }),
    ),
    tables: z.array(filledTable),
  }),
});

/** ふれあいの会: a month's visits by district and way, from single records and sheets, each where it counts. */
export const readVisitMonth = operation({
  route: 'GET /visit-months/:month',
  summary: m.activities_visits_summary,
  may: ['planner', 'council_officer', 'gatherer'],
  audit: 'visit_month.read',
  atOneMoment: true,
  input: z.object({ month }),
  output: z.object({
    /** The plan's own definition of the indicator that counts them. */
    definition: z.object({ indicator: z.string(), wording: z.string(), version: z.int(), plan: z.string() }),
    table: filledTable,
  }),
});

/** A month's sheet on paper or as a workbook, with the same digits as the screen. */
export const printMonthEnd = operation({
  route: 'GET /month-end/:of/:month',
  summary: m.activities_print_summary,
  may: ['commissioner', 'planner', 'council_officer', 'gatherer'],
  audit: 'month_end.printed',
  atOneMoment: true,
  file: true,
  input: z.object({
    of: z.enum(['sheet', 'district', 'town', 'visits'], { error: () => m.activities_field_of() }),
    month,
    /** Of whom, for `sheet`. */
    post: z.uuid().optional(),
    /** Which, for `district`. */
    district: z.uuid().optional(),
    format: z.enum(['pdf', 'xlsx'], { error: () => m.activities_field_format() }).default('pdf'),
    /** `public`: for others than the city; tables with a small count stay away. */
    copy: z.enum(['exact', 'public']).default('exact'),
  }),
  output: z.unknown(),
});

const written = { id: z.uuid(), note: z.string(), author, written_on: z.string() };

/** What a month counts: each version that was set, the newest first, and the usual one. */
export const listActivityRules = operation({
  route: 'GET /activity-rules',
  summary: m.activities_rules_summary,
  may: ['planner', 'commissioner'],
  audit: null,
  input: z.object({}),
  output: z.object({
    rules: z.array(z.object({ version: z.int(), from_month: z.string(), rule: activityRule, ...written })),
    usual: activityRule,
  }),
});

/** Sets what a month counts, from a month on that has not begun. */
export const setActivityRule = operation({
  route: 'POST /activity-rules',
  summary: m.activities_set_rule_summary,
  may: ['planner'],
  audit: 'activity_rule.set',
  input: z.object({
    id: z.uuid(),
    after_version: z.int().min(0),
    from_month: month,
    rule: activityRule,
    note: z
      .string({ error: () => m.activities_field_reason() })
      .trim()
      .min(1, { error: () => m.activities_field_reason() })
      .max(500, { error: () => m.activities_field_long() }),
  }),
  output: z.object({ id: z.uuid() }),
});

/** Who of the 民生委員 are 主任児童委員, and who chairs a 民児協. */
export const listCommissionerDuties = operation({
  route: 'GET /commissioner-duties',
  summary: m.activities_duties_summary,
  may: ['administrator'],
  audit: null,
  input: z.object({}),
  output: z.object({
    posts: z.array(
      z.object({
        post_id: z.uuid(),
        name: z.string(),
        district_name: z.string(),
        duty: z.enum(duties),
        chair: z.boolean(),
        from_month: z.string().nullable(),
      }),
    ),
  }),
});

export const setCommissionerDuty = operation({
  route: 'POST /commissioner-duties',
  summary: m.activities_set_duty_summary,
  may: ['administrator'],
  audit: 'commissioner_duty.set',
  input: z.object({
    id: z.uuid(),
    post_id: z.uuid({ error: () => m.activities_field_post() }),
    duty: z.enum(duties, { error: () => m.activities_field_duty() }),
    chair: z.boolean().default(false),
    from_month: month,
  }),
  output: z.object({ id: z.uuid() }),
});
