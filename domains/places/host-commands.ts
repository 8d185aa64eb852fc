import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './host-api.ts';
import { refuseField, requirePlace } from './writing.ts';

/**
 * Names a post that looks after a place. It sees and keeps that place, and no other, from its next call on.
 *
 * @throws Refusal `not_found`; `invalid` for a post that is no host's, or of another district than the place's
 *   (a place of the whole town takes hosts of every district); `refused` where it is one already
 */
export async function nameHost(db: Db, input: ParsedInputOf<typeof api.nameHost>, act: Act) {
  const { district_id } = await requirePlace(db, input.place_id);
  const post = await db.maybe(
    z.object({ district_id: z.uuid().nullable() }),
    sql`select district_id from gate.host_posts() where post_id = ${input.post_id}::uuid`,
  );
  if (!post || (district_id !== null && post.district_id !== district_id))
    throw refuseField('post_id', m.places_field_host());
  const written = await db.run(
    sql`insert into place_hosts (id, place_id, post_id, named_by, named_at)
      select ${input.id}::uuid, ${input.place_id}::uuid, ${input.post_id}::uuid, (select gate.actor_post()), ${act.now}
      where not exists (select from place_hosts h where h.place_id = ${input.place_id}::uuid and h.post_id = ${input.post_id}::uuid
        and h.ended_at is null)`,
  );
  if (written === 0) throw new Refusal('refused', m.places_refused_host_twice());
  return { id: input.id };
}

/** @throws Refusal `not_found` */
export async function endHost(db: Db, { id }: ParsedInputOf<typeof api.endHost>, act: Act) {
  return end(
    db,
    id,
    sql`update place_hosts set ended_at = ${act.now} where id = ${id}::uuid and ended_at is null`,
  );
}

/** @throws Refusal `not_found`; `invalid` for a body whose coordinators there are none of */
export async function entrustNames(db: Db, input: ParsedInputOf<typeof api.entrustNames>, act: Act) {
  await requirePlace(db, input.place_id);
  const written = await db.run(
    sql`insert into place_entrustments (id, place_id, body_id, words, starts_on, given_by, given_at)
      select ${input.id}::uuid, ${input.place_id}::uuid, b.id, ${input.words}, ${act.today}::date, (select gate.actor_post()), ${act.now}
      from bodies b where b.id = ${input.body_id}::uuid and b.kind in ('council', 'city_section')`,
  );
  if (written === 0) throw refuseField('body_id', m.places_field_body());
  return { id: input.id };
}

/** Works forward, at once. @throws Refusal `not_found` */
export async function takeNamesBack(db: Db, { id }: ParsedInputOf<typeof api.takeNamesBack>, act: Act) {
  return end(
    db,
    id,
    sql`update place_entrustments set ended_at = ${act.now} where id = ${id}::uuid and ended_at is null`,
  );
}

async function end(db: Db, id: string, ending: ReturnType<typeof sql>) {
  if ((await db.run(ending)) === 0) throw new Refusal('not_found', m.platform_refused_not_found());
  return { id };
}
