import * as z from 'zod';
import { personFacets } from '#domains/consent/person-model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { wordsNeeded, wordsOrNone } from './case-model.ts';
import { handoverAnswers, handoverStates } from './handover-model.ts';

const workers = ['intake_worker', 'case_coordinator'] as const;
const day = z.iso.date({ error: () => m.cases_field_day() });
const named = z.object({ id: z.uuid(), name: z.string() });

/**
 * Asks another body to take a case over. Who is asked sees these words and the day, no name; what of whom goes with it is named
 * for each member, on a basis of their own, and is given once it is accepted. Until it is done the asker stays responsible.
 */
export const askCaseHandover = operation({
  route: 'POST /cases/:case_id/handovers',
  summary: m.cases_handover_ask_summary,
  may: workers,
  audit: 'case.handover_asked',
  subjects: ({ people }) => people.map(({ client_id }) => client_id),
  input: z.object({
    case_id: z.uuid(),
    id: z.uuid(),
    receiver_id: z.uuid({ error: () => m.cases_field_receiver() }),
    words: wordsNeeded(500, m.cases_field_handover_words),
    /** Until when an answer is hoped for. */
    due_on: day,
    people: z
      .array(
        z.object({
          client_id: z.uuid(),
          facets: z.array(z.enum(personFacets)).min(1, { error: () => m.cases_field_facets() }),
          basis_id: z.uuid({ error: () => m.cases_field_basis() }),
          consent_id: z.uuid().nullable().default(null),
          /** The last day on which it is given. */
          ends_on: day,
        }),
      )
      .max(30)
      .default([]),
  }),
  output: z.object({ id: z.uuid(), case_id: z.uuid() }),
});

/** The asked body accepts or declines, with a word; what was prepared is given with the acceptance. */
export const answerCaseHandover = operation({
  route: 'POST /case-handovers/:id/answer',
  summary: m.cases_handover_answer_summary,
  may: workers,
  audit: 'case.handover_answered',
  input: z.object({
    id: z.uuid(),
    answer: z.enum(handoverAnswers, { error: () => m.cases_field_answer() }),
    words: wordsOrNone(500, m.cases_field_too_long),
  }),
  output: z.object({ id: z.uuid() }),
});

/** The asker takes it back, as long as nobody has answered. */
export const withdrawCaseHandover = operation({
  route: 'POST /case-handovers/:id/withdrawal',
  summary: m.cases_handover_withdraw_summary,
  may: workers,
  audit: 'case.handover_withdrawn',
  input: z.object({ id: z.uuid(), words: wordsNeeded(500, m.cases_field_why) }),
  output: z.object({ id: z.uuid() }),
});

/** The receiver has met the people and is responsible from now on. */
export const finishCaseHandover = operation({
  route: 'POST /case-handovers/:id/completion',
  summary: m.cases_handover_finish_summary,
  may: workers,
  audit: 'case.handover_finished',
  input: z.object({ id: z.uuid(), words: wordsOrNone(500, m.cases_field_too_long) }),
  output: z.object({ id: z.uuid() }),
});

const shownHandover = z.object({
  id: z.uuid(),
  /** Null for whoever is asked: the case is another body's. */
  case_id: z.uuid().nullable(),
  case_number: z.string().nullable(),
  from: named,
  to: named,
  /** The actor's body asks; otherwise it is asked. */
  own: z.boolean(),
  words: z.string(),
  due_on: z.string(),
  asked_on: z.string(),
  state: z.enum(handoverStates),
  turns: z.array(z.object({ turn: z.string(), words: z.string().nullable(), on: z.string() })),
  /** Only for whoever asks. */
  people: z.array(
    z.object({
      client_id: z.uuid(),
      name: z.string().nullable(),
      facets: z.array(z.enum(personFacets)),
      law: z.string(),
      ends_on: z.string(),
    }),
  ),
});
export type ShownHandover = z.output<typeof shownHandover>;

/** Hand-overs one's body asks or is asked for, the newest first; open ones when nothing else is asked for. */
export const listCaseHandovers = operation({
  route: 'GET /case-handovers',
  summary: m.cases_handover_list_summary,
  may: workers,
  audit: 'case_handovers.read',
  subjects: (_, { handovers }) => [
    ...new Set(handovers.flatMap(({ people }) => people.map(({ client_id }) => client_id))),
  ],
  input: z.object({
    case: z.uuid().optional(),
    state: z.enum(['open', 'all']).default('open'),
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ handovers: z.array(shownHandover), next: z.uuid().nullable() }),
});
