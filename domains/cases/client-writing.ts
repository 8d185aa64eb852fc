import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { type Contact, type Identity, orderKeyOf } from './client-model.ts';

/**
 * Writes who somebody is, with a version that stays; what says the same as before changes nothing.
 *
 * @param at the version that was corrected; left out where the caller holds the record
 * @returns whether something was written
 */
export function writeIdentity(db: Db, client: string, to: Identity, act: Act, at?: number): Promise<number> {
  return db.run(sql`with client as (update clients set name = ${to.name}, kana = ${to.kana},
        kana_key = ${orderKeyOf(to.kana)},
        called = case when ${to.name}::text is null then coalesce(${to.called}::text, called) else ${to.called}::text end,
        born_on = ${to.born_on}::date, born_about = ${to.born_about}, sex = ${to.sex}, version = version + 1
      where id = ${client}::uuid and version = coalesce(${at ?? null}::int, version)
        and holder_id = any((select gate.bodies_worked_for())::uuid[])
        and (name, kana, called, born_on, born_about, sex) is distinct from (${to.name}::text, ${to.kana}::text,
          ${to.called}::text, ${to.born_on}::date, ${to.born_about}::text, ${to.sex}::text)
      returning *)
    ${keepVersion('identity', sql`client`, sql`id`, ['name', 'kana', 'called', 'born_on', 'born_about', 'sex'], act)}`);
}

/**
 * Writes how somebody is reached, as `writeIdentity` does. A protected address is its keepers' to write: what a colleague
 * types of it is kept apart for them, and answered alike.
 */
export async function writeContact(
  db: Db,
  client: string,
  to: Contact,
  act: Act,
  at?: number,
): Promise<number> {
  const { address, district_id, phone, mobile, email, reaching } = to;
  const written = await db.run(sql`with reached as (update client_contacts set address = ${address},
        district_id = ${district_id}::uuid, phone = ${phone}, mobile = ${mobile}, email = ${email},
        reaching = ${reaching}, version = version + 1
      where client_id = ${client}::uuid and version = coalesce(${at ?? null}::int, version)
        and (holder_id = any((select gate.bodies_worked_for())::uuid[])
          or client_id = any((select gate.protected_people_opened())::uuid[]))
        and (address, district_id, phone, mobile, email, reaching) is distinct from (${address}::text,
          ${district_id}::uuid, ${phone}::text, ${mobile}::text, ${email}::text, ${reaching}::text)
      returning *)
    ${keepVersion('contact', sql`reached`, sql`client_id`, ['address', 'district_id', 'phone', 'mobile', 'email', 'reaching'], act)}`);
  if (written > 0) return written;
  const typed = JSON.stringify({ address, district_id, phone, mobile, email, reaching });
  const { apart } = await db.one(
    z.object({ apart: z.boolean() }),
    sql`select gate.write_contact_apart(${client}::uuid, ${at ?? null}::int, ${typed}::jsonb) as apart`,
  );
  return apart ? 1 : 0;
}

function keepVersion(facet: string, row: Sql, client: Sql, parts: string[], act: Act): Sql {
  return sql`insert into client_versions (client_id, facet, version, content, protected, written_by, written_at, holder_id)
    select r.${client}, ${facet}, r.version,
      (select jsonb_object_agg(p.key, p.value) from jsonb_each(to_jsonb(r)) p where p.key = any(${parts}::text[])),
      coalesce((to_jsonb(r) ->> 'protected')::boolean, false), (select gate.actor_account()), ${act.now}, r.holder_id
    from ${row} r`;
}
