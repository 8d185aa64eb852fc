import * as z from 'zod';
import { readTown } from '#domains/districts/queries.ts';
import { firstDayOf } from '#domains/encounters/model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatEraDay, formatEraMonth } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { printLetters } from '#platform/typesetting/letter.ts';
import { sheetStands } from '../visits/sheet-standing.ts';
import { requestWays } from './model.ts';
import type * as api from './request-api.ts';
import type { AskedSheet } from './request-api.ts';

/** The newest request of every group and month in reach, the newest month first. */
export async function listSheetRequests(
  db: Db,
  { month, state }: ParsedInputOf<typeof api.listSheetRequests>,
  _act: Act,
): Promise<OutputOf<typeof api.listSheetRequests>> {
  const requests = await db.all(
    z.object({
      id: z.uuid(),
      group_id: z.uuid(),
      group_name: z.string(),
      district_id: z.uuid(),
      district_name: z.string(),
      month: z.string(),
      way: z.enum(requestWays),
      words: z.string().nullable(),
      asked_on: z.string(),
      asked_by_name: z.string().nullable(),
    }),
    sql`select r.id, r.group_id, b.name as group_name, r.district_id, d.name as district_name,
        to_char(r.month, 'YYYY-MM') as month, r.way, r.words,
        to_char(r.asked_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as asked_on, a.name as asked_by_name
      from (select distinct on (month, group_id, district_id) * from sheet_requests
        where ${month ? sql`month = ${firstDayOf(month)}::date` : sql`true`}
        order by month, group_id, district_id, asked_at desc) r
      join bodies b on b.id = r.group_id
      join districts d on d.id = r.district_id
      left join accounts a on a.id = r.asked_by
      where ${state === 'all'} or not ${sheetStands(sql`r`)}
      order by r.month desc, d.sort, d.id`,
  );
  return { requests };
}

/**
 * Letters to the groups that were asked by letter and have not handed in: one on a page, to be sent or brought.
 *
 * @throws Refusal `refused` when no letter waits to be printed
 */
export async function printRequestLetters(
  db: Db,
  { month, group }: ParsedInputOf<typeof api.printRequestLetters>,
  act: Act,
): Promise<LaterFile> {
  const { town } = await readTown(db, {}, act);
  const { name: from } = await db.one(
    z.object({ name: z.string() }),
    sql`select name from bodies where id = ${act.actor.body}`,
  );
  const { requests } = await listSheetRequests(db, { month, state: 'waiting' }, act);
  const asked = requests.filter(({ way, group_id }) => way === 'letter' && (!group || group === group_id));
  if (asked.length === 0) throw new Refusal('refused', m.groups_refused_letters());
  const title = m.groups_letter_title({ month: formatEraMonth(month) });
  const written = {
    date: formatEraDay(act.today),
    from,
    title,
    mark: town?.sample ? m.groups_sample_word() : null,
  };
  const letters = asked.map((one) => ({ ...written, ...writeLetter(one) }));
  return async () => ({
    name: `${title}.pdf`,
    type: 'application/pdf',
    bytes: await printLetters(title, from, letters),
  });
}

function writeLetter({ group_name, district_name, month, words, asked_on, asked_by_name }: AskedSheet) {
  return {
    reference: null,
    to: m.groups_letter_heading({ group: group_name }),
    paragraphs: [
      m.groups_letter_thanks(),
      m.groups_letter_please({ month: formatEraMonth(month), district: district_name }),
      ...(words ?? '').split('\n').filter((line) => line.trim() !== ''),
      m.groups_letter_zero(),
    ],
    facts: [
      {
        term: m.groups_letter_ways(),
        lines: [m.groups_letter_way_paper(), m.groups_letter_way_phone(), m.groups_letter_way_screen()],
      },
      { term: m.groups_letter_asked_on(), lines: [formatEraDay(asked_on)] },
      { term: m.groups_letter_asked_by(), lines: [asked_by_name ?? m.groups_somebody()] },
    ],
    end: m.groups_letter_end(),
  };
}
