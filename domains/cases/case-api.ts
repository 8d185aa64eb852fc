import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { caseRelations, caseStates, memberConsents, wordsOrNone } from './case-model.ts';
import { shownNote } from './note-api.ts';
import { screeningResults } from './screening-model.ts';

/** Those who work with persons. */
export const caseWorkers = ['intake_worker', 'case_coordinator'] as const;
/** And those to whom another body may give something of a person, by a provision that names them. */
export const caseReaders = [
  ...caseWorkers,
  'convener',
  'council_officer',
  'commissioner',
  'visitor',
  'gatherer',
] as const;

const day = z.iso.date({ error: () => m.cases_field_day() });
const named = z.object({ id: z.uuid(), name: z.string() });
const client = z.uuid({ error: () => m.cases_field_client() });

/** Opens a case from a first word, or with a person the body knows already. */
export const openCase = operation({
  route: 'POST /cases',
  summary: m.cases_open_summary,
  may: caseWorkers,
  audit: 'case.opened',
  subjects: (_, { client_id }) => [client_id],
  input: z.object({
    id: z.uuid(),
    intake_id: z.uuid().nullable().default(null),
    client_id: client.nullable().default(null),
    /** A short name for the list, without anybody's name. */
    called: wordsOrNone(60, m.cases_field_too_long),
    /** Today when left out. */
    opened_on: day.nullable().default(null),
  }),
  output: z.object({ id: z.uuid(), client_id: z.uuid() }),
});

const member = z.object({
  client_id: z.uuid(),
  /** Null where the reader is given the household, and not who it is. */
  name: z.string().nullable(),
  kana: z.string().nullable(),
  born_on: z.string().nullable(),
  relation: z.enum(caseRelations),
  lives_in: z.boolean(),
  joined_on: z.string(),
  left_on: z.string().nullable(),
  /** Null for whoever does not see what was agreed. */
  consent: z.enum(memberConsents).nullable(),
});

const listedCase = z.object({
  id: z.uuid(),
  number: z.string(),
  /** What its body calls it; null where it is another's. */
  called: z.string().nullable(),
  state: z.enum(caseStates),
  opened_on: z.string(),
  /** Null: nothing of it that the actor may read. */
  last_note_on: z.string().nullable(),
  closed_on: z.string().nullable(),
  holder: named,
  /** Held by a body the actor works for. */
  own: z.boolean(),
  members: z.array(z.object({ client_id: z.uuid(), name: z.string().nullable() })),
  /** Who leads it today. */
  leads: z.string().nullable(),
});
export type ListedCase = z.output<typeof listedCase>;

/** Cases by last contact, the newest first: those of one's own body, and those of others of which one is given something. */
export const listCases = operation({
  route: 'GET /cases',
  summary: m.cases_list_summary,
  may: caseReaders,
  audit: 'cases.listed',
  subjects: (_, { cases }) => cases.flatMap(({ members }) => members.map(({ client_id }) => client_id)),
  input: z.object({
    /** Open ones when left out. */
    state: z.enum(['open', 'ended', ...caseStates]).default('open'),
    /** Only those that this post works on today. */
    worker: z.uuid().optional(),
    /** Words that all have to occur in the number, a member's name, or what the own body calls the case. */
    text: z.string().max(100).optional(),
    after: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ cases: z.array(listedCase), next: z.string().nullable() }),
});

const openedCase = listedCase.omit({ members: true, leads: true }).extend({
  version: z.int(),
  /** The body that is responsible: who holds it, until another has taken it over. */
  responsible: named,
  handed_over: z.boolean(),
  /** What cannot wait; only for the body's own. */
  /** Codes of the list `urgency`. */
  urgent: z.array(z.string()),
  screening: z
    .object({
      result: z.enum(screeningResults),
      /** Codes of the list `scheme`. */
      schemes: z.array(z.string()),
      words: z.string().nullable(),
      screened_on: z.string(),
    })
    .nullable(),
  /** What is still to do, what is due first at the top. */
  tasks: z.array(
    z.object({ id: z.uuid(), words: z.string(), due_on: z.string(), by: z.string().nullable() }),
  ),
  members: z.array(member),
  workers: z.array(
    z.object({
      post_id: z.uuid(),
      name: z.string().nullable(),
      leads: z.boolean(),
      starts_on: z.string(),
      ends_on: z.string().nullable(),
    }),
  ),
  steps: z.array(
    z.object({
      id: z.uuid(),
      state: z.enum(caseStates),
      why: z.string().nullable(),
      taken_on: z.string(),
      by: z.string().nullable(),
    }),
  ),
  /** The newest thirty; `listNotes` has the rest. */
  notes: z.array(shownNote),
  more_notes: z.boolean(),
});
export type OpenedCase = z.output<typeof openedCase>;

export const readCase = operation({
  route: 'GET /cases/:id',
  summary: m.cases_read_summary,
  may: caseReaders,
  audit: 'case.read',
  subjects: (_, { members }) => members.map(({ client_id }) => client_id),
  input: z.object({ id: z.uuid() }),
  output: openedCase,
});

export const takeStep = operation({
  route: 'POST /cases/:case_id/steps',
  summary: m.cases_step_summary,
  may: caseWorkers,
  audit: 'case.step_taken',
  input: z.object({
    case_id: z.uuid(),
    id: z.uuid(),
    state: z.enum(caseStates, { error: () => m.cases_field_state() }),
    why: wordsOrNone(500, m.cases_field_why),
    /** Today when left out. */
    taken_on: day.nullable().default(null),
  }),
  output: z.object({ id: z.uuid(), case_id: z.uuid() }),
});

export const addCaseMember = operation({
  route: 'POST /cases/:case_id/members',
  summary: m.cases_member_summary,
  may: caseWorkers,
  audit: 'case.member_added',
  subjects: ({ client_id }) => [client_id],
  input: z.object({
    case_id: z.uuid(),
    client_id: client,
    relation: z.enum(caseRelations, { error: () => m.cases_field_relation() }),
    lives_in: z.boolean().default(true),
    /** Today when left out. */
    joined_on: day.nullable().default(null),
  }),
  output: z.object({ case_id: z.uuid(), client_id: z.uuid() }),
});
