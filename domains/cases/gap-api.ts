import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { wordsNeeded, wordsOrNone } from './case-model.ts';

const workers = ['intake_worker', 'case_coordinator'] as const;

/** 制度の狭間: what no scheme met, as it was seen in a case. It stays under the case's gate. */
export const noteGap = operation({
  route: 'POST /cases/:case_id/gaps',
  summary: m.cases_gap_summary,
  may: workers,
  audit: 'case.gap_noted',
  input: z.object({
    case_id: z.uuid(),
    id: z.uuid(),
    words: wordsNeeded(1000, m.cases_field_gap),
    would_help: wordsOrNone(500, m.cases_field_too_long),
  }),
  output: z.object({ id: z.uuid(), case_id: z.uuid() }),
});

const gap = z.object({
  id: z.uuid(),
  case_id: z.uuid(),
  case_number: z.string(),
  words: z.string(),
  would_help: z.string().nullable(),
  noted_on: z.string(),
  /** In how many themes it went. */
  themes: z.int(),
});
export type Gap = z.output<typeof gap>;

export const listGaps = operation({
  route: 'GET /case-gaps',
  summary: m.cases_gaps_summary,
  may: workers,
  audit: 'case_gaps.read',
  input: z.object({
    case: z.uuid().optional(),
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ gaps: z.array(gap), next: z.uuid().nullable() }),
});

/** 多機関協働 says what was seen as a matter of the town: in words without persons, from gaps of the own body. */
export const proposeTheme = operation({
  route: 'POST /gap-themes',
  summary: m.cases_theme_propose_summary,
  may: ['case_coordinator'],
  audit: 'gap_theme.proposed',
  input: z.object({
    id: z.uuid(),
    words: wordsNeeded(1000, m.cases_field_theme),
    gaps: z
      .array(z.uuid())
      .min(1, { error: () => m.cases_field_gaps() })
      .max(50),
  }),
  output: z.object({ id: z.uuid() }),
});

/** The community coordinator says it anew, without having seen a case. */
export const rewordTheme = operation({
  route: 'PUT /gap-themes/:id/wording',
  summary: m.cases_theme_reword_summary,
  may: ['community_coordinator'],
  audit: 'gap_theme.reworded',
  input: z.object({
    id: z.uuid(),
    version: z.coerce.number().int().min(1),
    title: wordsNeeded(60, m.cases_field_theme_title),
    reworded: wordsNeeded(1000, m.cases_field_theme),
  }),
  output: z.object({ id: z.uuid(), version: z.int() }),
});

/** 多機関協働 releases the wording that was read. Nothing releases it by itself, however many gaps there are. */
export const releaseTheme = operation({
  route: 'POST /gap-themes/:id/release',
  summary: m.cases_theme_release_summary,
  may: ['case_coordinator'],
  audit: 'gap_theme.released',
  input: z.object({ id: z.uuid(), version: z.coerce.number().int().min(1) }),
  output: z.object({ id: z.uuid() }),
});

const theme = z.object({
  id: z.uuid(),
  /** Proposed words; once released only for those who made it. */
  words: z.string().nullable(),
  title: z.string().nullable(),
  reworded: z.string().nullable(),
  version: z.int(),
  state: z.enum(['proposed', 'reworded', 'released']),
  proposed_on: z.string(),
  released_on: z.string().nullable(),
  /** Of the actor's own body: from how many gaps; nobody else is told. */
  gaps: z.int().nullable(),
});
export type Theme = z.output<typeof theme>;

export const listThemes = operation({
  route: 'GET /gap-themes',
  summary: m.cases_themes_summary,
  may: 'signed_in',
  audit: null,
  input: z.object({
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ themes: z.array(theme), next: z.uuid().nullable() }),
});
