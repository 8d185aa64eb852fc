import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';

interface GroupTakenOver {
  readonly district: string;
  readonly group: string;
  readonly into_district: string;
  readonly into_group: string;
  /** The first month that the other group gathers, by its first day. */
  readonly first_month: string;
}

/**
 * Listens to a group being taken over: whoever is a member by then goes on in the other group with the next free number,
 * and ends where the own papers end. Who was enrolled there by hand meanwhile, under the same name, is there already.
 * Runs as the administrator, who sees these rows only.
 */
export async function carryMembersOver(db: Db, taken: GroupTakenOver, act: Act): Promise<void> {
  const { district, group, into_district, into_group, first_month } = taken;
  const going = await db.all(
    z.object({ id: z.uuid() }),
    sql`select id from group_members where group_id = ${group}::uuid and district_id = ${district}::uuid
      and (ends_on is null or ends_on >= ${first_month}::date) order by number`,
  );
  await db.run(sql`with last as (select coalesce(max(number), 0) as number from group_members
      where group_id = ${into_group}::uuid and district_id = ${into_district}::uuid),
    carried as (select w.new_id, g.*, row_number() over (order by w.place) as nth
      from unnest(${going.map(({ id }) => id)}::uuid[], ${going.map(() => mintId())}::uuid[])
        with ordinality w(old_id, new_id, place)
      join group_members g on g.id = w.old_id
      where not exists (select from group_members t where t.group_id = ${into_group}::uuid
        and t.district_id = ${into_district}::uuid and t.name = g.name and t.kana_key = g.kana_key
        and (t.ends_on is null or t.ends_on >= ${first_month}::date)))
    insert into group_members (id, group_id, district_id, number, name, kana, kana_key, starts_on, ends_on, recorded_by,
      recorded_post_id, recorded_at, holder_id, continues)
    select c.new_id, ${into_group}::uuid, ${into_district}::uuid, l.number + c.nth, c.name, c.kana, c.kana_key,
      greatest(c.starts_on, ${first_month}::date), c.ends_on, ${act.actor.account}::uuid, ${act.actor.post}::uuid,
      ${act.now}::timestamptz, ${into_group}::uuid, c.id
    from carried c cross join last l`);
  await db.run(sql`with before as (select * from group_members where group_id = ${group}::uuid
      and district_id = ${district}::uuid and (ends_on is null or ends_on >= ${first_month}::date)),
    kept as (insert into group_member_versions (member_id, version, said, corrected_by, corrected_at, district_id, holder_id)
      select id, version, jsonb_build_object('number', number, 'name', name, 'kana', kana, 'ends_on', ends_on),
        ${act.actor.account}::uuid, ${act.now}::timestamptz, district_id, holder_id
      from before)
    -- Who would only begin then was a member for no day but the first.
    update group_members g set ends_on = greatest(${first_month}::date - 1, g.starts_on), version = g.version + 1
    from before where g.id = before.id`);
}
