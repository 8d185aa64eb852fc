import type { Act } from '#platform/act.ts';
import { addDays } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { type Sql, sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { hasEnding, placeOfPost } from './reading.ts';

/** Days after the end of a term on which its renewal is still listed. */
const listedFor = 90;

/**
 * How posts stand whose term ends on a day: decided by an act of the renewal, otherwise by what was done to the post
 * itself: a further term, or an ending that nobody follows.
 */
function standing(which: Sql): Sql {
  return sql`select p.id, p.role, p.body_id, p.district_id, p.account_id, p.ends_on, t.ends_on as term_ends_on, s.successor_id,
      case
        when exists (select from post_terms l where l.post_id = p.id and l.number > t.number) then 'reappointed'
        when s.decision = 'succeeded' then 'succeeded'
        when s.decision = 'vacant' or ${hasEnding} then 'vacant'
        else 'undecided' end as state
    from post_terms t
    join posts p on p.id = t.post_id
    left join lateral (select decision, successor_id from post_successions s where s.post_id = p.id
      order by s.decided_at desc, s.id desc limit 1) s on true
    where t.ends_on is not null and p.acting_for is null and p.role <> 'operator' and ${which}
      -- Who left before the term was over is not renewed.
      and (p.ends_on is null or p.ends_on >= t.ends_on) and (p.ended_at is null or p.ends_on > t.ends_on)`;
}

const counted = sql`count(*)::int as posts, count(*) filter (where r.state = 'undecided')::int as undecided,
  count(*) filter (where r.state = 'reappointed')::int as reappointed,
  count(*) filter (where r.state = 'succeeded')::int as succeeded, count(*) filter (where r.state = 'vacant')::int as vacant`;

/** The days on which terms end, with how far they have been decided. */
export async function listRenewals(
  db: Db,
  _input: object,
  act: Act,
): Promise<OutputOf<typeof api.listRenewals>> {
  const renewals = await db.all(
    api.listRenewals.output.shape.renewals.element,
    sql`select r.role, r.term_ends_on as ends_on, ${counted}
      from (${standing(sql`t.ends_on >= ${addDays(act.today, -listedFor)}::date`)}) r
      group by r.role, r.term_ends_on order by r.term_ends_on, r.role`,
  );
  return { renewals };
}

/** The posts of one role whose term ends on one day, by district. */
export async function readRenewal(
  db: Db,
  { role, ends_on, district }: ParsedInputOf<typeof api.readRenewal>,
  _act: Act,
): Promise<OutputOf<typeof api.readRenewal>> {
  const rows = standing(sql`p.role = ${role} and t.ends_on = ${ends_on}::date`);
  const shape = api.readRenewal.output.shape;
  const districts = await db.all(
    shape.districts.element,
    sql`select case when d.id is not null then jsonb_build_object('id', d.id, 'name', d.name) end as district, ${counted}
      from (${rows}) r left join districts d on d.id = r.district_id
      group by d.id, d.name, d.sort order by d.sort nulls first`,
  );
  const posts = await db.all(
    shape.posts.element,
    sql`select r.id, jsonb_build_object('id', a.id, 'name', a.name) as account, ${placeOfPost}, r.state,
        (select count(*)::int from post_terms t where t.post_id = r.id) as terms, r.ends_on,
        case when sp.id is not null and r.state = 'succeeded'
          then jsonb_build_object('post', sp.id, 'name', sa.name, 'starts_on', sp.starts_on) end as successor
      from (${rows}) r
      join accounts a on a.id = r.account_id
      join bodies b on b.id = r.body_id
      left join districts d on d.id = r.district_id
      left join posts sp on sp.id = r.successor_id
      left join accounts sa on sa.id = sp.account_id
      where ${district ?? null}::uuid is null or r.district_id = ${district ?? null}::uuid
      order by d.sort nulls first, a.kana_key, r.id`,
  );
  return { districts, posts };
}

/** The vacant posts the actor may know of, by district. */
export async function listVacancies(
  db: Db,
  { id, district }: ParsedInputOf<typeof api.listVacancies>,
  act: Act,
): Promise<OutputOf<typeof api.listVacancies>> {
  const vacancies = await db.all(
    api.listVacancies.output.shape.vacancies.element,
    sql`select p.id, p.role, ${placeOfPost}, a.name as last_holder, s.from_day as since,
        coalesce((select jsonb_agg(jsonb_build_object('post', i.id, 'name', ia.name, 'ends_on', i.ends_on)
            order by i.starts_on, i.id)
          from posts i join accounts ia on ia.id = i.account_id
          where i.acting_for = p.id and i.ended_at is null and (i.ends_on is null or i.ends_on >= ${act.today}::date)),
          '[]') as acting
      from (select distinct on (post_id) * from post_successions order by post_id, decided_at desc, id desc) s
      join posts p on p.id = s.post_id
      join accounts a on a.id = p.account_id
      join bodies b on b.id = p.body_id
      left join districts d on d.id = p.district_id
      where s.decision = 'vacant'
        and (${id ?? null}::uuid is null or p.id = ${id ?? null}::uuid)
        and (${district ?? null}::uuid is null or p.district_id = ${district ?? null}::uuid)
      order by d.sort nulls first, s.from_day, p.id`,
  );
  return { vacancies };
}

/** Districts that were taken over, with the one that did. */
export async function listTakeovers(db: Db): Promise<OutputOf<typeof api.listTakeovers>> {
  const takeovers = await db.all(
    api.listTakeovers.output.shape.takeovers.element,
    sql`select t.district_id as district, jsonb_build_object('id', o.id, 'name', o.name) as into, t.starts_on, t.reason
      from district_takeovers t join districts o on o.id = t.into_district_id order by t.starts_on desc, o.sort`,
  );
  return { takeovers };
}
