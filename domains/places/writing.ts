import * as z from 'zod';
import { suggestTags } from '#domains/wishes/words/suggest-tags.ts';
import * as m from '#messages';
import type { Db } from '#platform/db.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';

/** The tags of the wishes' taxonomy that the words of what one can do at a place suggest. */
export function tagsOf(what: string): string[] {
  return suggestTags(what, 'offer').map(({ tag }) => tag);
}

/** A place that the actor keeps: which district it lies in, who holds it, whether its names are the actor's to see. */
export async function requirePlace(db: Db, id: string) {
  return db.one(
    z.object({
      name: z.string(),
      district_id: z.uuid().nullable(),
      holder_id: z.uuid(),
      closed: z.boolean(),
      kept: z.boolean(),
      named: z.boolean(),
    }),
    sql`select p.name, p.district_id, p.holder_id, p.closed_on is not null as closed,
        p.id = any((select gate.places_kept())::uuid[]) as kept,
        coalesce(p.id = any((select gate.places_named())::uuid[]), false) as named
      from places p where p.id = ${id}::uuid`,
  );
}

/** @throws Refusal `not_found`; `refused` where the names are not the actor's to see */
export async function requireNames(db: Db, id: string) {
  const place = await requirePlace(db, id);
  if (!place.named) throw new Refusal('refused', m.places_refused_names());
  return place;
}

/** What is wrong with one field. */
export function refuseField(field: string, sentence: string): Refusal {
  return new Refusal('invalid', sentence, { [field]: sentence });
}
