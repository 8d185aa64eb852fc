import type { Act } from '../act.ts';
import type { Db } from '../db.ts';
import type { OutputOf, ParsedInputOf } from '../operation.ts';
import { sql } from '../sql.ts';
import * as api from './api.ts';

/** What the actor was typing into a form under the post in use; nothing where there is nothing. */
export async function readDraft(
  db: Db,
  input: ParsedInputOf<typeof api.readDraft>,
  _act: Act,
): Promise<OutputOf<typeof api.readDraft>> {
  const draft = await db.maybe(
    api.readDraft.output,
    sql`select content, to_jsonb(saved_at) #>> '{}' as saved_at from drafts where form = ${input.form}`,
  );
  return draft ?? { content: null, saved_at: null };
}
