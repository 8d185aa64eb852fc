import type { Act } from '#platform/act.ts';
import { hashSecret, readPrintedCode } from '#platform/credentials/secrets.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import { mostHeadsOverForm } from './model.ts';
import * as api from './request-api.ts';

/** As many as the form takes, while one may still register; in any case what was said already. */
export const mostOf = sql`greatest(heads + more_heads, case when takes_more then least(capacity, ${mostHeadsOverForm}::int) else 1 end)`;

/** How a registration over the public form stands; nothing for a number that is none. */
export async function followEventRequest(
  db: Db,
  { code }: ParsedInputOf<typeof api.followEventRequest>,
  _act: Act,
): Promise<OutputOf<typeof api.followEventRequest>> {
  const stands = await db.maybe(
    api.followEventRequest.output.shape.stands.unwrap(),
    sql`select state, title, place_name, held_on, heads, more_heads, ${mostOf} as most from gate.event_request_stands(${hashSecret(readPrintedCode(code))})`,
  );
  return { stands: stands ?? null };
}
