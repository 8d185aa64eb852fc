import * as z from 'zod';
import * as m from '#messages';
import { operation } from '../operation.ts';

/** Which form: the route of its operation and the address it stands at. */
const form = z.string().min(1).max(300);

export const saveDraft = operation({
  route: 'PUT /drafts',
  summary: m.platform_draft_save_summary,
  may: 'signed_in',
  audit: 'draft.saved',
  input: z.object({ form, content: z.record(z.string().max(100), z.unknown()) }),
  output: z.object({}),
});

export const readDraft = operation({
  route: 'GET /drafts',
  summary: m.platform_draft_read_summary,
  may: 'signed_in',
  // One's own words, that nobody else reads.
  audit: null,
  input: z.object({ form }),
  output: z.object({
    content: z.record(z.string(), z.unknown()).nullable(),
    saved_at: z.string().nullable(),
  }),
});

export const discardDraft = operation({
  route: 'DELETE /drafts',
  summary: m.platform_draft_discard_summary,
  may: 'signed_in',
  audit: 'draft.discarded',
  input: z.object({ form }),
  output: z.object({}),
});
