import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './consent-text-api.ts';

/**
 * Adds a version; what was agreed before stands on the version that was explained then.
 *
 * @throws Refusal `invalid` for a day that has passed, `refused` for a version there is already
 */
export async function addConsentText(db: Db, input: ParsedInputOf<typeof api.addConsentText>, act: Act) {
  if (input.starts_on < act.today)
    throw new Refusal('invalid', m.consent_refused_text_past(), { starts_on: m.consent_refused_text_past() });
  const written =
    await db.run(sql`insert into consent_texts (id, version, starts_on, title, content, written_by, written_at)
    select ${input.id}::uuid, ${input.version}, ${input.starts_on}::date, ${input.title}, ${input.content},
      (select gate.actor_account()), ${act.now}
    where not exists (select from consent_texts where version = ${input.version})`);
  if (written === 0)
    throw new Refusal('invalid', m.consent_refused_version_taken(), {
      version: m.consent_refused_version_taken(),
    });
  return { id: input.id };
}
