import * as z from 'zod';
import { findSmallestShown } from '#domains/plan/smallest-queries.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import { leaveOutSmallFigures, wishFigures } from './figure-model.ts';
import { readWishFigures } from './figure-queries.ts';

const gathered = z.object({ figure: z.enum(wishFigures), value: z.int().nullable(), definition: z.int() });
export type GatheredFigure = z.output<typeof gathered>;

/** Lays 叶え合いの数 of the year beside what was gathered, without any that are small enough to point at somebody. */
export async function keepWishFigures(
  db: Db,
  { gathering, fiscal_year }: { gathering: string; fiscal_year: number },
  act: Act,
): Promise<void> {
  const counted = await readWishFigures(db, { fiscal_year }, act);
  for (const { figure, value } of leaveOutSmallFigures(counted, await findSmallestShown(db)))
    await db.run(sql`insert into gathered_wish_figures (gathering_id, figure, value, definition)
      values (${gathering}, ${figure}, ${value}, ${counted.definition.version})`);
}

/**
 * What was laid beside a gathering, by the inquiry and the number of the gathering; null is one that was too small to be
 * shown. Empty where none were kept.
 */
export async function readGatheredFigures(
  db: Db,
  { inquiry_id, number }: { inquiry_id: string; number: number },
): Promise<GatheredFigure[]> {
  return db.all(
    gathered,
    sql`select f.figure, f.value, f.definition from gathered_wish_figures f join gatherings g on g.id = f.gathering_id
      where g.inquiry_id = ${inquiry_id} and g.number = ${number}
      order by array_position(${[...wishFigures]}::text[], f.figure)`,
  );
}
