import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import {
  answered,
  author,
  body,
  day,
  everybody,
  fiscalYear,
  measureOf,
  needed,
  otherPlanOf,
  ownSaid,
  planners,
  reason,
  written,
} from './parts.ts';

const number = z
  .int({ error: () => m.projects_field_number() })
  .min(1, { error: () => m.projects_field_number() })
  .max(99_999, { error: () => m.projects_field_number() });
const name = needed(m.projects_field_name, 100);
const summary = needed(m.projects_field_summary, 1_000);
const year = fiscalYear.nullable().default(null);

export const addOtherPlan = operation({
  route: 'POST /other-plans',
  summary: m.projects_add_other_plan_summary,
  may: planners,
  audit: 'project.other_plan_added',
  input: z.object({
    id: z.uuid(),
    name: needed(m.projects_field_other_plan_name, 200),
    legal_basis: needed(m.projects_field_legal_basis, 200),
    first_year: year,
    last_year: year,
  }),
  output: written,
});

export const listOtherPlans = operation({
  route: 'GET /other-plans',
  summary: m.projects_list_other_plans_summary,
  may: everybody,
  audit: null,
  input: z.object({}),
  output: z.object({
    other_plans: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        legal_basis: z.string(),
        first_year: z.int().nullable(),
        last_year: z.int().nullable(),
        projects: z.int(),
      }),
    ),
  }),
});

export const addProject = operation({
  route: 'POST /projects',
  summary: m.projects_add_summary,
  may: planners,
  audit: 'project.added',
  input: z.object({
    id: z.uuid(),
    number,
    name,
    summary,
    body_id: z.uuid({ error: () => m.projects_field_body() }),
    starts_on: day(m.projects_field_starts_on),
    measure_ids: z.array(z.uuid()).min(1, { error: () => m.projects_field_measures() }),
    other_plan_ids: z.array(z.uuid()).default([]),
  }),
  output: written,
});

export const rewordProject = operation({
  route: 'POST /projects/:project_id/wordings',
  summary: m.projects_reword_summary,
  may: planners,
  audit: 'project.reworded',
  input: z.object({ project_id: z.uuid(), after_version: z.int().min(1), name, summary }),
  output: z.object({}),
});

export const moveProject = operation({
  route: 'POST /projects/:project_id/owners',
  summary: m.projects_move_summary,
  may: planners,
  audit: 'project.moved',
  input: z.object({
    id: z.uuid(),
    project_id: z.uuid(),
    body_id: z.uuid({ error: () => m.projects_field_body() }),
    starts_on: day(m.projects_field_starts_on),
  }),
  output: written,
});

export const linkProject = operation({
  route: 'POST /projects/:project_id/links',
  summary: m.projects_link_summary,
  may: planners,
  audit: 'project.linked',
  input: z.object({
    id: z.uuid(),
    project_id: z.uuid(),
    /** `measure:…` or `plan:…`, as one chooses from one list. */
    to: z
      .string({ error: () => m.projects_field_link_to() })
      .regex(/^(measure|plan):[0-9a-f-]{36}$/, { error: () => m.projects_field_link_to() }),
    starts_on: day(m.projects_field_starts_on),
  }),
  output: written,
});

export const endProjectLink = operation({
  route: 'POST /project-links/:link_id/ending',
  summary: m.projects_unlink_summary,
  may: planners,
  audit: 'project.unlinked',
  input: z.object({ link_id: z.uuid(), ends_on: day(m.projects_field_ends_on), reason }),
  output: z.object({}),
});

export const endProject = operation({
  route: 'POST /projects/:project_id/ending',
  summary: m.projects_end_summary,
  may: planners,
  audit: 'project.ended',
  input: z.object({ project_id: z.uuid(), ends_on: day(m.projects_field_ends_on), reason }),
  output: z.object({}),
});

export const listProjects = operation({
  route: 'GET /projects',
  summary: m.projects_list_summary,
  may: everybody,
  audit: null,
  input: z.object({
    /** Only projects of this measure, owner or other plan, as they stand today. */
    measure: z.uuid().optional(),
    body: z.uuid().optional(),
    other_plan: z.uuid().optional(),
    ended: z.enum(['without', 'with']).default('without'),
    /** The number of the last project of the page before. */
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({
    projects: z.array(
      z.object({
        id: z.uuid(),
        number: z.int(),
        name: z.string(),
        summary: z.string(),
        body: body.nullable(),
        starts_on: z.string(),
        ends_on: z.string().nullable(),
        measures: z.array(measureOf),
        other_plans: z.array(otherPlanOf),
      }),
    ),
    next: z.int().nullable(),
  }),
});

export const readProject = operation({
  route: 'GET /projects/:id',
  summary: m.projects_read_summary,
  may: everybody,
  audit: null,
  input: z.object({ id: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    number: z.int(),
    starts_on: z.string(),
    ending: z.object({ ends_on: z.string(), reason: z.string(), author }).nullable(),
    /** Newest first. */
    wordings: z.array(
      z.object({ version: z.int(), name: z.string(), summary: z.string(), author, on: z.string() }),
    ),
    owners: z.array(z.object({ id: z.uuid(), body, starts_on: z.string(), author })),
    links: z.array(
      z.object({
        id: z.uuid(),
        measure: measureOf.nullable(),
        other_plan: otherPlanOf.nullable(),
        starts_on: z.string(),
        ending: z.object({ ends_on: z.string(), reason: z.string() }).nullable(),
        author,
      }),
    ),
    /** The fixed answers of earlier years, newest first. */
    years: z.array(
      z.object({
        fiscal_year: z.int(),
        item_id: z.uuid(),
        title: z.string(),
        body,
        answer: answered,
        own: ownSaid,
        grade_wording: z.string().nullable(),
        course_wording: z.string().nullable(),
        corrections: z.array(
          z.object({ correction: z.string(), reason: z.string(), author, on: z.string() }),
        ),
      }),
    ),
  }),
});
