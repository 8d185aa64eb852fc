import * as z from 'zod';
import { readTown } from '#domains/districts/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay, formatEraDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import { cellOf, lineOf } from '#platform/typesetting/paper.ts';
import { printPaper } from '#platform/typesetting/print.ts';
import { readPlaceDay } from './day-queries.ts';
import type * as api from './event-api.ts';
import { requireNames } from './writing.ts';

/** So many lines fill the first page with the note below them. */
const linesOnPage = 13;
/** At least so many are empty, for whoever comes besides. */
const leastEmpty = 6;

/**
 * 名簿 of a day on paper: who is registered first, then whom the place knows; boxes to tick, lines to write on, and the number of heads.
 *
 * @throws Refusal `not_found`; `refused` where the names are not the actor's to see
 */
export async function printNameList(
  db: Db,
  { id, on }: ParsedInputOf<typeof api.printNameList>,
  act: Act,
): Promise<LaterFile> {
  await requireNames(db, id);
  const { town } = await readTown(db, {}, act);
  const day = await readPlaceDay(db, { id, day: on }, act);
  const { holder } = await db.one(
    z.object({ holder: z.string() }),
    sql`select b.name as holder from places p join bodies b on b.id = p.holder_id where p.id = ${id}::uuid`,
  );
  const title = m.places_paper_list_title();
  const rows = [
    ...day.people.map((one) => [one.name, one.heads ? m.places_paper_registered({ n: one.heads }) : '']),
    ...Array.from({ length: Math.max(leastEmpty, linesOnPage - day.people.length) }, () => ['', '']),
  ];
  return async () => ({
    name: m.places_paper_list_file({ day: on }),
    type: 'application/pdf',
    bytes: await printPaper({
      title,
      overline: holder,
      motto: m.places_paper_list_of({ name: day.name, day: formatDay(on) }),
      runningHead: m.places_paper_list_head({ name: day.name }),
      mark: town?.sample ? { word: m.places_sample(), sentence: m.places_sample_sentence() } : null,
      facts: [
        { term: m.places_paper_made(), lines: [formatEraDay(act.today)] },
        ...(day.events.length > 0
          ? [{ term: m.places_events(), lines: day.events.map((one) => one.title) }]
          : []),
      ],
      contentsTitle: null,
      sections: [
        {
          title: m.places_paper_came(),
          newPage: false,
          blocks: [
            {
              kind: 'text',
              lines: [lineOf(m.places_paper_how()), lineOf(m.places_paper_keep())],
              quiet: false,
            },
            {
              kind: 'table',
              caption: m.places_paper_names(),
              columns: [
                { head: m.places_paper_box(), share: 1, align: 'center' },
                { head: m.places_label_guest(), share: 5, align: 'start' },
                { head: m.places_paper_registration(), share: 2, align: 'start' },
              ],
              rows: rows.map(([name = '', note = '']) => [
                cellOf(m.places_paper_tick()),
                cellOf(name, { head: true }),
                cellOf(note),
              ]),
              closing: [],
              dense: false,
              notes: [m.places_paper_heads()],
            },
          ],
        },
      ],
    }),
  });
}
