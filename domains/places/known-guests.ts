import * as z from 'zod';
import { toKanaKey } from '#domains/parties/kana.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import { yearsNamesAreKept } from './model.ts';

interface Named {
  /** The id of somebody new. */
  readonly id: string;
  readonly place_id: string;
  readonly holder_id: string;
  readonly name: string;
  readonly kana?: string | undefined;
  readonly phone?: string | undefined;
}

/**
 * Whom a place knows by this name (width, spaces and marks apart), or somebody new on its list. Two people of one name are told apart by
 * what is written behind the name, as on paper.
 */
export async function findOrAddGuest(
  db: Db,
  { id, place_id, holder_id, ...one }: Named,
  act: Act,
): Promise<string> {
  const known = await db.maybe(
    z.object({ id: z.uuid() }),
    sql`select id from place_guests where place_id = ${place_id}::uuid
        and regexp_replace(search_form(name), '\s', '', 'g') = regexp_replace(search_form(${one.name}), '\s', '', 'g')
      order by added_at, id ${sql`limit 1`}`,
  );
  if (known) {
    if (one.phone || one.kana)
      await db.run(
        sql`update place_guests set phone = coalesce(${one.phone || null}, phone), kana = coalesce(${one.kana ?? null}, kana),
            kana_key = coalesce(${one.kana ? toKanaKey(one.kana) : null}, kana_key) where id = ${known.id}::uuid`,
      );
    return known.id;
  }
  await db.run(
    sql`insert into place_guests (id, place_id, name, kana, kana_key, phone, added_by, added_at, forget_after, holder_id)
      values (${id}::uuid, ${place_id}::uuid, ${one.name}, ${one.kana ?? null}, ${toKanaKey(one.kana ?? one.name)}, ${one.phone || null},
        (select gate.actor_post()), ${act.now}, (${act.today}::date + make_interval(years => ${yearsNamesAreKept}::int))::date,
        ${holder_id}::uuid)`,
  );
  return id;
}

/** Whoever came, or is expected, on a day stays on the list for so long from that day on. */
export async function keepNames(db: Db, guests: readonly string[], day: string): Promise<void> {
  await db.run(
    sql`update place_guests set forget_after = greatest(forget_after,
        (${day}::date + make_interval(years => ${yearsNamesAreKept}::int))::date) where id = any(${guests}::uuid[])`,
  );
}
