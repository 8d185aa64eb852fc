import * as z from 'zod';
import type { Db } from '#platform/db.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { type HouseholdAct, stateOfHousehold, whyNot } from './model.ts';

const standing = z.object({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  kana: z.string(),
  address: z.string(),
  phone: z.string().nullable(),
  cautions: z.array(z.string()),
  version: z.int(),
  closed_on: z.string().nullable(),
  merged_into: z.uuid().nullable(),
  aliases: z.int(),
  holder_id: z.uuid(),
  district_id: z.uuid(),
  may_write: z.boolean(),
  holder_name: z.string(),
});
export type Standing = z.output<typeof standing>;

/** An entry as it stands, alias or not. @throws Refusal `not_found` when the actor may not see it */
export function readStanding(db: Db, id: string): Promise<Standing> {
  return db.one(
    standing,
    sql`select h.id, h.number, h.name, h.kana, h.address, h.phone, h.cautions, h.version, h.closed_on,
        h.merged_into, h.aliases, h.holder_id, h.district_id, b.name as holder_name,
        h.holder_id = any((select gate.holders_served_by_actor('household'))::uuid[]) as may_write
      from households h join bodies b on b.id = h.holder_id
      where h.id = ${id}::uuid`,
  );
}

/** Refuses an act that the entry, as it stands, does not allow. */
export function refuseUnlessAllowed(entry: Standing, act: HouseholdAct): void {
  const sentence = whyNot(act, { ...entry, state: stateOfHousehold(entry) });
  if (sentence) throw new Refusal('refused', sentence);
}
