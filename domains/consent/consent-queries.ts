import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './consent-api.ts';

/** What a person has agreed to or declined at the actor's own body, newest first. */
export async function listConsents(
  db: Db,
  { person }: ParsedInputOf<typeof api.listConsents>,
  _act: Act,
): Promise<OutputOf<typeof api.listConsents>> {
  const consents = await db.all(
    api.listConsents.output.shape.consents.element,
    sql`select c.*, to_jsonb(w.withdrawn_at) #>> '{}' as withdrawn_at, w.words as withdrawn_words,
        coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) order by b.sort, b.id)
          from bodies b where b.id = any(c.receivers)), '[]') as receivers
      from consents c left join consent_withdrawals w on w.consent_id = c.id
      where c.person_id = ${person}::uuid
      order by c.given_on desc, c.id desc`,
  );
  return { consents };
}
