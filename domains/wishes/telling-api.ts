import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { coordinators, outcomes } from './model.ts';

/** How somebody who waited was told: many have no device. */
export const tellingWays = ['phone', 'paper', 'met', 'message'] as const;
export const tellingWayWords: Record<(typeof tellingWays)[number], () => string> = {
  phone: m.wishes_told_by_phone,
  paper: m.wishes_told_by_paper,
  met: m.wishes_told_by_met,
  message: m.wishes_told_by_message,
};

/** Whoever waited for a match that was passed over or stopped has heard it, on a day. */
export const tellWhoWaited = operation({
  route: 'POST /matches/:match_id/tellings',
  summary: m.wishes_tell_summary,
  may: coordinators,
  audit: 'match.told',
  subjects: ({ participant_id }) => [participant_id],
  input: z.object({
    match_id: z.uuid(),
    participant_id: z.uuid({ error: () => m.wishes_field_participant() }),
    told_on: z.iso.date({ error: () => m.wishes_field_day() }),
    how: z.enum(tellingWays, { error: () => m.wishes_field_told_how() }),
  }),
  output: z.object({ match_id: z.uuid() }),
});

/** Who waited and still has to be told, what has waited longest first; of one match also who was told. */
export const listWhoWaited = operation({
  route: 'GET /match-tellings',
  summary: m.wishes_tell_list_summary,
  may: coordinators,
  audit: 'match_tellings.listed',
  subjects: (_, { waited }) => waited.map(({ participant_id }) => participant_id),
  input: z.object({ match_id: z.uuid().optional() }),
  output: z.object({
    waited: z.array(
      z.object({
        match_id: z.uuid(),
        participant_id: z.uuid(),
        name: z.string(),
        reached: z.string().nullable(),
        outcome: z.enum(outcomes),
        closed_on: z.string(),
        told_on: z.string().nullable(),
        how: z.enum(tellingWays).nullable(),
      }),
    ),
  }),
});
