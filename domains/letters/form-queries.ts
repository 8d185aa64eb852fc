import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import { translated } from '#ui/public/languages.ts';
import * as api from './form-api.ts';
import { listHashesNow } from './public-words.ts';

/** Bodies with somebody of these roles today, who would read what comes. */
function bodiesWith(roles: readonly string[]) {
  return sql`select b.id, b.name from bodies b
    where exists (select from posts p where p.body_id = b.id and p.role = any(${roles}::text[])
      and p.starts_on <= (select gate.today()) and (p.ends_on is null or p.ends_on >= (select gate.today())))
    order by b.sort, b.kana, b.id`;
}
export const candidates = bodiesWith(['intake_worker', 'case_coordinator']);
export const coordinating = bodiesWith(['community_coordinator']);

/** The newest setting; without one nothing was ever set. */
export const setting = sql`select windows, default_id, set_at, wishes_id from letter_settings order by set_at desc, id desc limit 1`;

/** Languages for whose words, as they are now, somebody vouches; the newest says who. */
export function findReviews() {
  return sql`select distinct on (r.language) r.language, r.reviewer,
    to_jsonb(r.recorded_at) #>> '{}' as recorded_at
  from language_reviews r
  where (r.language, r.words_hash) in (select n.language, n.words_hash
    from jsonb_to_recordset(${JSON.stringify(listHashesNow())}::jsonb) n(language text, words_hash text))
  order by r.language, r.recorded_at desc, r.id desc`;
}

/** How the public form is set, and what it could be set to. */
export async function readPublicForm(
  db: Db,
  _input: ParsedInputOf<typeof api.readPublicForm>,
  _act: Act,
): Promise<OutputOf<typeof api.readPublicForm>> {
  const shape = api.readPublicForm.output.shape;
  const found = await db.maybe(
    api.readPublicForm.output.pick({ windows: true, default_id: true, set_at: true, wishes_id: true }),
    sql`select windows, default_id, to_jsonb(set_at) #>> '{}' as set_at, wishes_id from (${setting}) s`,
  );
  const known = await db.all(shape.languages.element, findReviews());
  return {
    candidates: await db.all(shape.candidates.element, candidates),
    coordinators: await db.all(shape.coordinators.element, coordinating),
    ...(found ?? { windows: [], default_id: null, set_at: null, wishes_id: null }),
    languages: translated.map(
      (language) =>
        known.find((one) => one.language === language) ?? { language, reviewer: null, recorded_at: null },
    ),
  };
}
