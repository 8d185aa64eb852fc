import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { readSignInName } from './model.ts';
import { authenticationResponse, requestOptions } from './passkey-schemas.ts';

/** A session that was opened. The HTTP side turns `secret_session` into a cookie; no page ever sees it. */
export const opened = z.object({
  account: z.uuid(),
  session: z.uuid(),
  /** `needed`: nothing opens before a second factor is shown or, where there is none yet, set up. */
  second_factor: z.enum(['none', 'needed', 'done']),
  /** Days the browser may keep the cookie; 0 until it is closed. */
  kept_days: z.int(),
  secret_session: z.string().nullable(),
});

export const signIn = operation({
  route: 'POST /session',
  summary: m.posts_sign_in_summary,
  may: 'anyone',
  audit: 'session.opened',
  subjects: (_, { account }) => [account],
  secrets: ['sign_in_name', 'password'],
  input: z.object({
    sign_in_name: z
      .string({ error: () => m.posts_field_sign_in_name() })
      .min(1, { error: () => m.posts_field_sign_in_name() })
      .max(100, { error: () => m.posts_field_sign_in_name() })
      .transform(readSignInName),
    password: z
      .string({ error: () => m.posts_field_password() })
      .min(1, { error: () => m.posts_field_password() })
      .max(200, { error: () => m.posts_field_password() }),
  }),
  output: opened,
});

/** The first half of signing in with a passkey and no password: a challenge for the browser. */
export const beginPasskeySignIn = operation({
  route: 'POST /session/passkey/challenge',
  summary: m.posts_passkey_sign_in_begin_summary,
  may: 'anyone',
  audit: 'session.passkey_asked',
  input: z.object({}),
  output: z.object({ ceremony: z.uuid(), secret_options: requestOptions.nullable() }),
});

export const finishPasskeySignIn = operation({
  route: 'POST /session/passkey',
  summary: m.posts_passkey_sign_in_summary,
  may: 'anyone',
  audit: 'session.opened',
  subjects: (_, { account }) => [account],
  secrets: ['response'],
  input: z.object({ ceremony: z.uuid(), response: authenticationResponse }),
  output: opened,
});

const shown = z.object({ session: z.uuid() });

export const verifyTotp = operation({
  route: 'POST /session/second-factor/code',
  summary: m.posts_totp_summary,
  may: 'signed_in',
  audit: 'session.second_factor',
  secrets: ['code'],
  input: z.object({ code: z.string({ error: () => m.posts_field_code() }).transform(readCode) }),
  output: shown,
});

/** When telephone and key are not at hand: a printed code, good once. */
export const verifyRecoveryCode = operation({
  route: 'POST /session/second-factor/recovery-code',
  summary: m.posts_recovery_use_summary,
  may: 'signed_in',
  audit: 'session.recovery_code_used',
  secrets: ['code'],
  input: z.object({
    code: z
      .string({ error: () => m.posts_field_recovery_code() })
      .min(1, { error: () => m.posts_field_recovery_code() })
      .max(40, { error: () => m.posts_field_recovery_code() }),
  }),
  output: z.object({ session: z.uuid(), left: z.int() }),
});

export const beginPasskeyCheck = operation({
  route: 'POST /session/second-factor/passkey/challenge',
  summary: m.posts_passkey_check_begin_summary,
  may: 'signed_in',
  audit: 'session.passkey_asked',
  input: z.object({}),
  output: z.object({ ceremony: z.uuid(), secret_options: requestOptions.nullable() }),
});

export const finishPasskeyCheck = operation({
  route: 'POST /session/second-factor/passkey',
  summary: m.posts_passkey_check_summary,
  may: 'signed_in',
  audit: 'session.second_factor',
  secrets: ['response'],
  input: z.object({ ceremony: z.uuid(), response: authenticationResponse }),
  output: shown,
});

export const signOut = operation({
  route: 'DELETE /session',
  summary: m.posts_sign_out_summary,
  may: 'signed_in',
  audit: 'session.ended',
  input: z.object({}),
  output: z.object({
    session: z.uuid().nullable(),
    /** Where one signs out of the town's sign-on service too, for who came in over it. */
    sign_on_exit: z.string().nullable(),
  }),
});

export const switchPost = operation({
  route: 'PUT /session/post',
  summary: m.posts_switch_summary,
  may: 'signed_in',
  audit: 'session.post_switched',
  input: z.object({ post: z.uuid({ error: () => m.posts_field_post() }) }),
  output: z.object({ post: z.uuid() }),
});

export const acceptInvitation = operation({
  route: 'POST /invitation',
  summary: m.posts_accept_summary,
  may: 'anyone',
  audit: 'invitation.accepted',
  subjects: (_, { account }) => [account],
  secrets: ['code', 'password'],
  input: z.object({
    code: z
      .string({ error: () => m.posts_field_invitation_code() })
      .min(1, { error: () => m.posts_field_invitation_code() })
      .max(40, { error: () => m.posts_field_invitation_code() }),
    password: z
      .string({ error: () => m.posts_field_new_password() })
      .max(200, { error: () => m.posts_field_new_password() }),
  }),
  output: opened,
});

/** The six digits of a code, however they were typed. */
export function readCode(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '');
}
