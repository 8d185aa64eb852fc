import type { Act } from '#platform/act.ts';
import { addDays } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import { visitWish } from './model.ts';
import * as api from './round-api.ts';

/** What the districts in reach agreed to, the newest first. */
export async function listRoundAgreements(
  db: Db,
  _input: ParsedInputOf<typeof api.listRoundAgreements>,
  act: Act,
): Promise<OutputOf<typeof api.listRoundAgreements>> {
  const agreements = await db.all(
    api.listRoundAgreements.output.shape.agreements.element,
    sql`select r.id, r.district_id, d.name as district_name, r.agreed, r.starts_on, r.words,
        r.starts_on <= ${act.today}::date and not exists (select from round_agreements n
          where n.district_id = r.district_id and n.starts_on <= ${act.today}::date
            and (n.starts_on, n.set_at, n.id) > (r.starts_on, r.set_at, r.id)) as holds
      from round_agreements r join districts d on d.id = r.district_id
      order by d.sort, r.starts_on desc, r.set_at desc, r.id limit 500`,
  );
  return { agreements };
}

export async function listVisitWishes(
  db: Db,
  { household }: ParsedInputOf<typeof api.listVisitWishes>,
  _act: Act,
): Promise<OutputOf<typeof api.listVisitWishes>> {
  const wishes = await db.all(
    visitWish,
    sql`select w.wished, w.every, w.channel, w.words, w.heard_on from visit_wishes w
      where w.household_id = ${household}::uuid order by w.heard_at desc limit 50`,
  );
  return { wishes };
}

/** Days back to which somebody still is somebody's acquaintance. */
const remembered = 1_095;

/** Posts held today that knew the household in the last three years, and do not look in there now. */
export async function listStandIns(
  db: Db,
  { household }: ParsedInputOf<typeof api.listStandIns>,
  act: Act,
): Promise<OutputOf<typeof api.listStandIns>> {
  const since = addDays(act.today, -remembered);
  const stand_ins = await db.all(
    api.listStandIns.output.shape.stand_ins.element,
    sql`select k.post_id, a.name as person, p.role, k.knows, k.last_on from (
        select distinct on (f.post_id) f.post_id, f.knows, f.last_on from (
          select v.post_id, 'visited' as knows, max(v.visited_on) as last_on from visits v
            where v.household_id = ${household}::uuid and v.visited_on >= ${since}::date
              and not exists (select from encounter_withdrawals w where w.encounter_id = v.id) group by v.post_id
          union all
          select c.post_id, 'came_along', max(v.visited_on) from visits v join visit_companions c on c.visit_id = v.id
            where v.household_id = ${household}::uuid and v.visited_on >= ${since}::date
              and not exists (select from encounter_withdrawals w where w.encounter_id = v.id) group by c.post_id
          union all
          select g.post_id, 'looked_in_before', max(g.ends_on) from household_assignments g
            where g.household_id = ${household}::uuid and g.ends_on >= ${since}::date and g.ends_on < ${act.today}::date
              and g.ends_on >= g.starts_on group by g.post_id) f
        order by f.post_id, f.last_on desc, f.knows desc) k
      join posts p on p.id = k.post_id and p.role in ('visitor', 'commissioner', 'gatherer')
        and p.starts_on <= ${act.today}::date and (p.ends_on is null or p.ends_on >= ${act.today}::date)
      left join accounts a on a.id = p.account_id
      where not exists (select from household_assignments g where g.household_id = ${household}::uuid and g.post_id = k.post_id
        and g.starts_on <= ${act.today}::date and (g.ends_on is null or g.ends_on >= ${act.today}::date))
      order by k.last_on desc, k.post_id limit 20`,
  );
  return { stand_ins };
}
