import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { facets, lawfulBasis } from './model.ts';

export * from './basis-api.ts';

const givers = ['gatherer', 'council_officer'] as const;

const body = z.object({ id: z.uuid(), name: z.string() });

/** Whose facets went from which body to which, on which basis, until when. */
const provision = z.object({
  id: z.uuid(),
  holder: body,
  receiver: body,
  facets: z.array(z.enum(facets)),
  basis: lawfulBasis,
  starts_on: z.string(),
  ends_on: z.string().nullable(),
  decided_at: z.string(),
  withdrawn_at: z.string().nullable(),
  withdrawn_reason: z.string().nullable(),
  /** Whether the actor's own body gives it, and so may withdraw it. */
  own: z.boolean(),
});
export type Provision = z.output<typeof provision>;

export const listLawfulBases = operation({
  route: 'GET /lawful-bases',
  summary: m.consent_bases_summary,
  may: 'signed_in',
  audit: null,
  input: z.object({}),
  output: z.object({ bases: z.array(lawfulBasis) }),
});

export const listProvisions = operation({
  route: 'GET /provisions',
  summary: m.consent_list_summary,
  may: givers,
  audit: null,
  input: z.object({
    /** The id of the last row of the page before. */
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({ provisions: z.array(provision), next: z.string().nullable() }),
});

export const readProvision = operation({
  route: 'GET /provisions/:id',
  summary: m.consent_read_summary,
  may: givers,
  audit: null,
  input: z.object({ id: z.uuid() }),
  output: provision,
});

export const provide = operation({
  route: 'POST /provisions',
  summary: m.consent_provide_summary,
  may: givers,
  audit: 'provision.given',
  input: z.object({
    id: z.uuid(),
    receiver_id: z.uuid({ error: () => m.consent_field_receiver() }),
    facets: z.array(z.enum(facets)).min(1, { error: () => m.consent_field_facets() }),
    basis_id: z.uuid({ error: () => m.consent_field_basis() }),
    starts_on: z.iso.date({ error: () => m.consent_field_starts_on() }),
    ends_on: z.iso
      .date({ error: () => m.consent_field_ends_on() })
      .nullable()
      .default(null),
  }),
  output: z.object({ id: z.uuid() }),
});

export const withdrawProvision = operation({
  route: 'POST /provisions/:id/withdrawal',
  summary: m.consent_withdraw_summary,
  may: givers,
  audit: 'provision.withdrawn',
  input: z.object({
    id: z.uuid(),
    reason: z
      .string({ error: () => m.consent_field_reason() })
      .trim()
      .min(1, { error: () => m.consent_field_reason() })
      .max(500, { error: () => m.consent_field_reason() }),
  }),
  output: z.object({ id: z.uuid() }),
});
