import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { addDays } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './api.ts';

/** Writes the one row that says which town this is. For whoever founds it. */
export async function writeTown(
  db: Db,
  town: { code: string; name: string; sample_day: string | null },
  act: Act,
): Promise<void> {
  await db.run(sql`insert into towns (code, name, sample, sample_day, opened_at)
    values (${town.code}, ${town.name}, ${town.sample_day !== null}, ${town.sample_day}, ${act.now})`);
}

/** @throws Refusal `refused` when another district has this code */
export async function openDistrict(db: Db, input: ParsedInputOf<typeof api.openDistrict>) {
  const written = await db.run(sql`insert into districts (id, code, name, kana, area, sort, starts_on)
    values (${input.id}, ${input.code}, ${input.name}, ${input.kana}, ${input.area}, ${input.sort},
      ${input.starts_on})
    on conflict (code) do nothing`);
  if (written === 0)
    throw new Refusal('refused', m.districts_refused_code({ code: input.code }), {
      code: m.districts_refused_code({ code: input.code }),
    });
  return { id: input.id };
}

function refuseField(field: string, sentence: string): Refusal {
  return new Refusal('invalid', m.platform_refused_invalid(), { [field]: sentence });
}

const standing = z.object({
  name: z.string(),
  kana: z.string(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
});

function holdDistrict(db: Db, id: string) {
  return db.one(
    standing,
    sql`select name, kana, starts_on, ends_on from districts where id = ${id} for update`,
  );
}

/**
 * Another name from a day on; whatever speaks of the time before goes on using the old one.
 *
 * @throws Refusal `invalid` for a day to come or before a change that stands already; `refused` for the same name
 */
export async function renameDistrict(db: Db, input: ParsedInputOf<typeof api.renameDistrict>, act: Act) {
  const { id, name, kana, starts_on } = input;
  const before = await holdDistrict(db, id);
  if (starts_on > act.today) throw refuseField('starts_on', m.districts_refused_name_later());
  const { latest } = await db.one(
    z.object({ latest: z.string().nullable() }),
    sql`select max(starts_on) as latest from district_changes where district_id = ${id}`,
  );
  if (starts_on <= before.starts_on || (latest !== null && starts_on <= latest))
    throw refuseField('starts_on', m.districts_refused_name_earlier());
  if (name === before.name && kana === before.kana)
    throw refuseField('name', m.districts_refused_same_name());
  await db.run(sql`insert into district_changes (id, kind, district_id, starts_on, name_before, kana_before, reason,
      decided_by, decided_at)
    values (${mintId()}, 'renamed', ${id}, ${starts_on}, ${before.name}, ${before.kana}, ${input.reason},
      ${act.actor.account}, ${act.now})`);
  await db.run(sql`update districts set name = ${name}, kana = ${kana} where id = ${id}`);
  return { id };
}

/**
 * Ends a district that is merged into one other or split into several. What it kept stays where it is until it is taken
 * over (posts, `takeOverDistrict`).
 *
 * @throws Refusal `refused` when it has ended; `invalid` for districts that are not there on that day
 */
export async function endDistrict(db: Db, input: ParsedInputOf<typeof api.endDistrict>, act: Act) {
  const { id, kind, starts_on } = input;
  const into = [...new Set(input.into)];
  const before = await holdDistrict(db, id);
  if (before.ends_on !== null) throw new Refusal('refused', m.districts_refused_ended());
  if (starts_on <= before.starts_on) throw refuseField('starts_on', m.districts_refused_before_start());
  if (into.includes(id) || (kind === 'merged' ? into.length !== 1 : into.length < 2))
    throw refuseField(
      'into',
      kind === 'merged' ? m.districts_refused_merged_into() : m.districts_refused_split_into(),
    );
  const { there } = await db.one(
    z.object({ there: z.int() }),
    sql`select count(*)::int as there from districts where id = any(${into}::uuid[]) and starts_on <= ${starts_on}::date
      and (ends_on is null or ends_on >= ${starts_on}::date)`,
  );
  if (there < into.length) throw refuseField('into', m.districts_refused_into_ended());
  for (const other of into)
    await db.run(sql`insert into district_changes (id, kind, district_id, into_id, starts_on, reason, decided_by, decided_at)
      values (${mintId()}, ${kind}, ${id}, ${other}, ${starts_on}, ${input.reason}, ${act.actor.account}, ${act.now})`);
  await db.run(sql`update districts set ends_on = ${addDays(starts_on, -1)} where id = ${id}`);
  return { id };
}
