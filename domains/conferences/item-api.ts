import * as z from 'zod';
import { attachedFile, attachmentInput, attachmentTypes } from '#domains/cases/attachment-model.ts';
import { findings } from '#domains/cases/plan-model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { callers, dayOr, itemStates, sitters, textOf } from './model.ts';

const id = z.object({ id: z.uuid() });
const title = textOf(m.conferences_field_title, 100);
const words = textOf(m.conferences_field_words, 20_000);
/** Of a paper that may be a file alone. */
const wordsBesideFile = z
  .string()
  .trim()
  .max(20_000, { error: () => m.conferences_field_too_long({ most: 20_000 }) })
  .default('');

/** Adds an item of one kind to a sitting. A consented one is about clients; a sealed one is words only. */
export const addAgendaItem = operation({
  route: 'POST /conferences/:conference_id/items',
  summary: m.conferences_add_item_summary,
  may: callers,
  audit: 'conference_item.added',
  subjects: ({ client_ids }) => client_ids,
  input: z.object({
    id: z.uuid(),
    conference_id: z.uuid(),
    kind_id: z.uuid({ error: () => m.conferences_field_kind() }),
    title,
    words,
    client_ids: z.array(z.uuid()).max(20).default([]),
  }),
  output: id,
});

const paper = z.object({
  id: z.uuid(),
  title: z.string(),
  words: z.string(),
  body_name: z.string(),
  own: z.boolean(),
  version: z.int(),
  file: z.object({ name: z.string(), type: z.enum(attachmentTypes), /** Bytes. */ size: z.int() }).nullable(),
});
export type Paper = z.output<typeof paper>;

const seat = z.object({
  id: z.uuid(),
  /** Null for a guest without an account. */
  post_id: z.uuid().nullable(),
  name: z.string(),
  office: z.string(),
  body_name: z.string().nullable(),
  present: z.boolean().nullable(),
  /** Whether the duty of secrecy was confirmed; null for those who did not call. */
  confirmed: z.boolean().nullable(),
});
export type Seat = z.output<typeof seat>;

const roleLine = z.object({
  id: z.uuid(),
  name: z.string(),
  watches: z.string(),
  tells: z.string(),
  until: z.string().nullable(),
  ended: z.boolean(),
});
export type RoleLine = z.output<typeof roleLine>;

const item = z.object({
  id: z.uuid(),
  conference: z.object({ id: z.uuid(), held_on: z.string(), starts_at: z.string(), place: z.string() }),
  kind: z.object({ code: z.string(), name: z.string(), law: z.string() }),
  weighs_plans: z.boolean(),
  sealed: z.boolean(),
  secrecy: z.boolean(),
  body_name: z.string(),
  called: z.boolean(),
  /** Whether the words can still be read. */
  open: z.boolean(),
  open_until: z.string().nullable(),
  state: z.enum(itemStates),
  held_on: z.string().nullable(),
  next_on: z.string().nullable(),
  clients: z.array(z.object({ id: z.uuid(), name: z.string().nullable() })),
  matter: paper.nullable(),
  papers: z.array(paper),
  minutes: paper.nullable(),
  resources: z.array(paper),
  seats: z.array(seat),
  /** As far as the actor may see the plan. */
  findings: z.array(
    z.object({
      id: z.uuid(),
      plan_id: z.uuid(),
      finding: z.enum(findings),
      words: z.string().nullable(),
      held_on: z.string(),
    }),
  ),
  /** Plans of the own body that this item can weigh, for who called it. */
  plans: z.array(z.object({ id: z.uuid(), name: z.string().nullable(), written_on: z.string() })),
  roles: z.array(roleLine),
  /** Open cases of the own body with somebody the item is about, for who called it. */
  cases: z.array(z.object({ id: z.uuid(), number: z.string(), called: z.string().nullable() })),
  /** The actor has an open seat on a sealed item, from which a fact may be proposed. */
  may_propose: z.boolean(),
});
export type ConferenceItem = z.output<typeof item>;

export const readAgendaItem = operation({
  route: 'GET /conference-items/:id',
  summary: m.conferences_read_item_summary,
  may: sitters,
  audit: 'conference_item.read',
  subjects: (_, { clients }) => clients.map((client) => client.id),
  input: id,
  output: item,
});

/** A paper in words, as a photograph or PDF, or both. */
export const bringPaper = operation({
  route: 'POST /conference-items/:item_id/papers',
  summary: m.conferences_bring_summary,
  may: sitters,
  audit: 'conference_paper.brought',
  largestInput: attachmentInput,
  input: z.object({
    id: z.uuid(),
    item_id: z.uuid(),
    title,
    words: wordsBesideFile,
    file: attachedFile.nullable().default(null),
  }),
  output: id,
});

