import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './form-api.ts';
import { candidates, coordinating } from './form-queries.ts';
import { hashOfWords } from './public-words.ts';

/**
 * Says which windows the public form goes to, and which one where somebody does not know; whose coordinators read the form of wishes.
 * Without a window, or without coordinators, that form is shut.
 *
 * @throws Refusal `invalid` for a body without anybody who would read, or a window for who does not know that is none of them
 */
export async function setPublicForm(db: Db, input: ParsedInputOf<typeof api.setPublicForm>, act: Act) {
  const { windows, default_id, wishes_id } = input;
  if (windows.length > 0 && (default_id === null || !windows.includes(default_id)))
    throw new Refusal('invalid', m.letters_field_default(), { default_id: m.letters_field_default() });
  const body = z.object({ id: z.uuid() });
  const known = await db.all(body, candidates);
  if (!windows.every((window) => known.some(({ id }) => id === window)))
    throw new Refusal('invalid', m.letters_field_windows(), { windows: m.letters_field_windows() });
  if (wishes_id !== null && !(await db.all(body, coordinating)).some(({ id }) => id === wishes_id))
    throw new Refusal('invalid', m.letters_field_wishes(), { wishes_id: m.letters_field_wishes() });
  await db.run(
    sql`insert into letter_settings (id, windows, default_id, set_by, set_at, wishes_id)
      values (${input.id}::uuid, ${[...new Set(windows)]}::uuid[], ${windows.length > 0 ? default_id : null}::uuid,
        (select gate.actor_post()), ${act.now}, ${wishes_id}::uuid)`,
  );
  return { id: input.id };
}

/** Records who has read the words of a language, as they are now, and vouches for them. */
export async function vouchForLanguage(db: Db, input: ParsedInputOf<typeof api.vouchForLanguage>, act: Act) {
  await db.run(
    sql`insert into language_reviews (id, language, words_hash, reviewer, recorded_by, recorded_at)
      values (${input.id}::uuid, ${input.language}, ${hashOfWords(input.language)}, ${input.reviewer},
        (select gate.actor_post()), ${act.now})`,
  );
  return { id: input.id };
}
