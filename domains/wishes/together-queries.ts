import * as z from 'zod';
import { readTown } from '#domains/districts/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { daysOfFiscalYear, fiscalYearOf } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { writePage } from '#platform/typesetting/page.ts';
import { printPaper } from '#platform/typesetting/print.ts';
import { readToldStories } from './story-queries.ts';
import * as api from './together-api.ts';
import { presentTogether } from './together-paper.ts';

type Together = OutputOf<typeof api.readTogether>;

/** Counts from what came true, thanks and stories as far as they may be told there. */
export async function readTogether(
  db: Db,
  input: ParsedInputOf<typeof api.readTogether>,
  act: Act,
): Promise<Together> {
  const of = api.readTogether.output.shape;
  const fiscal_year = input.fiscal_year ?? fiscalYearOf(act.today);
  const { first, last } = daysOfFiscalYear(fiscal_year);
  const district = await db.maybe(
    of.district.unwrap(),
    sql`select d.id, d.name from districts d
      where d.id = coalesce(${input.district ?? null}::uuid, (select p.district_id from posts p where p.id = (select gate.actor_post())))
        and gate.knows_together(d.id)`,
  );
  if (!district)
    return { district: null, fiscal_year, times: 0, returned: 0, months: [], thanks: [], stories: [] };
  const span = sql`${district.id}::uuid, ${first}::date, ${last}::date`;
  const months = await db.all(
    z.object({ month: z.string(), times: z.int(), returned: z.int() }),
    sql`select to_char(t.month, 'YYYY-MM') as month, t.times, t.returned from gate.together_in(${span}) t order by 1`,
  );
  const thanks = await db.all(
    of.thanks.element,
    sql`select t.words, t.happened_on from gate.thanks_told_in(${span}) t`,
  );
  return {
    district,
    fiscal_year,
    times: months.reduce((sum, { times }) => sum + times, 0),
    returned: months.reduce((sum, { returned }) => sum + returned, 0),
    months: months.map(({ month, times }) => ({ month, times })),
    thanks,
    stories: await readToldStories(
      db,
      'bodies',
      sql`s.district_id = ${district.id}::uuid and s.happened_on between ${first}::date and ${last}::date`,
    ),
  };
}

/** @throws Refusal `not_found` without a district, or for one that is not the post's */
export async function printTogether(
  db: Db,
  { format, ...asked }: ParsedInputOf<typeof api.printTogether>,
  act: Act,
): Promise<LaterFile> {
  const { town } = await readTown(db, {}, act);
  const together = await readTogether(db, asked, act);
  if (!town || !together.district) throw refuseNotFound();
  const paper = presentTogether(together, { town: town.name, sample: town.sample, today: act.today });
  const name = m.wishes_together_file({ district: together.district.name, date: act.today });
  return async () =>
    format === 'pdf'
      ? { name: `${name}.pdf`, type: 'application/pdf', bytes: await printPaper(paper) }
      : {
          name: `${name}.html`,
          type: 'text/html; charset=utf-8',
          bytes: new TextEncoder().encode(await writePage(paper)),
        };
}
