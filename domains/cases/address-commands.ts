import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './address-api.ts';
import { writeContact } from './client-writing.ts';

const found = z.object({
  client_id: z.uuid(),
  ended: z.boolean(),
  address: z.string().nullable(),
  district_id: z.string().nullable(),
  phone: z.string().nullable(),
  mobile: z.string().nullable(),
  email: z.string().nullable(),
  reaching: z.string().nullable(),
});

/**
 * Takes in what a colleague wrote of how a person is reached, part by part over what stands there, or lays it aside as no
 * news. What was written stays where it was written.
 *
 * @throws Refusal `not_found` for whoever may not see it; `refused` when it was settled already
 */
export async function settleWrittenContact(
  db: Db,
  { id, take_in }: ParsedInputOf<typeof api.settleWrittenContact>,
  act: Act,
) {
  const {
    client_id: person,
    ended,
    ...said
  } = await db.one(
    found,
    sql`select w.client_id, exists (select from written_contact_endings e where e.written_id = w.id) as ended,
        coalesce(w.address, c.address) as address, coalesce(w.district_id, c.district_id) as district_id,
        coalesce(w.phone, c.phone) as phone, coalesce(w.mobile, c.mobile) as mobile, coalesce(w.email, c.email) as email,
        coalesce(w.reaching, c.reaching) as reaching
      from written_contacts w join client_contacts c on c.client_id = w.client_id
      where w.id = ${id}::uuid and (not w.protected or w.client_id = any((select gate.protected_people_opened())::uuid[]))`,
  );
  if (ended) throw new Refusal('refused', m.cases_written_refused_settled());
  if (take_in) await writeContact(db, person, said, act);
  await db.run(
    sql`insert into written_contact_endings (written_id, taken_in, ended_by, ended_at, client_id, protected, holder_id)
      select w.id, ${take_in}, (select gate.actor_account()), ${act.now}, w.client_id, w.protected, w.holder_id
      from written_contacts w where w.id = ${id}::uuid`,
  );
  return { id, person };
}
