import * as z from 'zod';
import { sources } from '#domains/encounters/model.ts';
import { saidItem } from '#domains/items/model.ts';
import { cautions } from '#domains/parties/model.ts';
import { owedAnswer, runningInquiry } from '#domains/projects/parts.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { channels, conditions, contacts, nextSteps, visitingRoles, visitWish } from './model.ts';

/** One household of a round, with when somebody was last there. */
const roundEntry = z.object({
  household_id: z.uuid(),
  name: z.string(),
  /** Null for a post that has ended: it knows its households by name alone. */
  address: z.string().nullable(),
  cautions: z.array(z.enum(cautions)),
  /** The newest visit, met or not, by whomever. */
  last: z
    .object({
      id: z.uuid(),
      visited_on: z.string(),
      channel: z.enum(channels),
      contact: z.enum(contacts),
      condition: z.enum(conditions).nullable(),
      own: z.boolean(),
    })
    .nullable(),
  /** The last day on which somebody was met there; null: never yet. */
  met_on: z.string().nullable(),
  /** How it wishes to be looked in on; null: nobody has asked yet, or it is no longer the reader's to see. */
  wish: visitWish.nullable(),
  /** Said beforehand to be away today, until this day; null where it is not. */
  away: z.object({ id: z.uuid(), until: z.string() }).nullable(),
  /** What the entry answers to the town's own items that everybody at the door may see. */
  own: z.array(saidItem),
});
export type RoundEntry = z.output<typeof roundEntry>;

export const readRound = operation({
  route: 'GET /round',
  summary: m.visits_round_summary,
  may: visitingRoles,
  audit: 'round.read',
  offline: true,
  subjects: (_, { households }) => households.map(({ household_id }) => household_id),
  finishing: true,
  input: z.object({
    /** Whose round; the actor's own post when left out. */
    post: z.uuid().optional(),
  }),
  output: z.object({
    /** Who was met longest ago first. Whoever was met since this day has been met this month. */
    month_began: z.string(),
    households: z.array(roundEntry),
  }),
});

/** A visit that asks for a second look. */
export const worry = z.object({
  id: z.uuid(),
  household_id: z.uuid(),
  household_name: z.string().nullable(),
  district_name: z.string(),
  visitor_name: z.string().nullable(),
  visited_on: z.string(),
  condition: z.enum(['concern', 'alarm']),
  next_step: z.enum(nextSteps).nullable(),
});

/** A household that was closed, or a person who left one that goes on. */
export const gone = z.object({
  household_id: z.uuid(),
  name: z.string(),
  person: z.string().nullable(),
  on: z.string(),
  why: z.enum(['moved', 'died', 'facility', 'declined']),
});

const group = z.object({
  district_id: z.uuid(),
  district_name: z.string(),
  group_id: z.uuid(),
  group_name: z.string(),
});

/** A hand-over of promises that waits to be received by this post, or by whoever receives for a post of its districts. */
export const handedOver = z.object({
  id: z.uuid(),
  person: z.string().nullable(),
  district: z.string().nullable(),
  role: z.string(),
  written_on: z.string(),
});

/** What waits, by the kind of post in use. */
const view = z.discriminatedUnion('for', [
  z.object({
    for: z.literal('round'),
    /** Not met yet this month, who was met longest ago first. */
    waiting: z.array(roundEntry),
    met: z.array(roundEntry),
    /** What this post reported as 気になる or 異変 in the last 30 days, the newest first. */
    worries: z.array(worry),
    /** This month under this post: visits, and days on which there was one. */
    month: z.object({ visits: z.int(), days: z.int() }),
    /** Households that left the round in the last 30 days. Which and why is for whoever keeps them. */
    left: z.object({ n: z.int(), last_on: z.string() }).nullable(),
  }),
  z.object({
    for: z.literal('group'),
    /** Last month and this one. Total is null while a sheet is missing. */
    sheets: z.array(
      group.extend({
        month: z.string(),
        mode: z.enum(sources),
        total: z.int().nullable(),
        singles: z.int(),
      }),
    ),
    /** The district's, of the last 30 days. */
    worries: z.array(worry),
    /** Households that were closed, and people who left one that goes on, in the last 30 days, the newest first. */
    gone: z.array(gone),
  }),
  z.object({
    for: z.literal('districts'),
    month: z.string(),
    /** Groups that count by sheet and whose sheet of that month is not in. */
    missing: z.array(group),
    /** How many groups count by sheet. */
    asked: z.int(),
    /** 異変 of the last 7 days in the districts of the post. */
    alarms: z.array(worry),
  }),
  z.object({
    for: z.literal('plan'),
    fiscal_year: z.int(),
    /** The open year so far, of every indicator that is counted. */
    figures: z.array(
      z.object({
        plan: z.string(),
        indicator: z.string(),
        wording: z.string(),
        unit: z.string(),
        so_far: z.number().nullable(),
        target: z.number().nullable(),
      }),
    ),
    /** 照会 that are not fixed yet. */
    inquiries: z.array(runningInquiry),
    /** What came after a year was fixed. */
    additions: z.array(
      z.object({
        plan: z.string(),
        indicator: z.string(),
        wording: z.string(),
        fiscal_year: z.int(),
        n: z.int(),
      }),
    ),
  }),
  z.object({
    for: z.literal('answers'),
    /** What the body still owes an answer to, what is due first at the top. */
    owed: z.array(owedAnswer),
  }),
  /** Nothing waits here for this post. */
  /** Who works with persons: what waits is the rooms' of cases to say (cases/task-api.ts). */
  z.object({ for: z.enum(['window', 'coordinator']) }),
  z.object({ for: z.literal('nothing') }),
]);
type View = z.output<typeof view>;

export const readToday = operation({
  route: 'GET /today',
  summary: m.visits_today_summary,
  may: 'signed_in',
  audit: 'today.read',
  subjects: (_, { view }) => subjectsOf(view),
  atOneMoment: true,
  input: z.object({}),
  output: z.object({
    today: z.string(),
    view,
    handovers: z.array(handedOver),
  }),
});

function subjectsOf(view: View): string[] {
  if (view.for === 'round')
    return [
      ...new Set([...view.waiting, ...view.met, ...view.worries].map(({ household_id }) => household_id)),
    ];
  if (view.for === 'group')
    return [...new Set([...view.worries, ...view.gone].map(({ household_id }) => household_id))];
  if (view.for === 'districts') return [...new Set(view.alarms.map(({ household_id }) => household_id))];
  return [];
}
