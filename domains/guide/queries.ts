import * as z from 'zod';
import { publishedPlace } from '#domains/places/model.ts';
import { fromPublished, onWeekday, published } from '#domains/places/queries.ts';
import { listAnswering } from '#domains/wishes/words/list-tags.ts';
import { suggestTags } from '#domains/wishes/words/suggest-tags.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { joinSql, limitTo, type Sql, sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { calendarEvent, guideEntry, type Liking, likingOf, townEvent } from './model.ts';

/** So many events are looked through, and so many are shown. */
const mostEvents = 300;
const eventsShown = 10;

/** @throws never */
export async function readGuide(
  db: Db,
  _input: ParsedInputOf<typeof api.readGuide>,
  _act: Act,
): Promise<OutputOf<typeof api.readGuide>> {
  const entries = await db.all(
    guideEntry.extend({ list: z.string() }),
    sql`select list, code, label from gate.guide_codes() order by list, sort, code`,
  );
  const of = (list: string) =>
    entries.filter((one) => one.list === list).map(({ code, label }) => ({ code, label }));
  return { likings: of('liking'), access: of('place_access'), languages: of('place_language') };
}

/** What is not among the town's likings any more finds everything. */
export async function findInTown(
  db: Db,
  input: ParsedInputOf<typeof api.findInTown>,
  act: Act,
): Promise<OutputOf<typeof api.findInTown>> {
  const liking = await findLiking(db, input.like, act);
  const where = [sql`true`];
  if (input.district) where.push(reaches(input.district));
  if (input.language) where.push(sql`${input.language} = any(p.languages)`);
  const first = input.after === undefined;
  const found = await findPlaces(db, input, [...where, ...(liking ? [answeredBy(liking)] : [])]);
  return {
    windows: liking === undefined || liking.windows === true,
    ...found,
    events: first ? await findEvents(db, input.day, liking, where) : [],
  };
}

/** What lies in a district, and what is for the whole town (市全体). */
function reaches(district: string): Sql {
  return sql`(p.district_id is null or p.district_id = ${district}::uuid)`;
}

async function findPlaces(
  db: Db,
  { district, day, after, limit }: ParsedInputOf<typeof api.findInTown>,
  where: readonly Sql[],
) {
  const [key, id] = after?.split('_') ?? [];
  const all = [...where];
  if (day) all.push(onWeekday(day));
  // What is for the whole town comes after what is near: the sign sorts behind every kana.
  const turn = district
    ? sql`(case when p.district_id is null then '～' else '' end || p.kana_key)`
    : sql`p.kana_key`;
  if (id) all.push(sql`(${turn}, p.id) > (${key} collate "C", ${id}::uuid)`);
  const found = await db.all(
    publishedPlace.extend({ kana_key: z.string() }),
    sql`select ${published}, ${turn} as kana_key from ${fromPublished} where ${joinSql(all, sql` and `)}
      order by ${turn}, p.id ${limitTo(limit + 1)}`,
  );
  const places = found.slice(0, limit);
  const last = places.at(-1);
  return {
    places: places.map(({ kana_key: _, ...place }) => place),
    next: found.length > limit && last ? `${last.kana_key}_${last.id}` : null,
  };
}

async function findEvents(
  db: Db,
  day: number | undefined,
  liking: Liking | undefined,
  where: readonly Sql[],
) {
  const on = day === undefined ? [] : [sql`extract(isodow from e.held_on) = ${day}::int`];
  const found = await db.all(
    townEvent.extend({ tags: z.array(z.string()) }),
    sql`${eventsOf([...where, ...on])} ${limitTo(mostEvents)}`,
  );
  return found
    .filter((event) => liking === undefined || answers(liking, event))
    .slice(0, eventsShown)
    .map(({ tags: _, ...event }) => event);
}

/** @throws Refusal `not_found` for an event that is not shown, that there is none, or that is over: all alike */
export async function readTownEvent(
  db: Db,
  { id }: ParsedInputOf<typeof api.readTownEvent>,
  _act: Act,
): Promise<OutputOf<typeof api.readTownEvent>> {
  return db.one(townEvent, eventsOf([sql`e.id = ${id}::uuid`]));
}

