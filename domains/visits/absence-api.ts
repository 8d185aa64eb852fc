import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { absenceReasons, visitingRoles } from './model.ts';

const day = (error: () => string) => z.iso.date({ error });

/** 不在予定: a household says beforehand that nobody will be at home. */
export const tellAbsence = operation({
  route: 'POST /households/:household_id/absences',
  summary: m.visits_absence_tell_summary,
  may: visitingRoles,
  audit: 'absence.told',
  subjects: ({ household_id }) => [household_id],
  input: z.object({
    id: z.uuid(),
    household_id: z.uuid(),
    starts_on: day(() => m.visits_field_absence_from()),
    /** The last day nobody is at home; a year at most. */
    ends_on: day(() => m.visits_field_absence_until()),
    why: z.enum(absenceReasons, { error: () => m.visits_field_absence_why() }),
  }),
  output: z.object({ id: z.uuid(), household_id: z.uuid() }),
});

/** They are home again, or it was a mistake: the round goes on at once. */
export const takeAbsenceBack = operation({
  route: 'POST /absences/:id/ending',
  summary: m.visits_absence_end_summary,
  may: visitingRoles,
  audit: 'absence.taken_back',
  subjects: (_, { household_id }) => [household_id],
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), household_id: z.uuid() }),
});

export const listAbsences = operation({
  route: 'GET /absences',
  summary: m.visits_absences_summary,
  may: visitingRoles,
  audit: 'absences.listed',
  subjects: ({ household }) => [household],
  input: z.object({ household: z.uuid() }),
  output: z.object({
    /** The newest first. */
    absences: z.array(
      z.object({
        id: z.uuid(),
        starts_on: z.string(),
        ends_on: z.string(),
        why: z.enum(absenceReasons),
        /** Holds today, or will. */
        stands: z.boolean(),
        taken_back: z.boolean(),
      }),
    ),
  }),
});
