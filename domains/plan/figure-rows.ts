import * as z from 'zod';
import { type Counted, countEncounters } from '#domains/encounters/queries.ts';
import { monthsOfFiscalYear } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import { joinSql, type Sql, sql } from '#platform/sql.ts';
import { authorOf, dayIn } from './author.ts';
import * as api from './figures-api.ts';
import type { CountRule } from './rule.ts';
import { findSmallestShown } from './smallest-queries.ts';
import { wordingNow } from './wordings.ts';

/** An indicator as the plan states it. */
const indicatorHead = api.figure
  .pick({
    indicator_id: true,
    code: true,
    number: true,
    group: true,
    wording: true,
    unit: true,
    decimals: true,
    polarity: true,
    source: true,
  })
  .extend({ group_name: z.string().nullable() });
export type IndicatorHead = z.output<typeof indicatorHead>;

const indicator_id = z.uuid();
const ofIndicator = { indicator_id };
const definitionRow = api.definition.extend(ofIndicator);
const statedRow = api.stated.extend({ ...ofIndicator, kind: z.enum(['baseline', 'target']) });
const broughtRow = api.brought.extend(ofIndicator);
const snapshotRow = z.object({
  ...ofIndicator,
  fiscal_year: z.int(),
  definition_version: z.int(),
  value: z.number(),
});
const decidedYear = z.object({
  fiscal_year: z.int(),
  fixed_on: z.string(),
  published_on: z.string().nullable(),
});

/** Everything that is written about the indicators of a plan; newest first where there are versions. */
export interface FigureRows {
  readonly indicators: readonly IndicatorHead[];
  readonly definitions: readonly z.output<typeof definitionRow>[];
  readonly stated: readonly z.output<typeof statedRow>[];
  readonly brought: readonly z.output<typeof broughtRow>[];
  /** The totals of fixed years. */
  readonly snapshots: readonly z.output<typeof snapshotRow>[];
  readonly years: readonly z.output<typeof decidedYear>[];
  /** The smallest count that is shown today to readers of dated figures. */
  readonly smallest: number;
}

const groupName = wordingNow('group', { plan: sql`g.plan_id`, id: sql`g.id`, first: sql`g.name` });

/** @param indicator the code of one indicator; every indicator of the plan when null */
export async function readFigureRows(db: Db, plan: string, indicator: string | null): Promise<FigureRows> {
  const indicators = await db.all(
    indicatorHead,
    sql`select i.id as indicator_id, i.code, i.number, g.number as group, ${groupName} as group_name, i.wording, i.unit,
        i.decimals, i.polarity, i.source
      from indicators i left join measure_groups g on g.id = i.group_id
      where i.plan_id = ${plan} and (${indicator}::text is null or i.code = ${indicator})
      order by g.number nulls first, i.number, i.code`,
  );
  const ids = sql`any(${indicators.map((i) => i.indicator_id)}::uuid[])`;
  const definitions = await db.all(
    definitionRow,
    sql`select d.indicator_id, d.version, d.starts_on, d.wording, d.rule, ${authorOf(sql`d`)} as author,
        ${dayIn(sql`d.defined_at`)} as on
      from indicator_definitions d where d.indicator_id = ${ids} order by d.version desc`,
  );
  const stated = await db.all(
    statedRow,
    sql`select t.indicator_id, t.kind, t.fiscal_year, t.value, t.note, ${authorOf(sql`t`)} as author,
        ${dayIn(sql`t.set_at`)} as on
      from indicator_targets t where t.indicator_id = ${ids} order by t.set_at desc, t.id desc`,
  );
  const brought = await db.all(
    broughtRow,
    sql`select v.indicator_id, v.fiscal_year, v.value, v.question, v.answered, v.source_note, v.late_reason,
        ${authorOf(sql`v`)} as author, ${dayIn(sql`v.brought_at`)} as on,
        case when w.id is not null then to_jsonb(w) end as wave
      from indicator_values v left join survey_waves w on w.id = v.wave_id
      where v.indicator_id = ${ids} order by v.brought_at desc, v.id desc`,
  );
  const snapshots = await db.all(
    snapshotRow,
    sql`select s.indicator_id, s.fiscal_year, s.definition_version, s.value
      from figure_snapshots s where s.indicator_id = ${ids} and s.month is null`,
  );
  const years = await db.all(
    decidedYear,
    sql`select f.fiscal_year, ${dayIn(sql`f.fixed_at`)} as fixed_on, ${dayIn(sql`p.published_at`)} as published_on
      from period_fixings f left join period_publications p on p.fiscal_year = f.fiscal_year`,
  );
  const smallest = await findSmallestShown(db);
  return { indicators, definitions, stated, brought, snapshots, years, smallest };
}

/** The months of a run of fiscal years, as counts are asked for. */
export function monthsOf(first: number, last = first) {
  return { from: monthsOfFiscalYear(first)[0] ?? '', until: monthsOfFiscalYear(last)[11] ?? '' };
}

/** One cell of a year's count. */
export type Cell = Pick<Counted, 'district_id' | 'month' | 'channel' | 'n'>;

/** What counts in a fiscal year today, by district, month and channel, as far as the actor may count. */
export function countLive(db: Db, rule: CountRule, year: number): Promise<Cell[]> {
  return countEncounters(db, rule, monthsOf(year), ['district', 'month', 'channel']);
}

/** What was fixed for a year, cell by cell. */
export function readFixedCells(db: Db, indicator: string, year: number): Promise<Cell[]> {
  return db.all(
    cell,
    sql`select s.district_id, to_char(s.month, 'YYYY-MM') as month, s.channel, s.value as n
      from figure_snapshots s
      where s.indicator_id = ${indicator} and s.fiscal_year = ${year} and s.month is not null`,
  );
}

const cell = z.object({
  district_id: z.uuid().nullable(),
  month: z.string().nullable(),
  channel: z.string().nullable(),
  n: z.int(),
});

/** 公表後の追加 that a rule counts, of some fiscal years, newest first, as far as the actor may see them. */
export function readAdditions(db: Db, rule: CountRule, years: readonly number[]) {
  const counts: Sql[] = [
    sql`a.fiscal_year = any(${years}::int[])`,
    sql`a.kind = any(${rule.kinds}::text[])`,
    sql`a.source = any(${rule.sources}::text[])`,
  ];
  if (rule.roles) counts.push(sql`a.role = any(${rule.roles}::text[])`);
  if (rule.channels) counts.push(sql`a.channel = any(${rule.channels}::text[])`);
  if (rule.contacts) counts.push(sql`a.contact = any(${rule.contacts}::text[])`);
  return db.all(
    api.addition.extend({ district_id: z.uuid().nullable() }),
    sql`select a.id, a.fiscal_year, to_char(a.month, 'YYYY-MM') as month, ${dayIn(sql`a.added_at`)} as added_on,
        a.district_id, d.name as district, b.name as group, a.channel, a.source, a.n, a.reason
      from later_additions a
      left join districts d on d.id = a.district_id
      join bodies b on b.id = a.group_id
      where ${joinSql(counts, sql` and `)}
      order by a.added_at desc, a.id desc`,
  );
}
export type AdditionRow = Awaited<ReturnType<typeof readAdditions>>[number];
