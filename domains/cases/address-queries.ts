import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './address-api.ts';
import { writtenOf } from './address-reading.ts';

/**
 * Where a protected person is and how to reach them.
 *
 * @throws Refusal `not_found` for whoever does not keep the address, or has given no reason within the last quarter of an hour
 */
export async function readKeptAddress(
  db: Db,
  { person }: ParsedInputOf<typeof api.readKeptAddress>,
  _act: Act,
): Promise<OutputOf<typeof api.readKeptAddress>> {
  return db.one(
    api.readKeptAddress.output,
    sql`select c.address, d.name as district_name, c.phone, c.mobile, c.email, c.reaching, ${writtenOf(sql`c.client_id`)} as written
      from client_contacts c left join districts d on d.id = c.district_id
      where c.client_id = ${person}::uuid and c.client_id = any((select gate.protected_people_opened())::uuid[])`,
  );
}

/** How much waits for the keeper, person by person. */
export async function listWaitingContacts(
  db: Db,
  _input: ParsedInputOf<typeof api.listWaitingContacts>,
  _act: Act,
): Promise<OutputOf<typeof api.listWaitingContacts>> {
  const waiting = await db.all(
    api.listWaitingContacts.output.shape.waiting.element,
    sql`select w.person_id, w.n from gate.contacts_to_take_in() w order by w.person_id`,
  );
  return { waiting };
}
