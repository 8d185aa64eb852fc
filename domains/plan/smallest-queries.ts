import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import { authorOf, dayIn } from './author.ts';
import { usualSmallest } from './model.ts';
import * as api from './smallest-api.ts';

/** The smallest count that is shown today, and everything that was set about it. */
export async function readSmallestShown(
  db: Db,
  _input: ParsedInputOf<typeof api.readSmallestShown>,
  _act: Act,
): Promise<OutputOf<typeof api.readSmallestShown>> {
  const settings = await db.all(
    api.readSmallestShown.output.shape.settings.element,
    sql`select s.id, s.starts_on, s.smallest, s.reason, ${authorOf(sql`s`)} as author, ${dayIn(sql`s.set_at`)} as on
      from smallest_shown s order by s.set_at desc, s.id desc`,
  );
  return { smallest: await findSmallestShown(db), settings };
}

/** What holds today: of the settings that have begun the one that begins last, and of those the one set last. */
export async function findSmallestShown(db: Db): Promise<number> {
  const { smallest } = await db.one(
    z.object({ smallest: z.int() }),
    sql`select coalesce((select s.smallest from smallest_shown s where s.starts_on <= (select gate.today())
      order by s.starts_on desc, s.set_at desc, s.id desc limit 1), ${usualSmallest}::int) as smallest`,
  );
  return smallest;
}
