import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import { fiscalYearOf } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { type Sql, sql } from '#platform/sql.ts';
import * as api from './figure-api.ts';
import { tiesVersion, wordTies } from './figure-model.ts';
import { isUnfulfilled } from './reading.ts';
import { listAnswered, listAnswering } from './words/list-tags.ts';

/** Counted from wishes and from what came true, as far as the actor may count them. */
export async function readWishFigures(
  db: Db,
  input: ParsedInputOf<typeof api.readWishFigures>,
  act: Act,
): Promise<OutputOf<typeof api.readWishFigures>> {
  const year = input.fiscal_year ?? fiscalYearOf(act.today);
  const of = api.readWishFigures.output.shape;
  const inYear = (day: Sql) =>
    sql`${day} >= make_date(${year}::int, 4, 1) and ${day} < make_date(${year}::int + 1, 4, 1)`;
  const inDistrict = (place: Sql) => (input.district ? sql`${place} = ${input.district}::uuid` : sql`true`);
  const happened = sql`f.taken_back_at is null and ${inYear(sql`f.happened_on`)} and ${inDistrict(sql`f.district_id`)}`;
  const waiting = await db.all(
    of.waiting.element,
    sql`select s.side, count(w.id)::int as open,
        count(w.id) filter (where w.entered_at < ${act.now}::timestamptz - interval '30 days')::int as over_30,
        count(w.id) filter (where w.entered_at < ${act.now}::timestamptz - interval '90 days')::int as over_90
      from (values ('wish', 1), ('offer', 2)) s(side, sort)
      left join wishes w on w.side = s.side and ${waits(act)} and ${inDistrict(sql`w.district_id`)}
      group by s.side, s.sort order by s.sort`,
  );
  const figures = await db.one(
    api.readWishFigures.output.pick({
      came_true: true,
      gave: true,
      received: true,
      both: true,
      new_ties: true,
      new_ties_of_bodies: true,
    }),
    sql`with happened as (select f.giver_id, f.receiver_id, f.returned, f.happened_on from fulfilments f where ${happened}),
        acts as (select giver_id as id, true as gave, returned as received from happened
          union all select receiver_id, returned, true from happened),
        people as (select id, bool_or(gave) as gave, bool_or(received) as received from acts group by id),
        pairs as (select distinct on (1, 2) least(f.giver_id, f.receiver_id) as one, greatest(f.giver_id, f.receiver_id) as other,
            f.happened_on as first_on, f.district_id
          from fulfilments f where f.taken_back_at is null order by 1, 2, f.happened_on, f.id),
        fresh as (select g.sort as one, r.sort as other from pairs f join participants g on g.id = f.one
            join participants r on r.id = f.other
          where ${inYear(sql`f.first_on`)} and ${inDistrict(sql`f.district_id`)})
      select (select count(*)::int from happened) as came_true,
        (select count(*)::int from people where gave) as gave,
        (select count(*)::int from people where received) as received,
        (select count(*)::int from people where gave and received) as both,
        (select count(*)::int from fresh) as new_ties,
        (select count(*)::int from fresh where one <> 'resident' and other <> 'resident') as new_ties_of_bodies`,
  );
  const ties = await db.all(
    of.ties.element,
    sql`select g.sort as from, r.sort as to, count(*)::int as n
      from fulfilments f join participants g on g.id = f.giver_id join participants r on r.id = f.receiver_id
      where ${happened} group by 1, 2 order by 3 desc, 1, 2`,
  );
  const place_ties = await db.all(
    of.place_ties.element,
    sql`select p.sort, count(*)::int as n
      from (select distinct on (a.id, f.place_id) a.id, f.place_id, f.happened_on as first_on, f.district_id
        from fulfilments f cross join lateral unnest(array[f.giver_id, f.receiver_id]) a(id)
        where f.place_id is not null and f.taken_back_at is null order by a.id, f.place_id, f.happened_on, f.id) f
      join participants p on p.id = f.id
      where p.sort <> 'resident' and ${inYear(sql`f.first_on`)} and ${inDistrict(sql`f.district_id`)} group by p.sort order by n desc, p.sort`,
  );
  return {
    fiscal_year: year,
    waiting,
    ...(await listUnanswered(db, act, inDistrict(sql`w.district_id`))),
    ...figures,
    ties,
    place_ties,
    new_ties_with_places: place_ties.reduce((sum, { n }) => sum + n, 0),
    definition: { version: tiesVersion, words: wordTies(tiesVersion) },
  };
}

/** Open, not past the day until which it was meant, and not come true as often as was said. */
function waits({ today }: Act): Sql {
  return sql`w.closed_on is null and (w.until is null or w.until >= ${today}::date) and ${isUnfulfilled}`;
}

/**
 * Tags of what waits, chosen or spoken of in the words, that nothing on the other side answers: asked as suggestions are, where an
 * offer of one tag may answer a wish for another. `here` narrows down who misses something, not who could help.
 */
async function listUnanswered(db: Db, act: Act, here: Sql) {
  const found = await db.all(
    z.object({ side: z.enum(['wish', 'offer']), tag: z.string(), n: z.int() }),
    sql`select w.side, t.tag, count(*) filter (where ${here})::int as n
      from wishes w cross join lateral (select distinct unnest(w.tags || w.hints) as tag) t
      where ${waits(act)} group by w.side, t.tag order by n desc, t.tag`,
  );
  const tagsOn = (side: string) => new Set(found.filter((one) => one.side === side).map(({ tag }) => tag));
  const [wished, offered] = [tagsOn('wish'), tagsOn('offer')];
  const missed = (side: string, answers: (tag: string) => string[], there: ReadonlySet<string>) =>
    found
      .filter((one) => one.side === side && one.n > 0 && !answers(one.tag).some((tag) => there.has(tag)))
      .slice(0, 20)
      .map(({ tag, n }) => ({ tag, n }));
  return {
    never_offered: missed('wish', (tag) => listAnswering([tag]), offered),
    never_wished: missed('offer', (tag) => listAnswered([tag]), wished),
  };
}
