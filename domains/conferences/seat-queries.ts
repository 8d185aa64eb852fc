import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import { listOwnRoles as declaredRoles } from './role-api.ts';
import * as api from './seat-api.ts';

/** Who may be invited, body by body. */
export async function listPostsToInvite(
  db: Db,
  _input: ParsedInputOf<typeof api.listPostsToInvite>,
  _act: Act,
): Promise<OutputOf<typeof api.listPostsToInvite>> {
  const posts = await db.all(
    api.listPostsToInvite.output.shape.posts.element,
    sql`select p.post_id as id, p.name, p.role, p.body_id, b.name as body_name
      from gate.posts_to_invite() p join bodies b on b.id = p.body_id order by b.sort, b.id, p.name, p.post_id`,
  );
  return { posts };
}

/** The invitation of one's own post. @throws Refusal `not_found` for another's, or one that was taken back */
export async function readInvitation(
  db: Db,
  { id }: ParsedInputOf<typeof api.readInvitation>,
  _act: Act,
): Promise<OutputOf<typeof api.readInvitation>> {
  return db.one(
    api.readInvitation.output,
    sql`select s.id, s.item_id, json_build_object('id', c.id, 'held_on', c.held_on, 'starts_at', c.starts_at, 'place', c.place)
          as conference, k.name as kind_name, k.law, b.name as body_name,
        exists (select from secrecy_undertakings u where u.seat_id = s.id and u.account_id = (select gate.actor_account()))
          as confirmed
      from conference_seats s
      join conferences c on c.id = s.conference_id
      join conference_kinds k on k.id = s.kind_id
      join bodies b on b.id = s.holder_id
      where s.id = ${id}::uuid and s.revoked_at is null and s.post_id = any((select gate.posts_sitting())::uuid[])`,
  );
}

/** The lines of role sheets that stand and name the actor's own post. */
export async function listOwnRoles(
  db: Db,
  _input: ParsedInputOf<typeof declaredRoles>,
  _act: Act,
): Promise<OutputOf<typeof declaredRoles>> {
  const roles = await db.all(
    declaredRoles.output.shape.roles.element,
    sql`select r.id, r.name, r.watches, r.tells, r.until,
        to_char(r.written_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as written_on, b.name as body_name
      from role_lines r join bodies b on b.id = r.holder_id
      where r.post_id = any((select gate.posts_sitting())::uuid[]) and r.ended_at is null
      order by r.until nulls last, r.written_at, r.id`,
  );
  return { roles };
}