/** @throws never */
export async function listTownEvents(
  db: Db,
  { place }: ParsedInputOf<typeof api.listTownEvents>,
  _act: Act,
): Promise<OutputOf<typeof api.listTownEvents>> {
  const where = place ? [sql`p.id = ${place}::uuid`] : [sql`true`];
  return { events: await db.all(townEvent, sql`${eventsOf(where)} ${limitTo(mostEvents)}`) };
}

/** @throws never; what is not among the town's likings any more finds everything */
export async function listCalendarEvents(
  db: Db,
  { place, district, like, language }: ParsedInputOf<typeof api.listCalendarEvents>,
  act: Act,
): Promise<OutputOf<typeof api.listCalendarEvents>> {
  const liking = await findLiking(db, like, act);
  const where = [sql`true`];
  if (place) where.push(sql`p.id = ${place}::uuid`);
  if (district) where.push(reaches(district));
  if (language) where.push(sql`${language} = any(p.languages)`);
  const found = await db.all(
    calendarEvent.extend({ tags: z.array(z.string()), child_care: z.string().nullable() }),
    sql`select e.id, e.title, e.what, e.held_on, to_char(e.from_time, 'HH24:MI') as from,
        to_char(e.until_time, 'HH24:MI') as until, e.cost, e.called_off, p.tags, p.child_care,
        jsonb_build_object('id', p.id, 'name', p.name, 'address', p.address, 'languages', p.languages) as place
      from (select id, place_id, title, what, held_on, from_time, until_time, cost, false as called_off from gate.events_published()
        union all select id, place_id, title, null, held_on, from_time, until_time, null, true from gate.events_called_off()) e
      join gate.places_published() p on p.id = e.place_id
      where ${joinSql(where, sql` and `)} order by e.held_on, e.from_time, e.id ${limitTo(mostEvents)}`,
  );
  return {
    events: found
      .filter(
        ({ place: at, child_care, ...event }) =>
          liking === undefined || answers(liking, { ...event, place: { ...at, child_care } }),
      )
      .map(({ tags: _, child_care: __, ...event }) => event),
  };
}

/** Events that anybody may know of, the next one first, with the tags of the place. */
function eventsOf(where: readonly Sql[]): Sql {
  return sql`select e.id, e.title, e.what, e.held_on, to_char(e.from_time, 'HH24:MI') as from,
      to_char(e.until_time, 'HH24:MI') as until, e.capacity, e.register_until, e.cost, p.tags,
      case when e.capacity is null then 'free' when coalesce(e.register_until, e.held_on) < (select gate.today()) then 'shut'
        when e.id = any((select gate.events_full())::uuid[]) then 'full' else 'open' end as room,
      jsonb_build_object('id', p.id, 'name', p.name, 'district_id', p.district_id, 'district_name', d.name, 'address', p.address,
        'contact', p.contact, 'languages', p.languages, 'child_care', p.child_care, 'access', p.access) as place
    from gate.events_published() e join gate.places_published() p on p.id = e.place_id left join districts d on d.id = p.district_id
    where ${joinSql(where, sql` and `)} order by e.held_on, e.from_time, e.id`;
}

async function findLiking(db: Db, code: string | undefined, act: Act): Promise<Liking | undefined> {
  if (code === undefined) return undefined;
  const entry = (await readGuide(db, {}, act)).likings.find((one) => one.code === code);
  return entry && likingOf(entry.code, entry.label);
}

function answeredBy({ tags, children = false, easyJapanese = false }: Liking): Sql {
  return sql`(p.tags && ${listAnswering(tags)}::text[] or (${children}::boolean and p.child_care is not null)
    or (${easyJapanese}::boolean and 'easy_ja' = any(p.languages)))`;
}

/** What an event says itself answers, and what its place does. */
function answers(
  { tags, children, easyJapanese }: Liking,
  event: {
    readonly title: string;
    readonly what: string | null;
    readonly tags: readonly string[];
    readonly place: { readonly child_care: string | null; readonly languages: readonly string[] };
  },
): boolean {
  const said = suggestTags(`${event.title}\n${event.what ?? ''}`, 'offer').map(({ tag }) => tag);
  const answering = listAnswering(tags);
  return (
    [...said, ...event.tags].some((tag) => answering.includes(tag)) ||
    (children === true && event.place.child_care !== null) ||
    (easyJapanese === true && event.place.languages.includes('easy_ja'))
  );
}
