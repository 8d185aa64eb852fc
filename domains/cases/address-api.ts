import * as z from 'zod';
import { receivingRoles } from '#domains/consent/person-model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { writtenContact } from './client-model.ts';

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
    /** What colleagues wrote meanwhile and nobody has taken in or laid aside, the oldest first. */
    written: z.array(writtenContact),
  }),
});

/** For whom something waits of what colleagues wrote; what it is stands behind the reason, with the address. */
export const listWaitingContacts = operation({
  route: 'GET /written-contacts',
  summary: m.cases_written_list_summary,
  may: receivingRoles,
  audit: 'written_contacts.listed',
  subjects: (_, { waiting }) => waiting.map(({ person_id }) => person_id),
  input: z.object({}),
  output: z.object({ waiting: z.array(z.object({ person_id: z.uuid(), n: z.int() })) }),
});

/** Takes in what a colleague wrote, or lays it aside. */
export const settleWrittenContact = operation({
  route: 'POST /written-contacts/:id/ending',
  summary: m.cases_written_settle_summary,
  may: receivingRoles,
  audit: 'written_contact.settled',
  subjects: (_, { person }) => [person],
  input: z.object({ id: z.uuid(), take_in: z.boolean() }),
  output: z.object({ id: z.uuid(), person: z.uuid() }),
});
