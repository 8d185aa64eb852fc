import * as z from 'zod';
import type { NamedPerson } from '#domains/consent/naming.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';

interface Asked {
  readonly people: readonly string[];
  readonly found: Map<string, NamedPerson>;
}

/** Says who these persons are, as far as the actor may know. */
export async function nameClients(db: Db, { people, found }: Asked, _act: Act): Promise<void> {
  const rows = await db.all(
    z.object({ id: z.uuid(), name: z.string(), born_on: z.string().nullable() }),
    sql`select id, coalesce(name, called) as name, born_on from clients where id = any(${people}::uuid[])`,
  );
  for (const { id, name, born_on } of rows) found.set(id, { name, born_on });
}
