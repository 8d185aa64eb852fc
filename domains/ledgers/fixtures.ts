import { channelWords } from '#domains/visits/model.ts';
import type { Planting } from '../planting.ts';
import type { LedgerLine } from '../visits/fixtures.ts';
import * as api from './api.ts';
import { fieldWords, ledgerColumns } from './model.ts';

/** The council's officer takes in what two groups sent as one file, instead of a sheet each. */
export async function plantLedger({ call, id }: Planting, lines: readonly LedgerLine[]): Promise<void> {
  const at = '2025-07-03T14:00:00+09:00';
  const fields = ['district', 'month', 'channel', 'count'] as const;
  const rows = lines.map(({ district, month, channel, n }) => [district, month, channelWords[channel](), n]);
  const headings = fields.map((field) => fieldWords[field]());
  const text = [headings, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
  const file = { name: '集計台帳_令和7年6月（見本）.csv', base64: Buffer.from(text).toString('base64') };
  const sent = id('ledger-file:2025-06');
  await call('ogata', at, api.uploadLedger, { id: sent, kind: 'tally', month: null, file });
  const columns = ledgerColumns.parse(
    Object.fromEntries(fields.map((field) => [field, fieldWords[field]()])),
  );
  await call('ogata', at, api.sayLedgerColumns, { id: sent, columns });
  const check = await call('ogata', at, api.checkLedger, { id: sent });
  await call('ogata', at, api.importLedger, {
    id: sent,
    import_id: id('ledger-import:2025-06'),
    hash: check.hash,
    new: check.new,
    received_from: '京町・西国分のふれあいの会（見本）',
    confirmed: check.asks.map(({ kind }) => kind),
  });
}
