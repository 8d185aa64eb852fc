import * as z from 'zod';
import { isOld } from '#domains/places/confirming.ts';
import { compareGists, takeGist } from '#domains/wishes/words/compare-texts.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { limitTo, sql } from '#platform/sql.ts';

import { peopleThere } from './joining-reading.ts';
import * as api from './place-api.ts';

const fromPlaces = sql`places w join bodies h on h.id = w.holder_id left join bodies b on b.id = w.body_id
  left join districts d on d.id = w.district_id`;

const saidOfPlace = sql`w.id, w.name, w.kana, w.what, w.how_many,
    case when gate.bodies_worked_for() is not null then ${peopleThere(sql`w.id`)} end as there_now, w.conditions, w.contact, w.district_id, d.name as district_name, w.body_id,
    b.name as body_name, w.confirmed_on, ${isOld(sql`w`)} as stale, w.closed_on,
    w.closed_why, w.version, h.name as holder_name,
    w.holder_id = any((select gate.bodies_keeping_places())::uuid[]) as own`;

/** Places that welcome, in the order of their kana. */
export async function listWelcomingPlaces(
  db: Db,
  input: ParsedInputOf<typeof api.listWelcomingPlaces>,
  _act: Act,
): Promise<OutputOf<typeof api.listWelcomingPlaces>> {
  const [key, id] = input.after?.split('_') ?? [];
  const found = await db.all(
    api.shownPlace.extend({ kana_key: z.string() }),
    sql`select ${saidOfPlace}, w.kana_key from ${fromPlaces}
      where ${input.closed === 'yes' ? sql`(w.closed_on is not null or w.welcomes = 'paused')` : sql`w.closed_on is null and w.welcomes = 'yes'`}
        and w.welcomes <> 'no'
        and ${input.district ? sql`w.district_id = ${input.district}::uuid` : sql`true`}
        and ${
          input.q
            ? sql`search_form(w.name || E'\n' || w.kana || E'\n' || w.what || E'\n' || coalesce(w.conditions, ''))
              like '%' || search_form(${input.q}) || '%'`
            : sql`true`
        }
        and ${id ? sql`(w.kana_key, w.id) > (${key} collate "C", ${id}::uuid)` : sql`true`}
      order by w.kana_key, w.id ${limitTo(input.limit + 1)}`,
  );
  const places = found.slice(0, input.limit);
  const last = places.at(-1);
  return {
    places: places.map(({ kana_key: _, ...place }) => place),
    next: found.length > input.limit && last ? `${last.kana_key}_${last.id}` : null,
  };
}

/** @throws Refusal `not_found` */
export async function readWelcomingPlace(
  db: Db,
  { id }: ParsedInputOf<typeof api.readWelcomingPlace>,
  _act: Act,
): Promise<OutputOf<typeof api.readWelcomingPlace>> {
  const place = await db.maybe(
    api.shownPlace,
    sql`select ${saidOfPlace} from ${fromPlaces} where w.id = ${id}::uuid and w.welcomes <> 'no'`,
  );
  if (!place) throw refuseNotFound();
  const supports = await db.all(
    api.readWelcomingPlace.output.shape.supports.element,
    sql`select s.id, s.supported_on, s.way, s.words, (select a.name from accounts a where a.id = s.written_by) as by
      from place_supports s where s.place_id = ${id}::uuid order by s.supported_on desc, s.id desc limit 200`,
  );
  return { ...place, supports };
}

/** Places whose words answer those of a wish, as wishes and offers are compared: by what both speak of. */
export async function suggestPlaces(
  db: Db,
  { words }: ParsedInputOf<typeof api.suggestPlaces>,
  _act: Act,
): Promise<OutputOf<typeof api.suggestPlaces>> {
  if (words === '') return { places: [] };
  const open = await db.all(
    api.suggestPlaces.output.shape.places.element.omit({ because: true }),
    sql`select w.id, w.name, w.what, d.name as district_name, w.conditions,
        ${isOld(sql`w`)} as stale
      from ${fromPlaces} where w.closed_on is null and w.welcomes = 'yes' order by w.kana_key, w.id`,
  );
  const wish = takeGist(words, 'wish');
  return {
    places: open
      .map((place) => ({ place, likeness: compareGists(wish, takeGist(place.what, 'offer')) }))
      .filter(({ likeness }) => likeness.score > 0)
      .sort((a, b) => b.likeness.score - a.likeness.score)
      .slice(0, 5)
      .map(({ place, likeness }) => ({
        ...place,
        because: likeness.reasons.flatMap((reason) =>
          reason.kind === 'tag' ? [reason.offer.label] : reason.words,
        ),
      })),
  };
}
