import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { creationOptions, registrationResponse } from './passkey-schemas.ts';
import { readCode } from './sign-in-api.ts';

/** One's own proofs: what one signs in with, where one is signed in, and which programs act in one's name. */
const nothing = z.object({});
const name = z
  .string({ error: () => m.posts_field_label() })
  .trim()
  .min(1, { error: () => m.posts_field_label() })
  .max(60, { error: () => m.posts_field_label() });

const passkey = z.object({ id: z.uuid(), name: z.string(), created_at: z.string() });

export const readFactors = operation({
  route: 'GET /me/factors',
  summary: m.posts_factors_summary,
  may: 'signed_in',
  audit: null,
  input: nothing,
  output: z.object({
    totp: z.boolean(),
    passkeys: z.array(passkey),
    /** A post of the account wants a second factor: the last one cannot be taken away. */
    required: z.boolean(),
    /** Since when the town's sign-on service is linked; null: it is not. */
    sign_on_since: z.string().nullable(),
    /** Recovery codes that have not been used. */
    recovery_left: z.int(),
    /** Password or second factor were shown a short while ago: what is changed here wants that. */
    fresh: z.boolean(),
  }),
});

/** The password once more, before what proves the account is changed. */
export const proveAgain = operation({
  route: 'PUT /session/proof',
  summary: m.posts_prove_summary,
  may: 'signed_in',
  audit: 'session.proven_again',
  secrets: ['password'],
  input: z.object({ password: z.string({ error: () => m.posts_field_old_password() }).max(200) }),
  output: z.object({ session: z.uuid() }),
});

/** A shared secret for an authenticator, shown once as text and QR code; it counts after `confirmTotp`. */
export const beginTotp = operation({
  route: 'POST /me/factors/totp',
  summary: m.posts_totp_begin_summary,
  may: 'signed_in',
  audit: 'factor.totp_begun',
  input: nothing,
  output: z.object({
    secret_text: z.string().nullable(),
    secret_address: z.string().nullable(),
    /** SVG. */
    secret_qr: z.string().nullable(),
  }),
});

export const confirmTotp = operation({
  route: 'PUT /me/factors/totp',
  summary: m.posts_totp_confirm_summary,
  may: 'signed_in',
  audit: 'factor.totp_added',
  secrets: ['code'],
  input: z.object({ code: z.string({ error: () => m.posts_field_code() }).transform(readCode) }),
  output: z.object({ account: z.uuid() }),
});

export const removeTotp = operation({
  route: 'DELETE /me/factors/totp',
  summary: m.posts_totp_remove_summary,
  may: 'signed_in',
  audit: 'factor.totp_removed',
  input: nothing,
  output: z.object({ account: z.uuid() }),
});

/** Ten printed codes, each good once instead of the second factor; shown once, and earlier ones no longer count. */
export const makeRecoveryCodes = operation({
  route: 'PUT /me/factors/recovery-codes',
  summary: m.posts_recovery_make_summary,
  may: 'signed_in',
  audit: 'factor.recovery_codes_made',
  input: nothing,
  output: z.object({ account: z.uuid(), secret_codes: z.array(z.string()).nullable() }),
});

export const beginPasskey = operation({
  route: 'POST /me/factors/passkeys/challenge',
  summary: m.posts_passkey_begin_summary,
  may: 'signed_in',
  audit: 'factor.passkey_begun',
  input: nothing,
  output: z.object({ ceremony: z.uuid(), secret_options: creationOptions.nullable() }),
});

export const addPasskey = operation({
  route: 'POST /me/factors/passkeys',
  summary: m.posts_passkey_add_summary,
  may: 'signed_in',
  audit: 'factor.passkey_added',
  secrets: ['response'],
  input: z.object({ id: z.uuid(), ceremony: z.uuid(), name, response: registrationResponse }),
  output: z.object({ id: z.uuid() }),
});

export const removePasskey = operation({
  route: 'DELETE /me/factors/passkeys/:id',
  summary: m.posts_passkey_remove_summary,
  may: 'signed_in',
  audit: 'factor.passkey_removed',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

export const changePassword = operation({
  route: 'PUT /me/password',
  summary: m.posts_password_summary,
  may: 'signed_in',
  audit: 'account.password_changed',
  secrets: ['old_password', 'new_password'],
  input: z.object({
    old_password: z.string({ error: () => m.posts_field_old_password() }).max(200),
    new_password: z
      .string({ error: () => m.posts_field_new_password() })
      .max(200, { error: () => m.posts_field_new_password() }),
  }),
  output: z.object({ account: z.uuid() }),
});

const session = z.object({
  id: z.uuid(),
  post_id: z.uuid().nullable(),
  created_at: z.string(),
  expires_at: z.string(),
  current: z.boolean(),
});

export const listSessions = operation({
  route: 'GET /me/sessions',
  summary: m.posts_sessions_summary,
  may: 'signed_in',
  audit: null,
  input: nothing,
  output: z.object({ sessions: z.array(session) }),
});

export const endSession = operation({
  route: 'DELETE /me/sessions/:id',
  summary: m.posts_session_end_summary,
  may: 'signed_in',
  audit: 'session.ended',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

const token = z.object({
  id: z.uuid(),
  name: z.string(),
  post_id: z.uuid(),
  created_at: z.string(),
  expires_at: z.string(),
});

export const listTokens = operation({
  route: 'GET /me/tokens',
  summary: m.posts_tokens_summary,
  may: 'signed_in',
  audit: null,
  input: nothing,
  output: z.object({ tokens: z.array(token) }),
});

export const longestTokenDays = 366;

/** A program's key to the post in use now; it is shown once. */
export const createToken = operation({
  route: 'POST /me/tokens',
  summary: m.posts_token_create_summary,
  may: 'signed_in',
  audit: 'token.created',
  input: z.object({
    id: z.uuid(),
    name,
    days: z
      .int({ error: () => m.posts_field_token_days() })
      .min(1, { error: () => m.posts_field_token_days() })
      .max(longestTokenDays, { error: () => m.posts_field_token_days() })
      .default(90),
  }),
  output: z.object({ id: z.uuid(), secret_token: z.string().nullable() }),
});

export const endToken = operation({
  route: 'DELETE /me/tokens/:id',
  summary: m.posts_token_end_summary,
  may: 'signed_in',
  audit: 'token.ended',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});
