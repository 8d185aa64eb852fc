import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { roles } from './model.ts';

/** 承継: what a district that ended kept passes to the district it became, in one act that is tried first. */
const administrators = ['administrator'] as const;

const asked = z.object({
  id: z.uuid(),
  /** The district that takes over: one of those it was merged or split into. */
  into_id: z.uuid({ error: () => m.posts_field_takeover_into() }),
});

const moved = z.object({
  post: z.uuid(),
  name: z.string(),
  role: z.enum(roles),
  body: z.string(),
  into_body: z.string(),
});
export type MovedPost = z.output<typeof moved>;

const trial = z.object({
  district: z.string(),
  into: z.string(),
  starts_on: z.string(),
  /** The groups (校区社協) whose records pass; null where one of the districts has none. */
  body: z.string().nullable(),
  into_body: z.string().nullable(),
  /** What is kept there, in numbers: nothing of it is shown to who tries this. */
  households: z.int(),
  assignments: z.int(),
  /** 会員 of the group who go on in the other one. */
  members: z.int(),
  visits: z.int(),
  sheets: z.int(),
  posts: z.array(moved),
});
export type TakeoverTrial = z.output<typeof trial>;

export const tryTakeover = operation({
  route: 'POST /districts/:id/takeover/trial',
  summary: m.posts_takeover_try_summary,
  may: administrators,
  audit: 'district.takeover_tried',
  input: asked,
  output: z.object({
    /** Not remembered with the call, since it names people. */
    secret_trial: trial.nullable(),
  }),
});

export const takeOverDistrict = operation({
  route: 'POST /districts/:id/takeover',
  summary: m.posts_takeover_summary,
  may: administrators,
  audit: 'district.taken_over',
  subjects: (_, { accounts }) => accounts,
  input: asked.extend({
    reason: z
      .string({ error: () => m.posts_field_reason() })
      .trim()
      .min(1, { error: () => m.posts_field_reason() })
      .max(300, { error: () => m.posts_field_reason() }),
  }),
  output: z.object({ id: z.uuid(), accounts: z.array(z.uuid()) }),
});

export const listTakeovers = operation({
  route: 'GET /district-takeovers',
  summary: m.posts_takeovers_summary,
  may: administrators,
  audit: 'district_takeovers.listed',
  input: z.object({}),
  output: z.object({
    takeovers: z.array(
      z.object({
        district: z.uuid(),
        into: z.object({ id: z.uuid(), name: z.string() }),
        starts_on: z.string(),
        reason: z.string(),
      }),
    ),
  }),
});
