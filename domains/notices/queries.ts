import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { limitTo, sql } from '#platform/sql.ts';
import * as api from './api.ts';

export { printNotice } from './leaflet.ts';

/** The newest publication of a notice, and whether what it says is what was published. */
const state = sql`case
    when p.id is null then 'draft'
    when p.withdrawn_at is not null then 'withdrawn'
    when p.versions = v.versions and p.district_ids = n.district_ids and p.themes = n.themes and p.shown_from = n.shown_from
      and p.shown_until is not distinct from n.shown_until then 'published'
    else 'changed' end as state`;
const newest = sql`left join lateral (select o.* from notice_publications o where o.notice_id = n.id
    order by o.published_at desc, o.id desc limit 1) p on true
  cross join lateral (select jsonb_object_agg(x.language, x.version) as versions from (select t.language, max(t.version) as version
    from notice_texts t where t.notice_id = n.id group by t.language) x) v`;
const shown = sql`n.id, n.shown_from, n.shown_until, ${state},
  array(select d.name from districts d where d.id = any(n.district_ids) order by d.sort, d.id) as district_names`;

/** The newest first. */
export async function listNotices(
  db: Db,
  input: ParsedInputOf<typeof api.listNotices>,
  _act: Act,
): Promise<OutputOf<typeof api.listNotices>> {
  const found = await db.all(
    api.listNotices.output.shape.notices.element,
    sql`select ${shown}, array(select jsonb_object_keys(v.versions)) as languages,
        (select t.title from notice_texts t where t.notice_id = n.id and t.language = 'ja' order by t.version desc limit 1) as title
      from notices n ${newest}
      where ${input.after ? sql`n.id < ${input.after}::uuid` : sql`true`} order by n.id desc ${limitTo(input.limit + 1)}`,
  );
  const notices = found.slice(0, input.limit);
  return { notices, next: found.length > input.limit ? (notices.at(-1)?.id ?? null) : null };
}

const text = api.readNotice.output.shape.texts.element;

/** @throws Refusal `not_found` */
export async function readNotice(
  db: Db,
  { id }: ParsedInputOf<typeof api.readNotice>,
  _act: Act,
): Promise<OutputOf<typeof api.readNotice>> {
  const { shape } = api.readNotice.output;
  const notice = await db.one(
    z.object(shape).omit({ texts: true, before: true, publications: true, deliveries: true }),
    sql`select ${shown}, n.version, n.place_id, n.district_ids, n.themes from notices n ${newest} where n.id = ${id}::uuid`,
  );
  const all = await db.all(
    text,
    sql`select t.language, t.version, t.title, t.words, to_jsonb(t.written_at) #>> '{}' as written_at
      from notice_texts t where t.notice_id = ${id}::uuid order by t.written_at desc, t.version desc limit 200`,
  );
  const texts = all.filter((one, i) => all.findIndex(({ language }) => language === one.language) === i);
  const publications = await db.all(
    shape.publications.element,
    sql`select to_jsonb(published_at) #>> '{}' as published_at, to_jsonb(withdrawn_at) #>> '{}' as withdrawn_at, to_line
      from notice_publications where notice_id = ${id}::uuid order by notice_publications.published_at desc, id desc limit 50`,
  );
  const deliveries = await db.all(
    shape.deliveries.element,
    sql`select channel, state, answer, messages from gate.deliveries_of(${id}::uuid) order by channel, state, answer`,
  );
  return { ...notice, texts, before: all.filter((one) => !texts.includes(one)), publications, deliveries };
}
