import * as z from 'zod';
import { letterboxRole } from '#domains/letters/model.ts';
import { coordinators, words, wordsOrNone } from '#domains/wishes/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { languages } from '#ui/public/languages.ts';
import { insurances, kinds, permissions, shownContribution } from './model.ts';

const said = z.object({
  kinds: z
    .array(z.enum(kinds))
    .min(1, { error: () => m.contributions_field_kinds() })
    .max(kinds.length),
  conditions: wordsOrNone(500, m.contributions_field_conditions),
  insurance: z.enum(insurances, { error: () => m.contributions_field_insurance() }),
  insurance_words: wordsOrNone(300, m.contributions_field_conditions),
  starts_on: z.iso.date({ error: () => m.contributions_field_day() }),
  ends_on: z.iso.date({ error: () => m.contributions_field_day() }).optional(),
});

/** What an organisation gives, out of one of its offers. */
export const writeContribution = operation({
  route: 'POST /contributions',
  summary: m.contributions_write_summary,
  may: coordinators,
  audit: 'contribution.written',
  subjects: ({ offer_id }) => [offer_id],
  input: said.extend({ id: z.uuid(), offer_id: z.uuid({ error: () => m.contributions_field_offer() }) }),
  output: z.object({ id: z.uuid() }),
});

export const correctContribution = operation({
  route: 'PUT /contributions/:id',
  summary: m.contributions_correct_summary,
  may: coordinators,
  audit: 'contribution.corrected',
  input: said.extend({ id: z.uuid(), version: z.coerce.number().int().min(1) }),
  output: z.object({ id: z.uuid() }),
});

/** What it brought to those it was for, and to the organisation. */
export const recordContributionResult = operation({
  route: 'POST /contributions/:contribution_id/results',
  summary: m.contributions_result_summary,
  may: coordinators,
  audit: 'contribution.looked_back',
  input: z.object({
    id: z.uuid(),
    contribution_id: z.uuid(),
    looked_on: z.iso.date({ error: () => m.contributions_field_day() }),
    brought_others: wordsOrNone(500, m.contributions_field_brought),
    brought_giver: wordsOrNone(500, m.contributions_field_brought),
  }),
  output: z.object({ id: z.uuid() }),
});

/** What the organisation says may be published; saying `nothing` takes it off the public page at once. */
export const recordPermission = operation({
  route: 'POST /contributions/:contribution_id/permissions',
  summary: m.contributions_permission_summary,
  may: coordinators,
  audit: 'contribution.permission_recorded',
  input: z.object({
    id: z.uuid(),
    contribution_id: z.uuid(),
    allows: z.enum(permissions, { error: () => m.contributions_field_allows() }),
    words: wordsOrNone(500, m.contributions_field_words),
    said_by: words(60, m.contributions_field_said_by),
    said_on: z.iso.date({ error: () => m.contributions_field_day() }),
  }),
  output: z.object({ id: z.uuid() }),
});

export const listContributions = operation({
  route: 'GET /contributions',
  summary: m.contributions_list_summary,
  may: coordinators,
  audit: 'contributions.listed',
  subjects: (_, { contributions }) => [...new Set(contributions.map(({ participant_id }) => participant_id))],
  input: z.object({
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ contributions: z.array(shownContribution), next: z.uuid().nullable() }),
});

export const readContribution = operation({
  route: 'GET /contributions/:id',
  summary: m.contributions_read_summary,
  may: coordinators,
  audit: 'contribution.read',
  subjects: (_, { participant_id }) => [participant_id],
  input: z.object({ id: z.uuid() }),
  output: shownContribution.extend({
    version: z.int(),
    results: z.array(
      z.object({
        id: z.uuid(),
        looked_on: z.string(),
        brought_others: z.string().nullable(),
        brought_giver: z.string().nullable(),
      }),
    ),
    permissions: z.array(
      z.object({
        id: z.uuid(),
        allows: z.enum(permissions),
        words: z.string().nullable(),
        said_by: z.string(),
        said_on: z.string(),
      }),
    ),
    /** The days on which something came true of the offer, the newest first. */
    came_true: z.array(z.string()),
    /** Words of thanks to the organisation that may be told in a report, with the day of what they are for. */
    thanks: z.array(z.object({ words: z.string(), on: z.string() })),
  }),
});

/** 地域貢献のまとめ: what one organisation gave in one fiscal year, and what it brought to both; for the organisation and the council. */
export const printContributions = operation({
  route: 'GET /participants/:participant_id/contributions-paper',
  summary: m.contributions_print_summary,
  may: coordinators,
  audit: 'contributions.printed',
  subjects: ({ participant_id }) => [participant_id],
  file: true,
  input: z.object({
    participant_id: z.uuid(),
    fiscal_year: z.coerce.number().int().min(2000).max(2100).optional(),
  }),
  output: z.unknown(),
});

/** What anybody may read: the words organisations agreed to. */
export const listPublishedContributions = operation({
  route: 'GET /contributions-published',
  summary: m.contributions_published_summary,
  may: [letterboxRole],
  // Published words.
  audit: null,
  input: z.object({}),
  output: z.object({
    contributions: z.array(
      shownContribution
        .pick({ id: true, sort: true, kinds: true, starts_on: true })
        .extend({ name: z.string().nullable(), words: z.string() }),
    ),
    reviewed: z.array(z.enum(languages)),
  }),
});
