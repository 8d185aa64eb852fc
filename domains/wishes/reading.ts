import { type Sql, sql } from '#platform/sql.ts';

/**
 * What a list, a page and a suggestion say of a wish `w`, joined with its participant `p`, the names `n` and words `x`. What came
 * true and what goes on without having come true yet use up how many times was said.
 */
export const saidOfWish: Sql = sql`w.id, w.side, x.words, w.tags, w.hints, w.participant_id, n.name as participant_name, p.sort, w.district_id,
  d.name as district_name, w.reach, w.days, w.parts, w.limits, w.step, w.times, w.until,
  coalesce(w.until < (select gate.today()), false) as over, w.way,
  (w.entered_at at time zone 'Asia/Tokyo')::date as entered_on, w.closed_on, w.closed_why,
  (select count(*)::int from match_legs l join fulfilments f on f.match_id = l.match_id and f.position = l.position and f.taken_back_at is null
    where (w.side = 'wish' and l.wish_id = w.id) or (w.side = 'offer' and l.offer_id = w.id)) as came_true,
  (select count(*)::int from match_legs l join matches o on o.id = l.match_id and o.closed_at is null
    where ((w.side = 'wish' and l.wish_id = w.id) or (w.side = 'offer' and l.offer_id = w.id))
      and not exists (select from fulfilments f where f.match_id = l.match_id and f.position = l.position
        and f.taken_back_at is null)) as going_on`;

/**
 * What burdens a participant `p` in the month of this day: how often he or she gave in it, and what is promised and has not
 * happened in it yet. A match that goes on and happened this month counts as often as it happened.
 */
export function burdenOf(today: string): Sql {
  const inMonth = sql`f.taken_back_at is null and f.happened_on >= date_trunc('month', ${today}::date)::date
    and f.happened_on < (date_trunc('month', ${today}::date) + interval '1 month')::date`;
  return sql`((select count(*) from fulfilments f where f.giver_id = p.id and ${inMonth})
    + (select count(*) from match_legs l join matches o on o.id = l.match_id and o.closed_at is null
        where l.giver_id = p.id and not exists (select from fulfilments f where f.match_id = l.match_id and f.position = l.position
          and ${inMonth})))::int`;
}

/** From where `saidOfWish` is read: the newest words, who said them, and the district. */
export const fromWishes: Sql = sql`wishes w
  join wish_words x on x.wish_id = w.id and x.version = w.version
  join participants p on p.id = w.participant_id
  join participant_names n on n.participant_id = w.participant_id
  left join districts d on d.id = w.district_id`;

/** The matches somebody or something stands in, as a list in JSON, the newest first: `where` names the legs `l`,
 * `which` the matches `t`. */
export function matchesOf(where: Sql, which: Sql = sql`true`): Sql {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'proposed_on', (o.proposed_at at time zone 'Asia/Tokyo')::date,
      'with', o.names) order by o.id desc), '[]') from (
    select t.id, t.proposed_at, array(select q.name from participant_names q where q.participant_id in (
        select unnest(array[k.giver_id, k.receiver_id]) from match_legs k where k.match_id = t.id) order by q.kana_key) as names
    from matches t where exists (select from match_legs l where l.match_id = t.id and ${where}) and ${which}) o)`;
}

/** Whether an open wish or offer `w` has not come true yet as often as was said. */
export const isUnfulfilled: Sql = sql`not exists (select from gate.wishes_fulfilled() k where k = w.id)`;

/** Whether a pause `k` goes on this day: it ends by itself, or was ended before. */
export function goesOnToday(today: string): Sql {
  return sql`k.starts_on <= ${today}::date and k.until >= ${today}::date and (k.ended_on is null or k.ended_on > ${today}::date)`;
}
