import * as z from 'zod';
import type { CodeEntry } from '#domains/codes/model.ts';
import { listCodes } from '#domains/codes/queries.ts';
import { readTown } from '#domains/districts/queries.ts';
import { readIndicators, readPlan } from '#domains/plan/queries.ts';
import { definitionIn } from '#domains/plan/series.ts';
import { readGathering } from '#domains/projects/queries.ts';
import { readGatheredFigures } from '#domains/wishes/gathered-figures.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatFiscalYear } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { FileReply, LaterFile } from '#platform/domain.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { fillFigure } from './figure-report.ts';
import { groupsOf } from './groups.ts';
import type { ReportFigure } from './model.ts';
import type * as api from './progress-api.ts';
import type { ProgressReport } from './progress-model.ts';
import { presentProgress } from './progress-paper.ts';
import { renderProgress } from './progress-render.ts';

/** The committee's paper of a year, worded as it is printed. */
export async function readProgress(
  db: Db,
  { plan, year }: ParsedInputOf<typeof api.readProgress>,
  act: Act,
): Promise<OutputOf<typeof api.readProgress>> {
  const report = await readProgressReport(db, plan, year, act);
  return { inquiry: report.inquiry, paper: presentProgress(report) };
}

/** The committee's paper as a file, with the words and digits that the screen shows. */
export async function printProgress(
  db: Db,
  { plan, year, format, page, encoding }: ParsedInputOf<typeof api.printProgress>,
  act: Act,
): Promise<FileReply | LaterFile> {
  const report = await readProgressReport(db, plan, year, act);
  const name = m.reports_progress_file({
    plan: report.inquiry.plan.name,
    year: formatFiscalYear(year),
    number: report.gathering.number,
  });
  const make = () => renderProgress(report, { name, format, encoding, landscape: page === 'landscape' });
  return format === 'csv' ? make() : make;
}

/**
 * What was gathered of a year, as far as this actor may see it, with the plan's figures as they were in that year.
 *
 * @throws Refusal `not_found` for a year that was not asked about; `refused` before anything was gathered for this post
 */
export async function readProgressReport(
  db: Db,
  code: string,
  year: number,
  act: Act,
): Promise<ProgressReport> {
  const { town } = await readTown(db, {}, act);
  if (!town) throw refuseNotFound();
  const { id } = await db.one(
    z.object({ id: z.uuid() }),
    sql`select q.id from inquiries q join plans p on p.id = q.plan_id where p.code = ${code} and q.fiscal_year = ${year}`,
  );
  const { gathering, ...gathered } = await readGathering(db, { id }, act);
  if (!gathering) throw new Refusal('refused', m.reports_progress_nothing());
  const plan = await readPlan(db, { plan: code }, act);
  const indicators = await readIndicators(db, { plan: code, year }, act);
  const { entries } = await listCodes(db, {}, act);
  return {
    ...gathered,
    gathering,
    town: { name: town.name },
    sample: town.sample,
    printedOn: act.today,
    groups: groupsOf(plan),
    wishFigures: await readGatheredFigures(db, { inquiry_id: id, number: gathering.number }),
    figures: indicators.map((indicator) => figureIn(indicator, year, entries)),
  };
}

type Indicator = Awaited<ReturnType<typeof readIndicators>>[number];

/** An indicator as it stood in a year: the newest figure up to then, and nothing of what came later. */
function figureIn(indicator: Indicator, year: number, ways: readonly CodeEntry[]): ReportFigure {
  const points = indicator.figure.points.filter(({ fiscal_year }) => fiscal_year <= year);
  const actual = points.findLast(({ value, masked }) => value !== null || masked) ?? null;
  const ofYear = actual?.fiscal_year === year;
  const definition = definitionIn(indicator.definitions, actual?.fiscal_year ?? year);
  const shown = {
    ...indicator,
    figure: { ...indicator.figure, points, actual, definition },
    // Additions were read for the year of the paper alone.
    additions: ofYear ? indicator.additions : [],
    values: indicator.values.filter(({ fiscal_year }) => fiscal_year <= year),
  };
  const filled = fillFigure(shown, ways);
  return { ...filled, byDistrict: null };
}
