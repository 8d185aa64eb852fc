import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { caseRelations, wordsNeeded } from './case-model.ts';
import { sexes } from './client-model.ts';
import { tieFlows, tieKinds, tieStrengths } from './picture-model.ts';

const workers = ['intake_worker', 'case_coordinator'] as const;
const readers = [...workers, 'convener', 'council_officer', 'commissioner', 'visitor', 'gatherer'] as const;

/** Somebody of the family who is no client of this body, called by what they are: no name. */
export const addKin = operation({
  route: 'POST /cases/:case_id/kin',
  summary: m.cases_kin_summary,
  may: workers,
  audit: 'case.kin_added',
  input: z.object({
    case_id: z.uuid(),
    id: z.uuid(),
    relation: z.enum(caseRelations, { error: () => m.cases_field_relation() }),
    called: wordsNeeded(30, m.cases_field_kin_called),
    sex: z.enum(sexes).default('unsaid'),
    lives_in: z.boolean().default(false),
    died: z.boolean().default(false),
  }),
  output: z.object({ id: z.uuid(), case_id: z.uuid() }),
});

export const addTie = operation({
  route: 'POST /cases/:case_id/ties',
  summary: m.cases_tie_summary,
  may: workers,
  audit: 'case.tie_added',
  subjects: ({ client_id }) => (client_id ? [client_id] : []),
  input: z.object({
    case_id: z.uuid(),
    id: z.uuid(),
    /** Null: of the household as a whole. */
    client_id: z.uuid().nullable().default(null),
    kind: z.enum(tieKinds, { error: () => m.cases_field_tie_kind() }),
    called: wordsNeeded(40, m.cases_field_kin_called),
    strength: z.enum(tieStrengths, { error: () => m.cases_field_strength() }),
    flow: z.enum(tieFlows, { error: () => m.cases_field_flow() }).default('both'),
  }),
  output: z.object({ id: z.uuid(), case_id: z.uuid() }),
});

/** Takes somebody of the family, or a tie, out of the picture. */
export const takeOutOfPicture = operation({
  route: 'POST /case-picture/:id/taking-out',
  summary: m.cases_picture_out_summary,
  may: workers,
  audit: 'case.picture_changed',
  input: z.object({ id: z.uuid(), what: z.enum(['kin', 'tie']) }),
  output: z.object({ id: z.uuid(), case_id: z.uuid() }),
});

const figure = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  relation: z.enum(caseRelations),
  sex: z.enum(sexes),
  born_on: z.string().nullable(),
  lives_in: z.boolean(),
  died: z.boolean(),
  /** A client of the body; otherwise kin. */
  member: z.boolean(),
});
const tie = z.object({
  id: z.uuid(),
  client_id: z.uuid().nullable(),
  kind: z.enum(tieKinds),
  called: z.string(),
  strength: z.enum(tieStrengths),
  flow: z.enum(tieFlows),
});
const casePicture = z.object({
  id: z.uuid(),
  number: z.string(),
  own: z.boolean(),
  open: z.boolean(),
  holder_name: z.string(),
  family: z.array(figure),
  ties: z.array(tie),
});
export type CasePicture = z.output<typeof casePicture>;
export type Figure = z.output<typeof figure>;
export type Tie = z.output<typeof tie>;

/** What the genogram and the ecomap are drawn from. */
export const readCasePicture = operation({
  route: 'GET /cases/:id/picture',
  summary: m.cases_picture_summary,
  may: readers,
  audit: 'case.picture_read',
  subjects: (_, { family }) => family.filter(({ member }) => member).map(({ id }) => id),
  input: z.object({ id: z.uuid() }),
  output: casePicture,
});
