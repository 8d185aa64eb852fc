import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import { currentSite } from '#platform/credentials/site.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { limitTo, sql } from '#platform/sql.ts';
import { receiptOf } from '../letters/receipt.ts';
import * as api from './card-api.ts';

const said = sql`k.id, k.participant_id, n.name as participant_name, d.name as district_name, k.place,
  (k.made_at at time zone 'Asia/Tokyo')::date as made_on, (k.expires_at at time zone 'Asia/Tokyo')::date as expires_on,
  (k.ended_at is null and k.expires_at > (select gate.now_of_call())) as open,
  (select count(*)::int from wish_notes o where o.card_id = k.id and o.holder_id = k.holder_id) as notes`;
const from = sql`wish_cards k left join districts d on d.id = k.district_id
  left join participant_names n on n.participant_id = k.participant_id`;

/** The newest first. */
export async function listWishCards(
  db: Db,
  input: ParsedInputOf<typeof api.listWishCards>,
  _act: Act,
): Promise<OutputOf<typeof api.listWishCards>> {
  const found = await db.all(
    api.listWishCards.output.shape.cards.element,
    sql`select ${said} from ${from} where ${input.after ? sql`k.id < ${input.after}::uuid` : sql`true`}
      order by k.id desc ${limitTo(input.limit + 1)}`,
  );
  const cards = found.slice(0, input.limit);
  return { cards, next: found.length > input.limit ? (cards.at(-1)?.id ?? null) : null };
}

/** A card with its code, which follows from the card and the house's key. @throws Refusal `not_found` */
export async function readWishCard(
  db: Db,
  { id }: ParsedInputOf<typeof api.readWishCard>,
  _act: Act,
): Promise<OutputOf<typeof api.readWishCard>> {
  const { made_at, ...card } = await db.one(
    api.listWishCards.output.shape.cards.element.extend({ made_at: z.string() }),
    sql`select ${said}, to_jsonb(k.made_at) #>> '{}' as made_at from ${from} where k.id = ${id}::uuid`,
  );
  const code = card.open ? codeOfCard(id, new Date(made_at)) : null;
  return { ...card, secret_code: code, secret_address: code && `${currentSite().origin}/wish-card/${code}` };
}

/** The code printed on a card: it can be printed again, and stands nowhere. */
export function codeOfCard(id: string, madeAt: Date): string {
  return receiptOf(`card ${id}`, madeAt);
}
