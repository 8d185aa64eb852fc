import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { pageKey } from '#platform/page-key.ts';
import {
  contact,
  identity,
  receivers,
  shownContact,
  shownIdentity,
  windows,
  writtenContact,
} from './client-model.ts';

const listedClient = shownIdentity.extend({
  id: z.uuid(),
  holder_id: z.uuid(),
  holder_name: z.string(),
  /** Of the body the actor works for; otherwise it is provided by another. */
  own: z.boolean(),
});

export const listClients = operation({
  route: 'GET /clients',
  summary: m.cases_clients_list_summary,
  may: receivers,
  audit: 'clients.listed',
  subjects: (_, { clients }) => clients.map(({ id }) => id),
  input: z.object({
    /** The key of the last row of the page before. */
    after: pageKey('text').optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ clients: z.array(listedClient), next: z.string().nullable() }),
});

export const findClients = operation({
  route: 'GET /clients/search',
  summary: m.cases_clients_find_summary,
  may: receivers,
  audit: 'clients.found',
  subjects: (_, { clients }) => clients.map(({ id }) => id),
  input: z.object({
    /** A name, its kana, how one speaks of the person, a day of birth or a telephone number. */
    q: z
      .string({ error: () => m.cases_field_search() })
      .trim()
      .min(1, { error: () => m.cases_field_search() })
      .max(100, { error: () => m.cases_field_search() }),
  }),
  output: z.object({
    clients: z.array(listedClient),
    /** There are more than are shown; a longer word finds fewer. */
    more: z.boolean(),
  }),
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
    contact: shownContact.extend({ district_name: z.string().nullable() }).nullable(),
    /** What colleagues wrote while the address was protected, once it is not any more. */
    written: z.array(writtenContact),
    /** Records that were found to be the same person's, as far as the actor brought them together. */
    links: z.array(
      z.object({
        id: z.uuid(),
        client_id: z.uuid(),
        holder_name: z.string(),
        reason: z.string(),
        linked_at: z.string(),
      }),
    ),
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

const version = z.coerce.number().int().min(1);
const reason = z
  .string({ error: () => m.cases_field_reason() })
  .trim()
  .min(1, { error: () => m.cases_field_reason() })
  .max(500, { error: () => m.cases_field_reason() });

export const correctIdentity = operation({
  route: 'PUT /clients/:id/identity',
  summary: m.cases_identity_correct_summary,
  may: windows,
  audit: 'client.identity_corrected',
  subjects: ({ id }) => [id],
  input: identity.extend({ id: z.uuid(), version }),
  output: z.object({ id: z.uuid() }),
});

export const correctContact = operation({
  route: 'PUT /clients/:id/contact',
  summary: m.cases_contact_correct_summary,
  may: windows,
  audit: 'client.contact_corrected',
  subjects: ({ id }) => [id],
  input: contact.extend({ id: z.uuid(), version }),
  output: z.object({ id: z.uuid() }),
});

export const linkClients = operation({
  route: 'POST /client-links',
  summary: m.cases_link_summary,
  may: ['case_coordinator'],
  audit: 'clients.linked',
  subjects: ({ client_id, other_id }) => [client_id, other_id],
  input: z.object({
    id: z.uuid(),
    /** The own body's record, and the other one. */
    client_id: z.uuid(),
    other_id: z.uuid({ error: () => m.cases_field_other() }),
    /** On which ground the other body's record was given (consent, statute …). */
    basis_id: z.uuid({ error: () => m.cases_door_field_basis() }),
    reason,
  }),
  output: z.object({ id: z.uuid() }),
});

export const undoLink = operation({
  route: 'POST /client-links/:id/undoing',
  summary: m.cases_link_undo_summary,
  may: ['case_coordinator'],
  audit: 'clients.link_undone',
  subjects: (_, { client_id }) => [client_id],
  input: z.object({ id: z.uuid(), reason }),
  output: z.object({ id: z.uuid(), client_id: z.uuid() }),
});
