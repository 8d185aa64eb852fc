import * as z from 'zod';
import { answers, typedAnswers } from '#domains/items/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { assessmentFacets } from './assessment-model.ts';

const workers = ['intake_worker', 'case_coordinator'] as const;
export const assessmentReaders = [
  ...workers,
  'convener',
  'council_officer',
  'commissioner',
  'visitor',
  'gatherer',
] as const;

/** Answers what is asked of a person in one facet. Nothing is insisted on: what nobody has heard yet may stay open. */
export const answerAssessment = operation({
  route: 'PUT /clients/:client_id/assessment/:facet',
  summary: m.cases_assess_summary,
  may: workers,
  audit: 'client.assessed',
  subjects: ({ client_id }) => [client_id],
  input: z.object({
    client_id: z.uuid(),
    facet: z.enum(assessmentFacets),
    /** How often this facet was answered before, as on the screen. */
    version: z.coerce.number().int().min(0),
    answers: typedAnswers,
  }),
  output: z.object({ client_id: z.uuid() }),
});

/** インテーク・アセスメントシート of a person, facet by facet: of each, what the actor may see. */
export const readAssessment = operation({
  route: 'GET /clients/:client_id/assessment',
  summary: m.cases_assessment_summary,
  may: assessmentReaders,
  audit: 'client.assessment_read',
  subjects: ({ client_id }) => [client_id],
  input: z.object({ client_id: z.uuid() }),
  output: z.object({
    client_id: z.uuid(),
    name: z.string().nullable(),
    own: z.boolean(),
    answers,
    versions: z.partialRecord(z.enum(assessmentFacets), z.int()),
    /** The household cases the person is in, as far as they are seen. */
    cases: z.array(z.object({ id: z.uuid(), number: z.string() })),
  }),
});

/** Puts the items of the standard sheet into a town that has none of them yet; what is there stays as it is. */
export const addStandardAssessment = operation({
  route: 'POST /items/standard-assessment',
  summary: m.cases_standard_summary,
  may: ['administrator'],
  audit: 'items.standard_added',
  input: z.object({}),
  output: z.object({ added: z.int() }),
});
