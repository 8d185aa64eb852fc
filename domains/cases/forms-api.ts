import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { assessmentReaders } from './assessment-api.ts';
import { receivers } from './client-model.ts';
import { planReaders, planWriters } from './plan-parts.ts';

const format = z.enum(['pdf', 'xlsx'], { error: () => m.cases_form_field_format() }).default('pdf');

/** A plan, or its evaluation, on its form: exactly what whoever prints it may read. */
export const printPlanForm = operation({
  route: 'GET /people/:client_id/plans/:id/file',
  summary: m.cases_form_plan_summary,
  may: planReaders,
  audit: 'support_plan.printed',
  subjects: ({ client_id }) => [client_id],
  file: true,
  input: z.object({
    client_id: z.uuid(),
    id: z.uuid(),
    form: z.enum(['plan', 'closing']).default('plan'),
    format,
  }),
  output: z.unknown(),
});

/** 相談受付・申込票 of a first word, with the place for a signature where the person has agreed, and without it where not. */
export const printIntakeForm = operation({
  route: 'GET /clients/:client_id/intakes/:id/file',
  summary: m.cases_form_intake_summary,
  may: receivers,
  audit: 'intake.printed',
  subjects: ({ client_id }) => [client_id],
  file: true,
  input: z.object({ client_id: z.uuid(), id: z.uuid(), format }),
  output: z.unknown(),
});

/** インテーク・アセスメントシート of a person: of each facet, what whoever prints it may see. */
export const printAssessment = operation({
  route: 'GET /clients/:client_id/assessment/file',
  summary: m.cases_form_assessment_summary,
  may: assessmentReaders,
  audit: 'client.assessment_printed',
  subjects: ({ client_id }) => [client_id],
  file: true,
  input: z.object({ client_id: z.uuid(), format }),
  output: z.unknown(),
});

export const blankForms = [
  'intake_consented',
  'intake_unconsented',
  'assessment',
  'plan',
  'closing',
] as const;

/** The same forms with nothing in them, to be filled in by hand. */
export const printBlankForm = operation({
  route: 'GET /case-forms/:form/file',
  summary: m.cases_form_blank_summary,
  may: planWriters,
  audit: null,
  file: true,
  input: z.object({ form: z.enum(blankForms), format }),
  output: z.unknown(),
});
