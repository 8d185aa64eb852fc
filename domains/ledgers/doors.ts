import * as z from 'zod';
import { toKanaKey } from '#domains/parties/kana.ts';
import * as m from '#messages';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
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

export type FoundDoor = { readonly value: Door; readonly otherForms: boolean } | { readonly says: string };

/**
 * Households the actor writes for, found as ledgers name them. What is not there, there twice, or in another district is
 * said; what is there in another district the actor does not gather is not.
 */
export async function openDoors(
  db: Db,
  namings: readonly Naming[],
  districts: ReadonlyMap<string, string>,
): Promise<(naming: Naming, district: string) => FoundDoor> {
  const numbers = new Set<string>();
  const kanas = new Set<string>();
  for (const naming of namings) {
    if ('number' in naming)
      for (const one of [naming.number, padNumber(naming.number)]) if (one) numbers.add(one);
    if ('kana' in naming) kanas.add(toKanaKey(naming.kana));
  }
  const { town } = await db.one(z.object({ town: z.string() }), sql`select name as town from towns`);
  const doors = await db.all(
    door,
    sql`select id, number, kana_key, address, holder_id, district_id, opens_as from households
      where holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])
        and number = any(${[...numbers]}::text[])
      union
      select h.id, number, kana_key, address, holder_id, district_id, opens_as
      from unnest((select gate.districts_gathered())::uuid[]) d(id)
      join households h on h.district_id = d.id and h.kana_key = any(${[...kanas]}::text[])
        and h.holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])`,
  );
  const byNumber = Map.groupBy(doors, ({ number }) => number);
  const byKana = Map.groupBy(doors, ({ kana_key, district_id }) => `${district_id} ${kana_key}`);
  return (naming, district) =>
    'number' in naming
      ? findByNumber(naming.number, district, byNumber, districts)
      : findByName(naming, byKana.get(`${district} ${toKanaKey(naming.kana)}`) ?? [], town);
}

function findByNumber(
  number: string,
  district: string,
  byNumber: ReadonlyMap<string, readonly Door[]>,
  districts: ReadonlyMap<string, string>,
): FoundDoor {
  const all = byNumber.get(number) ?? [];
  const here = all.filter(({ district_id }) => district_id === district);
  const [first, second] = here;
  if (first && !second) return { value: first, otherForms: false };
  if (second) return { says: m.ledgers_door_twice() };
  const padded = padNumber(number);
  if (padded && byNumber.get(padded)?.some(({ district_id }) => district_id === district))
    return { says: m.ledgers_door_zero({ number: padded }) };
  const elsewhere = districts.get(all[0]?.district_id ?? '');
  if (elsewhere) return { says: m.ledgers_door_elsewhere({ district: elsewhere }) };
  return { says: /^\d+$/.test(number) ? m.ledgers_door_digits() : m.ledgers_door_unknown() };
}

function findByName({ address, otherForms }: Described, named: readonly Door[], town: string): FoundDoor {
  if (named.length === 0) return { says: m.ledgers_kana_unknown() };
  const exact = foldAddress(address, town);
  const form = toPlainForms(exact);
  const matching = named.filter((one) => toPlainForms(foldAddress(one.address, town)) === form);
  // Entries that were found to be one household are one.
  const households = new Set(matching.map(({ opens_as }) => opens_as));
  const kept = matching.find(({ id, opens_as }) => id === opens_as) ?? matching[0];
  if (!kept) return { says: m.ledgers_address_unknown() };
  if (households.size > 1) return { says: m.ledgers_name_twice() };
  const sameForm = matching.some((one) => foldAddress(one.address, town) === exact);
  return { value: kept, otherForms: otherForms || !sameForm };
}

/** R7-12 as it should be written, R7-0012; null where no zero is missing. */
function padNumber(number: string): string | null {
  const parts = /^([A-Z]\d+)-(\d{1,3})$/.exec(number);
  return parts ? `${parts[1]}-${(parts[2] ?? '').padStart(4, '0')}` : null;
}
