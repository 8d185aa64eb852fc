import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { limitTo, sql } from '#platform/sql.ts';
import * as api from './attendance-api.ts';
import { requireNames, requirePlace } from './writing.ts';

/** @throws Refusal `not_found`, also for a place that is not the actor's to keep */
export async function readPlaceDay(
  db: Db,
  { id, day }: ParsedInputOf<typeof api.readPlaceDay>,
  _act: Act,
): Promise<OutputOf<typeof api.readPlaceDay>> {
  const shape = api.readPlaceDay.output.shape;
  const { name, named, kept } = await requirePlace(db, id);
  if (!kept) throw refuseNotFound();
  const events = await db.all(
    shape.events.element,
    sql`select e.id, e.title from place_events e where e.place_id = ${id}::uuid and e.held_on = ${day}::date and e.cancelled_at is null
      order by e.from_time, e.id`,
  );
  const people = await db.all(
    shape.people.element,
    sql`select g.id as guest_id, g.name, a.way as came, r.placed is not null as registered, r.heads, coalesce(r.card, false) as card
      from place_guests g
      left join attendances a on a.guest_id = g.id and a.held_on = ${day}::date and a.withdrawn_at is null
      left join lateral (select true as placed, max(t.heads) as heads, bool_or(k.registration_id is not null) as card from event_registrations t
        join place_events e on e.id = t.event_id and e.held_on = ${day}::date
        left join registration_marks k on k.registration_id = t.id
        where t.guest_id = g.id and t.placed_at is not null and t.cancelled_at is null group by t.guest_id) r on true
      where g.place_id = ${id}::uuid
      order by (r.placed is not null or a.id is not null) desc, g.kana_key, g.id limit 500`,
  );
  const { heads } = await db.one(
    z.object({ heads: z.int() }),
    sql`select gate.heads_on(${id}::uuid, ${day}::date) as heads`,
  );
  return { id, name, named, events, people, heads };
}

/**
 * Whom a place knows, in ふりがな order. Somebody is named as not seen for long only who agreed to it and has not taken it back, only where
 * the host has set a number of weeks, and only who came before.
 *
 * @throws Refusal `not_found`; `refused` where the names are not the actor's to see
 */
export async function listGuests(
  db: Db,
  { id, after, limit }: ParsedInputOf<typeof api.listGuests>,
  act: Act,
): Promise<OutputOf<typeof api.listGuests>> {
  const { name } = await requireNames(db, id);
  const [key, last] = after?.split('_') ?? [];
  const rule = await db.maybe(
    z.object({ weeks: z.int().nullable() }),
    sql`select weeks from absence_rules where place_id = ${id}::uuid order by set_at desc, id desc limit 1`,
  );
  const weeks = rule?.weeks ?? null;
  const found = await db.all(
    api.listGuests.output.shape.guests.element.extend({ kana_key: z.string() }),
    sql`select g.id, g.name, g.kana, g.phone, g.kana_key, a.last_came_on, coalesce(c.decision = 'given', false) as agreed,
        coalesce(c.decision = 'given' and a.last_came_on < ${act.today}::date - 7 * ${weeks}::int, false) as missed
      from place_guests g
      left join lateral (select max(held_on) as last_came_on from attendances where guest_id = g.id and withdrawn_at is null) a on true
      left join lateral (select decision from guest_consents where guest_id = g.id order by recorded_at desc, id desc limit 1) c on true
      where g.place_id = ${id}::uuid and ${last ? sql`(g.kana_key, g.id) > (${key} collate "C", ${last}::uuid)` : sql`true`}
      order by g.kana_key, g.id ${limitTo(limit + 1)}`,
  );
  const guests = found.slice(0, limit);
  const end = guests.at(-1);
  return {
    name,
    guests: guests.map(({ kana_key: _, ...guest }) => guest),
    next: found.length > limit && end ? `${end.kana_key}_${end.id}` : null,
    weeks,
  };
}
