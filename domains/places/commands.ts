import * as z from 'zod';
import { refuseUnknownCodes } from '#domains/codes/queries.ts';
import { toKanaKey } from '#domains/parties/kana.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import type { OpeningRule } from './model.ts';
import { refuseField, requirePlace, tagsOf } from './writing.ts';

export { recordAttendance } from './attendance-commands.ts';
export { showCard } from './door-commands.ts';
export { cancelEvent, correctEvent, writeEvent } from './event-commands.ts';
export { recordGuestConsent, setAbsenceRule, strikeGuest } from './guest-commands.ts';
export * from './host-commands.ts';
export { cancelRegistration, changeHeads, register, tellRegistration } from './registration-commands.ts';
export * from './request-commands.ts';

/** Writes a place down as it was said today; the actor's body holds the record. @throws Refusal `invalid` */
export async function writePlace(db: Db, input: ParsedInputOf<typeof api.writePlace>, act: Act) {
  const columns = await readSaid(db, input, act);
  const { scope } = await db.one(
    z.object({ scope: z.boolean() }),
    sql`select ${input.district_id ?? null}::uuid is null
      or ${input.district_id ?? null}::uuid = any((select gate.districts_coordinated())::uuid[]) as scope`,
  );
  if (!scope) throw refuseField('district_id', m.places_field_district());
  await db.run(
    sql`insert into places (id, added_by, added_on, holder_id, confirmed_on, confirmed_by, ${columns.names})
      values (${input.id}::uuid, ${act.actor.account}::uuid, ${act.today}::date, ${act.actor.body}::uuid, ${act.today}::date,
        ${act.actor.account}::uuid, ${columns.values})`,
  );
  return { id: input.id };
}

/**
 * What is said of a place now; whoever writes it has asked, today. A place that welcomed somebody and does no more is paused, so that the
 * ways that lead there stay readable.
 *
 * @throws Refusal `not_found`, `invalid`; `refused` when somebody else has written meanwhile, or where the place is not the actor's to keep
 */
export async function correctPlace(db: Db, input: ParsedInputOf<typeof api.correctPlace>, act: Act) {
  const columns = await readSaid(db, input, act);
  const place = await requireKept(db, input.id);
  if (act.actor.role === 'place_host' && (input.district_id ?? null) !== place.district_id)
    throw refuseField('district_id', m.places_refused_district());
  const written = await db.run(
    sql`update places set (${columns.names}) = (select ${columns.values}), confirmed_on = ${act.today}::date,
        confirmed_by = ${act.actor.account}::uuid, version = version + 1
      where id = ${input.id}::uuid and version = ${input.version}`,
  );
  if (written === 0) throw new Refusal('refused', m.places_refused_version());
  return { id: input.id };
}

