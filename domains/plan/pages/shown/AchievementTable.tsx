import { Link } from 'react-router';
import * as m from '#messages';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import type { Figure } from '../../figures-api.ts';
import {
  figureStateWords,
  writeAchieved,
  writeBaseline,
  writePoint,
  writePointYear,
  writeRate,
  writeTarget,
} from './wording.ts';

export interface AchievementTableProps {
  plan: { code: string; name: string };
  figures: readonly Figure[];
  groups: readonly { number: number; name: string }[];
}

/** The table of achievement; every actual leads to where it comes from. */
export function AchievementTable({ plan, figures, groups }: AchievementTableProps) {
  const groupOf = ({ group }: Figure) =>
    groups.find(({ number }) => number === group)?.name ?? m.plan_whole();
  return (
    <DataTable
      caption={m.plan_achievement_caption({ plan: plan.name })}
      rows={figures}
      rowKey={({ code }) => code}
      empty={{ says: m.plan_no_indicators() }}
      fileName={`${plan.code}-indicators.csv`}
      columns={[
        {
          key: 'wording',
          heading: m.plan_indicator(),
          value: ({ wording }) => wording,
          cell: ({ code, wording }) => (
            <Link to={addressOf(plan.code, code)} className="min-w-48 break-normal">
              {wording}
            </Link>
          ),
        },
        { key: 'group', heading: m.plan_group(), value: groupOf },
        { key: 'baseline', heading: m.plan_baseline(), value: writeBaseline, numeric: true },
        {
          key: 'target',
          heading: m.plan_target(),
          value: writeTarget,
          cell: oneLine(writeTarget),
          numeric: true,
        },
        {
          key: 'actual',
          heading: m.plan_actual(),
          value: (figure) => writePoint(figure.actual, figure),
          cell: (figure) => (
            <Link to={addressOf(plan.code, figure.code)} className="whitespace-nowrap">
              {writePoint(figure.actual, figure)}
            </Link>
          ),
          numeric: true,
        },
        {
          key: 'year',
          heading: m.plan_actual_year(),
          value: writeActualYear,
          cell: oneLine(writeActualYear),
        },
        { key: 'rate', heading: m.plan_rate(), value: writeRate, numeric: true },
        {
          key: 'achieved',
          heading: m.plan_achieved_head(),
          value: writeAchieved,
          cell: oneLine(writeAchieved),
        },
      ]}
    />
  );
}

/** R6実績・公表 */
function writeActualYear({ actual }: Figure): string {
  if (!actual) return m.plan_none();
  return m.plan_year_and_state({ year: writePointYear(actual), state: figureStateWords[actual.state]() });
}

function oneLine(write: (figure: Figure) => string) {
  return (figure: Figure) => <span className="whitespace-nowrap">{write(figure)}</span>;
}

function addressOf(plan: string, indicator: string): string {
  return `/plans/${plan}/indicators/${indicator}`;
}
