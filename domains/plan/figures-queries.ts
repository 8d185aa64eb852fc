import * as z from 'zod';
import { countEncounters } from '#domains/encounters/queries.ts';
import type { Act } from '#platform/act.ts';
import { fiscalYearOf } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { readDistricts } from './district-rows.ts';
import { mayCountDistricts, mayCountWholeTown } from './entitled.ts';
import {
  type FigureRows,
  type IndicatorHead,
  monthsOf,
  readAdditions,
  readFigureRows,
} from './figure-rows.ts';
import * as api from './figures-api.ts';
import type { listSurveyWaves as listing } from './measuring-api.ts';
import { isCountRule } from './rule.ts';
import { assembleFigure, type Counts, definitionIn } from './series.ts';

export { listRowsBehind } from './rows-behind.ts';

/**
 * The one query that screen, report, CSV and API take their figures from. An open year is counted live, for posts
 * whose work it is; a fixed year is what was fixed, for everybody, and what came later stands beside it.
 */
export async function readFigures(
  db: Db,
  input: ParsedInputOf<typeof api.readFigures>,
  act: Act,
): Promise<OutputOf<typeof api.readFigures>> {
  const plan = await readPlanRow(db, input.plan);
  const { figures } = await readSeries(db, plan, input, act);
  return { figures };
}

/**
 * Everything about one indicator: its series, every version of definition, target, baseline and value, and for a
 * count the districts of one year with what came after it was fixed.
 */
export async function readIndicator(
  db: Db,
  input: ParsedInputOf<typeof api.readIndicator>,
  act: Act,
): Promise<OutputOf<typeof api.readIndicator>> {
  const [shown] = await readIndicators(db, input, act);
  if (!shown) throw refuseNotFound();
  return shown;
}

interface Indicators {
  readonly plan: string;
  readonly indicator?: string;
  /** That of each one's actual when left out. */
  readonly year?: number | undefined;
  readonly cut?: 'as_was' | 'today';
}

/** Everything about every indicator of a plan, or of the one that is named, in the order of the plan. */
export async function readIndicators(
  db: Db,
  { plan: code, indicator, year, cut = 'as_was' }: Indicators,
  act: Act,
) {
  const plan = await readPlanRow(db, code);
  const { figures, rows } = await readSeries(db, plan, { indicator }, act);
  const shown: OutputOf<typeof api.readIndicator>[] = [];
  for (const [i, figure] of figures.entries()) {
    const head = rows.indicators[i];
    const shownYear =
      year ?? figure.actual?.fiscal_year ?? figure.points.at(-1)?.fiscal_year ?? plan.first_year;
    if (head) shown.push(await readBehind(db, { plan, figure, head, rows, year: shownYear, cut }, act));
  }
  return shown;
}

interface Shown {
  readonly plan: z.output<typeof planRow>;
  readonly figure: api.Figure;
  readonly head: IndicatorHead;
  /** What is written about the indicators of the plan; `head` is one of them. */
  readonly rows: FigureRows;
  readonly year: number;
  readonly cut: 'as_was' | 'today';
}

async function readBehind(db: Db, { plan, figure, head, rows, year, cut }: Shown, act: Act) {
  const own = <Row extends { indicator_id: string }>(of: readonly Row[]) =>
    of.filter((row) => row.indicator_id === head.indicator_id);
  const [definitions, stated] = [own(rows.definitions), own(rows.stated)];
  const definition = definitionIn(definitions, year);
  const rule = definition && isCountRule(definition.rule) ? definition.rule : null;
  const additions = rule ? await readAdditions(db, rule, [year]) : [];
  const { id: _, ...shown } = plan;
  return {
    plan: shown,
    group: head.group_name,
    figure,
    definitions,
    targets: stated.filter(({ kind }) => kind === 'target'),
    baselines: stated.filter(({ kind }) => kind === 'baseline'),
    values: own(rows.brought),
    year,
    districts:
      rule &&
      (await readDistricts(db, {
        indicator: head.indicator_id,
        rule,
        year,
        fixed: rows.years.some((one) => one.fiscal_year === year),
        whole: mayCountWholeTown(act),
        near: mayCountDistricts(act),
        cut,
        today: act.today,
        additions,
      })),
    additions,
  };
}

/** Every wave of every survey, newest first. */
export async function listSurveyWaves(
  db: Db,
  _input: ParsedInputOf<typeof listing>,
  _act: Act,
): Promise<OutputOf<typeof listing>> {
  const waves = await db.all(
    api.wave,
    sql`select id, name, fiscal_year, sent, returned, method, note, breaks
      from survey_waves order by fiscal_year desc, name`,
  );
  return { waves };
}

interface Range {
  readonly indicator?: string | undefined;
  readonly first?: number | undefined;
  readonly last?: number | undefined;
}

async function readSeries(
  db: Db,
  plan: z.output<typeof planRow>,
  { indicator, first, last }: Range,
  act: Act,
) {
  const rows = await readFigureRows(db, plan.id, indicator ?? null);
  if (indicator && rows.indicators.length === 0) throw refuseNotFound();
  const thisYear = Math.max(plan.first_year, Math.min(plan.last_year, fiscalYearOf(act.today)));
  const years = yearsOf(first ?? plan.first_year, last ?? thisYear);
  const figures: api.Figure[] = [];
  for (const head of rows.indicators) {
    figures.push(assembleFigure(head, rows, await readCounts(db, head, rows, years, act), years));
  }
  return { figures, rows };
}

/** What is counted for an indicator: open years as they are, fixed years' later additions. */
async function readCounts(
  db: Db,
  head: IndicatorHead,
  rows: FigureRows,
  years: readonly number[],
  act: Act,
): Promise<Counts> {
  if (head.source !== 'encounters' || !mayCountWholeTown(act)) return { live: null, additions: null };
  const versions = rows.definitions.filter((d) => d.indicator_id === head.indicator_id);
  const live = new Map<number, number>();
  const additions = new Map<number, number>();
  for (const [definition, ofVersion] of Map.groupBy(years, (year) => definitionIn(versions, year))) {
    if (!definition || !isCountRule(definition.rule)) continue;
    const isFixed = (year: number) => rows.years.some(({ fiscal_year }) => fiscal_year === year);
    const open = ofVersion.filter((year) => !isFixed(year));
    const fixed = ofVersion.filter(isFixed);
    if (open.length > 0) {
      const months = monthsOf(Math.min(...open), Math.max(...open));
      for (const { month, n } of await countEncounters(db, definition.rule, months, ['month'])) {
        const year = fiscalYearOf(`${month}-01`);
        live.set(year, (live.get(year) ?? 0) + n);
      }
    }
    for (const { fiscal_year, n } of fixed.length > 0
      ? await readAdditions(db, definition.rule, fixed)
      : []) {
      additions.set(fiscal_year, (additions.get(fiscal_year) ?? 0) + n);
    }
  }
  return { live, additions };
}

const planRow = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  first_year: z.int(),
  last_year: z.int(),
});

function readPlanRow(db: Db, code: string) {
  return db.one(planRow, sql`select id, code, name, first_year, last_year from plans where code = ${code}`);
}

function yearsOf(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
