import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';

const firstText = '018716f0-0000-7000-8000-000000000200';

/** The text a new town begins with. Called once, by whoever founds the town (`system_founder`). */
export async function listFirstConsentText(db: Db, _founded: unknown, act: Act): Promise<void> {
  await db.run(sql`insert into consent_texts (id, version, starts_on, title, content, written_at)
    values (${firstText}, ${m.consent_text_first_version()}, '2023-04-01', ${m.consent_text_first_title()},
      ${m.consent_text_first_content()}, ${act.now})
    on conflict do nothing`);
}
