import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { limitTo, sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { shownWish } from './model.ts';
import { fromWishes, isUnfulfilled, matchesOf, saidOfWish } from './reading.ts';
import { findTagsCalled } from './words/list-tags.ts';

export * from './concern-queries.ts';
export * from './figure-queries.ts';
export * from './match-queries.ts';
export * from './participant-queries.ts';
export * from './proposal-queries.ts';
export * from './story-queries.ts';
export * from './suggestion-queries.ts';
export * from './telling-queries.ts';
export * from './together-queries.ts';

const inState = {
  waiting: sql`w.closed_on is null and ${isUnfulfilled}`,
  full: sql`w.closed_on is null and not ${isUnfulfilled}`,
  closed: sql`w.closed_on is not null`,
};

/** Wishes or offers, those that have waited longest first; closed ones in the same order. */
export async function listWishes(
  db: Db,
  input: ParsedInputOf<typeof api.listWishes>,
  _act: Act,
): Promise<OutputOf<typeof api.listWishes>> {
  const found = await db.all(
    shownWish,
    sql`select ${saidOfWish} from ${fromWishes}
      where w.side = ${input.side} and ${inState[input.state]}
        and ${input.district ? sql`w.district_id = ${input.district}::uuid` : sql`true`}
        and ${
          input.q
            ? sql`(search_form(x.words) like '%' || search_form(${input.q}) || '%' or (w.tags || w.hints) && ${findTagsCalled(input.q)}::text[]
            or n.search_text like '%' || search_form(${input.q}) || '%')`
            : sql`true`
        }
        and ${
          input.after
            ? sql`(w.entered_at, w.id) > (select l.entered_at, l.id from wishes l where l.id = ${input.after}::uuid)`
            : sql`true`
        }
      order by w.entered_at, w.id ${limitTo(input.limit + 1)}`,
  );
  const wishes = found.slice(0, input.limit);
  return { wishes, next: found.length > input.limit ? (wishes.at(-1)?.id ?? null) : null };
}

/** @throws Refusal `not_found` */
export async function readWish(
  db: Db,
  { id }: ParsedInputOf<typeof api.readWish>,
  _act: Act,
): Promise<OutputOf<typeof api.readWish>> {
  const wish = await db.maybe(
    api.readWish.output,
    sql`select ${saidOfWish}, w.version,
        (select min(k.withdrawn_on) from gate.wishes_withdrawn() k where k.wish_id = w.id) as consent_withdrawn_on,
        (select coalesce(jsonb_agg(jsonb_build_object('words', o.words, 'written_on', (o.written_at at time zone 'Asia/Tokyo')::date)
            order by o.version desc), '[]')
          from wish_words o where o.wish_id = w.id and o.version < w.version) as before,
        ${matchesOf(sql`(l.wish_id = w.id or l.offer_id = w.id)`)} as matches
      from ${fromWishes} where w.id = ${id}::uuid`,
  );
  if (!wish) throw refuseNotFound();
  return wish;
}
