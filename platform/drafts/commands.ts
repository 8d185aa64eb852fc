import * as m from '#messages';
import type { Act } from '../act.ts';
import type { Database, Db } from '../db.ts';
import { defineEvent, tell } from '../event.ts';
import type { ParsedInputOf } from '../operation.ts';
import { Refusal } from '../refusal.ts';
import { sql } from '../sql.ts';
import type * as api from './api.ts';

/** Something typed is about to be kept: by the form's operation and address. A listener that refuses keeps it out. */
export const draftKept = defineEvent<{ readonly form: string }>('draft kept');

/** Characters of the largest draft: a long form full of text. */
const longest = 200_000;

/**
 * Keeps what is being typed into a form, as it is now; the last one counts.
 *
 * @throws Refusal `too_large`; what a listener of `draftKept` refuses
 */
export async function saveDraft(db: Db, input: ParsedInputOf<typeof api.saveDraft>, act: Act) {
  const content = JSON.stringify(input.content);
  if (content.length > longest) throw new Refusal('too_large', m.platform_refused_too_large());
  await tell(draftKept, db, { form: input.form }, act);
  await db.run(
    sql`insert into drafts (account_id, post_id, form, content, saved_at)
      select a, p, ${input.form}, ${content}::jsonb, ${act.now}
      from (select (select gate.actor_account()) as a, (select gate.actor_post()) as p) actor
      where a is not null and p is not null
      on conflict (post_id, account_id, form) do update set content = excluded.content, saved_at = excluded.saved_at`,
  );
  return {};
}

/** Throws away what was typed: it was sent, or is not wanted any more. */
export async function discardDraft(db: Db, input: ParsedInputOf<typeof api.discardDraft>, _act: Act) {
  await db.run(sql`delete from drafts where form = ${input.form}`);
  return {};
}

/**
 * Forgets what nobody has typed in for 30 days.
 *
 * @returns how many
 */
export function sweepDrafts(database: Database): Promise<number> {
  return database.as({ kind: 'system', name: 'sweeper' }, 'sweepDrafts', (db) =>
    db.run(sql`delete from drafts where saved_at <= (select gate.now_of_call()) - interval '30 days'`),
  );
}
