import * as z from 'zod';
import { withdrawEncounters, writeEncounters } from '#domains/encounters/record-many.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { fiscalYearOf } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './attendance-api.ts';
import { findOrAddGuest, keepNames } from './known-guests.ts';
import { refuseField, requireNames, requirePlace } from './writing.ts';

type Input = ParsedInputOf<typeof api.recordAttendance>;
type Came = readonly {
  readonly guest: string | null;
  readonly way: 'list' | 'card' | 'heads';
  /** Of a head without a name: the attendance of whom they came with. */
  readonly came_with?: string;
}[];

/**
 * Writes who came to a place on a day: one encounter for each. Who comes on somebody's registration is counted with them, without a name. A name that is said twice, on the card and on the paper, counts once; a head
 * count is the whole of the day, so that the heads without a name are what it leaves over, and a name that is found later takes the place
 * of one of them. At a place of the whole town it counts in no district.
 *
 * @throws Refusal `not_found`; `invalid` for a day to come, fewer heads than names, a fixed year without a reason; `refused` for names that are not the actor's to see
 */
export async function recordAttendance(db: Db, input: Input, act: Act) {
  const { place_id, held_on } = input;
  if (held_on > act.today) throw refuseField('held_on', m.places_refused_to_come());
  const place = await requirePlace(db, place_id);
  if (!place.kept) throw new Refusal('refused', m.places_refused_not_ours());
  await requireYear(db, input, act);
  // Whoever writes the same day at the same time waits here: heads are counted from what stands.
  await db.run(
    sql`select pg_advisory_xact_lock(hashtextextended(${`attendance ${place_id} ${held_on}`}, 0))`,
  );
  if (input.came.length + input.seen.length > 0 || input.others) await writeNames(db, input, act);
  if (input.heads !== undefined) await writeHeads(db, input, input.heads, act);
  return { place_id };
}

async function writeNames(db: Db, input: Input, act: Act): Promise<void> {
  const { place_id, held_on } = input;
  const { holder_id } = await requireNames(db, place_id);
  const others = [];
  for (const name of (input.others ?? '').split('\n').map((line) => line.trim())) {
    if (name === '') continue;
    if (name.length > 60) throw refuseField('others', m.places_field_others());
    others.push(await findOrAddGuest(db, { id: mintId(), place_id, holder_id, name }, act));
  }
  const stand = await db.all(
    z.object({ guest_id: z.uuid() }),
    sql`select guest_id from attendances where place_id = ${place_id}::uuid and held_on = ${held_on}::date and withdrawn_at is null
      and guest_id is not null`,
  );
  const standing = new Set(stand.map(({ guest_id }) => guest_id));
  const known = await db.all(
    z.object({ id: z.uuid() }),
    sql`select id from place_guests where place_id = ${place_id}::uuid and id = any(${[...input.came, ...others]}::uuid[])`,
  );
  const came = known.map(({ id }) => id);
  const left = input.seen.filter((id) => standing.has(id) && !came.includes(id));
  await takeBack(
    db,
    sql`a.place_id = ${place_id}::uuid and a.held_on = ${held_on}::date and a.guest_id = any(${left}::uuid[])`,
    act,
  );
  const shown = await db.all(
    z.object({ guest_id: z.uuid() }),
    sql`select r.guest_id from registration_marks k join event_registrations r on r.id = k.registration_id
      join place_events e on e.id = r.event_id
      where k.place_id = ${place_id}::uuid and e.held_on = ${held_on}::date and r.guest_id is not null`,
  );
  const byCard = new Set(shown.map(({ guest_id }) => guest_id));
  const anew = came.filter((id) => !standing.has(id));
  const named = await nameHeads(db, input, anew);
  const rest = anew.filter((id) => !named.has(id));
  await write(
    db,
    input,
    rest.map((guest) => ({ guest, way: byCard.has(guest) ? 'card' : 'list' })),
    act,
  );
  await writeCompanions(db, input, anew, act);
  await keepNames(db, came, held_on);
}

/**
 * Who came on the registration of somebody: counted with them, without a name. Heads that were counted before are theirs first, since a
 * head count is the whole of a day.
 */
async function writeCompanions(db: Db, input: Input, guests: readonly string[], act: Act): Promise<void> {
  const { place_id, held_on } = input;
  const stand = sql`place_id = ${place_id}::uuid and held_on = ${held_on}::date and withdrawn_at is null`;
  const more = await db.all(
    z.object({ came_with: z.uuid(), n: z.int() }),
    sql`select a.id as came_with, max(r.heads) - 1 as n from (select id, guest_id from attendances where ${stand}) a
        join event_registrations r on r.guest_id = a.guest_id and r.placed_at is not null and r.cancelled_at is null
        join place_events e on e.id = r.event_id and e.place_id = ${place_id}::uuid and e.held_on = ${held_on}::date
      where a.guest_id = any(${guests}::uuid[]) group by a.id having max(r.heads) > 1 order by a.id`,
  );
  for (const { came_with, n } of more) {
    const among = await db.run(
      sql`update attendances set came_with = ${came_with}::uuid where id in (select id from attendances
        where ${stand} and guest_id is null and nameless and came_with is null order by id limit ${n}::int)`,
    );
    const rest = Array.from({ length: n - among }, () => ({ guest: null, way: 'heads' as const, came_with }));
    await write(db, input, rest, act);
  }
}

