import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { visitingRoles } from './model.ts';

export const readVisitPhoto = operation({
  route: 'GET /visits/:id/photo',
  summary: m.visits_photo_summary,
  may: visitingRoles,
  audit: 'visit_photo.read',
  subjects: (_, { household_id }) => [household_id],
  finishing: true,
  file: true,
  input: z.object({ id: z.uuid() }),
  output: z.object({ household_id: z.uuid() }),
});

export const takeOutVisitPhoto = operation({
  route: 'POST /visits/:id/photo/taking-out',
  summary: m.visits_photo_out_summary,
  may: visitingRoles,
  audit: 'visit_photo.taken_out',
  subjects: (_, { household_id }) => [household_id],
  finishing: true,
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), household_id: z.uuid() }),
});
