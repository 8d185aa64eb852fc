import * as z from 'zod';
import { toKanaKey } from '#domains/parties/kana.ts';
import { countedIn } from '#domains/visits/where-it-counts.ts';
import * as m from '#messages';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import { readTownName } from './places.ts';
import { foldAddress, toPlainForms } from './writing.ts';

const door = z.object({
  id: z.uuid(),
  number: z.string(),
  kana_key: z.string(),
  address: z.string(),
  holder_id: z.uuid(),
  district_id: z.uuid(),
  opens_as: z.uuid(),
});
export type Door = z.output<typeof door>;

/** How a row names a household: by its number, or by kana and address. */
export type Naming = { readonly number: string } | Described;

interface Described {
  readonly kana: string;
  readonly address: string;
  readonly otherForms: boolean;
}

export type FoundDoor =
  | {
      readonly value: Door;
      readonly otherForms: boolean;
      /** The district in which a visit there counts on that day (visits, `countedIn`). */
      readonly counted: string;
    }
  | Missing;

interface Missing {
  readonly says: string;
  /** Nobody of that name is there, or nobody of that name at that address. */
  readonly missing?: 'kana' | 'address';
}

/**
 * Households the actor writes for, found as ledgers name them: in the district the row names, or in one that had been
 * merged into it by that day. What is not there, there twice, or in another district is said; what is there in another
 * district the actor does not gather is not. An entry that was made by mistake is not found by a name.
 *
 * @param facet what the actor writes of them
 */
export async function openDoors(
  db: Db,
  rows: readonly { readonly naming: Naming; readonly day: string }[],
  districts: ReadonlyMap<string, string>,
  facet: 'visit' | 'household',
): Promise<(naming: Naming, district: string, day: string) => FoundDoor> {
  const numbers = new Set<string>();
  const kanas = new Set<string>();
  for (const { naming } of rows) {
    if ('number' in naming)
      for (const one of [naming.number, padNumber(naming.number)]) if (one) numbers.add(one);
    if ('kana' in naming) kanas.add(toKanaKey(naming.kana));
  }
  const town = await readTownName(db);
  const served = sql`any((select gate.holders_served_by_actor(${facet}))::uuid[])`;
  const doors = await db.all(
    door,
    sql`select id, number, kana_key, address, holder_id, district_id, opens_as from households
      where holder_id = ${served} and number = any(${[...numbers]}::text[])
      union
      select h.id, number, kana_key, address, holder_id, district_id, opens_as
      from unnest((select gate.districts_gathered())::uuid[]) d(id)
      join households h on h.district_id = d.id and h.kana_key = any(${[...kanas]}::text[])
        and h.holder_id = ${served}
        and (h.closed_on is null or (select c.why from household_closings c where c.household_id = h.id
          order by c.closed_at desc, c.id desc limit 1) is distinct from 'mistake')`,
  );
  const byNumber = Map.groupBy(doors, ({ number }) => number);
  const byKana = Map.groupBy(doors, ({ kana_key }) => kana_key);
  const countedOn = await openMergers(db, doors, rows);
  return (naming, district, day) => {
    const isHere = ({ district_id }: Door) =>
      district_id === district || countedOn(district_id, day) === district;
    const found =
      'number' in naming
        ? findByNumber(naming.number, district, isHere, byNumber, districts)
        : findByName(naming, (byKana.get(toKanaKey(naming.kana)) ?? []).filter(isHere), town);
    return 'says' in found ? found : { ...found, counted: countedOn(found.value.district_id, day) };
  };
}

/** Where each district's visits of a day count; itself, but for the few that were merged by then. */
async function openMergers(
  db: Db,
  doors: readonly Door[],
  rows: readonly { readonly day: string }[],
): Promise<(home: string, day: string) => string> {
  const merged = await db.all(
    z.object({ home: z.uuid(), day: z.string(), counted: z.uuid() }),
    sql`select h.id as home, t.day, ${countedIn(sql`h.id`, sql`t.day`)} as counted
      from unnest(${[...new Set(doors.map(({ district_id }) => district_id))]}::uuid[]) h(id)
      cross join unnest(${[...new Set(rows.map(({ day }) => day))]}::date[]) t(day)
      where exists (select from district_changes c where c.district_id = h.id and c.starts_on <= t.day)`,
  );
  const known = new Map(merged.map(({ home, day, counted }) => [`${home} ${day}`, counted]));
  return known.size === 0 ? (home) => home : (home, day) => known.get(`${home} ${day}`) ?? home;
}

type Named = { readonly value: Door; readonly otherForms: boolean } | Missing;

function findByNumber(
  number: string,
  district: string,
  isHere: (door: Door) => boolean,
  byNumber: ReadonlyMap<string, readonly Door[]>,
  districts: ReadonlyMap<string, string>,
): Named {
  const all = byNumber.get(number) ?? [];
  // A number is one group's own: the district that is named says whose. What was merged into it comes after that.
  const own = all.filter(({ district_id }) => district_id === district);
  const [first, second] = own.length > 0 ? own : all.filter(isHere);
  if (first && !second) return { value: first, otherForms: false };
  if (second) return { says: m.ledgers_door_twice() };
  const padded = padNumber(number);
  if (padded && byNumber.get(padded)?.some(isHere)) return { says: m.ledgers_door_zero({ number: padded }) };
  const elsewhere = districts.get(all[0]?.district_id ?? '');
  if (elsewhere) return { says: m.ledgers_door_elsewhere({ district: elsewhere }) };
  return { says: /^\d+$/.test(number) ? m.ledgers_door_digits() : m.ledgers_door_unknown() };
}

function findByName({ address, otherForms }: Described, named: readonly Door[], town: string): Named {
  if (named.length === 0) return { says: m.ledgers_kana_unknown(), missing: 'kana' };
  const exact = foldAddress(address, town);
  const form = toPlainForms(exact);
  const matching = named.filter((one) => toPlainForms(foldAddress(one.address, town)) === form);
  // Entries that were found to be one household are one.
  const households = new Set(matching.map(({ opens_as }) => opens_as));
  const kept = matching.find(({ id, opens_as }) => id === opens_as) ?? matching[0];
  if (!kept) return { says: m.ledgers_address_unknown(), missing: 'address' };
  if (households.size > 1) return { says: m.ledgers_name_twice() };
  const sameForm = matching.some((one) => foldAddress(one.address, town) === exact);
  return { value: kept, otherForms: otherForms || !sameForm };
}

/** R7-12 as it should be written, R7-0012; null where no zero is missing. */
function padNumber(number: string): string | null {
  const parts = /^([A-Z]\d+)-(\d{1,3})$/.exec(number);
  return parts ? `${parts[1]}-${(parts[2] ?? '').padStart(4, '0')}` : null;
}
