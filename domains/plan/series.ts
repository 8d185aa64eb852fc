import { daysOfFiscalYear } from '#platform/calendar.ts';
import { marginOfError } from './achievement.ts';
import type { FigureRows, IndicatorHead } from './figure-rows.ts';
import type { Figure, Point } from './figures-api.ts';
import { type FigureState, maskSmall } from './model.ts';

/** What was counted for one indicator beside its rows: by fiscal year. */
export interface Counts {
  /** Open years as they are now; null for a post that may not count the whole town. */
  readonly live: ReadonlyMap<number, number> | null;
  /** What came after the fixing; null for a post that may not count the whole town. */
  readonly additions: ReadonlyMap<number, number> | null;
}

/** The version in force in a fiscal year: the newest of those that had begun on its first day. `versions` newest first. */
export function definitionIn<Version extends { starts_on: string }>(
  versions: readonly Version[],
  fiscalYear: number,
): Version | null {
  const { first } = daysOfFiscalYear(fiscalYear);
  return versions.find(({ starts_on }) => starts_on <= first) ?? null;
}

/** An indicator's series over `years`, put together from what is written about it and what was counted. */
export function assembleFigure(
  head: IndicatorHead,
  rows: FigureRows,
  counts: Counts,
  years: readonly number[],
): Figure {
  const own = <Row extends { indicator_id: string }>(of: readonly Row[]) =>
    of.filter((row) => row.indicator_id === head.indicator_id);
  const definitions = own(rows.definitions);
  const stated = own(rows.stated);
  const targets = newestOfEachYear(stated.filter(({ kind }) => kind === 'target'));
  const brought = own(rows.brought);
  const snapshots = own(rows.snapshots);
  const points: Point[] = [];
  for (const fiscal_year of years) {
    const decided = rows.years.find((year) => year.fiscal_year === fiscal_year);
    const definition = definitionIn(definitions, fiscal_year);
    const empty: Point = {
      fiscal_year,
      state: stateOf(decided),
      since: decided ? (decided.published_on ?? decided.fixed_on) : null,
      value: null,
      masked: false,
      withheld: false,
      definition_version: definition?.version ?? null,
      breaks_before: false,
      target: targets.find((target) => target.fiscal_year === fiscal_year)?.value ?? null,
      kind: head.source === 'survey' ? 'survey' : 'result',
      wave: null,
      question: null,
      answered: null,
      margin: null,
      source_note: null,
      additions: null,
    };
    const snapshot = snapshots.find((one) => one.fiscal_year === fiscal_year);
    const value = brought.find((one) => one.fiscal_year === fiscal_year && one.late_reason === null);
    const point =
      head.source === 'encounters'
        ? countedPoint(empty, snapshot, counts, rows.smallest)
        : broughtPoint(empty, value);
    points.push({ ...point, breaks_before: breaksBefore(points.findLast(isMeasured), point) });
  }
  const actual =
    points.findLast((one) => one.state !== 'open' && isMeasured(one)) ?? points.findLast(isMeasured) ?? null;
  const definition =
    definitions.find(({ version }) => version === actual?.definition_version) ?? definitions[0] ?? null;
  return {
    ...head,
    smallest_shown: rows.smallest,
    period: definition?.rule.period ?? null,
    definition,
    baseline: stated.find(({ kind }) => kind === 'baseline') ?? null,
    target: targets.toSorted((a, b) => (b.fiscal_year ?? 0) - (a.fiscal_year ?? 0))[0] ?? null,
    actual,
    points,
  };
}

function countedPoint(
  point: Point,
  snapshot: FigureRows['snapshots'][number] | undefined,
  { live, additions }: Counts,
  smallest: number,
): Point {
  if (point.state === 'open') {
    return live === null
      ? { ...point, withheld: true }
      : { ...point, value: live.get(point.fiscal_year) ?? null };
  }
  // An indicator that came after the fixing was not part of what was fixed, and is not reckoned afterwards.
  if (!snapshot) return point;
  const shown =
    live === null ? maskSmall(snapshot.value, smallest) : { value: snapshot.value, masked: false };
  return {
    ...point,
    ...shown,
    definition_version: snapshot.definition_version,
    additions: additions === null ? null : (additions.get(point.fiscal_year) ?? 0),
  };
}

// A value that somebody brought is definite from that day on, whether or not its year has been fixed.
function broughtPoint(point: Point, value: FigureRows['brought'][number] | undefined): Point {
  if (!value) return point;
  return {
    ...point,
    state: point.state === 'published' ? 'published' : 'fixed',
    since: point.state === 'published' ? point.since : value.on,
    value: value.value,
    wave: value.wave,
    question: value.question,
    answered: value.answered,
    margin: point.kind === 'survey' && value.answered ? marginOfError(value.value, value.answered) : null,
    source_note: value.source_note,
  };
}

function breaksBefore(before: Point | undefined, point: Point): boolean {
  if (!before || !isMeasured(point)) return false;
  return point.wave?.breaks === true || before.definition_version !== point.definition_version;
}

function isMeasured({ value, masked }: Point): boolean {
  return value !== null || masked;
}

function stateOf(decided: FigureRows['years'][number] | undefined): FigureState {
  if (!decided) return 'open';
  return decided.published_on === null ? 'fixed' : 'published';
}

/** Of rows that come newest first, the first of each year. */
function newestOfEachYear<Row extends { fiscal_year: number | null }>(rows: readonly Row[]): Row[] {
  return rows.filter((row, index) => rows.findIndex((one) => one.fiscal_year === row.fiscal_year) === index);
}
