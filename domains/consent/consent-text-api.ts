import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { windowRoles } from './person-model.ts';
import { startPapers } from './start-model.ts';

/** A version of what is explained and signed. */
const consentText = z.object({
  id: z.uuid(),
  version: z.string(),
  starts_on: z.string(),
  title: z.string(),
  /** Paragraphs, one a line. */
  content: z.string(),
});

const line = (most: number, sentence: () => string) =>
  z.string({ error: sentence }).trim().min(1, { error: sentence }).max(most, { error: sentence });

/** Every version, the newest first; those before stay readable and printable. */
export const listConsentTexts = operation({
  route: 'GET /consent-texts',
  summary: m.consent_texts_summary,
  may: [...windowRoles, 'records_officer', 'administrator'],
  audit: null,
  input: z.object({}),
  output: z.object({
    texts: z.array(consentText),
    /** The version that is explained today. */
    in_force: z.string().nullable(),
  }),
});

export const addConsentText = operation({
  route: 'POST /consent-texts',
  summary: m.consent_text_add_summary,
  may: ['administrator'],
  audit: 'consent_text.added',
  input: z.object({
    id: z.uuid(),
    version: line(40, () => m.consent_field_version()),
    /** From this day on; today or later. */
    starts_on: z.iso.date({ error: () => m.consent_field_starts_on() }),
    title: line(100, () => m.consent_field_text_title()),
    content: line(6000, () => m.consent_field_text_content()),
  }),
  output: z.object({ id: z.uuid() }),
});

/** The form to sign: blank, or filled for a person, or as it was agreed. */
export const printConsentForm = operation({
  route: 'GET /consent-form',
  summary: m.consent_form_summary,
  may: [...windowRoles, 'records_officer', 'administrator'],
  audit: 'consent_form.printed',
  subjects: ({ person }) => (person ? [person] : []),
  file: true,
  input: z.object({
    /** The version; left out: the one of today, or of the consent. */
    version: z.string().max(40).optional(),
    /** Whose name and day of birth stand in it. */
    person: z.uuid().optional(),
    /** What was agreed stands in it, of a consent of that person. */
    consent: z.uuid().optional(),
  }),
  output: z.object({}),
});

/** Papers a town fills in to begin: the agreement of the bodies, and what people are told, in words of our own. */
export const printStartPaper = operation({
  route: 'GET /start-papers/:which',
  summary: m.consent_start_summary,
  may: [...windowRoles, 'records_officer', 'administrator'],
  audit: null,
  file: true,
  input: z.object({ which: z.enum(startPapers) }),
  output: z.unknown(),
});
