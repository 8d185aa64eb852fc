import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { abouts, checks, givenTos, keyRole, question, questionKinds, toldEntry } from './model.ts';

const issuers = ['intake_worker', 'case_coordinator', 'records_officer', 'gatherer'] as const;
const releasers = ['records_officer', 'gatherer'] as const;

const key = z.object({
  id: z.uuid(),
  about: z.enum(abouts),
  about_id: z.uuid(),
  about_name: z.string().nullable(),
  given_to: z.enum(givenTos),
  checked: z.enum(checks),
  issued_at: z.string(),
  expires_at: z.string(),
  released_at: z.string().nullable(),
  ended_at: z.string().nullable(),
  /** Questions without an answer. */
  open_questions: z.int(),
});
export type DisclosureKey = z.output<typeof key>;

export const issueDisclosureKey = operation({
  route: 'POST /disclosure-keys',
  summary: m.disclosures_issue_summary,
  may: issuers,
  audit: 'disclosure.key_issued',
  subjects: ({ about_id }) => [about_id],
  input: z.object({
    id: z.uuid(),
    about: z.enum(abouts),
    about_id: z.uuid(),
    given_to: z.enum(givenTos, { error: () => m.disclosures_field_given_to() }),
    checked: z.enum(checks, { error: () => m.disclosures_field_checked() }),
    /** Until when it opens, from today. */
    days: z.coerce.number().int().min(1).max(90).default(30),
  }),
  output: z.object({ id: z.uuid(), secret_code: z.string() }),
});

export const listDisclosureKeys = operation({
  route: 'GET /disclosure-keys',
  summary: m.disclosures_keys_summary,
  may: issuers,
  audit: 'disclosure.keys_listed',
  subjects: (_, { keys }) => keys.map(({ about_id }) => about_id),
  input: z.object({
    about_id: z.uuid().optional(),
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ keys: z.array(key), next: z.string().nullable() }),
});

export const readDisclosureKey = operation({
  route: 'GET /disclosure-keys/:id',
  summary: m.disclosures_key_summary,
  may: releasers,
  audit: 'disclosure.key_read',
  subjects: (_, { key: { about_id } }) => [about_id],
  input: z.object({ id: z.uuid() }),
  output: z.object({
    key,
    /** The newest 500, as the person will read them; those held back among them. */
    entries: z.array(toldEntry.extend({ held_back: z.string().nullable() })),
    questions: z.array(question),
  }),
});

export const releaseDisclosureKey = operation({
  route: 'POST /disclosure-keys/:id/release',
  summary: m.disclosures_release_summary,
  may: releasers,
  audit: 'disclosure.key_released',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

export const endDisclosureKey = operation({
  route: 'POST /disclosure-keys/:id/end',
  summary: m.disclosures_end_summary,
  may: issuers,
  audit: 'disclosure.key_ended',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

const reason = z
  .string({ error: () => m.disclosures_field_reason() })
  .trim()
  .min(1, { error: () => m.disclosures_field_reason() })
  .max(500, { error: () => m.disclosures_field_reason() });

export const holdBackEntry = operation({
  route: 'POST /disclosure-keys/:id/holdbacks',
  summary: m.disclosures_hold_back_summary,
  may: releasers,
  audit: 'disclosure.entry_held_back',
  input: z.object({ id: z.uuid(), entry_id: z.uuid(), reason }),
  output: z.object({ id: z.uuid() }),
});

export const showEntryAgain = operation({
  route: 'DELETE /disclosure-keys/:id/holdbacks/:entry_id',
  summary: m.disclosures_show_again_summary,
  may: releasers,
  audit: 'disclosure.entry_shown_again',
  input: z.object({ id: z.uuid(), entry_id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

export const answerQuestion = operation({
  route: 'POST /disclosure-questions/:id/answer',
  summary: m.disclosures_answer_summary,
  may: releasers,
  audit: 'disclosure.question_answered',
  input: z.object({
    id: z.uuid(),
    words: z
      .string({ error: () => m.disclosures_field_answer() })
      .trim()
      .min(1, { error: () => m.disclosures_field_answer() })
      .max(2000, { error: () => m.disclosures_field_answer() }),
  }),
  output: z.object({ id: z.uuid() }),
});

export const printMyRecord = operation({
  route: 'GET /disclosure-keys/:id/paper',
  summary: m.disclosures_paper_summary,
  may: releasers,
  audit: 'disclosure.paper_printed',
  file: true,
  input: z.object({ id: z.uuid() }),
  output: z.unknown(),
});

/** The person's own reading, with the code alone (web: /my-record). */
export const readMyRecord = operation({
  route: 'GET /my-record',
  summary: m.disclosures_my_record_summary,
  may: [keyRole],
  audit: 'my_record.read',
  subjects: (_, { about_id }) => [about_id],
  input: z.object({}),
  output: z.object({
    about_id: z.uuid(),
    body_name: z.string(),
    expires_on: z.string(),
    entries: z.array(toldEntry),
    questions: z.array(question),
  }),
});
export type MyRecord = z.output<typeof readMyRecord.output>;

export const askAboutMyRecord = operation({
  route: 'POST /my-record/questions',
  summary: m.disclosures_ask_summary,
  may: [keyRole],
  audit: 'my_record.asked',
  input: z.object({
    id: z.uuid(),
    kind: z.enum(questionKinds),
    words: z
      .string({ error: () => m.disclosures_field_words() })
      .trim()
      .min(1, { error: () => m.disclosures_field_words() })
      .max(2000, { error: () => m.disclosures_field_words() }),
  }),
  output: z.object({ id: z.uuid() }),
});
