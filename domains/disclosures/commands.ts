import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { hashSecret, mintPrintedCode } from '#platform/credentials/secrets.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';

/**
 * Gives a person, or who may speak for the person (委任状), a code to read who has seen the record. What a records officer
 * issues is let out with it; what a window issues waits until the officer has looked through it.
 *
 * @throws Refusal `not_found` for a record of another body
 */
export async function issueDisclosureKey(
  db: Db,
  input: ParsedInputOf<typeof api.issueDisclosureKey>,
  act: Act,
) {
  const code = mintPrintedCode();
  const { known } = await db.one(
    z.object({ known: z.boolean() }),
    sql`with about as (
        select id, holder_id from clients where ${input.about} = 'client' and id = ${input.about_id}::uuid
          and holder_id = any((select gate.bodies_disclosing())::uuid[])
        union all
        select id, holder_id from households where ${input.about} = 'household' and id = ${input.about_id}::uuid
          and holder_id = any((select gate.bodies_disclosing())::uuid[])),
      proof as (insert into disclosure_codes (key_id, code_hash, about_id, holder_id)
        select ${input.id}::uuid, ${hashSecret(code)}, id, holder_id from about),
      entry as (insert into disclosure_keys (id, about, about_id, given_to, checked, issued_by, issued_at, expires_at,
          holder_id)
        select ${input.id}::uuid, ${input.about}, id, ${input.given_to}, ${input.checked},
          (select gate.actor_post()), ${act.now}::timestamptz,
          ${act.now}::timestamptz + make_interval(days => ${input.days}::int), holder_id
        from about),
      release as (insert into disclosure_releases (key_id, released_by, released_at, about_id, holder_id)
        select ${input.id}::uuid, (select gate.actor_post()), ${act.now}::timestamptz, id, holder_id from about
        where holder_id = any((select gate.bodies_releasing())::uuid[]))
      select exists (select from about) as known`,
  );
  if (!known) throw refuseNotFound();
  return { id: input.id, secret_code: code };
}

/** Lets a code out, after what it shows was looked through. Doing it twice changes nothing. */
export async function releaseDisclosureKey(
  db: Db,
  { id }: ParsedInputOf<typeof api.releaseDisclosureKey>,
  act: Act,
) {
  const { known } = await db.one(
    z.object({ known: z.boolean() }),
    sql`with found as (select id, about_id, holder_id from disclosure_keys
        where id = ${id}::uuid and holder_id = any((select gate.bodies_releasing())::uuid[])),
      released as (insert into disclosure_releases (key_id, released_by, released_at, about_id, holder_id)
        select id, (select gate.actor_post()), ${act.now}::timestamptz, about_id, holder_id from found
        where not exists (select from disclosure_releases r where r.key_id = found.id))
      select exists (select from found) as known`,
  );
  if (!known) throw refuseNotFound();
  return { id };
}

/** From now on the code opens nothing. */
export async function endDisclosureKey(db: Db, { id }: ParsedInputOf<typeof api.endDisclosureKey>, act: Act) {
  const ended = await db.run(
    sql`update disclosure_keys set ended_at = coalesce(ended_at, ${act.now}::timestamptz) where id = ${id}::uuid`,
  );
  if (ended === 0) throw refuseNotFound();
  return { id };
}

/** Holds a line back, with the reason. Only what is there to be shown can be held back. */
export async function holdBackEntry(
  db: Db,
  { id, entry_id, reason }: ParsedInputOf<typeof api.holdBackEntry>,
  act: Act,
) {
  const { known } = await db.one(
    z.object({ known: z.boolean() }),
    sql`with found as (select k.about_id, k.holder_id from disclosure_keys k
        join audit_entries e on e.id = ${entry_id}::uuid and e.subjects && gate.ids_told_of(k.about_id)
          and e.number = any((select gate.entries_told())::bigint[])
        where k.id = ${id}::uuid and k.holder_id = any((select gate.bodies_releasing())::uuid[])),
      held as (insert into disclosure_holdbacks (about_id, entry_id, reason, held_by, held_at, holder_id)
        select about_id, ${entry_id}::uuid, ${reason}, (select gate.actor_post()), ${act.now}::timestamptz, holder_id
        from found
        where not exists (select from disclosure_holdbacks h
          where h.about_id = found.about_id and h.entry_id = ${entry_id}::uuid))
      select exists (select from found) as known`,
  );
  if (!known) throw refuseNotFound();
  return { id };
}

export async function showEntryAgain(
  db: Db,
  { id, entry_id }: ParsedInputOf<typeof api.showEntryAgain>,
  _act: Act,
) {
  const shown = await db.run(
    sql`delete from disclosure_holdbacks h using disclosure_keys k
      where k.id = ${id}::uuid and h.about_id = k.about_id and h.entry_id = ${entry_id}::uuid`,
  );
  if (shown === 0) throw refuseNotFound();
  return { id };
}

/** Answers what a person asked or objected to. An answer is not overwritten: it was read. */
export async function answerQuestion(
  db: Db,
  { id, words }: ParsedInputOf<typeof api.answerQuestion>,
  act: Act,
) {
  const { known, written } = await db.one(
    z.object({ known: z.boolean(), written: z.int() }),
    sql`with found as (select q.id, q.about_id, q.holder_id from disclosure_questions q where q.id = ${id}::uuid),
      written as (insert into disclosure_answers (question_id, words, answered_by, answered_at, about_id, holder_id)
        select id, ${words}, (select gate.actor_post()), ${act.now}::timestamptz, about_id, holder_id from found
        where not exists (select from disclosure_answers a where a.question_id = found.id)
        returning 1)
      select exists (select from found) as known, (select count(*)::int from written) as written`,
  );
  if (!known) throw refuseNotFound();
  if (written === 0) throw new Refusal('refused', m.disclosures_refused_answered());
  return { id };
}

/** What the person asks, or objects to, under the code. Sent twice, it stands once. */
export async function askAboutMyRecord(
  db: Db,
  { id, kind, words }: ParsedInputOf<typeof api.askAboutMyRecord>,
  act: Act,
) {
  await db.run(
    sql`insert into disclosure_questions (id, key_id, kind, words, asked_at, about_id, holder_id)
      select ${id}::uuid, k.id, ${kind}, ${words}, ${act.now}::timestamptz, k.about_id, k.holder_id
      from disclosure_keys k
      where not exists (select from disclosure_questions q where q.id = ${id}::uuid)`,
  );
  return { id };
}
