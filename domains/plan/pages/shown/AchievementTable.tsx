import { Link } from 'react-router';
import * as m from '#messages';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import type { Figure } from '../../figures-api.ts';
import {
  writeAchieved,
  writeBaseline,
  writePoint,
  writePointYear,
  writeRate,
  writeState,
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
          cell: ({ code, wording }) => <Link to={addressOf(plan.code, code)}>{wording}</Link>,
        },
        { key: 'group', heading: m.plan_group(), value: groupOf },
        { key: 'baseline', heading: m.plan_baseline(), value: writeBaseline, numeric: true },
        { key: 'target', heading: m.plan_target(), value: writeTarget, numeric: true },
        {
          key: 'actual',
          heading: m.plan_actual(),
          value: (figure) => writePoint(figure.actual, figure),
          cell: (figure) => (
            <Link to={addressOf(plan.code, figure.code)}>{writePoint(figure.actual, figure)}</Link>
          ),
          numeric: true,
        },
        {
          key: 'year',
          heading: m.plan_actual_year(),
          value: ({ actual }) => actual && writePointYear(actual),
        },
        { key: 'state', heading: m.plan_state(), value: ({ actual }) => actual && writeState(actual) },
        { key: 'rate', heading: m.plan_rate(), value: writeRate, numeric: true },
        { key: 'achieved', heading: m.plan_achieved_head(), value: writeAchieved },
      ]}
    />
  );
}

function addressOf(plan: string, indicator: string): string {
  return `/plans/${plan}/indicators/${indicator}`;
}
