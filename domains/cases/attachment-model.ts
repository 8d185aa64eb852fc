import * as z from 'zod';
import type { PersonFacet } from '#domains/consent/person-model.ts';
import * as m from '#messages';

/** Largest attachment, in bytes. */
export const attachmentLimit = 8 * 1024 * 1024;
/** Together, for one case, so that a case stays readable and a backup small. */
export const mostAttachments = 100;
export const attachmentTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

/** A file as a page sends it. */
export const attachedFile = z.object(
  {
    name: z
      .string()
      .min(1)
      .max(200, { error: () => m.cases_field_file_name() }),
    base64: z.base64({ error: () => m.cases_field_file() }),
  },
  { error: () => m.cases_field_file() },
);
export type AttachedFile = z.output<typeof attachedFile>;

/** Bytes of an input with one file and what is said beside it. */
export const attachmentInput = Math.ceil((attachmentLimit * 4) / 3) + 64 * 1024;

/** To what an attachment belongs. */
export const attachmentFacets = [
  'notes',
  'consultation',
  'family',
  'living',
  'economy',
  'health',
  'wish',
  'plan',
] as const satisfies readonly PersonFacet[];
