import { useState } from 'react';
import { useRevalidator } from 'react-router';
import * as m from '#messages';
import { formatNumber } from '#platform/figure.ts';
import { ScrollRegion } from '#ui/ScrollRegion.tsx';
import { channels, channelWords } from '../../../visits/model.ts';
import { type SheetCounts, totalOf } from '../../../visits/sheet-model.ts';
import { sumOf } from '../../model.ts';
import type { OpenedMonth } from '../GroupMonth.tsx';
import { MemberRow } from './MemberRow.tsx';

/**
 * One row a member, one column a channel, kept row by row as one leaves it. The arrow keys and Enter go up and down
 * a column, as in a spreadsheet.
 */
export function MemberGrid({ opened }: { opened: OpenedMonth }) {
  const { members, month, may_write } = opened;
  const { revalidate } = useRevalidator();
  // What is typed and not kept yet, so that the sum follows the fingers.
  const [typed, setTyped] = useState<Record<string, SheetCounts | null>>({});
  const rows = members.map((member) => {
    const counts = typed[member.member_id];
    return counts && member.sheet ? { ...member, sheet: { ...member.sheet, counts } } : member;
  });
  const sum = sumOf(rows);
  for (const member of members) {
    const counts = typed[member.member_id];
    if (counts && !member.sheet) for (const channel of channels) sum[channel] += counts[channel];
  }
  return (
    <>
      {may_write && <p className="mb-4 text-solid-gray-700 print:hidden">{m.groups_grid_hint()}</p>}
      <ScrollRegion label={m.groups_grid_region()}>
        <table className="w-full border-collapse" onKeyDown={moveInColumn}>
          <caption className="sr-only">{m.groups_grid_heading()}</caption>
          <thead>
            <tr className="border-b-2 border-solid-gray-600 text-left text-oln-16N-100">
              <th scope="col" className="sticky left-0 bg-white p-2 whitespace-nowrap">
                {m.groups_label_member()}
              </th>
              {channels.map((channel) => (
                <th
                  key={channel}
                  scope="col"
                  className="min-w-18 p-2 text-right align-bottom text-dns-14N-130 font-700"
                >
                  {channelWords[channel]()}
                </th>
              ))}
              <th scope="col" className="p-2 text-right whitespace-nowrap">
                {m.visits_total()}
              </th>
              <th scope="col" className="min-w-40 p-2">
                {m.groups_label_state()}
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <MemberRow
                key={member.member_id}
                member={member}
                month={month}
                mayWrite={may_write}
                typed={(counts) => setTyped((before) => ({ ...before, [member.member_id]: counts }))}
                kept={revalidate}
              />
            ))}
          </tbody>
          <tfoot>
            <tr className="border-t-2 border-solid-gray-600 text-std-16B-170">
              <th scope="row" className="sticky left-0 bg-white p-2 text-left whitespace-nowrap">
                {m.groups_sum()}
              </th>
              {channels.map((channel) => (
                <td key={channel} className="p-2 text-right tabular-nums">
                  {formatNumber(sum[channel], 0)}
                </td>
              ))}
              <td className="p-2 text-right tabular-nums">
                <output aria-label={m.groups_sum()}>{formatNumber(totalOf(sum), 0)}</output>
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
    </>
  );
}

const steps: Record<string, -1 | 1> = { ArrowUp: -1, ArrowDown: 1, Enter: 1 };

function moveInColumn(event: React.KeyboardEvent<HTMLTableElement>) {
  const step = steps[event.key];
  const box = event.target;
  if (!step || event.nativeEvent.isComposing || !(box instanceof HTMLInputElement) || !box.dataset.column)
    return;
  event.preventDefault();
  const column = event.currentTarget.querySelectorAll<HTMLInputElement>(
    `input[data-column="${box.dataset.column}"]`,
  );
  const next = column[[...column].indexOf(box) + step];
  if (next) next.select();
  else box.blur();
}
