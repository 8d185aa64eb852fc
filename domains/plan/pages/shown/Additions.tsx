import type { CodeEntry } from '#domains/codes/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import type { Addition } from '../../figures-api.ts';
import { writeChannel, writeDistrict, writeMonth } from './wording.ts';

interface AdditionsProps {
  additions: readonly Omit<Addition, 'fiscal_year'>[];
  /** The town's lists of ways. */
  ways: readonly CodeEntry[];
}

/** 公表後の追加: each with its reason, and none in the figure. */
export function Additions({ additions, ways }: AdditionsProps) {
  if (additions.length === 0) return null;
  return (
    <div className="grid gap-3">
      <p>{m.plan_additions_lead()}</p>
      <DataTable
        caption={m.plan_additions_caption()}
        rows={additions}
        rowKey={({ id }) => id}
        empty={{ says: m.plan_additions_empty() }}
        columns={[
          {
            key: 'added',
            heading: m.plan_added_on(),
            value: ({ added_on }) => formatDay(added_on),
            order: ({ added_on }) => added_on,
          },
          {
            key: 'month',
            heading: m.plan_of_month(),
            value: ({ month }) => writeMonth(month),
            order: ({ month }) => month,
          },
          { key: 'district', heading: m.plan_district(), value: ({ district }) => writeDistrict(district) },
          { key: 'group', heading: m.plan_group_of_people(), value: ({ group }) => group },
          {
            key: 'channel',
            heading: m.plan_channel(),
            value: ({ channel, month }) => writeChannel(channel, ways, `${month}-01`),
          },
          { key: 'n', heading: m.plan_count_head(), value: ({ n }) => n, numeric: true },
          { key: 'reason', heading: m.plan_reason(), value: ({ reason }) => reason },
        ]}
      />
    </div>
  );
}
