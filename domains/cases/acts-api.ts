import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { caseRelations, wordsNeeded, wordsOrNone } from './case-model.ts';
import { screeningResults } from './screening-model.ts';

const workers = ['intake_worker', 'case_coordinator'] as const;
const day = z.iso.date({ error: () => m.cases_field_day() });

/** スクリーニング: what was found, after the existing schemes were looked at; the case takes the step that follows. */
export const screenCase = operation({
  route: 'POST /cases/:case_id/screenings',
  summary: m.cases_screen_summary,
  may: workers,
  audit: 'case.screened',
  input: z.object({
    case_id: z.uuid(),
    id: z.uuid(),
    result: z.enum(screeningResults, { error: () => m.cases_field_result() }),
    /** Which existing schemes were looked at first: codes of the list `scheme`. */
    schemes: z
      .array(z.string().max(40))
      .min(1, { error: () => m.cases_field_schemes() })
      .max(60),
    words: wordsOrNone(1000, m.cases_field_too_long),
    /** Today when left out. */
    screened_on: day.nullable().default(null),
  }),
  output: z.object({ id: z.uuid(), case_id: z.uuid() }),
});

/** 緊急性: what cannot wait in this household; none: nothing, or no longer. */
export const sayUrgency = operation({
  route: 'POST /cases/:case_id/urgencies',
  summary: m.cases_urgency_summary,
  may: workers,
  audit: 'case.urgency_said',
  input: z.object({
    case_id: z.uuid(),
    id: z.uuid(),
    /** Codes of the list `urgency`. */
    kinds: z.array(z.string().max(40)).max(60).default([]),
    words: wordsOrNone(500, m.cases_field_too_long),
  }),
  output: z.object({ id: z.uuid(), case_id: z.uuid() }),
});

/** 担当: one of the body's own posts works on it from today on; whoever leads is one. */
export const nameCaseWorker = operation({
  route: 'POST /cases/:case_id/workers',
  summary: m.cases_worker_summary,
  may: workers,
  audit: 'case.worker_named',
  input: z.object({
    case_id: z.uuid(),
    post_id: z.uuid({ error: () => m.cases_field_worker() }),
    leads: z.boolean().default(false),
  }),
  output: z.object({ case_id: z.uuid() }),
});

export const endCaseWorker = operation({
  route: 'POST /cases/:case_id/workers/:post_id/ending',
  summary: m.cases_worker_end_summary,
  may: workers,
  audit: 'case.worker_ended',
  input: z.object({ case_id: z.uuid(), post_id: z.uuid() }),
  output: z.object({ case_id: z.uuid() }),
});

/** What one saw when one began comes along, so that nobody's change is written over unseen. */
export const changeCaseMember = operation({
  route: 'PUT /cases/:case_id/members/:client_id',
  summary: m.cases_member_change_summary,
  may: workers,
  audit: 'case.member_changed',
  subjects: ({ client_id }) => [client_id],
  input: z.object({
    case_id: z.uuid(),
    client_id: z.uuid(),
    relation: z.enum(caseRelations, { error: () => m.cases_field_relation() }),
    lives_in: z.boolean().default(false),
    /** The last day on which the case was about this person too. */
    left_on: day.nullable().default(null),
    relation_before: z.enum(caseRelations),
    lives_in_before: z.boolean(),
    left_on_before: day.nullable().default(null),
  }),
  output: z.object({ case_id: z.uuid(), client_id: z.uuid() }),
});

export const nameCase = operation({
  route: 'PUT /cases/:case_id/name',
  summary: m.cases_name_summary,
  may: workers,
  audit: 'case.named',
  input: z.object({
    case_id: z.uuid(),
    called: wordsNeeded(60, m.cases_field_too_long),
    /** What one saw when one began. */
    called_before: z.string().max(60).nullable().default(null),
  }),
  output: z.object({ case_id: z.uuid() }),
});

/** Those of one's own body who work with persons today. */
export const listColleagues = operation({
  route: 'GET /window-colleagues',
  summary: m.cases_colleagues_summary,
  may: workers,
  audit: null,
  input: z.object({}),
  output: z.object({ colleagues: z.array(z.object({ post_id: z.uuid(), name: z.string() })) }),
});
