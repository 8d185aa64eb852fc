import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { polarities } from './achievement.ts';
import { code, fiscalYear, linkStates, sources } from './model.ts';
import { author, note, planners, planReaders, reason, wording, written } from './parts.ts';

const number = z.int({ error: () => m.plan_field_number() }).min(1, { error: () => m.plan_field_number() });

export const linkEvent = z.object({
  state: z.enum(linkStates),
  author,
  on: z.string(),
  note: z.string().nullable(),
});
/** A link as it stands, with everything it was before, oldest first. */
export const link = linkEvent.extend({
  id: z.uuid(),
  measure_id: z.uuid(),
  challenge_id: z.uuid().nullable(),
  next: z.object({ measure_id: z.uuid(), plan: z.string(), number: z.int(), name: z.string() }).nullable(),
  history: z.array(linkEvent),
});
export type PlanLink = z.output<typeof link>;

const planHead = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  vision: z.string(),
  first_year: z.int(),
  last_year: z.int(),
});

export const listPlans = operation({
  route: 'GET /plans',
  summary: m.plan_list_summary,
  may: planReaders,
  audit: null,
  input: z.object({}),
  output: z.object({
    plans: z.array(
      planHead.extend({ owners: z.array(z.object({ body: z.string(), plan_name: z.string() })) }),
    ),
  }),
});

export const readPlan = operation({
  route: 'GET /plans/:plan',
  summary: m.plan_read_summary,
  may: planReaders,
  audit: null,
  input: z.object({ plan: code }),
  output: planHead.extend({
    owners: z.array(z.object({ body: z.string(), plan_name: z.string() })),
    challenges: z.array(z.object({ id: z.uuid(), number: z.int(), wording: z.string() })),
    groups: z.array(z.object({ id: z.uuid(), number: z.int(), name: z.string() })),
    measures: z.array(
      z.object({
        id: z.uuid(),
        number: z.int(),
        name: z.string(),
        group_id: z.uuid().nullable(),
        other_wordings: z.array(
          z.object({ id: z.uuid(), place: z.string(), wording: z.string(), group: z.string().nullable() }),
        ),
      }),
    ),
    indicators: z.array(
      z.object({
        id: z.uuid(),
        code: z.string(),
        number: z.int(),
        wording: z.string(),
        group_id: z.uuid().nullable(),
        source: z.enum(sources),
      }),
    ),
    /** Links that hold, of challenges to measures and of measures to the next plan's. */
    links: z.array(link),
    /** Links that somebody took away. */
    removed_links: z.array(link),
    /** The plan that begins after this one ends. */
    next_plan: z
      .object({
        code: z.string(),
        name: z.string(),
        measures: z.array(z.object({ id: z.uuid(), number: z.int(), name: z.string() })),
      })
      .nullable(),
  }),
});

export const createPlan = operation({
  route: 'POST /plans',
  summary: m.plan_create_summary,
  may: planners,
  audit: 'plan.created',
  input: z.object({
    id: z.uuid(),
    code,
    name: wording,
    vision: wording,
    first_year: fiscalYear,
    last_year: fiscalYear,
    owners: z
      .array(z.object({ body_id: z.uuid({ error: () => m.plan_field_owners() }), plan_name: wording }))
      .min(1, {
        error: () => m.plan_field_owners(),
      }),
  }),
  output: written,
});

export const addChallenge = operation({
  route: 'POST /challenges',
  summary: m.plan_add_challenge_summary,
  may: planners,
  audit: 'plan.challenge_added',
  input: z.object({ id: z.uuid(), plan_id: z.uuid(), number, wording }),
  output: written,
});

export const addMeasureGroup = operation({
  route: 'POST /measure-groups',
  summary: m.plan_add_group_summary,
  may: planners,
  audit: 'plan.group_added',
  input: z.object({ id: z.uuid(), plan_id: z.uuid(), number, name: wording }),
  output: written,
});

export const addMeasure = operation({
  route: 'POST /measures',
  summary: m.plan_add_measure_summary,
  may: planners,
  audit: 'plan.measure_added',
  input: z.object({
    id: z.uuid(),
    plan_id: z.uuid(),
    group_id: z.uuid().nullable().default(null),
    number,
    name: wording,
  }),
  output: written,
});

export const addWording = operation({
  route: 'POST /measure-wordings',
  summary: m.plan_add_wording_summary,
  may: planners,
  audit: 'plan.wording_added',
  input: z.object({
    id: z.uuid(),
    measure_id: z.uuid({ error: () => m.plan_field_measure() }),
    place: wording,
    wording,
    /** The group it stands in at that place, where that is another one. */
    group_id: z.uuid().nullable().default(null),
  }),
  output: written,
});

export const addIndicator = operation({
  route: 'POST /indicators',
  summary: m.plan_add_indicator_summary,
  may: planners,
  audit: 'plan.indicator_added',
  input: z.object({
    id: z.uuid(),
    plan_id: z.uuid(),
    code,
    /** Null: for the plan as a whole. */
    group_id: z.uuid().nullable().default(null),
    number,
    wording,
    unit: z
      .string({ error: () => m.plan_field_unit() })
      .trim()
      .min(1, { error: () => m.plan_field_unit() })
      .max(10, { error: () => m.plan_field_unit() }),
    decimals: z
      .int({ error: () => m.plan_field_decimals() })
      .min(0, { error: () => m.plan_field_decimals() })
      .max(4, { error: () => m.plan_field_decimals() }),
    polarity: z.enum(polarities, { error: () => m.plan_field_polarity() }),
    source: z.enum(sources, { error: () => m.plan_field_source() }),
  }),
  output: written,
});

export const drawLink = operation({
  route: 'POST /plan-links',
  summary: m.plan_draw_link_summary,
  may: planners,
  audit: 'plan.link_drawn',
  input: z
    .object({
      id: z.uuid(),
      measure_id: z.uuid({ error: () => m.plan_field_measure() }),
      challenge_id: z.uuid().nullable().default(null),
      next_measure_id: z.uuid().nullable().default(null),
      note,
    })
    .refine(({ challenge_id, next_measure_id }) => (challenge_id === null) !== (next_measure_id === null), {
      path: ['challenge_id'],
      error: () => m.plan_field_link_end(),
    }),
  output: written,
});

export const decideLink = operation({
  route: 'POST /plan-links/:replaces/decision',
  summary: m.plan_decide_link_summary,
  may: planners,
  audit: 'plan.link_decided',
  input: z.object({ id: z.uuid(), replaces: z.uuid(), note }),
  output: written,
});

export const removeLink = operation({
  route: 'POST /plan-links/:replaces/removal',
  summary: m.plan_remove_link_summary,
  may: planners,
  audit: 'plan.link_removed',
  input: z.object({ id: z.uuid(), replaces: z.uuid(), reason }),
  output: written,
});
