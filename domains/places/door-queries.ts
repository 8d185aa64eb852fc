import type { Act } from '#platform/act.ts';
import { hashSecret, readPrintedCode } from '#platform/credentials/secrets.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './event-api.ts';

/** What a card is for; nothing for one that is none, was given up, or whose event was cancelled. */
export async function readDoor(
  db: Db,
  { code }: ParsedInputOf<typeof api.readDoor>,
  act: Act,
): Promise<OutputOf<typeof api.readDoor>> {
  const event = await db.maybe(
    api.readDoor.output.shape.event.unwrap(),
    sql`select title, place_name, held_on, heads, placed from gate.registration_of_code(${hashSecret(readPrintedCode(code))})`,
  );
  return { event: event ?? null, today: event?.held_on === act.today };
}
