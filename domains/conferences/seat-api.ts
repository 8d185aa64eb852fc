import * as z from 'zod';
import { roles } from '#domains/posts/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { callers, sitters, textOf } from './model.ts';

const id = z.object({ id: z.uuid() });

export const listPostsToInvite = operation({
  route: 'GET /conference-posts',
  summary: m.conferences_posts_summary,
  may: callers,
  audit: null,
  input: z.object({}),
  output: z.object({
    posts: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        role: z.enum(roles),
        body_id: z.uuid(),
        body_name: z.string(),
      }),
    ),
  }),
});

/** Invites posts, and guests without an account, to one item. Who is invited already is passed over. */
export const inviteToItem = operation({
  route: 'POST /conference-items/:item_id/seats',
  summary: m.conferences_invite_summary,
  may: callers,
  audit: 'conference_seats.invited',
  input: z.object({
    item_id: z.uuid(),
    seats: z
      .array(z.object({ id: z.uuid(), post_id: z.uuid() }))
      .min(1, { error: () => m.conferences_field_seats() })
      .max(40, { error: () => m.conferences_field_seats() }),
  }),
  output: z.object({ ids: z.array(z.uuid()) }),
});

export const inviteGuest = operation({
  route: 'POST /conference-items/:item_id/guests',
  summary: m.conferences_guest_summary,
  may: callers,
  audit: 'conference_guest.invited',
  input: z.object({
    id: z.uuid(),
    item_id: z.uuid(),
    name: textOf(m.conferences_field_guest_name, 60),
    office: textOf(m.conferences_field_office, 100),
    /** Of which member (構成員), where the item's kind is sealed and has a list. */
    member_id: z
      .uuid({ error: () => m.conferences_refused_guest_not_listed() })
      .nullable()
      .default(null),
  }),
  output: id,
});

export const takeSeatBack = operation({
  route: 'POST /conference-seats/:id/revocation',
  summary: m.conferences_take_seat_summary,
  may: callers,
  audit: 'conference_seat.revoked',
  input: id,
  output: id,
});

const invited = z.object({
  id: z.uuid(),
  item_id: z.uuid(),
  conference: z.object({ id: z.uuid(), held_on: z.string(), starts_at: z.string(), place: z.string() }),
  kind_name: z.string(),
  law: z.string(),
  body_name: z.string(),
  confirmed: z.boolean(),
});

/** The invitation of one's own post: what it is to, before it opens. */
export const readInvitation = operation({
  route: 'GET /conference-seats/:id',
  summary: m.conferences_invitation_summary,
  may: sitters,
  audit: 'conference_invitation.read',
  input: id,
  output: invited,
});

/** 守秘の確認: the duty of secrecy was explained, and the person in the seat undertakes it. */
export const confirmSecrecy = operation({
  route: 'POST /conference-seats/:seat_id/undertaking',
  summary: m.conferences_confirm_summary,
  may: sitters,
  audit: 'secrecy.confirmed',
  input: z.object({
    id: z.uuid(),
    seat_id: z.uuid(),
    text_version: z.string().max(20),
    understood: z.literal(true, { error: () => m.conferences_field_understood() }),
  }),
  output: id,
});

/** A guest has signed the undertaking on paper. */
export const noteSignedPaper = operation({
  route: 'POST /conference-seats/:seat_id/signed-paper',
  summary: m.conferences_signed_summary,
  may: callers,
  audit: 'secrecy.signed_on_paper',
  input: z.object({ id: z.uuid(), seat_id: z.uuid() }),
  output: id,
});
