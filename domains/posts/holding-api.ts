import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { endings, postStates, roles } from './model.ts';

/** Posts: who may act for whom, where and how long. */
const administrators = ['administrator'] as const;

const named = z.object({ id: z.uuid(), name: z.string() });
const reason = z
  .string({ error: () => m.posts_field_reason() })
  .trim()
  .min(1, { error: () => m.posts_field_reason() })
  .max(300, { error: () => m.posts_field_reason() });
const lastDay = z.iso.date({ error: () => m.posts_field_ends_on() });

const post = z.object({
  id: z.uuid(),
  account: named,
  role: z.enum(roles),
  body: named,
  /** Null: the whole town. */
  district: named.nullable(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
  state: z.enum(postStates),
  /** How many terms it has been given for. */
  terms: z.int(),
  acting_for: z.object({ post: z.uuid(), name: z.string() }).nullable(),
  ending: z.object({ reason: z.string(), decided_on: z.string() }).nullable(),
});
export type ListedPost = z.output<typeof post>;

export const listPosts = operation({
  route: 'GET /posts',
  summary: m.posts_list_summary,
  may: ['administrator', 'gatherer', 'council_officer'],
  audit: 'posts.listed',
  subjects: (_, { posts }) => [...new Set(posts.map((p) => p.account.id))],
  input: z.object({
    id: z.uuid().optional(),
    account: z.uuid().optional(),
    district: z.uuid().optional(),
    role: z.enum(roles).optional(),
    /** `open`: current, to come, or still handing in its last entries. */
    state: z.enum(['open', 'ended', 'all']).default('open'),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ posts: z.array(post), next: z.string().nullable() }),
});

export const givePost = operation({
  route: 'POST /posts',
  summary: m.posts_give_summary,
  may: administrators,
  audit: 'post.given',
  subjects: ({ account_id }) => [account_id],
  input: z.object({
    id: z.uuid(),
    account_id: z.uuid({ error: () => m.posts_field_account() }),
    role: z.enum(roles, { error: () => m.posts_field_role() }),
    body_id: z.uuid({ error: () => m.posts_field_body() }),
    district_id: z
      .uuid({ error: () => m.posts_field_district() })
      .nullable()
      .default(null),
    starts_on: z.iso.date({ error: () => m.posts_field_starts_on() }),
    /** The last day; null until further notice. */
    ends_on: lastDay.nullable().default(null),
    /** 代理: the post this one stands in for while it is vacant or its holder away. */
    acting_for: z.uuid().nullable().default(null),
  }),
  output: z.object({ id: z.uuid() }),
});

/** 再任: one more term of the same post, from the day after the last one. */
export const reappoint = operation({
  route: 'POST /posts/:id/terms',
  summary: m.posts_reappoint_summary,
  may: administrators,
  audit: 'post.reappointed',
  subjects: (_, { account }) => [account],
  input: z.object({ id: z.uuid(), ends_on: lastDay.nullable().default(null) }),
  output: z.object({ id: z.uuid(), account: z.uuid() }),
});

export const endPost = operation({
  route: 'POST /posts/:id/ending',
  summary: m.posts_end_summary,
  may: administrators,
  audit: 'post.ended',
  subjects: (_, { account }) => [account],
  input: z.object({
    id: z.uuid(),
    how: z.enum(endings, { error: () => m.posts_field_how() }),
    /** The last day it is held, where it does not end at once. */
    ends_on: lastDay.nullable().default(null),
    reason,
  }),
  output: z.object({ id: z.uuid(), account: z.uuid() }),
});
