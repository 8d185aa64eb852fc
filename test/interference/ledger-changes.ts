import {
  checkLedger,
  correctVisitorNumber,
  importLedger,
  numberVisitors,
  sayLedgerColumns,
  uploadLedger,
} from '#domains/ledgers/api.ts';
import { columnsOf } from '#domains/ledgers/rig.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

/** What a ledger leaves behind: while it waits, and when it is taken in. */
export function listLedgerChanges(n = 0): Change[] {
  return [
    {
      name: 'a ledger is sent by somebody else and waits',
      seenBy: ['kusano-lead'],
      make: (town) => sendOne(town, town.id(`hidden-ledger:${n}`), n),
    },
    {
      name: 'visitors of another district are numbered, and one number is corrected',
      seenBy: ['kusano-lead', 'ogata'],
      make: async (town) => {
        await town.as('kusano-lead').call(numberVisitors, { district_id: town.id('district:草野') });
        const corrected = { post_id: town.id('post:sakai'), number: `K-${n}`, reason: `見本 ${n}` };
        await town.as('kusano-lead').call(correctVisitorNumber, corrected);
      },
    },
    {
      name: 'a ledger is taken in by another body',
      seenBy: ['kusano-lead', 'ogata', 'sakai', 'tsutsumi'],
      make: async (town) => {
        await town.as('kusano-lead').call(numberVisitors, { district_id: town.id('district:草野') });
        const id = town.id(`taken-ledger:${n}`);
        await sendOne(town, id, n);
        const [file] = await town.look<{ hash: string }>(
          "select encode(hash, 'hex') as hash from ledger_files where id = $1",
          [id],
        );
        await town.as('kusano-lead').call(importLedger, {
          ...{ id, import_id: town.id(`hidden-import:${n}`), hash: file?.hash ?? '', new: 1 },
          received_from: `見本 ${n}`,
        });
      },
    },
    {
      name: 'households are taken in by another body’s ledger',
      seenBy: ['kusano-lead', 'ogata', 'sakai', 'tsutsumi'],
      make: async (town) => {
        const id = town.id(`hidden-households:${n}`);
        const text = `校区,氏名,氏名カナ,住所\n草野,見本 かくれ${n},ミホン カクレ,草野見本町9丁目${n}\n`;
        const file = { name: `見本 世帯${n}.csv`, base64: Buffer.from(text).toString('base64') };
        const kusano = town.as('kusano-lead');
        await kusano.call(uploadLedger, { id, kind: 'households', file });
        const columns = columnsOf('households', ['校区', '氏名', '氏名カナ', '住所']);
        await kusano.call(sayLedgerColumns, { id, columns });
        const { hash } = await kusano.call(checkLedger, { id });
        const import_id = town.id(`hidden-household-import:${n}`);
        await kusano.call(importLedger, { id, import_id, hash, new: 1, received_from: `見本 ${n}` });
      },
    },
  ];
}

/** One visit of 坂井さん in 草野. */
async function sendOne(town: Town, id: string, n: number): Promise<void> {
  const [door] = await town.look<{ number: string }>('select number from households where id = $1', [
    town.id('household:草野:1'),
  ]);
  const [sakai] = await town.look<{ number: string }>(
    'select number from visitor_numbers where post_id = $1',
    [town.id('post:sakai')],
  );
  const day = `2026-01-${String(5 + (n % 20)).padStart(2, '0')}`;
  const text = `日付,校区,世帯番号,訪問者番号,方法,結果\n${day},草野,${door?.number},${sakai?.number ?? ''},対面,会えた\n`;
  const file = { name: `見本 かくれ${n}.csv`, base64: Buffer.from(text).toString('base64') };
  await town.as('kusano-lead').call(uploadLedger, { id, kind: 'visits', file });
  const headings = ['日付', '校区', '世帯番号', '訪問者番号', '方法', '結果'];
  await town.as('kusano-lead').call(sayLedgerColumns, { id, columns: columnsOf('visits', headings) });
}
