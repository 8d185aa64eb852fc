import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { receivers, sexes } from './client-model.ts';

const listedClient = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  kana: z.string().nullable(),
  called: z.string().nullable(),
  born_on: z.string().nullable(),
  born_about: z.string().nullable(),
  sex: z.enum(sexes).nullable(),
  holder_id: z.uuid(),
  holder_name: z.string(),
  /** Of the body the actor works for; otherwise it is provided by another. */
  own: z.boolean(),
});

const shownContact = z.object({
  address: z.string().nullable(),
  district_id: z.uuid().nullable(),
  district_name: z.string().nullable(),
  phone: z.string().nullable(),
  mobile: z.string().nullable(),
  email: z.string().nullable(),
  reaching: z.string().nullable(),
  version: z.int(),
});

export const listClients = operation({
  route: 'GET /clients',
  summary: m.cases_clients_list_summary,
  may: receivers,
  audit: 'clients.listed',
  subjects: (_, { clients }) => clients.map(({ id }) => id),
  input: z.object({
    /** The key of the last row of the page before. */
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ clients: z.array(listedClient), next: z.string().nullable() }),
});

export const readClient = operation({
  route: 'GET /clients/:id',
  summary: m.cases_client_read_summary,
  may: receivers,
  audit: 'client.read',
  subjects: ({ id }) => [id],
  input: z.object({ id: z.uuid() }),
  output: listedClient.extend({
    version: z.int(),
    registered_at: z.string(),
    /** Null where it is not given, or nobody but its keepers may see it. */
    contact: shownContact.nullable(),
    /** Newest first; none where they are not given. */
    intakes: z.array(
      z.object({
        id: z.uuid(),
        received_on: z.string(),
        channel: z.string().nullable(),
        trouble: z.string().nullable(),
        wish: z.string().nullable(),
      }),
    ),
  }),
});