/** @throws Refusal `not_found`; `refused` where the place is not the actor's to keep */
export async function confirmPlace(db: Db, input: ParsedInputOf<typeof api.confirmPlace>, act: Act) {
  await requireKept(db, input.id);
  await db.run(
    sql`update places set confirmed_on = ${act.today}::date, confirmed_by = ${act.actor.account}::uuid,
        confirmed_with = ${input.confirmed_with}, closed_on = null, closed_why = null where id = ${input.id}::uuid`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found`; `refused` when it is closed already, or where the place is not the actor's to keep */
export async function closePlace(db: Db, { id, why }: ParsedInputOf<typeof api.closePlace>, act: Act) {
  const { closed } = await requireKept(db, id);
  if (closed) throw new Refusal('refused', m.places_refused_closed());
  await db.run(
    sql`update places set closed_on = ${act.today}::date, closed_why = ${why} where id = ${id}::uuid and closed_on is null`,
  );
  return { id };
}

/** @throws Refusal `not_found`; `invalid` for an end before its beginning, an extra day without a time, a time on a closed one */
export async function addPlaceDay(db: Db, input: ParsedInputOf<typeof api.addPlaceDay>, act: Act) {
  await requireKept(db, input.place_id);
  const ends_on = input.ends_on ?? input.starts_on;
  if (ends_on < input.starts_on) throw refuseField('ends_on', m.places_field_ends());
  const extra = input.kind === 'extra';
  if (extra && !input.from) throw refuseField('from', m.places_field_time());
  await db.run(
    sql`insert into place_days (id, place_id, kind, starts_on, ends_on, from_time, until_time, words, written_by, written_at)
      values (${input.id}::uuid, ${input.place_id}::uuid, ${input.kind}, ${input.starts_on}::date, ${ends_on}::date,
        ${extra ? (input.from ?? null) : null}::time, ${extra ? (input.until ?? null) : null}::time, ${input.words},
        ${act.actor.account}::uuid, ${act.now})`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found` */
export async function withdrawPlaceDay(db: Db, { id }: ParsedInputOf<typeof api.withdrawPlaceDay>, act: Act) {
  const written = await db.run(
    sql`update place_days set withdrawn_at = ${act.now} where id = ${id}::uuid and withdrawn_at is null`,
  );
  if (written === 0) throw new Refusal('not_found', m.platform_refused_not_found());
  return { id };
}

/** Writes down that these places were asked; those that are not the actor's to ask are passed over. @throws Refusal `refused` for none */
export async function askPlaces(db: Db, input: ParsedInputOf<typeof api.askPlaces>, act: Act) {
  const written = await db.run(
    sql`insert into place_askings (id, place_id, asked_on, way, asked_by, asked_at)
      select gen_random_uuid(), p.id, ${act.today}::date, ${input.way}, (select gate.actor_post()), ${act.now}
      from places p where p.id = any(${input.places}::uuid[]) and p.id = any((select gate.places_coordinated())::uuid[])`,
  );
  if (written === 0) throw new Refusal('refused', m.places_refused_ask());
  return { id: input.id };
}

export async function setPlaceRule(db: Db, input: ParsedInputOf<typeof api.setPlaceRule>, act: Act) {
  await db.run(
    sql`insert into place_rules (id, months, grace_days, set_by, set_at)
      values (${input.id}::uuid, ${input.months}, ${input.grace_days}, (select gate.actor_post()), ${act.now})`,
  );
  return { id: input.id };
}

async function requireKept(db: Db, id: string) {
  const place = await requirePlace(db, id);
  if (!place.kept) throw new Refusal('refused', m.places_refused_not_ours());
  return place;
}

type Said = ParsedInputOf<typeof api.writePlace> | ParsedInputOf<typeof api.correctPlace>;

/** What was said, as columns and their values. */
async function readSaid(db: Db, input: Said, act: Act): Promise<{ names: Sql; values: Sql }> {
  const used = [
    { field: 'access', list: 'place_access', codes: input.access },
    { field: 'languages', list: 'place_language', codes: input.languages },
  ] as const;
  await refuseUnknownCodes(db, act.today, used, act);
  if ((input.latitude === undefined) !== (input.longitude === undefined))
    throw refuseField('latitude', m.places_field_coordinates());
  if (input.shown.length > 0 && !input.shown.includes('page'))
    throw refuseField('shown', m.places_field_shown());
  const welcomes =
    input.welcomes === 'no'
      ? sql`coalesce((select case when o.welcomes = 'no' then 'no' else 'paused' end from places o where o.id = ${input.id}::uuid), 'no')`
      : sql`${input.welcomes}::text`;
  return {
    names: sql`name, kana, kana_key, what, tags, run_by, body_id, district_id, address, latitude, longitude, times, times_words, for_whom,
      cost, access, access_words, languages, child_care, entry, newcomers, public_contact, contact, remarks, shown, welcomes, how_many,
      conditions, confirmed_with`,
    values: sql`${input.name}, ${input.kana}, ${toKanaKey(input.kana)}, ${input.what}, ${tagsOf(input.what)}::text[], ${input.run_by},
      ${input.body_id ?? null}::uuid, ${input.district_id ?? null}::uuid, ${input.address}, ${input.latitude ?? null}::float8,
      ${input.longitude ?? null}::float8, ${JSON.stringify(readRules(input.times))}::jsonb, ${input.times_words}, ${input.for_whom},
      ${input.cost}, ${input.access}::text[], ${input.access_words}, ${input.languages}::text[], ${input.child_care}, ${input.entry},
      ${input.newcomers}::boolean, ${input.public_contact}, ${input.contact}, ${input.remarks}, ${input.shown}::text[], ${welcomes},
      ${input.how_many ?? null}::smallint, ${input.conditions}, ${input.confirmed_with}`,
  };
}

/** Rows without a pattern say nothing; the others say everything. @throws Refusal `invalid` */
function readRules(typed: Said['times']): OpeningRule[] {
  return typed.flatMap(({ pattern, weekday, nth, from, until }, i) => {
    if (!pattern) return [];
    if (!weekday) throw refuseField(`times.${i}.weekday`, m.places_field_weekday());
    if (!from) throw refuseField(`times.${i}.from`, m.places_field_time());
    if (!until || until <= from) throw refuseField(`times.${i}.until`, m.places_field_until());
    if (pattern === 'monthly' && nth.length === 0) throw refuseField(`times.${i}.nth`, m.places_field_nth());
    return [{ pattern, weekday, nth: pattern === 'monthly' ? nth.toSorted() : [], from, until }];
  });
}
