import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './host-api.ts';

/** Posts of hosts in the actor's districts, by name; for a host, those who look after the same places. */
export async function listHostPosts(
  db: Db,
  _input: ParsedInputOf<typeof api.listHostPosts>,
  _act: Act,
): Promise<OutputOf<typeof api.listHostPosts>> {
  const posts = await db.all(
    api.listHostPosts.output.shape.posts.element,
    sql`select post_id as id, name, body_name, district_id from gate.host_posts() order by name, post_id`,
  );
  return { posts };
}
