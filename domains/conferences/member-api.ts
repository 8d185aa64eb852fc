import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { dayOr, sitters, textOf } from './model.ts';

const id = z.object({ id: z.uuid() });

const member = z.object({
  id: z.uuid(),
  kind_code: z.string(),
  body_id: z.uuid(),
  body_name: z.string(),
  /** Which office of the body, as the town's rules say it. */
  office: z.string().nullable(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
});
export type ConferenceMember = z.output<typeof member>;

/** 構成員: the bodies on the lists that the town's rules of its conferences (設置要綱) name. */
export const listConferenceMembers = operation({
  route: 'GET /conference-members',
  summary: m.conferences_members_summary,
  may: sitters,
  audit: null,
  input: z.object({}),
  output: z.object({ members: z.array(member) }),
});

export const nameConferenceMember = operation({
  route: 'POST /conference-members',
  summary: m.conferences_name_member_summary,
  may: ['convener'],
  audit: 'conference_member.named',
  input: z.object({
    id: z.uuid(),
    kind_code: z.string({ error: () => m.conferences_field_kind() }).max(40),
    body_id: z.uuid({ error: () => m.conferences_field_body() }),
    office: textOf(m.conferences_field_office, 100).nullable().default(null),
    starts_on: dayOr(m.conferences_field_starts_on),
  }),
  output: id,
});

/** The body is no member after a day; who sat before has sat. */
export const endConferenceMember = operation({
  route: 'POST /conference-members/:id/end',
  summary: m.conferences_end_member_summary,
  may: ['convener'],
  audit: 'conference_member.ended',
  input: z.object({ id: z.uuid(), ends_on: dayOr(m.conferences_field_ends_on) }),
  output: id,
});
