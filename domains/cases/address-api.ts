import * as z from 'zod';
import { receivingRoles } from '#domains/consent/person-model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';

/** A protected address (支援措置), for its keeper, once a reason was given and for a quarter of an hour. */
export const readKeptAddress = operation({
  route: 'GET /kept-addresses/:person',
  summary: m.cases_kept_read_summary,
  may: receivingRoles,
  audit: 'protected_address.read',
  subjects: ({ person }) => [person],
  input: z.object({ person: z.uuid() }),
  output: z.object({
    address: z.string().nullable(),
    district_name: z.string().nullable(),
    phone: z.string().nullable(),
    mobile: z.string().nullable(),
    email: z.string().nullable(),
    reaching: z.string().nullable(),
  }),
});
