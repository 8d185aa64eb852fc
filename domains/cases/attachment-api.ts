import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { attachedFile, attachmentFacets, attachmentInput, attachmentTypes } from './attachment-model.ts';
import { wordsNeeded } from './case-model.ts';

const workers = ['intake_worker', 'case_coordinator'] as const;
const readers = [...workers, 'convener', 'council_officer', 'commissioner', 'visitor', 'gatherer'] as const;

/** Attaches a photograph or a paper, about one member's facet or about the household. */
export const attachFile = operation({
  route: 'POST /cases/:case_id/files',
  summary: m.cases_attach_summary,
  may: workers,
  audit: 'case.file_attached',
  subjects: ({ client_id }) => (client_id ? [client_id] : []),
  largestInput: attachmentInput,
  input: z.object({
    case_id: z.uuid(),
    id: z.uuid(),
    client_id: z.uuid().nullable().default(null),
    facet: z.enum(attachmentFacets, { error: () => m.cases_field_file_facet() }),
    file: attachedFile,
  }),
  output: z.object({ id: z.uuid(), case_id: z.uuid() }),
});

const attached = z.object({
  id: z.uuid(),
  client_id: z.uuid().nullable(),
  client_name: z.string().nullable(),
  facet: z.enum(attachmentFacets),
  name: z.string(),
  type: z.enum(attachmentTypes),
  /** Bytes. */
  size: z.int(),
  added_on: z.string(),
  by: z.string().nullable(),
  taken_out_why: z.string().nullable(),
});
export type Attached = z.output<typeof attached>;

export const listCaseFiles = operation({
  route: 'GET /cases/:case_id/files',
  summary: m.cases_files_summary,
  may: readers,
  audit: 'case.files_listed',
  subjects: (_, { files }) => [...new Set(files.flatMap(({ client_id }) => client_id ?? []))],
  input: z.object({ case_id: z.uuid() }),
  output: z.object({ files: z.array(attached) }),
});

export const readCaseFile = operation({
  route: 'GET /case-files/:id/content',
  summary: m.cases_file_summary,
  may: readers,
  audit: 'case_scan.read',
  subjects: (_, { people }) => people,
  file: true,
  input: z.object({ id: z.uuid() }),
  output: z.object({ people: z.array(z.uuid()) }),
});

/** Takes it out: the content goes, that it was there and why it went stays. */
export const takeOutFile = operation({
  route: 'POST /case-files/:id/taking-out',
  summary: m.cases_file_out_summary,
  may: workers,
  audit: 'case.file_taken_out',
  input: z.object({ id: z.uuid(), reason: wordsNeeded(500, m.cases_field_why) }),
  output: z.object({ id: z.uuid(), case_id: z.uuid() }),
});
