import * as m from '#messages';
import { formatNumber } from '#platform/figure.ts';
import { channels, channelWords } from '../../model.ts';
import { type SheetCounts, totalOf } from '../../sheet-model.ts';

interface CountsTableProps {
  caption: string;
  counts: SheetCounts;
}

/** The seven counts of a month and their sum, as they stand on the paper. */
export function CountsTable({ caption, counts }: CountsTableProps) {
  return (
    <table className="w-full max-w-120 border-collapse">
      <caption className="sr-only">{caption}</caption>
      <tbody>
        {channels.map((channel) => (
          <tr key={channel} className="border-b border-solid-gray-300">
            <th scope="row" className="py-2 pr-4 text-left font-400">
              {channelWords[channel]()}
            </th>
            <td className="py-2 text-right tabular-nums">{formatNumber(counts[channel], 0)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-b-2 border-solid-gray-600">
          <th scope="row" className="py-2 pr-4 text-left text-std-16B-170">
            {m.visits_total()}
          </th>
          <td className="py-2 text-right text-std-16B-170 tabular-nums">
            {formatNumber(totalOf(counts), 0)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
