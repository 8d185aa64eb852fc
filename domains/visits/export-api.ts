import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { listVisits } from './api.ts';
import { visitingRoles } from './model.ts';

/** More rows than this are no list any more that somebody works with; they are taken by part. */
export const mostVisitsExported = 20_000;

/** All visits that a list shows page by page, as they were at one moment. */
export const exportVisits = operation({
  route: 'GET /visit-export',
  summary: m.visits_export_summary,
  may: visitingRoles,
  audit: 'visits.exported',
  subjects: (_, { households }) => households,
  atOneMoment: true,
  finishing: true,
  file: true,
  bulk: true,
  input: listVisits.input
    .omit({ after: true, limit: true })
    .extend({ encoding: z.enum(['utf-8', 'cp932']).default('utf-8') }),
  output: z.object({ households: z.array(z.uuid()) }),
});
