import type { FilledTable } from '#domains/returns/model.ts';
import * as m from '#messages';
import { formatEraMonth } from '#platform/calendar.ts';
import type { Corrected } from './filling.ts';
import { daysCode } from './model.ts';

/** By which definition a record was counted. */
export function sayRule({ version, from_month }: { version: number; from_month: string | null }): string {
  return from_month === null
    ? m.activities_rule_usual()
    : m.activities_rule_of({ version, month: formatEraMonth(from_month) });
}

/** By which definition of the plan visits were counted. */
export function sayVisitDefinition(said: {
  plan: string;
  indicator: string;
  version: number;
  wording: string;
}): string {
  return m.activities_visit_rule(said);
}

/** 「1 在宅福祉：3 → 2、高齢者：3 → 2」 */
export function sayCells(cells: readonly Corrected[], tables: readonly FilledTable[]): string {
  return cells
    .map(({ line, was, now }) => m.activities_correction_cell({ line: sayLineOf(line, tables), was, now }))
    .join(m.activities_comma());
}

export function sayLineOf(line: string, tables: readonly FilledTable[]): string {
  if (line === daysCode) return m.activities_block_days();
  return tables.flatMap(({ rows }) => rows).find(({ key }) => key === line)?.wording ?? line;
}
