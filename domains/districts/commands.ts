import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
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
