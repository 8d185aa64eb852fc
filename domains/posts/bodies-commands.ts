import * as m from '#messages';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './bodies-api.ts';

/**
 * Adds a body. Also called by whoever founds the town, for the first one.
 *
 * @throws Refusal `invalid` for a district council without a district, or a district for any other kind;
 *   `not_found` for a district that is not there
 */
export async function addBody(db: Db, input: ParsedInputOf<typeof api.addBody>) {
  if ((input.kind === 'district_council') !== (input.district_id !== null))
    throw new Refusal('invalid', m.platform_refused_invalid(), {
      district_id: m.posts_field_body_district(),
    });
  await db.run(sql`insert into bodies (id, kind, name, kana, district_id, sort)
    values (${input.id}, ${input.kind}, ${input.name}, ${input.kana}, ${input.district_id}, ${input.sort})`);
  return { id: input.id };
}
