import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import type { ListedChange } from '../../api.ts';
import { transferChangeWords } from '../../transfer-model.ts';
import { writeHat } from './wording.ts';

const columns: Column<ListedChange>[] = [
  { key: 'name', heading: m.posts_label_name(), value: (row) => row.name },
  { key: 'row', heading: m.posts_transfer_row(), value: (row) => row.row, numeric: true },
  {
    key: 'change',
    heading: m.posts_transfer_column_change(),
    value: (row) => transferChangeWords[row.change](),
  },
  { key: 'hat', heading: m.posts_transfer_column_role(), value: (row) => writeHat(row.role, row.district) },
  { key: 'body', heading: m.posts_transfer_column_body(), value: (row) => row.body },
  { key: 'what', heading: m.posts_transfer_what(), value: sayChange },
];

/** What a file does, row by row. */
export function TransferChanges({ changes }: { changes: readonly ListedChange[] }) {
  return (
    <div className="grid gap-3">
      <h3 className="text-std-18B-160">{m.posts_transfer_changes()}</h3>
      <DataTable
        caption={m.posts_transfer_changes()}
        columns={columns}
        rows={changes}
        rowKey={(row) => String(row.row)}
        empty={{ says: m.posts_refused_transfer_nothing() }}
      />
    </div>
  );
}

function sayChange({ change, starts_on, ends_on, invited }: ListedChange): string {
  const last = ends_on === null ? m.posts_transfer_open() : formatDay(ends_on);
  if (change === 'ended') return m.posts_transfer_says_ended({ last });
  const first = starts_on === null ? '' : formatDay(starts_on);
  if (change === 'reappointed') return m.posts_transfer_says_reappointed({ first, last });
  const says = m.posts_transfer_says_given({ first, last });
  return invited ? m.posts_transfer_says_invited({ says }) : says;
}
