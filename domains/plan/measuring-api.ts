import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { wave } from './figures-api.ts';
import { fiscalYear } from './model.ts';
import { note, planners, planReaders, written } from './parts.ts';
import { rule } from './rule.ts';

const value = z.number({ error: () => m.plan_field_value() });

export const defineIndicator = operation({
  route: 'POST /indicators/:indicator_id/definitions',
  summary: m.plan_define_summary,
  may: planners,
  audit: 'plan.indicator_defined',
  input: z.object({
    indicator_id: z.uuid(),
    /** The version this one follows, as its writer saw it; 0 for the first. */
    after_version: z.int().min(0),
    /** In force from the first day of this fiscal year. */
    first_year: fiscalYear,
    rule,
    wording: z
      .string({ error: () => m.plan_field_definition() })
      .trim()
      .min(1, { error: () => m.plan_field_definition() })
      .max(1000, { error: () => m.plan_field_definition() }),
  }),
  output: z.object({ indicator_id: z.uuid(), version: z.int() }),
});

export const setTarget = operation({
  route: 'POST /indicators/:indicator_id/targets',
  summary: m.plan_set_target_summary,
  may: planners,
  audit: 'plan.target_set',
  input: z.object({ id: z.uuid(), indicator_id: z.uuid(), fiscal_year: fiscalYear, value, note }),
  output: written,
});

export const setBaseline = operation({
  route: 'POST /indicators/:indicator_id/baselines',
  summary: m.plan_set_baseline_summary,
  may: planners,
  audit: 'plan.baseline_set',
  input: z.object({
    id: z.uuid(),
    indicator_id: z.uuid(),
    /** Null: unknown, and said to be. */
    fiscal_year: fiscalYear.nullable(),
    value: value.nullable(),
    note,
  }),
  output: written,
});

export const listSurveyWaves = operation({
  route: 'GET /survey-waves',
  summary: m.plan_list_waves_summary,
  may: planReaders,
  audit: null,
  input: z.object({}),
  output: z.object({ waves: z.array(wave) }),
});

const people = z.int({ error: () => m.plan_field_people() }).min(0, { error: () => m.plan_field_people() });

export const addSurveyWave = operation({
  route: 'POST /survey-waves',
  summary: m.plan_add_wave_summary,
  may: planners,
  audit: 'plan.wave_added',
  input: z.object({
    id: z.uuid(),
    name: z
      .string({ error: () => m.plan_field_wording() })
      .trim()
      .min(1, { error: () => m.plan_field_wording() })
      .max(100, { error: () => m.plan_field_wording() }),
    fiscal_year: fiscalYear,
    sent: people.nullable().default(null),
    returned: people.nullable().default(null),
    method: note,
    note,
    breaks: z.boolean().default(false),
  }),
  output: written,
});

export const bringValue = operation({
  route: 'POST /indicators/:indicator_id/values',
  summary: m.plan_bring_value_summary,
  may: planners,
  audit: 'plan.value_brought',
  input: z.object({
    id: z.uuid(),
    indicator_id: z.uuid(),
    fiscal_year: fiscalYear,
    value,
    wave_id: z.uuid().nullable().default(null),
    question: note,
    answered: people.nullable().default(null),
    source_note: note,
    late_reason: note,
  }),
  output: written,
});
