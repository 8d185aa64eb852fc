import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { wordsNeeded, wordsOrNone } from './case-model.ts';

const workers = ['intake_worker', 'case_coordinator'] as const;

export const setTask = operation({
  route: 'POST /cases/:case_id/tasks',
  summary: m.cases_task_summary,
  may: workers,
  audit: 'case.task_set',
  input: z.object({
    case_id: z.uuid(),
    id: z.uuid(),
    words: wordsNeeded(300, m.cases_field_task),
    due_on: z.iso.date({ error: () => m.cases_field_day() }),
    /** Who does it; the own post when left out. */
    post_id: z
      .uuid({ error: () => m.cases_field_worker() })
      .nullable()
      .default(null),
  }),
  output: z.object({ id: z.uuid(), case_id: z.uuid() }),
});

/** What came of it: done, or no longer needed, in a word. */
export const finishTask = operation({
  route: 'POST /case-tasks/:id/outcome',
  summary: m.cases_task_finish_summary,
  may: workers,
  audit: 'case.task_finished',
  input: z.object({ id: z.uuid(), outcome: wordsOrNone(300, m.cases_field_too_long) }),
  output: z.object({ id: z.uuid(), case_id: z.uuid() }),
});

const about = z.object({ case_id: z.uuid(), number: z.string(), called: z.string().nullable() });

/** 今日: what this post has promised, what is waited for, and what cannot wait. */
export const readCaseDay = operation({
  route: 'GET /case-day',
  summary: m.cases_day_summary,
  may: workers,
  audit: 'case_day.read',
  input: z.object({}),
  output: z.object({
    /** This post's open tasks that are due within a week, the overdue first. */
    tasks: z.array(about.extend({ id: z.uuid(), words: z.string(), due_on: z.string() })),
    /** What notes of this post said would come next, by now or within a week. */
    nexts: z.array(
      about.extend({ note_id: z.uuid(), next_plan: z.string().nullable(), next_on: z.string() }),
    ),
    /** Open hand-overs, of both directions; those whose answer is overdue first. */
    handovers: z.array(
      z.object({
        id: z.uuid(),
        /** Null for whoever is asked: the case is another body's. */
        case_id: z.uuid().nullable(),
        number: z.string().nullable(),
        other: z.string(),
        asked: z.boolean(),
        accepted: z.boolean(),
        due_on: z.string(),
      }),
    ),
    /** Ways to places of people one works with, or that one began, at which somebody should look by now. */
    looks: z.array(
      about.extend({
        joining_id: z.uuid(),
        client_name: z.string().nullable(),
        place_name: z.string(),
        next_look_on: z.string(),
      }),
    ),
    /** With codes of the list `urgency`. */
    urgent: z.array(about.extend({ kinds: z.array(z.string()) })),
  }),
});
export type CaseDay = z.output<typeof readCaseDay.output>;
