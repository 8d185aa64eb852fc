import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { encodeCsv } from '#platform/csv.ts';
import type { Db } from '#platform/db.ts';
import type { FileReply } from '#platform/domain.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { writeWorkbook } from '#platform/sheets/write-workbook.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { roles, roleWords } from './model.ts';
import {
  type TransferColumn,
  transferChanges,
  transferChangeWords,
  transferColumns,
  transferColumnWords,
} from './transfer-model.ts';

const sheetRow = z.object({
  account: z.uuid(),
  sign_in_name: z.string(),
  name: z.string(),
  kana: z.string(),
  body: z.string(),
  role: z.enum(roles),
  district: z.string().nullable(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
});

/** The posts that are held today or will be, in the columns of a transfer; what is to change is written into it. */
export async function exportTransferSheet(
  db: Db,
  { what, form, encoding }: ParsedInputOf<typeof api.exportTransferSheet>,
  act: Act,
): Promise<FileReply & { accounts: string[] }> {
  const held =
    what === 'blank'
      ? []
      : await db.all(
          sheetRow,
          sql`select a.id as account, a.sign_in_name, a.name, a.kana, b.name as body, p.role, d.name as district, p.starts_on,
              p.ends_on
            from posts p
            join accounts a on a.id = p.account_id
            join bodies b on b.id = p.body_id
            left join districts d on d.id = p.district_id
            where p.role <> 'operator' and p.acting_for is null and p.ended_at is null
              and (p.ends_on is null or p.ends_on >= ${act.today}::date)
            order by b.sort, b.id, d.sort, p.role, a.kana_key, p.id`,
        );
  const cells = held.map((row) =>
    transferColumns.map((column) => {
      if (column === 'change' || column === 'reason') return null;
      return column === 'role' ? roleWords[row.role]() : row[column];
    }),
  );
  const day = act.today.replaceAll('-', '');
  const name =
    what === 'blank' ? m.posts_transfer_blank_file({ form }) : m.posts_transfer_posts_file({ day, form });
  const accounts = [...new Set(held.map(({ account }) => account))];
  if (form === 'csv') {
    const headings = transferColumns.map((column) => transferColumnWords[column]());
    return {
      name,
      accounts,
      type: 'text/csv; charset=utf-8',
      bytes: encodeCsv([headings, ...cells], encoding),
    };
  }
  const columns = transferColumns.map((column) => ({
    heading: transferColumnWords[column](),
    width: widths[column] ?? 14,
    open: toBeWritten.includes(column),
    ...(column === 'change' && { choices: changesToChoose() }),
  }));
  return {
    name,
    accounts,
    ...(await writeWorkbook([{ name: m.posts_transfers_title(), columns, rows: cells }])),
  };
}

const toBeWritten: readonly TransferColumn[] = ['change', 'ends_on', 'reason'];
const widths: Partial<Record<TransferColumn, number>> = {
  body: 32,
  role: 24,
  name: 18,
  kana: 20,
  reason: 24,
};

/** The words of the first column as a list of a workbook. */
function changesToChoose(): string {
  return `"${transferChanges.map((change) => transferChangeWords[change]()).join(',')}"`;
}
