import * as z from 'zod';
import { bodyKinds } from '#domains/posts/bodies.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { grounds, purposes, tellings } from './model.ts';

const day = z.iso.date({ error: () => m.consent_field_basis_day() });
const kind = z.enum(bodyKinds, { error: () => m.consent_field_kind() });

/** Adds a lawful basis from a day on; what it lets go follows from its ground. */
export const addLawfulBasis = operation({
  route: 'POST /lawful-bases',
  summary: m.consent_basis_add_summary,
  may: ['administrator'],
  audit: 'lawful_basis.added',
  input: z.object({
    id: z.uuid(),
    from_kind: kind,
    to_kind: kind,
    purpose: z.enum(purposes, { error: () => m.consent_field_purpose() }),
    ground: z.enum(grounds, { error: () => m.consent_field_ground() }),
    /** The article it stands on, as it is shown and printed. */
    law: z
      .string({ error: () => m.consent_field_law() })
      .trim()
      .min(1, { error: () => m.consent_field_law() })
      .max(200, { error: () => m.consent_field_law() }),
    told: z.enum(tellings, { error: () => m.consent_field_told() }),
    starts_on: day,
  }),
  output: z.object({ id: z.uuid() }),
});

/** Nothing is given on it after a day, and what stands on it closes with it. */
export const endLawfulBasis = operation({
  route: 'POST /lawful-bases/:id/end',
  summary: m.consent_basis_end_summary,
  may: ['administrator'],
  audit: 'lawful_basis.ended',
  input: z.object({ id: z.uuid({ error: () => m.consent_field_which_basis() }), ends_on: day }),
  output: z.object({ id: z.uuid() }),
});