/** The file of a paper, for whoever may read its words. */
export const readPaperFile = operation({
  route: 'GET /conference-papers/:id/file',
  summary: m.conferences_paper_file_summary,
  may: sitters,
  audit: 'conference_scan.read',
  subjects: (_, { people }) => people,
  file: true,
  input: id,
  output: z.object({ people: z.array(z.uuid()) }),
});

/** Corrects a paper one has brought, or the matter of an item one has called. */
export const correctPaper = operation({
  route: 'PUT /conference-papers/:id',
  summary: m.conferences_correct_paper_summary,
  may: sitters,
  audit: 'conference_paper.corrected',
  input: z.object({ id: z.uuid(), version: z.int(), title, words: wordsBesideFile }),
  output: id,
});

export const takePaperBack = operation({
  route: 'POST /conference-papers/:id/withdrawal',
  summary: m.conferences_take_paper_summary,
  may: sitters,
  audit: 'conference_paper.withdrawn',
  input: id,
  output: id,
});

/** Held: who was there, when one sits down again. Counted from then on. */
export const holdItem = operation({
  route: 'POST /conference-items/:id/holding',
  summary: m.conferences_hold_summary,
  may: callers,
  audit: 'conference_item.held',
  input: z.object({
    id: z.uuid(),
    held_on: dayOr(m.conferences_field_held_on),
    present: z.array(z.uuid()).default([]),
    next_on: dayOr(m.conferences_field_next_on).nullable().default(null),
    late_reason: z.string().trim().max(500).nullable().default(null),
  }),
  output: id,
});

export const writeMinutes = operation({
  route: 'PUT /conference-items/:item_id/minutes',
  summary: m.conferences_minutes_summary,
  may: callers,
  audit: 'conference_minutes.written',
  input: z.object({
    item_id: z.uuid(),
    /** Of the minutes when they are first written. */
    id: z.uuid(),
    /** 0 when there are none yet. */
    version: z.int().min(0),
    words,
  }),
  output: id,
});

/** What was missing. From a consented item it goes into the gap register of a case (制度の狭間) as well, if one is named. */
export const noteMissingResource = operation({
  route: 'POST /conference-items/:item_id/resources',
  summary: m.conferences_resource_summary,
  may: callers,
  audit: 'conference_resource.noted',
  input: z.object({
    id: z.uuid(),
    item_id: z.uuid(),
    title,
    words: textOf(m.conferences_field_words, 800),
    case_id: z.uuid().nullable().default(null),
  }),
  output: id,
});

/** What the conference found of a plan; it is kept with the plan. The decision to support it is the city's, and another. */
export const findOnPlan = operation({
  route: 'POST /conference-items/:item_id/findings',
  summary: m.conferences_finding_summary,
  may: ['case_coordinator', 'intake_worker'],
  audit: 'conference_finding.written',
  subjects: (_, { client_id }) => [client_id],
  input: z.object({
    id: z.uuid(),
    item_id: z.uuid(),
    plan_id: z.uuid({ error: () => m.conferences_field_plan() }),
    finding: z.enum(findings, { error: () => m.conferences_field_finding() }),
    words: z
      .string()
      .trim()
      .max(1000, { error: () => m.conferences_field_too_long({ most: 1000 }) })
      .nullable()
      .default(null),
  }),
  output: z.object({ id: z.uuid(), client_id: z.uuid() }),
});

/** The papers close. The role sheet stands on. */
export const closeItem = operation({
  route: 'POST /conference-items/:id/closing',
  summary: m.conferences_close_item_summary,
  may: callers,
  audit: 'conference_item.closed',
  input: id,
  output: id,
});

/** 終わりの判断: the matter is ended, and with it every line of the role sheet. */
export const endMatter = operation({
  route: 'POST /conference-items/:id/ending',
  summary: m.conferences_end_summary,
  may: callers,
  audit: 'conference_item.ended',
  input: id,
  output: id,
});

/** Clients of the own body who have agreed, and those one is given: whom a consented item can be about. */
export const listPeopleToDiscuss = operation({
  route: 'GET /conference-people',
  summary: m.conferences_people_summary,
  may: callers,
  audit: 'conference_people.listed',
  subjects: (_, { people }) => people.map((person) => person.id),
  input: z.object({ search: z.string().max(50).optional() }),
  output: z.object({
    /** 50 at most, in ふりがな order. */
    people: z.array(z.object({ id: z.uuid(), name: z.string(), body_name: z.string() })),
  }),
});
