import * as z from 'zod';
import { itemFilter } from '#domains/items/filter.ts';
import { answers, typedAnswers } from '#domains/items/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import {
  changes,
  closings,
  householdContent,
  leavings,
  listedHousehold,
  named,
  openedHousehold,
  personContent,
  reasonText,
  saidOfHousehold,
  whyText,
} from './model.ts';

const keepers = ['gatherer', 'council_officer'] as const;
const lookers = ['visitor', 'commissioner', ...keepers] as const;

const version = z.coerce.number().int().min(1);
const day = (sentence: () => string) => z.iso.date({ error: () => sentence() });

export const listBodies = operation({
  route: 'GET /bodies',
  summary: m.parties_bodies_summary,
  may: 'signed_in',
  audit: null,
  input: z.object({}),
  output: z.object({
    bodies: z.array(named.extend({ kind: z.string(), kana: z.string(), district_id: z.uuid().nullable() })),
  }),
});

export const registerHousehold = operation({
  route: 'POST /households',
  summary: m.parties_register_summary,
  may: keepers,
  audit: 'household.registered',
  subjects: ({ id }) => [id],
  input: householdContent.extend({
    id: z.uuid(),
    /** Whose record it becomes; the actor's own body when left out. */
    holder_id: z.uuid().nullable().default(null),
    /** The holder's own district when left out. */
    district_id: z.uuid().nullable().default(null),
    members: z.array(personContent).max(30).default([]),
    reason: reasonText.nullable().default(null),
    /** To the town's own items of today, of both facets. */
    answers: typedAnswers,
  }),
  output: z.object({ id: z.uuid() }),
});

export const correctHousehold = operation({
  route: 'PUT /households/:id',
  summary: m.parties_correct_summary,
  may: keepers,
  audit: 'household.corrected',
  subjects: ({ id }) => [id],
  input: householdContent.extend({
    id: z.uuid(),
    /** The version that was corrected; another one by now is refused, with both values. */
    version,
    reason: whyText.nullable().default(null),
  }),
  output: z.object({ id: z.uuid(), version: z.int() }),
});

export const moveHousehold = operation({
  route: 'POST /households/:id/move',
  summary: m.parties_move_summary,
  may: keepers,
  audit: 'household.moved',
  subjects: ({ id }) => [id],
  input: z.object({
    id: z.uuid(),
    version,
    moved_on: day(m.parties_field_moved_on),
    /** Where it lives now; null: outside of this town. */
    district_id: z.uuid({ error: () => m.parties_field_district() }).nullable(),
    /** Asked for, and kept, only when the household stays in its district. */
    address: householdContent.shape.address.nullable().default(null),
    /** Unchanged when left out. */
    phone: householdContent.shape.phone.unwrap().optional(),
  }),
  output: z.object({ id: z.uuid(), closed: z.boolean() }),
});

export const closeHousehold = operation({
  route: 'POST /households/:id/closing',
  summary: m.parties_close_summary,
  may: keepers,
  audit: 'household.closed',
  subjects: ({ id }) => [id],
  input: z.object({
    id: z.uuid(),
    closed_on: day(m.parties_field_closed_on),
    why: z.enum(closings, { error: () => m.parties_field_closing() }),
  }),
  output: z.object({ id: z.uuid() }),
});

export const reopenHousehold = operation({
  route: 'POST /households/:id/reopening',
  summary: m.parties_reopen_summary,
  may: keepers,
  audit: 'household.reopened',
  subjects: ({ id }) => [id],
  input: z.object({ id: z.uuid(), reason: whyText }),
  output: z.object({ id: z.uuid() }),
});

export const addMember = operation({
  route: 'POST /households/:household_id/members',
  summary: m.parties_add_member_summary,
  may: keepers,
  audit: 'household.member_added',
  subjects: ({ household_id }) => [household_id],
  input: personContent.extend({
    household_id: z.uuid(),
    /** Since when; today when left out. */
    starts_on: day(m.parties_field_starts_on).nullable().default(null),
  }),
  output: z.object({ id: z.uuid() }),
});

export const endMember = operation({
  route: 'POST /household-members/:id/ending',
  summary: m.parties_end_member_summary,
  may: keepers,
  audit: 'household.member_ended',
  subjects: (_, { household_id }) => [household_id],
  input: z.object({
    id: z.uuid(),
    ends_on: day(m.parties_field_ends_on),
    why: z.enum(leavings, { error: () => m.parties_field_leaving() }),
  }),
  output: z.object({ id: z.uuid(), household_id: z.uuid() }),
});

