import * as z from 'zod';
import { type Role, roleWords } from '#domains/posts/model.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { question, type ToldEntry, toldWords } from './model.ts';

const keyColumns = sql`k.id, k.about, k.about_id, coalesce(c.name, c.called, h.name) as about_name, k.given_to, k.checked,
  to_jsonb(k.issued_at) #>> '{}' as issued_at, to_jsonb(k.expires_at) #>> '{}' as expires_at,
  to_jsonb(r.released_at) #>> '{}' as released_at, to_jsonb(k.ended_at) #>> '{}' as ended_at,
  (select count(*)::int from disclosure_questions q where q.key_id = k.id
    and not exists (select from disclosure_answers a where a.question_id = q.id)) as open_questions`;

const keySources = sql`disclosure_keys k
  left join disclosure_releases r on r.key_id = k.id
  left join clients c on c.id = k.about_id
  left join households h on h.id = k.about_id`;

/** The codes a body has issued, newest first. */
export async function listDisclosureKeys(
  db: Db,
  { about_id, after, limit }: ParsedInputOf<typeof api.listDisclosureKeys>,
  _act: Act,
): Promise<OutputOf<typeof api.listDisclosureKeys>> {
  const found = await db.all(
    api.listDisclosureKeys.output.shape.keys.element,
    sql`select ${keyColumns} from ${keySources}
      where (${about_id ?? null}::uuid is null or k.about_id = ${about_id ?? null}::uuid)
        and (${after ?? null}::uuid is null
          or (k.issued_at, k.id) < (select o.issued_at, o.id from disclosure_keys o where o.id = ${after ?? null}::uuid))
      order by k.issued_at desc, k.id desc
      limit ${limit + 1}`,
  );
  const keys = found.slice(0, limit);
  return { keys, next: found.length > limit ? (keys.at(-1)?.id ?? null) : null };
}

const row = z.object({
  id: z.uuid(),
  at: z.string(),
  day: z.string(),
  body_name: z.string().nullable(),
  role: z.string().nullable(),
  word: z.string(),
  held_back: z.string().nullable(),
});

/** The newest 500 entries about somebody that the actor may be told of, in plain words. */
async function listTold(db: Db, aboutId: Sql) {
  const rows = await db.all(
    row,
    sql`select e.id, to_jsonb(e.at) #>> '{}' as at, (e.at at time zone 'Asia/Tokyo')::date as day, b.name as body_name, e.role,
        e.word, h.reason as held_back
      from audit_entries e
      left join bodies b on b.id = e.body_id
      left join disclosure_holdbacks h on h.entry_id = e.id and h.about_id = ${aboutId}
      where e.number = any((select gate.entries_told())::bigint[]) and e.subjects && gate.ids_told_of(${aboutId})
      order by e.number desc
      limit 500`,
  );
  return rows.map(({ word, role, body_name, ...rest }) => ({
    ...rest,
    body_name: body_name ?? '',
    role: role !== null && role in roleWords ? roleWords[role as Role]() : '',
    what: toldWords[word]?.() ?? '',
  }));
}

function listQuestions(db: Db, aboutId: Sql) {
  return db.all(
    question,
    sql`select q.id, q.kind, q.words, to_jsonb(q.asked_at) #>> '{}' as asked_at, a.words as answer,
        to_jsonb(a.answered_at) #>> '{}' as answered_at
      from disclosure_questions q left join disclosure_answers a on a.question_id = q.id
      where q.about_id = ${aboutId}
      order by q.asked_at desc, q.id`,
  );
}

/** A code with what it shows, for whoever lets it out. */
export async function readDisclosureKey(
  db: Db,
  { id }: ParsedInputOf<typeof api.readDisclosureKey>,
  _act: Act,
): Promise<OutputOf<typeof api.readDisclosureKey>> {
  const key = await db.maybe(
    api.readDisclosureKey.output.shape.key,
    sql`select ${keyColumns} from ${keySources} where k.id = ${id}::uuid`,
  );
  if (!key) throw refuseNotFound();
  const about = sql`${key.about_id}::uuid`;
  return { key, entries: await listTold(db, about), questions: await listQuestions(db, about) };
}

/** As the person reads it: what is held back left out, and what the same role did several times on a day said once. */
export function sayOnce(entries: readonly (ToldEntry & { held_back: string | null })[]): ToldEntry[] {
  const said = new Set<string>();
  return entries.flatMap(({ held_back, ...entry }) => {
    const line = [entry.day, entry.body_name, entry.role, entry.what].join('\n');
    if (held_back !== null || said.has(line)) return [];
    said.add(line);
    return [entry];
  });
}

/** わたしの記録: which role of which body did what with the record, and when; under the code alone. */
export async function readMyRecord(
  db: Db,
  _input: ParsedInputOf<typeof api.readMyRecord>,
  _act: Act,
): Promise<OutputOf<typeof api.readMyRecord>> {
  const key = await db.one(
    z.object({ about_id: z.uuid(), body_name: z.string(), expires_on: z.string() }),
    sql`select k.about_id, b.name as body_name, (k.expires_at at time zone 'Asia/Tokyo')::date as expires_on
      from disclosure_keys k join bodies b on b.id = k.holder_id where k.id = (select gate.key_of_actor())`,
  );
  const about = sql`${key.about_id}::uuid`;
  const entries = await listTold(db, about);
  return {
    ...key,
    entries: sayOnce(entries),
    questions: await listQuestions(db, about),
  };
}
