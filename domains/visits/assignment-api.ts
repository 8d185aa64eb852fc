import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';

const keepers = ['gatherer', 'council_officer'] as const;
const lookers = ['visitor', 'commissioner', ...keepers] as const;

const day = (sentence: () => string) => z.iso.date({ error: () => sentence() });

/** Why an assignment ended. */
export const assignmentEnds = ['change', 'declined', 'post_ended', 'household_closed', 'succeeded'] as const;
export type AssignmentEnd = (typeof assignmentEnds)[number];
export const assignmentEndWords: Record<AssignmentEnd, () => string> = {
  change: m.visits_assignment_end_change,
  declined: m.visits_assignment_end_declined,
  post_ended: m.visits_assignment_end_post_ended,
  household_closed: m.visits_assignment_end_household_closed,
  succeeded: m.visits_assignment_end_succeeded,
};

export const assignHousehold = operation({
  route: 'POST /assignments',
  summary: m.visits_assign_summary,
  may: keepers,
  audit: 'household.assigned',
  subjects: ({ household_id }) => [household_id],
  input: z.object({
    id: z.uuid(),
    household_id: z.uuid({ error: () => m.visits_field_household() }),
    post_id: z.uuid({ error: () => m.visits_field_post() }),
    starts_on: day(m.visits_field_assigned_from),
    /** Until further notice when left out, and never longer than the post is held. */
    ends_on: day(m.visits_field_assigned_until).nullable().default(null),
  }),
  output: z.object({ id: z.uuid() }),
});

export const endAssignment = operation({
  route: 'POST /assignments/:id/ending',
  summary: m.visits_end_assignment_summary,
  may: keepers,
  audit: 'household.assignment_ended',
  subjects: (_, { household_id }) => [household_id],
  input: z.object({
    id: z.uuid(),
    /** The last day of it. */
    ends_on: day(m.visits_field_assigned_until),
    why: z.enum(['change', 'declined'], { error: () => m.visits_field_assignment_why() }).default('change'),
  }),
  output: z.object({ id: z.uuid(), household_id: z.uuid() }),
});

/** Who looks in on which household, from when to when. */
const assignment = z.object({
  id: z.uuid(),
  household_id: z.uuid(),
  household_name: z.string().nullable(),
  household_number: z.string().nullable(),
  post_id: z.uuid(),
  role: z.string().nullable(),
  /** Whose post it is, as far as the actor knows the name. */
  person: z.string().nullable(),
  body: z.string().nullable(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
  why_ended: z.enum(assignmentEnds).nullable(),
});
export type Assignment = z.output<typeof assignment>;

/** Households that nobody looks in on are listed by `listHouseholds` with `unassigned`. */
export const listAssignments = operation({
  route: 'GET /assignments',
  summary: m.visits_assignments_summary,
  may: lookers,
  audit: 'assignments.listed',
  subjects: (_, { assignments }) => [...new Set(assignments.map((a) => a.household_id))],
  input: z.object({
    /** Of this household and the entries merged into it. */
    household: z.uuid().optional(),
    post: z.uuid().optional(),
    /** `today` (as it stands today or will), or `all` with what is over. */
    when: z.enum(['today', 'all']).default('today'),
    /** The id of the last row of the page before. */
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({ assignments: z.array(assignment), next: z.string().nullable() }),
});
