import { requireParticipant } from '#domains/wishes/participant-commands.ts';
import type { Act } from '#platform/act.ts';
import { hashSecret } from '#platform/credentials/secrets.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './card-api.ts';
import { codeOfCard } from './card-queries.ts';

/** Makes a card, one participant's or anybody's. @throws Refusal `not_found` for a participant of another body */
export async function makeWishCard(db: Db, input: ParsedInputOf<typeof api.makeWishCard>, act: Act) {
  if (input.participant_id) await requireParticipant(db, input.participant_id);
  await db.run(
    sql`with card as (insert into wish_cards (id, participant_id, district_id, place, made_by, made_at, expires_at, holder_id)
        values (${input.id}::uuid, ${input.participant_id ?? null}::uuid, ${input.district_id ?? null}::uuid, ${input.place},
          (select gate.actor_post()), ${act.now}::timestamptz,
          ${act.now}::timestamptz + make_interval(days => ${input.days}::int), ${act.actor.body}::uuid))
      insert into wish_card_codes (card_id, code_hash, holder_id)
      values (${input.id}::uuid, ${hashSecret(codeOfCard(input.id, act.now))}, ${act.actor.body}::uuid)`,
  );
  return { id: input.id };
}

/** From now on the card opens nothing. */
export async function endWishCard(db: Db, { id }: ParsedInputOf<typeof api.endWishCard>, act: Act) {
  const ended = await db.run(
    sql`update wish_cards set ended_at = coalesce(ended_at, ${act.now}::timestamptz) where id = ${id}::uuid`,
  );
  if (ended === 0) throw refuseNotFound();
  return { id };
}
