import * as z from 'zod';
import { readTown } from '#domains/districts/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { fiscalYearOf, formatDay, formatEraDay, formatFiscalYear } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import { lineOf, type Section } from '#platform/typesetting/paper.ts';
import { printPaper } from '#platform/typesetting/print.ts';
import type * as api from './api.ts';
import { insuranceWords, kindWords, permissionWords } from './model.ts';
import { readContribution } from './queries.ts';

type Contribution = OutputOf<typeof api.readContribution>;

/**
 * 地域貢献のまとめ of one organisation and one fiscal year: what was given in it, on which conditions, when something came true, and
 * what it brought to both. Nothing is compared with anybody's.
 *
 * @throws Refusal `not_found`
 */
export async function printContributions(
  db: Db,
  { participant_id, fiscal_year }: ParsedInputOf<typeof api.printContributions>,
  act: Act,
): Promise<LaterFile> {
  const year = fiscal_year ?? fiscalYearOf(act.today);
  const { town } = await readTown(db, {}, act);
  const { name, from } = await db.one(
    z.object({ name: z.string(), from: z.string() }),
    sql`select n.name, b.name as from from participant_names n join bodies b on b.id = n.holder_id
      where n.participant_id = ${participant_id}::uuid`,
  );
  const ids = await db.all(
    z.object({ id: z.uuid() }),
    sql`select id from contributions where participant_id = ${participant_id}::uuid and starts_on < make_date(${year}::int + 1, 4, 1)
        and (ends_on is null or ends_on >= make_date(${year}::int, 4, 1)) order by starts_on, id`,
  );
  const contributions: Contribution[] = [];
  for (const { id } of ids) contributions.push(await readContribution(db, { id }, act));
  const inYear = (day: string) => fiscalYearOf(day) === year;
  const title = m.contributions_paper_title();
  return async () => ({
    name: m.contributions_paper_file({ year, day: act.today }),
    type: 'application/pdf',
    bytes: await printPaper({
      title,
      overline: from,
      motto: m.contributions_paper_of({ name, year: formatFiscalYear(year) }),
      runningHead: m.contributions_paper_head({ title, from }),
      mark: town?.sample
        ? { word: m.contributions_paper_sample(), sentence: m.contributions_paper_sample_sentence() }
        : null,
      facts: [{ term: m.contributions_paper_day(), lines: [formatEraDay(act.today)] }],
      contentsTitle: null,
      sections:
        contributions.length === 0
          ? [
              {
                title: m.contributions_paper_none_title(),
                newPage: false,
                blocks: [{ kind: 'text', lines: [lineOf(m.contributions_paper_none())], quiet: false }],
              },
            ]
          : contributions.map((one) => presentContribution(one, inYear)),
    }),
  });
}

function presentContribution(one: Contribution, inYear: (day: string) => boolean): Section {
  const days = one.came_true.filter(inYear);
  const results = one.results.filter(({ looked_on }) => inYear(looked_on));
  const terms = [
    [m.contributions_label_kinds(), [one.kinds.map((kind) => kindWords[kind]()).join(m.wishes_and())]],
    [m.contributions_label_term(), [writeTerm(one)]],
    [m.contributions_label_conditions(), [one.conditions]],
    [m.contributions_label_insurance(), [insuranceWords[one.insurance](), one.insurance_words]],
    [
      m.contributions_label_came_true(),
      days.length === 0
        ? [m.contributions_came_true_none()]
        : [
            m.contributions_came_true_n({ n: days.length }),
            days.map((day) => formatDay(day)).join(m.wishes_and()),
          ],
    ],
    [m.contributions_label_brought_others(), results.map(({ brought_others }) => brought_others)],
    [m.contributions_label_brought_giver(), results.map(({ brought_giver }) => brought_giver)],
    [m.contributions_label_thanks(), one.thanks.filter(({ on }) => inYear(on)).map(({ words }) => words)],
    [m.contributions_label_allows(), [one.allows && permissionWords[one.allows]()]],
  ] as const;
  return {
    title: one.offer_words,
    newPage: false,
    blocks: [
      {
        kind: 'terms',
        items: terms
          .map(([term, lines]) => ({
            term,
            lines: lines.flatMap((line) => (line ? line.split('\n') : [])),
          }))
          .filter(({ lines }) => lines.length > 0),
      },
    ],
  };
}

function writeTerm({ starts_on, ends_on }: Contribution): string {
  return ends_on
    ? m.contributions_term({ from: formatDay(starts_on), until: formatDay(ends_on) })
    : m.contributions_term_open({ from: formatDay(starts_on) });
}
