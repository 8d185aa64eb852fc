import * as z from 'zod';
import { listAnswering } from '#domains/wishes/words/list-tags.ts';
import { suggestTags } from '#domains/wishes/words/suggest-tags.ts';
import type { Act } from '#platform/act.ts';
import { addDays } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { joinSql, limitTo, type Sql, sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { freshnessOf, newestRule } from './confirming.ts';
import { firstRule } from './model.ts';
import { currentMapTiles } from './tiles.ts';

export { printEventCards } from './card-paper.ts';
export { listGuests, readPlaceDay } from './day-queries.ts';
export { readDoor } from './door-queries.ts';
export { readEvent } from './event-queries.ts';
export { readAttendanceFigures } from './figure-queries.ts';
export { listHostPosts } from './host-queries.ts';
export { printPlaceLetters } from './letters.ts';
export { printNameList } from './list-paper.ts';
export { followEventRequest } from './request-queries.ts';

const listed = sql`p.id, p.name, p.kana, p.what, p.run_by, b.name as body_name, d.name as district_name, p.times, p.times_words, p.entry,
  p.shown, p.welcomes, p.confirmed_on, ${freshnessOf(sql`p`)} as freshness, p.closed_on,
  (select max(k.asked_on) from place_askings k where k.place_id = p.id and k.asked_on > p.confirmed_on) as asked_on`;
const from = sql`places p left join bodies b on b.id = p.body_id left join districts d on d.id = p.district_id`;
const kept = sql`p.id = any((select gate.places_kept())::uuid[])`;

/** Words that stand in what is said of a place, or what one would like and it answers (tags of the wishes, with their synonyms). */
function answers(q: string): Sql {
  const tags = listAnswering(suggestTags(q, 'wish').map(({ tag }) => tag));
  return sql`(search_form(p.name || E'\n' || p.kana || E'\n' || p.what || E'\n' || coalesce(p.for_whom, ''))
      like '%' || search_form(${q}) || '%' or p.tags && ${tags}::text[])`;
}

export const onWeekday = (day: number) =>
  sql`exists (select from jsonb_array_elements(p.times) r where (r ->> 'weekday')::int = ${day}::int)`;

/** Places that the actor keeps, in the order of their kana. Nothing that is old is left out: it is marked. */
export async function listPlaces(
  db: Db,
  input: ParsedInputOf<typeof api.listPlaces>,
  _act: Act,
): Promise<OutputOf<typeof api.listPlaces>> {
  const [key, id] = input.after?.split('_') ?? [];
  const where = [kept, input.state === 'closed' ? sql`p.closed_on is not null` : sql`p.closed_on is null`];
  if (input.state === 'ask') where.push(sql`${freshnessOf(sql`p`)} <> 'fresh'`);
  if (input.q) where.push(answers(input.q));
  if (input.district) where.push(sql`p.district_id = ${input.district}::uuid`);
  if (input.weekday) where.push(onWeekday(input.weekday));
  if (id) where.push(sql`(p.kana_key, p.id) > (${key} collate "C", ${id}::uuid)`);
  const found = await db.all(
    api.listPlaces.output.shape.places.element.extend({ kana_key: z.string() }),
    sql`select ${listed}, p.kana_key from ${from} where ${joinSql(where, sql` and `)}
      order by p.kana_key, p.id ${limitTo(input.limit + 1)}`,
  );
  const rule = await db.maybe(api.listPlaces.output.shape.rule, newestRule);
  const places = found.slice(0, input.limit);
  const last = places.at(-1);
  return {
    places: places.map(({ kana_key: _, ...place }) => place),
    next: found.length > input.limit && last ? `${last.kana_key}_${last.id}` : null,
    rule: rule ?? firstRule,
  };
}

/** @throws never */
export async function readPlaceMap(
  db: Db,
  _input: ParsedInputOf<typeof api.readPlaceMap>,
  _act: Act,
): Promise<OutputOf<typeof api.readPlaceMap>> {
  if (currentMapTiles() === null) return { shown: false, amid: null };
  const amid = await db.maybe(
    z.object({ latitude: z.number(), longitude: z.number() }),
    sql`select avg(p.latitude) as latitude, avg(p.longitude) as longitude from places p
      where p.latitude is not null and p.closed_on is null and ${kept} having count(*) > 0`,
  );
  return { shown: true, amid: amid ?? null };
}

/** @throws Refusal `not_found` */
export async function readPlace(
  db: Db,
  { id }: ParsedInputOf<typeof api.readPlace>,
  act: Act,
): Promise<OutputOf<typeof api.readPlace>> {
  return db.one(
    api.readPlace.output,
    sql`select ${listed}, p.body_id, p.district_id, p.address, p.latitude, p.longitude, p.for_whom, p.cost, p.access, p.access_words,
        p.languages, p.child_care, p.newcomers, p.public_contact, p.contact, p.remarks, p.how_many, p.conditions, p.confirmed_with,
        p.closed_why, p.version, p.tags, coalesce(${kept}, false) as kept,
        coalesce(p.id = any((select gate.places_named())::uuid[]), false) as named,
        (select coalesce(jsonb_agg(jsonb_build_object('id', y.id, 'kind', y.kind, 'starts_on', y.starts_on, 'ends_on', y.ends_on,
            'from', to_char(y.from_time, 'HH24:MI'), 'until', to_char(y.until_time, 'HH24:MI'), 'words', y.words)
            order by y.starts_on, y.id), '[]')
          from place_days y where y.place_id = p.id and y.withdrawn_at is null and y.ends_on >= ${act.today}::date) as days,
        (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'name', o.name, 'body_name', o.body_name) order by h.named_at, h.id), '[]')
          from place_hosts h join gate.host_posts() o on o.post_id = h.post_id where h.place_id = p.id and h.ended_at is null) as hosts,
        (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'body_name', g.name, 'words', e.words, 'starts_on', e.starts_on)
            order by e.given_at, e.id), '[]')
          from place_entrustments e join bodies g on g.id = e.body_id where e.place_id = p.id and e.ended_at is null) as entrusted,
        (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'title', v.title, 'held_on', v.held_on, 'cancelled',
            v.cancelled_at is not null) order by v.held_on, v.id), '[]')
          from place_events v where v.place_id = p.id and v.held_on >= ${addDays(act.today, -60)}::date) as events
      from ${from} where p.id = ${id}::uuid and ${kept}`,
  );
}

export const published = sql`p.id, p.name, p.kana, p.what, p.district_id, d.name as district_name, p.run_by, p.address, p.latitude, p.longitude,
  p.times, p.times_words, p.for_whom, p.cost, p.access, p.access_words, p.languages, p.child_care, p.entry, p.newcomers, p.contact,
  p.confirmed_on, ${freshnessOf(sql`p`)} as freshness`;
export const fromPublished = sql`gate.places_published() p left join districts d on d.id = p.district_id`;

/** What anybody may read: places by what one would like, district, day and language, in the order of their kana. */
export async function listPublishedPlaces(
  db: Db,
  input: ParsedInputOf<typeof api.listPublishedPlaces>,
  _act: Act,
): Promise<OutputOf<typeof api.listPublishedPlaces>> {
  const [key, id] = input.after?.split('_') ?? [];
  const where = [sql`true`];
  if (input.q) where.push(answers(input.q));
  if (input.district) where.push(sql`(p.district_id is null or p.district_id = ${input.district}::uuid)`);
  if (input.weekday) where.push(onWeekday(input.weekday));
  if (input.language) where.push(sql`${input.language} = any(p.languages)`);
  if (id) where.push(sql`(p.kana_key, p.id) > (${key} collate "C", ${id}::uuid)`);
  const found = await db.all(
    api.listPublishedPlaces.output.shape.places.element.extend({ kana_key: z.string() }),
    sql`select ${published}, p.kana_key from ${fromPublished} where ${joinSql(where, sql` and `)}
      order by p.kana_key, p.id ${limitTo(input.limit + 1)}`,
  );
  const places = found.slice(0, input.limit);
  const last = places.at(-1);
  return {
    places: places.map(({ kana_key: _, ...place }) => place),
    next: found.length > input.limit && last ? `${last.kana_key}_${last.id}` : null,
  };
}

/** @throws Refusal `not_found` for a place that is not shown, that there is none, or that closed: all alike */
export async function readPublishedPlace(
  db: Db,
  { id }: ParsedInputOf<typeof api.readPublishedPlace>,
  act: Act,
): Promise<OutputOf<typeof api.readPublishedPlace>> {
  const place = await db.maybe(
    api.readPublishedPlace.output,
    sql`select ${published},
        (select coalesce(jsonb_agg(jsonb_build_object('kind', y.kind, 'starts_on', y.starts_on, 'ends_on', y.ends_on,
            'from', to_char(y.from_time, 'HH24:MI'), 'until', to_char(y.until_time, 'HH24:MI'), 'words', y.words) order by y.starts_on), '[]')
          from gate.place_days_published() y where y.place_id = p.id and y.ends_on >= ${act.today}::date) as days,
        (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'title', v.title, 'what', v.what, 'held_on', v.held_on,
            'from', to_char(v.from_time, 'HH24:MI'), 'until', to_char(v.until_time, 'HH24:MI'), 'capacity', v.capacity,
            'register_until', v.register_until, 'cost', v.cost) order by v.held_on, v.id), '[]')
          from gate.events_published() v where v.place_id = p.id) as events
      from ${fromPublished} where p.id = ${id}::uuid`,
  );
  if (!place) throw refuseNotFound();
  return place;
}
