import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { limitTo, sql } from '#platform/sql.ts';
import * as api from './network-api.ts';

const kept = sql`any((select gate.places_kept())::uuid[])`;
const shown = sql`o.id, o.kind, o.name, o.kana, o.contact, o.conditions, o.agreed_on, p.name as place_name,
  coalesce(case when o.place_id is null then o.holder_id = any((select gate.bodies_coordinated())::uuid[])
    else o.place_id = any((select gate.places_hosted())::uuid[]) end, false) as own`;

/** Who takes part, in ふりがな order, and which of the actor's places do not yet. */
export async function listFoodNetwork(
  db: Db,
  _input: ParsedInputOf<typeof api.listFoodNetwork>,
  _act: Act,
): Promise<OutputOf<typeof api.listFoodNetwork>> {
  const shape = api.listFoodNetwork.output.shape;
  const members = await db.all(
    shape.members.element,
    sql`select f.place_id, f.name, f.district_id, d.name as district_name, f.run_by, f.storage, f.transport, f.households, f.renew_on,
        coalesce(f.place_id = ${kept}, false) as kept
      from gate.food_places() f left join districts d on d.id = f.district_id where f.joined order by f.kana_key, f.place_id`,
  );
  const others = await db.all(
    shape.others.element,
    sql`select p.id, p.name from places p where p.closed_on is null and p.id = any((select gate.places_coordinated())::uuid[])
        and not exists (select from food_members m where m.place_id = p.id and m.ended_at is null)
      order by p.kana_key, p.id`,
  );
  return { members, others };
}

/** Donors the actor may know, in ふりがな order. */
export async function listFoodDonors(
  db: Db,
  { after, limit }: ParsedInputOf<typeof api.listFoodDonors>,
  _act: Act,
): Promise<OutputOf<typeof api.listFoodDonors>> {
  const [key, id] = after?.split('_') ?? [];
  const found = await db.all(
    api.listFoodDonors.output.shape.donors.element.extend({ kana_key: z.string() }),
    sql`select ${shown}, o.kana_key from food_donors o left join places p on p.id = o.place_id
      where ${id ? sql`(o.kana_key, o.id) > (${key} collate "C", ${id}::uuid)` : sql`true`}
      order by o.kana_key, o.id ${limitTo(limit + 1)}`,
  );
  const donors = found.slice(0, limit);
  const last = donors.at(-1);
  return {
    donors: donors.map(({ kana_key: _, ...donor }) => donor),
    next: found.length > limit && last ? `${last.kana_key}_${last.id}` : null,
  };
}

/** @throws Refusal `not_found` */
export async function readFoodDonor(
  db: Db,
  { id }: ParsedInputOf<typeof api.readFoodDonor>,
  _act: Act,
): Promise<OutputOf<typeof api.readFoodDonor>> {
  const donor = await db.maybe(
    api.readFoodDonor.output,
    sql`select ${shown}, o.body_id, o.version from food_donors o left join places p on p.id = o.place_id where o.id = ${id}::uuid`,
  );
  if (!donor) throw refuseNotFound();
  return donor;
}
