import type { PersonFacet } from '#domains/consent/person-model.ts';

/** Largest attachment, in bytes. */
export const attachmentLimit = 8 * 1024 * 1024;
/** Together, for one case, so that a case stays readable and a backup small. */
export const mostAttachments = 100;
export const attachmentTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

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
