import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { opened } from './sign-in-api.ts';

/** Signing in over the town's own sign-on service. An account is found by a link that a person made, by nothing else. */
const asked = z.object({
  ceremony: z.uuid(),
  /** Where the browser goes; its `state` comes back with the answer. */
  secret_address: z.string().nullable(),
});
const answered = {
  ceremony: z.uuid(),
  /** What stood behind the `?` of the address that the browser came back to. */
  answer: z.string().max(6_000),
};

export const askSignOn = operation({
  route: 'POST /session/sign-on/question',
  summary: m.posts_sign_on_ask_summary,
  may: 'anyone',
  audit: 'session.sign_on_asked',
  secrets: ['code'],
  input: z.object({
    /** The printed code of an invitation: who comes back is linked to its account, and needs no password. */
    code: z
      .string()
      .max(40, { error: () => m.posts_field_invitation_code() })
      .optional(),
  }),
  output: asked,
});

export const finishSignOn = operation({
  route: 'POST /session/sign-on',
  summary: m.posts_sign_on_summary,
  may: 'anyone',
  audit: 'session.opened',
  subjects: (_, { account }) => [account],
  secrets: ['answer'],
  input: z.object(answered),
  output: opened,
});

export const askSignOnLink = operation({
  route: 'POST /me/sign-on/question',
  summary: m.posts_sign_on_link_ask_summary,
  may: 'signed_in',
  audit: 'sign_on.link_asked',
  input: z.object({}),
  output: asked,
});

export const linkSignOn = operation({
  route: 'PUT /me/sign-on',
  summary: m.posts_sign_on_link_summary,
  may: 'signed_in',
  audit: 'sign_on.linked',
  secrets: ['answer'],
  input: z.object(answered),
  output: z.object({ account: z.uuid() }),
});

export const unlinkSignOn = operation({
  route: 'DELETE /me/sign-on',
  summary: m.posts_sign_on_unlink_summary,
  may: 'signed_in',
  audit: 'sign_on.unlinked',
  input: z.object({}),
  output: z.object({ account: z.uuid() }),
});

/** An administrator ends the link of somebody else, who then signs in with a password or a new invitation. */
export const endSignOnOf = operation({
  route: 'DELETE /accounts/:id/sign-on',
  summary: m.posts_sign_on_end_summary,
  may: ['administrator'],
  audit: 'sign_on.ended_by_administrator',
  subjects: ({ id }) => [id],
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});
