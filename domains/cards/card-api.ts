import * as z from 'zod';
import { coordinators, wordsOrNone } from '#domains/wishes/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';

/** 願いカード: a link and a printed code, one participant's or anybody's in a district. It opens the form and shows nothing. */
export const makeWishCard = operation({
  route: 'POST /wish-cards',
  summary: m.cards_make_summary,
  may: coordinators,
  audit: 'wish_card.made',
  subjects: ({ participant_id }) => (participant_id ? [participant_id] : []),
  input: z.object({
    id: z.uuid(),
    /** Left out: anybody may write with it. */
    participant_id: z.uuid().optional(),
    district_id: z.uuid().optional(),
    place: wordsOrNone(100, m.cards_field_place),
    days: z.coerce
      .number({ error: () => m.cards_field_days() })
      .int({ error: () => m.cards_field_days() })
      .min(1, { error: () => m.cards_field_days() })
      .max(180, { error: () => m.cards_field_days() })
      .default(60),
  }),
  output: z.object({ id: z.uuid() }),
});

const card = z.object({
  id: z.uuid(),
  participant_id: z.uuid().nullable(),
  participant_name: z.string().nullable(),
  district_name: z.string().nullable(),
  place: z.string().nullable(),
  made_on: z.string(),
  expires_on: z.string(),
  /** Opens the form today. */
  open: z.boolean(),
  /** How many have written with it. */
  notes: z.int(),
});
export type WishCard = z.output<typeof card>;

export const listWishCards = operation({
  route: 'GET /wish-cards',
  summary: m.cards_list_summary,
  may: coordinators,
  audit: 'wish_cards.listed',
  subjects: (_, { cards }) => cards.flatMap(({ participant_id }) => (participant_id ? [participant_id] : [])),
  input: z.object({
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ cards: z.array(card), next: z.uuid().nullable() }),
});

export const readWishCard = operation({
  route: 'GET /wish-cards/:id',
  summary: m.cards_read_summary,
  may: coordinators,
  audit: 'wish_card.read',
  subjects: (_, { participant_id }) => (participant_id ? [participant_id] : []),
  input: z.object({ id: z.uuid() }),
  output: card.extend({
    /** The code and the address it opens; null for a card that opens nothing any more. */
    secret_code: z.string().nullable(),
    secret_address: z.string().nullable(),
  }),
});

export const endWishCard = operation({
  route: 'POST /wish-cards/:id/end',
  summary: m.cards_end_summary,
  may: coordinators,
  audit: 'wish_card.ended',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

/** The sheet to be handed out or hung up, in large type, with room to write by hand for whoever has no device. */
export const printWishCard = operation({
  route: 'GET /wish-cards/:id/paper',
  summary: m.cards_print_summary,
  may: coordinators,
  audit: 'wish_card.sheet_made',
  file: true,
  input: z.object({ id: z.uuid() }),
  output: z.unknown(),
});
