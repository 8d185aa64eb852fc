import * as z from 'zod';
import { isTownCode } from '#domains/districts/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { postStates, readSignInName, roles } from './model.ts';

/** Accounts: who can sign in. For administrators, and for whoever founds the town. */
const administrators = ['administrator'] as const;

const signInName = z
  .string({ error: () => m.posts_field_new_sign_in_name() })
  .transform(readSignInName)
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, { error: () => m.posts_field_new_sign_in_name() }));
const text = (sentence: () => string) =>
  z.string({ error: sentence }).trim().min(1, { error: sentence }).max(100, { error: sentence });
const reason = text(m.posts_field_reason);

export const foundTown = operation({
  route: 'POST /town',
  summary: m.posts_found_summary,
  may: 'anyone',
  audit: 'town.founded',
  secrets: ['administrator'],
  input: z.object({
    body_id: z.uuid(),
    account_id: z.uuid(),
    post_id: z.uuid(),
    code: z
      .string({ error: () => m.posts_field_town_code() })
      .refine(isTownCode, { error: () => m.posts_field_town_code() }),
    name: text(m.posts_field_town_name),
    /** 見本: the day on which an invented town's clock stands. */
    sample_day: z.iso.date().nullable().default(null),
    /** The section of the city the first administrator works in. */
    body: z.object({ name: text(m.posts_field_body_name), kana: text(m.posts_field_kana) }),
    administrator: z.object({
      sign_in_name: signInName,
      name: text(m.posts_field_name),
      kana: text(m.posts_field_kana),
      password: z
        .string({ error: () => m.posts_field_new_password() })
        .max(200, { error: () => m.posts_field_new_password() }),
      /** The shared secret of an authenticator handed over beforehand, in base32. */
      authenticator: z.string().nullable().default(null),
    }),
  }),
  output: z.object({ account: z.uuid(), post: z.uuid() }),
});

const account = z.object({
  id: z.uuid(),
  sign_in_name: z.string(),
  name: z.string(),
  kana: z.string(),
  state: z.enum(['invited', 'active', 'closed']),
  /** The last day on which the printed code works; null when none is out. */
  invitation_until: z.string().nullable(),
  second_factor: z.boolean(),
  /** Linked to the town's sign-on service. */
  sign_on: z.boolean(),
  posts: z.array(
    z.object({
      id: z.uuid(),
      role: z.enum(roles),
      district: z.string().nullable(),
      state: z.enum(postStates),
    }),
  ),
});
export type ListedAccount = z.output<typeof account>;

export const listAccounts = operation({
  route: 'GET /accounts',
  summary: m.posts_accounts_summary,
  may: ['administrator', 'operator'],
  audit: 'accounts.listed',
  subjects: (_, { accounts }) => accounts.map(({ id }) => id),
  input: z.object({
    /** Part of a name, its kana or the sign-in name. */
    search: z.string().trim().max(60).optional(),
    id: z.uuid().optional(),
    state: z.enum(['open', 'closed', 'all']).default('open'),
    /** The key of the last row of the page before. */
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ accounts: z.array(account), next: z.string().nullable() }),
});

export const inviteAccount = operation({
  route: 'POST /accounts',
  summary: m.posts_invite_summary,
  may: administrators,
  audit: 'account.invited',
  subjects: ({ id }) => [id],
  secrets: ['authenticator'],
  input: z.object({
    id: z.uuid(),
    sign_in_name: signInName,
    name: text(m.posts_field_name),
    kana: text(m.posts_field_kana),
    /** The shared secret (base32) of a code device handed over with the invitation. */
    authenticator: z.string().nullable().default(null),
  }),
  output: z.object({
    id: z.uuid(),
    /** To be printed and handed over; shown once, good for 14 days. */
    secret_code: z.string().nullable(),
  }),
});

/** Also for the owner of the data folder, at the terminal: the way back when no administrator can sign in. */
export const renewInvitation = operation({
  route: 'POST /accounts/:id/invitation',
  summary: m.posts_renew_summary,
  may: ['administrator', 'operator'],
  audit: 'account.invited_again',
  subjects: ({ id }) => [id],
  input: z.object({
    id: z.uuid(),
    /** The second factor is lost: accepting takes the old one away. */
    forgets_factor: z.boolean().default(false),
  }),
  output: z.object({ id: z.uuid(), secret_code: z.string().nullable() }),
});

export const closeAccount = operation({
  route: 'POST /accounts/:id/closing',
  summary: m.posts_close_summary,
  may: administrators,
  audit: 'account.closed',
  subjects: ({ id }) => [id],
  input: z.object({ id: z.uuid(), reason }),
  output: z.object({ id: z.uuid() }),
});
