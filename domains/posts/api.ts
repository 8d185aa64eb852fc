import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { postStates, roles } from './model.ts';

export * from './accounts-api.ts';
export * from './bodies-api.ts';
export * from './factor-rule-api.ts';
export * from './holding-api.ts';
export * from './log-api.ts';
export * from './renewal-api.ts';
export * from './security-api.ts';
export * from './sign-in-api.ts';
export * from './sign-on-api.ts';
export * from './takeover-api.ts';
export * from './transfer-api.ts';

const named = z.object({ id: z.uuid(), name: z.string() });

/** A post as its holder sees it. */
const heldPost = z.object({
  id: z.uuid(),
  role: z.enum(roles),
  body: named,
  /** Null: the whole town. */
  district: named.nullable(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
  state: z.enum(postStates),
  /** The post this one stands in for. */
  acting_for: z.uuid().nullable(),
  needs_second_factor: z.boolean(),
});

/** Who is in front of the screen, and where: what every page is drawn from. Also before signing in. */
export const readMe = operation({
  route: 'GET /me',
  summary: m.posts_me_summary,
  may: 'anyone',
  audit: null,
  input: z.object({}),
  output: z.object({
    account: z
      .object({ id: z.uuid(), sign_in_name: z.string(), name: z.string(), kana: z.string() })
      .nullable(),
    /** The post in use, if any can be used. */
    current: heldPost.nullable(),
    role: z.enum(roles).nullable(),
    /** The post in use has ended: only its last entries are left to finish. */
    finishing: z.boolean(),
    /** The districts the post in use covers. */
    districts: z.array(named),
    /** The posts that can be used today. */
    posts: z.array(heldPost),
    town: z.object({ code: z.string(), name: z.string(), sample: z.boolean(), empty: z.boolean() }),
    today: z.string(),
    /** `needed`: nothing opens before a second factor is shown or, where there is none yet, set up. */
    second_factor: z.enum(['none', 'needed', 'done']),
    /** What the account has set up as a second factor. */
    factors: z.object({ totp: z.boolean(), passkeys: z.int() }),
    /** What the town's own sign-on service is called; null where there is none. */
    sign_on: z.string().nullable(),
  }),
});
