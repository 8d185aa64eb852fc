import * as z from 'zod';
import { month, sources } from '#domains/encounters/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { sheetCounts } from '../visits/sheet-model.ts';
import { memberMonth, mostEnrolled } from './model.ts';

const gatherers = ['gatherer', 'council_officer'] as const;

const text = (sentence: () => string, longest: number) =>
  z.string({ error: sentence }).trim().min(1, { error: sentence }).max(longest, { error: sentence });
const day = z.iso.date({ error: () => m.groups_field_day() });
const number = z
  .int({ error: () => m.groups_field_number() })
  .min(1, { error: () => m.groups_field_number() })
  .max(9999, { error: () => m.groups_field_number() });
const scan = z.object({
  name: text(m.groups_field_scan, 200),
  base64: z.base64({ error: () => m.groups_field_scan() }),
});

/** Adds members to a group, with the next free numbers; one, or the whole list of a paper roll. */
export const enrolGroupMembers = operation({
  route: 'POST /groups/:group_id/members',
  summary: m.groups_enrol_summary,
  may: gatherers,
  audit: 'group_members.enrolled',
  subjects: ({ members }) => members.map(({ id }) => id),
  input: z.object({
    group_id: z.uuid(),
    district_id: z.uuid(),
    starts_on: day,
    members: z
      .array(
        z.object({
          id: z.uuid(),
          name: text(m.groups_field_name, 100),
          kana: text(m.groups_field_kana, 100),
        }),
      )
      .min(1, { error: () => m.groups_field_members() })
      .max(mostEnrolled, { error: () => m.groups_field_members() }),
  }),
  output: z.object({ ids: z.array(z.uuid()) }),
});

export const correctGroupMember = operation({
  route: 'POST /group-members/:id',
  summary: m.groups_correct_summary,
  may: gatherers,
  audit: 'group_member.corrected',
  subjects: ({ id }) => [id],
  input: z.object({
    id: z.uuid(),
    number,
    name: text(m.groups_field_name, 100),
    kana: text(m.groups_field_kana, 100),
    /** Last day as a member; null while the member stays. */
    ends_on: day.nullable().default(null),
  }),
  output: z.object({ id: z.uuid() }),
});

export const listGroupMembers = operation({
  route: 'GET /groups/:group/members',
  summary: m.groups_list_summary,
  may: gatherers,
  audit: 'group_members.listed',
  subjects: (_, { members }) => members.map(({ id }) => id),
  input: z.object({
    group: z.uuid(),
    who: z.enum(['present', 'all']).default('present'),
  }),
  output: z.object({
    district_name: z.string(),
    group_name: z.string(),
    may_write: z.boolean(),
    /** By number. */
    members: z.array(
      z.object({
        id: z.uuid(),
        number: z.int(),
        name: z.string(),
        kana: z.string(),
        starts_on: z.string(),
        ends_on: z.string().nullable(),
      }),
    ),
  }),
});

/** とりまとめ表: the group's month, member by member. */
export const readGroupMonth = operation({
  route: 'GET /groups/:group/months/:month',
  summary: m.groups_month_summary,
  may: gatherers,
  audit: 'group_month.read',
  subjects: (_, { members, visitors }) => [
    ...members.map(({ member_id }) => member_id),
    ...new Set(visitors.map(({ account_id }) => account_id)),
  ],
  atOneMoment: true,
  input: z.object({ group: z.uuid(), month }),
  output: z.object({
    district_name: z.string(),
    group_name: z.string(),
    /** How this month counts. On 'single' the grid is closed. */
    mode: z.enum(sources),
    fixed: z.boolean(),
    may_write: z.boolean(),
    /** Everyone who was a member on a day of the month, by number. */
    members: z.array(memberMonth),
    /** On 'single': who looked in on a household in the month, and whether anything is recorded. Else nobody. */
    visitors: z.array(
      z.object({ post_id: z.uuid(), account_id: z.uuid(), name: z.string(), recorded: z.boolean() }),
    ),
    sum: sheetCounts,
    /** The sheet that counts now; null while none was handed in. */
    sheet: z
      .object({ version: z.int(), counts: sheetCounts, counted_by: z.string(), entered_on: z.string() })
      .nullable(),
    /** The newest request for this month. */
    request: z.object({ asked_on: z.string(), words: z.string().nullable() }).nullable(),
  }),
});

export const writeMemberSheet = operation({
  route: 'POST /member-sheets',
  summary: m.groups_write_summary,
  may: gatherers,
  audit: 'member_sheet.written',
  subjects: ({ member_id }) => [member_id],
  input: z.object({
    id: z.uuid(),
    member_id: z.uuid(),
    month,
    /** The version that was on the screen: 0 when there was none. */
    follows: z.int().min(0).default(0),
    /** Null with a photograph alone: somebody reads the counts off it later. */
    counts: sheetCounts.nullable(),
    /** The member's paper: jpeg, png or pdf, at most 4 MB. */
    scan: scan.nullable().default(null),
  }),
  output: z.object({ id: z.uuid() }),
});

export const readMemberScan = operation({
  route: 'GET /member-sheets/:id/scan',
  summary: m.groups_scan_summary,
  may: gatherers,
  audit: 'member_scan.read',
  subjects: (_, { member_id }) => [member_id],
  file: true,
  input: z.object({ id: z.uuid() }),
  output: z.object({ sheet_id: z.uuid(), member_id: z.uuid() }),
});

/** The group's sheet from the grid: the sum of what the members gave in. */
export const handInGroupMonth = operation({
  route: 'POST /groups/:group_id/months/:month/sheet',
  summary: m.groups_hand_in_summary,
  may: gatherers,
  audit: 'group_month.handed_in',
  input: z.object({
    /** Of the tally sheet. */
    id: z.uuid(),
    group_id: z.uuid(),
    district_id: z.uuid(),
    month,
    /** The version of the group's sheet that was on the screen: 0 when there was none. */
    follows: z.int().min(0).default(0),
    counted_by: text(m.groups_field_counted_by, 100),
    /** Members whose paper is missing are left out on purpose. */
    leaves_out: z.boolean().default(false),
    /** Why a sheet is corrected, or why it comes after its year was fixed. */
    reason: text(m.groups_field_reason, 500).nullable().default(null),
  }),
  output: z.object({ id: z.uuid() }),
});
