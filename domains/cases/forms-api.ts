import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
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

export const blankForms = ['plan', 'closing'] as const;

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
