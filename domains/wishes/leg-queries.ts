import * as z from 'zod';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import { listNeedsOf } from './heed.ts';
import { type ShownGiving, shownGiving, shownWish } from './model.ts';
import { fromWishes, saidOfWish } from './reading.ts';
import { readNeeds } from './tie-queries.ts';

/** Of each of these offers the contribution that was written down last, by the id of the offer. */
export async function readGivings(
  db: Db,
  offers: readonly string[],
): Promise<ReadonlyMap<string, ShownGiving>> {
  const rows = await db.all(
    shownGiving.extend({ offer_id: z.uuid() }),
    sql`select distinct on (c.offer_id) c.offer_id, c.id, c.conditions, c.starts_on, c.ends_on,
        coalesce(c.ends_on < (select gate.today()), false) as over
      from contributions c where c.offer_id = any(${offers}::uuid[]) order by c.offer_id, c.starts_on desc, c.id desc`,
  );
  return new Map(rows.map(({ offer_id, ...giving }) => [offer_id, giving]));
}

/**
 * Legs of a match or a proposal with both sides as they are said today, what their roles ask for today, and
 * as which contribution an offer was written down. A leg of which the
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
  const givings = await readGivings(
    db,
    legs.map(({ offer_id }) => offer_id),
  );
  return legs.flatMap(({ offer_id, wish_id, ...leg }) => {
    const [offer, wish] = [byId.get(offer_id), byId.get(wish_id)];
    if (!offer || !wish) return [];
    const giving = givings.get(offer_id) ?? null;
    return [{ ...leg, offer, wish, giving, needs: listNeedsOf({ wish, offer }, asked) }];
  });
}
