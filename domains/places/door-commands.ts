import type { Act } from '#platform/act.ts';
import { hashSecret, readPrintedCode } from '#platform/credentials/secrets.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './event-api.ts';

/** Says, on the day of its event, that a card was shown; on another day, of a card that is none, or of who still waits for room, nothing. */
export async function showCard(db: Db, { code }: ParsedInputOf<typeof api.showCard>, act: Act) {
  await db.run(
    sql`insert into registration_marks (registration_id, place_id, event_id, marked_at, holder_id)
      select c.registration_id, c.place_id, c.event_id, ${act.now}, c.holder_id
      from gate.registration_of_code(${hashSecret(readPrintedCode(code))}) c
      where c.placed and c.held_on = ${act.today}::date
      on conflict do nothing`,
  );
  return {};
}
