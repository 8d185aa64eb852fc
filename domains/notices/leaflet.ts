import * as z from 'zod';
import { readTown } from '#domains/districts/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { currentSite } from '#platform/credentials/site.ts';
import { drawQr } from '#platform/credentials/totp.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { typeset } from '#platform/typesetting/typeset.ts';
import { tagOf } from '#ui/public/languages.ts';
import { speak } from '#ui/public/speak.ts';
import type * as api from './api.ts';
import { readMarks, withoutMarks } from './marks.ts';
import { type NoticeKey, noticePageWords } from './public-words.ts';
import { plain, writeDay } from './public-writing.ts';

const printed = z.object({
  title: z.string(),
  words: z.string(),
  told_by: z.string(),
  district_names: z.array(z.string()),
  shown_until: z.string().nullable(),
  published: z.boolean(),
});

/**
 * 回覧板の一枚: what a notice says now, in one language, on A4, with the way to the page where it can be read in the others. What
 * is not published bears no such way.
 *
 * @throws Refusal `not_found`; `refused` where there are no words in that language
 */
export async function printNotice(
  db: Db,
  { id, language }: ParsedInputOf<typeof api.printNotice>,
  act: Act,
): Promise<LaterFile> {
  const notice = await db.one(
    printed.extend({ title: z.string().nullable(), words: z.string().nullable() }),
    sql`select t.title, t.words, b.name as told_by, n.shown_until,
        array(select d.name from districts d where d.id = any(n.district_ids) order by d.sort, d.id) as district_names,
        coalesce((select p.withdrawn_at is null from notice_publications p where p.notice_id = n.id
          order by p.published_at desc, p.id desc limit 1), false) as published
      from notices n join bodies b on b.id = n.holder_id
      left join lateral (select x.title, x.words from notice_texts x where x.notice_id = n.id and x.language = ${language}
        order by x.version desc limit 1) t on true
      where n.id = ${id}::uuid`,
  );
  if (notice.title === null || notice.words === null) throw new Refusal('refused', m.notices_refused_words());
  const { town } = await readTown(db, {}, act);
  const say = (key: NoticeKey, parts = {}) => plain(speak(noticePageWords, language)(key, parts));
  const address = `${currentSite().origin}/notices/${id}?lang=${language}`;
  const data = {
    lang: tagOf(language).slice(0, 2),
    title: readMarks(notice.title),
    plain: withoutMarks(notice.title),
    lines: notice.words.split('\n').map(readMarks),
    town: town?.name ?? '',
    from: say('told_by', { name: notice.told_by }),
    until: notice.shown_until ? say('until', { day: writeDay(notice.shown_until, language) }) : null,
    districts: notice.district_names.length > 0 ? notice.district_names.join(m.notices_between()) : null,
    mark: town?.sample ? m.notices_sample() : null,
    qr: notice.published ? drawQr(address) : null,
    says: notice.published ? say('leaflet_qr') : m.notices_leaflet_draft(),
    address: notice.published ? address : null,
  };
  return async () => ({
    name: m.notices_leaflet_file({ title: withoutMarks(notice.title ?? '').replace(/[\\/:*?"<>|\s]/g, '') }),
    type: 'application/pdf',
    bytes: await typeset({ template: '#domains/notices/leaflet.typ', data }),
  });
}
