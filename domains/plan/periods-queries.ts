import type { Act } from '#platform/act.ts';
import { fiscalYearOf } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import { dayIn } from './author.ts';
import { mayCountDistricts } from './entitled.ts';
import { yearStateOf } from './model.ts';
import * as api from './periods-api.ts';

/** Every fiscal year from the first that a plan covers to the present one, newest first, with its state. */
export async function listPeriods(
  db: Db,
  _input: ParsedInputOf<typeof api.listPeriods>,
  act: Act,
): Promise<OutputOf<typeof api.listPeriods>> {
  const rows = await db.all(
    api.listPeriods.output.shape.periods.element.omit({ state: true }),
    sql`select y.fiscal_year, ${dayIn(sql`f.fixed_at`)} as fixed_on, f.reason as fixing_reason,
        ${dayIn(sql`u.published_at`)} as published_on,
        (select count(*)::int from figure_snapshots s where s.fiscal_year = y.fiscal_year and s.month is null) as figures,
        case when ${mayCountDistricts(act)} then
          (select count(*)::int from later_additions a where a.fiscal_year = y.fiscal_year) end as additions
      from generate_series((select min(first_year) from plans), ${fiscalYearOf(act.today)}::int) y(fiscal_year)
      left join period_fixings f on f.fiscal_year = y.fiscal_year
      left join period_publications u on u.fiscal_year = y.fiscal_year
      order by y.fiscal_year desc`,
  );
  const periods = rows.map((row) => ({
    ...row,
    state: yearStateOf(row.fiscal_year, act.today, {
      fixed: row.fixed_on !== null,
      published: row.published_on !== null,
    }),
  }));
  return { periods };
}

/** 公表後の追加 of a year that the actor may see, newest first. */
export async function listLaterAdditions(
  db: Db,
  input: ParsedInputOf<typeof api.listLaterAdditions>,
  _act: Act,
): Promise<OutputOf<typeof api.listLaterAdditions>> {
  const rows = await db.all(
    api.listLaterAdditions.output.shape.additions.element,
    sql`select a.id, ${dayIn(sql`a.added_at`)} as added_on, a.kind, to_char(a.month, 'YYYY-MM') as month,
        d.name as district, b.name as group, a.channel, a.source, a.n, a.reason
      from later_additions a
      left join districts d on d.id = a.district_id
      join bodies b on b.id = a.group_id
      where a.fiscal_year = ${input.fiscal_year}
        and (${input.after ?? null}::uuid is null
          or (a.added_at, a.id) < (select k.added_at, k.id from later_additions k where k.id = ${input.after ?? null}))
      order by a.added_at desc, a.id desc
      limit ${input.limit + 1}`,
  );
  const page = rows.slice(0, input.limit);
  return { additions: page, next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null };
}
