import * as z from 'zod';
import { modeInForce } from '#domains/encounters/tally.ts';
import { sheetBelongsTo } from '#domains/visits/where-it-counts.ts';
import * as m from '#messages';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import type { Read } from './reading.ts';
import { toPlainForms, toPlainWidth } from './writing.ts';

const place = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  /** Whether the actor gathers it. */
  gathered: z.boolean(),
});
export type Place = z.output<typeof place>;

/** Every district of the town, and which of them are the actor's to gather. */
export function findPlaces(db: Db): Promise<Place[]> {
  return db.all(
    place,
    sql`select id, code, name, coalesce(id = any((select gate.districts_gathered())::uuid[]), false) as gathered
      from districts order by sort`,
  );
}

/** How a 校区 is written in a ledger: by its name, with or without 校区, or by its code. */
export function openPlaces(places: readonly Place[]): (text: string) => Read<Place> {
  const byName = new Map(places.flatMap((one) => [[one.name, one] as const, [one.code, one] as const]));
  const byForm = new Map(places.map((one) => [toPlainForms(one.name), one]));
  return (text) => {
    const plain = toPlainWidth(text);
    const name = plain.endsWith(m.ledgers_place_suffix())
      ? plain.slice(0, -m.ledgers_place_suffix().length)
      : plain;
    const exact = byName.get(plain) ?? byName.get(name);
    const found = exact ?? byForm.get(toPlainForms(name));
    if (!found) {
      const padded = places.find(({ code }) => /^\d+$/.test(plain) && Number(code) === Number(plain));
      if (padded) return { says: m.ledgers_place_zero({ code: padded.code, name: padded.name }) };
      return { says: m.ledgers_place_unknown() };
    }
    if (!found.gathered) return { says: m.ledgers_place_not_yours() };
    return exact ? { value: found } : { value: found, asks: ['other_forms'] };
  };
}

/**
 * The group in whose name the actor writes in a district, by district. Where there are several, none: a ledger does not
 * name them.
 */
export async function findGroups(db: Db, facet: 'visit' | 'household'): Promise<Map<string, string>> {
  const groups = await db.all(
    z.object({ district_id: z.uuid(), id: z.uuid() }),
    sql`select district_id, (array_agg(id))[1] as id from bodies
      where kind = 'district_council' and district_id = any((select gate.districts_gathered())::uuid[])
        and id = any((select gate.holders_served_by_actor(${facet}))::uuid[])
      group by district_id having count(*) = 1`,
  );
  return new Map(groups.map(({ district_id, id }) => [district_id, id]));
}

/** The town's name, as it may stand before an address. */
export async function readTownName(db: Db): Promise<string> {
  return (await db.one(z.object({ name: z.string() }), sql`select name from towns`)).name;
}

/** A group's month in a district; the month by its first day. */
export interface GroupMonth {
  readonly district: string;
  readonly group: string;
  readonly month: string;
}

export function keyOfMonth({ district, group, month }: GroupMonth): string {
  return `${district} ${group} ${month}`;
}

/** How a month counts, whether its year is fixed, and on which district's sheet it is written if not on its own. */
interface MonthMode {
  readonly mode: 'single' | 'sheet';
  readonly fixed: boolean;
  readonly elsewhere: string | null;
}

/** How each of these months counts, by `keyOfMonth`. */
export async function findModes(db: Db, months: readonly GroupMonth[]): Promise<Map<string, MonthMode>> {
  const rows = await db.all(
    z.object({
      district: z.uuid(),
      group: z.uuid(),
      month: z.string(),
      mode: z.enum(['single', 'sheet']),
      fixed: z.boolean(),
      elsewhere: z.string().nullable(),
    }),
    sql`select k.district_id as district, k.group_id as "group", k.month, ${modeInForce(sql`k`)} as mode,
        exists (select from period_fixings f
          where f.fiscal_year = extract(year from k.month - interval '3 months')::int) as fixed,
        ${sheetBelongsTo(sql`k`)} as elsewhere
      from (select district_id, group_id, month, 'visit'::text as kind
        from unnest(${months.map(({ district }) => district)}::uuid[], ${months.map(({ group }) => group)}::uuid[],
          ${months.map(({ month }) => month)}::date[]) g(district_id, group_id, month)) k`,
  );
  return new Map(
    rows.map(({ mode, fixed, elsewhere, ...key }) => [keyOfMonth(key), { mode, fixed, elsewhere }]),
  );
}