/** A name that is found for a head that was counted: nothing more is counted. @returns who was found so */
async function nameHeads(
  db: Db,
  { place_id, held_on }: Input,
  guests: readonly string[],
): Promise<Set<string>> {
  const named = await db.all(
    z.object({ guest_id: z.uuid() }),
    sql`with free as (select a.id, row_number() over (order by a.id) as turn from attendances a
        where a.place_id = ${place_id}::uuid and a.held_on = ${held_on}::date and a.withdrawn_at is null and a.guest_id is null
          and a.nameless and a.came_with is null),
      found as (select g.id as guest_id, g.turn from unnest(${guests}::uuid[]) with ordinality g(id, turn))
      update attendances a set guest_id = found.guest_id, way = 'list' from free join found on found.turn = free.turn
      where a.id = free.id returning a.guest_id`,
  );
  return new Set(named.map(({ guest_id }) => guest_id));
}

/** Brings the heads of a day to this number. */
async function writeHeads(db: Db, input: Input, heads: number, act: Act): Promise<void> {
  const { place_id, held_on } = input;
  const { all, nameless } = await db.one(
    z.object({ all: z.int(), nameless: z.int() }),
    sql`select gate.heads_on(${place_id}::uuid, ${held_on}::date) as all,
        (select count(*)::int from attendances a where a.place_id = ${place_id}::uuid and a.held_on = ${held_on}::date
          and a.withdrawn_at is null and a.guest_id is null) as nameless`,
  );
  if (heads < all - nameless) throw refuseField('heads', m.places_refused_heads({ n: all - nameless }));
  if (heads > all)
    await write(
      db,
      input,
      Array.from({ length: heads - all }, () => ({ guest: null, way: 'heads' as const })),
      act,
    );
  if (heads < all)
    await takeBack(
      db,
      sql`a.id in (select f.id from attendances f where f.place_id = ${place_id}::uuid and f.held_on = ${held_on}::date
        and f.withdrawn_at is null and f.guest_id is null order by f.id desc limit ${all - heads}::int)`,
      act,
    );
}

async function write(db: Db, input: Input, came: Came, act: Act): Promise<void> {
  if (came.length === 0) return;
  const rows = came.map((one) => ({ ...one, id: mintId(), encounter: mintId() }));
  await db.run(
    sql`with who as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) w(id uuid, encounter uuid, guest uuid, way text,
        came_with uuid)),
      places as (select w.encounter as id, ${input.held_on}::date as occurred_on, null::text as channel, null::text as contact,
          p.district_id, p.holder_id, (select gate.actor_post()) as post_id, (select gate.actor_role()) as role, p.holder_id as group_id,
          null::uuid as party_id, null::uuid as household_id, p.id as place_id
        from who w, public.places p where p.id = ${input.place_id}::uuid),
      ${writeEncounters({ kind: 'attendance', recordedAt: act.now, lateReason: input.late_reason, atPlace: true })}
      insert into attendances (id, place_id, event_id, held_on, guest_id, way, encounter_id, recorded_by, recorded_at, nameless, holder_id,
        came_with)
      select w.id, ${input.place_id}::uuid, e.id, ${input.held_on}::date, w.guest, w.way, a.id, a.post_id, ${act.now}, w.guest is null,
        a.holder_id, w.came_with
      from allowed a join who w on w.encounter = a.id
      left join place_events e on e.id = ${input.event_id ?? null}::uuid and e.place_id = ${input.place_id}::uuid
        and e.held_on = ${input.held_on}::date`,
  );
}

/** What was written by mistake, and who was counted with it: it stays, and no longer counts. */
async function takeBack(db: Db, which: Sql, act: Act): Promise<void> {
  await db.run(
    sql`with gone as (update attendances a set withdrawn_at = ${act.now} where a.withdrawn_at is null
          and (${which} or a.came_with in (select a.id from attendances a where a.withdrawn_at is null and ${which}))
        returning a.encounter_id),
      ${withdrawEncounters(m.places_taken_back(), act)} select 1`,
  );
}

/** What belongs to a year that is fixed needs a reason. @throws Refusal `invalid` */
export async function requireYear(
  db: Db,
  input: { readonly held_on: string; readonly late_reason: string | null },
  act: Act,
): Promise<void> {
  if (input.late_reason !== null || fiscalYearOf(input.held_on) === fiscalYearOf(act.today)) return;
  const { fixed } = await db.one(
    z.object({ fixed: z.boolean() }),
    sql`select gate.fixed_year_of(${input.held_on}::date) is not null as fixed`,
  );
  if (fixed) throw refuseField('late_reason', m.places_refused_fixed());
}
