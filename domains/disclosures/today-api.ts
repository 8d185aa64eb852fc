import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { abouts, questionKinds, requestKinds } from './model.ts';

const about = { about: z.enum(abouts), about_id: z.uuid(), about_name: z.string().nullable() };

/** Those who answer a person for the records of their body. */
export const answerers = ['records_officer', 'gatherer'] as const;

/** What waits for whoever answers a person: requests with their clock, codes to let out, questions without an answer. */
export const readDisclosuresToday = operation({
  route: 'GET /disclosures-today',
  summary: m.disclosures_today_summary,
  may: answerers,
  audit: 'disclosures_today.read',
  subjects: (_, { keys, questions }) => [...new Set([...keys, ...questions].map(({ about_id }) => about_id))],
  input: z.object({}),
  output: z.object({
    requests: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        kind: z.enum(requestKinds),
        /** The last day for the decision; null where it is decided, and only to be carried out. */
        due_on: z.string().nullable(),
      }),
    ),
    /** Issued, and not yet looked through. */
    keys: z.array(z.object({ id: z.uuid(), issued_at: z.string(), ...about })),
    questions: z.array(
      z.object({
        id: z.uuid(),
        key_id: z.uuid(),
        kind: z.enum(questionKinds),
        asked_at: z.string(),
        ...about,
      }),
    ),
  }),
});