export const writeReason = operation({
  route: 'POST /households/:household_id/reasons',
  summary: m.parties_write_reason_summary,
  may: keepers,
  audit: 'household.reason_written',
  subjects: ({ household_id }) => [household_id],
  input: z.object({ household_id: z.uuid(), id: z.uuid(), reason: reasonText }),
  output: z.object({ id: z.uuid() }),
});

export const answerHousehold = operation({
  route: 'PUT /households/:household_id/answers/:facet',
  summary: m.parties_answer_summary,
  may: keepers,
  audit: 'household.answered',
  subjects: ({ household_id }) => [household_id],
  input: z.object({
    household_id: z.uuid(),
    facet: z.enum(['household', 'watching']),
    /** How often this facet was answered before, as on the screen. */
    version: z.coerce.number().int().min(0),
    answers: typedAnswers,
  }),
  output: z.object({ household_id: z.uuid(), facet: z.enum(['household', 'watching']) }),
});

export const mergeHouseholds = operation({
  route: 'POST /household-merges',
  summary: m.parties_merge_summary,
  may: keepers,
  audit: 'household.merged',
  subjects: ({ alias_id, kept_id }) => [alias_id, kept_id],
  input: z.object({
    id: z.uuid(),
    alias_id: z.uuid({ error: () => m.parties_field_alias() }),
    kept_id: z.uuid({ error: () => m.parties_field_kept() }),
    reason: whyText,
  }),
  output: z.object({ id: z.uuid() }),
});

export const undoMerge = operation({
  route: 'POST /household-merges/:id/undoing',
  summary: m.parties_undo_merge_summary,
  may: keepers,
  audit: 'household.merge_undone',
  subjects: (_, { alias_id, kept_id }) => [alias_id, kept_id],
  input: z.object({ id: z.uuid(), reason: whyText }),
  output: z.object({ id: z.uuid(), alias_id: z.uuid(), kept_id: z.uuid() }),
});

const filter = z.object({
  /** Words that all have to occur in name, kana, number, address or phone. */
  text: z.string().max(100).optional(),
  /** Only households that this post looks in on today. */
  visitor: z.uuid().optional(),
  /** Only households that nobody looks in on today. */
  unassigned: z.enum(['yes']).optional(),
  district: z.uuid().optional(),
  state: z.enum(['open', 'closed']).default('open'),
  /** Conditions on the town's own items (items/filter.ts). */
  items: itemFilter,
});

export const listHouseholds = operation({
  route: 'GET /households',
  summary: m.parties_list_summary,
  may: lookers,
  audit: 'households.listed',
  subjects: (_, { households }) => households.map((h) => h.id),
  input: filter.extend({
    /** Where the page before ended, as it said in `next`. */
    after: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ households: z.array(listedHousehold), next: z.string().nullable() }),
});

export const exportHouseholds = operation({
  route: 'GET /household-export',
  summary: m.parties_export_summary,
  may: lookers,
  audit: 'households.exported',
  subjects: (_, { households }) => households,
  file: true,
  bulk: true,
  input: filter.extend({ encoding: z.enum(['utf-8', 'cp932']).default('utf-8') }),
  output: z.object({ households: z.array(z.uuid()) }),
});

export const readHousehold = operation({
  route: 'GET /households/:id',
  summary: m.parties_read_summary,
  may: lookers,
  audit: 'household.read',
  subjects: (_, { id }) => [id],
  input: z.object({ id: z.uuid() }),
  output: openedHousehold,
});

export const listHouseholdVersions = operation({
  route: 'GET /households/:id/versions',
  summary: m.parties_versions_summary,
  may: keepers,
  audit: 'household.history_read',
  subjects: ({ id }) => [id],
  input: z.object({ id: z.uuid() }),
  output: z.object({
    history: z.array(
      z.object({
        change: z.enum(changes),
        on: z.string(),
        at: z.string(),
        by: z.string().nullable(),
        reason: z.string().nullable(),
        /** What the entry said from then on; null where its words did not change. */
        said: saidOfHousehold.nullable(),
        /** What was answered to the town's own items of a facet from then on. */
        answers: answers.nullable(),
      }),
    ),
  }),
});
