import * as z from 'zod';
import { refuse } from '#domains/wishes/participant-commands.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';

/** @throws Refusal `invalid` for an end before its beginning, or a host's notice without the own place */
export async function writeNotice(db: Db, input: ParsedInputOf<typeof api.writeNotice>, act: Act) {
  checkDays(input);
  const place = act.actor.role === 'place_host' ? await ownPlace(db, input.place_id) : null;
  await db.run(
    sql`insert into notices (id, district_ids, themes, shown_from, shown_until, place_id, written_by, written_at, holder_id)
      values (${input.id}::uuid, ${input.district_ids}::uuid[], ${input.themes}::text[], ${input.shown_from}::date,
        ${input.shown_until ?? null}::date, ${place}::uuid, ${act.actor.post}::uuid, ${act.now}, ${act.actor.body}::uuid)`,
  );
  await db.run(
    sql`insert into notice_texts (notice_id, language, version, title, words, written_by, written_at, place_id, holder_id)
      values (${input.id}::uuid, 'ja', 1, ${input.title}, ${input.words}, ${act.actor.post}::uuid, ${act.now}, ${place}::uuid,
        ${act.actor.body}::uuid)`,
  );
  return { id: input.id };
}

/** The place a host writes for: the one named, or the only one there is. */
async function ownPlace(db: Db, named: string | undefined): Promise<string> {
  const places = await db.all(
    z.object({ id: z.uuid() }),
    sql`select unnest((select gate.places_hosted())::uuid[]) as id`,
  );
  const found = places.find(({ id }) => id === (named ?? places[0]?.id));
  return found?.id ?? refuse('place_id', m.notices_field_place());
}

/** @throws Refusal `not_found`, `invalid`; `refused` when somebody else has changed it meanwhile */
export async function changeAudience(db: Db, input: ParsedInputOf<typeof api.changeAudience>, _act: Act) {
  checkDays(input);
  await requireNotice(db, input.id);
  const written = await db.run(
    sql`update notices set district_ids = ${input.district_ids}::uuid[], themes = ${input.themes}::text[],
        shown_from = ${input.shown_from}::date, shown_until = ${input.shown_until ?? null}::date, version = version + 1
      where id = ${input.id}::uuid and version = ${input.version}`,
  );
  if (written === 0) throw new Refusal('refused', m.notices_refused_version());
  return { id: input.id };
}

/** @throws Refusal `not_found`; `refused` when somebody else has written this language meanwhile */
export async function writeNoticeText(db: Db, input: ParsedInputOf<typeof api.writeNoticeText>, act: Act) {
  const { place_id, holder_id } = await requireNotice(db, input.notice_id);
  const { version } = await db.one(
    z.object({ version: z.int() }),
    sql`select coalesce(max(t.version), 0)::integer as version from notice_texts t
      where t.notice_id = ${input.notice_id}::uuid and t.language = ${input.language}`,
  );
  if (version !== input.version) throw new Refusal('refused', m.notices_refused_version());
  await db.run(
    sql`insert into notice_texts (notice_id, language, version, title, words, written_by, written_at, place_id, holder_id)
      values (${input.notice_id}::uuid, ${input.language}, ${version + 1}, ${input.title}, ${input.words}, ${act.actor.post}::uuid,
        ${act.now}, ${place_id}::uuid, ${holder_id}::uuid)`,
  );
  return { id: input.notice_id };
}

/** @throws Refusal `not_found`; `refused` when its days are over */
export async function publishNotice(db: Db, input: ParsedInputOf<typeof api.publishNotice>, act: Act) {
  const { shown_until } = await requireNotice(db, input.notice_id);
  if (shown_until && shown_until < act.today) throw new Refusal('refused', m.notices_refused_over());
  await db.run(
    sql`insert into notice_publications (id, notice_id, versions, district_ids, themes, shown_from, shown_until, to_line, published_by,
        published_at, place_id, holder_id)
      select ${input.id}::uuid, n.id, (select jsonb_object_agg(t.language, t.version) from (
          select x.language, max(x.version) as version from notice_texts x where x.notice_id = n.id group by x.language) t),
        n.district_ids, n.themes, n.shown_from, n.shown_until, ${input.to_line}, ${act.actor.post}::uuid, ${act.now}, n.place_id,
        n.holder_id
      from notices n where n.id = ${input.notice_id}::uuid`,
  );
  return { id: input.id };
}

/** Gone from the public page with the next look; what was not sent yet is not sent any more. @throws Refusal `not_found` */
export async function takeNoticeBack(db: Db, { id }: ParsedInputOf<typeof api.takeNoticeBack>, act: Act) {
  await requireNotice(db, id);
  await db.run(
    sql`update notice_publications set withdrawn_at = ${act.now} where notice_id = ${id}::uuid and withdrawn_at is null`,
  );
  return { id };
}

/** @throws Refusal `not_found` */
export async function sendNoticeAgain(db: Db, { id }: ParsedInputOf<typeof api.sendNoticeAgain>, _act: Act) {
  await requireNotice(db, id);
  await db.one(z.object({ n: z.int() }), sql`select gate.send_again(${id}::uuid) as n`);
  return { id };
}

function requireNotice(db: Db, id: string) {
  return db.one(
    z.object({ place_id: z.uuid().nullable(), holder_id: z.uuid(), shown_until: z.string().nullable() }),
    sql`select place_id, holder_id, shown_until from notices where id = ${id}::uuid`,
  );
}

function checkDays({ shown_from, shown_until }: { shown_from: string; shown_until?: string | undefined }) {
  if (shown_until && shown_until < shown_from) refuse('shown_until', m.notices_field_end());
}
