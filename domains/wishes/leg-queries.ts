import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import { listNeedsOf } from './heed.ts';
import { shownWish } from './model.ts';
import { fromWishes, saidOfWish } from './reading.ts';
import { readNeeds } from './tie-queries.ts';

/**
 * Legs of a match or a proposal with both sides as they are said today, and what their roles ask for today. A leg of which the
 * reader may not see a side is left out.
 */
export async function readSides<Leg extends { offer_id: string; wish_id: string }>(
  db: Db,
  legs: readonly Leg[],
) {
  const read = await db.all(
    shownWish,
    sql`select ${saidOfWish} from ${fromWishes}
      where w.id = any(${legs.flatMap(({ offer_id, wish_id }) => [offer_id, wish_id])}::uuid[])`,
  );
  const byId = new Map(read.map((one) => [one.id, one]));
  const asked = await readNeeds(db);
  return legs.flatMap(({ offer_id, wish_id, ...leg }) => {
    const [offer, wish] = [byId.get(offer_id), byId.get(wish_id)];
    return offer && wish ? [{ ...leg, offer, wish, needs: listNeedsOf({ wish, offer }, asked) }] : [];
  });
}
