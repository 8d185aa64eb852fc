import { authorOf, dayIn } from '#domains/plan/author.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { usualRule } from './usual-rule.ts';

export async function listActivityRules(db: Db): Promise<OutputOf<typeof api.listActivityRules>> {
  const rules = await db.all(
    api.listActivityRules.output.shape.rules.element,
    sql`select r.id, r.version, to_char(r.from_month, 'YYYY-MM') as from_month, r.rule, r.note,
        ${authorOf(sql`r`)} as author, ${dayIn(sql`r.written_at`)} as written_on
      from activity_rules r order by r.version desc`,
  );
  return { rules, usual: usualRule() };
}

/** Every 民生委員 whose post runs, with the newest duty; 地区担当 where nobody has said anything. */
export async function listCommissionerDuties(db: Db): Promise<OutputOf<typeof api.listCommissionerDuties>> {
  const posts = await db.all(
    api.listCommissionerDuties.output.shape.posts.element,
    sql`select p.id as post_id, a.name, d.name as district_name, coalesce(u.duty, 'area') as duty,
        coalesce(u.chair, false) as chair, to_char(u.from_month, 'YYYY-MM') as from_month
      from posts p join accounts a on a.id = p.account_id join districts d on d.id = p.district_id
      left join lateral (select u.duty, u.chair, u.from_month from commissioner_duties u where u.post_id = p.id
        order by u.from_month desc, u.decided_at desc, u.id desc limit 1) u on true
      where p.role = 'commissioner' and p.acting_for is null
        and (p.ends_on is null or p.ends_on >= (select gate.today()))
      order by d.sort, d.code, a.kana_key, p.id`,
  );
  return { posts };
}
