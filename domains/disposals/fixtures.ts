import type { Planting } from '../planting.ts';
import { gathererOf } from '../posts/fixtures.ts';
import * as api from './api.ts';

/** The group that keeps names on sheets for the year only, so that something of the sample town is due. */
const brief = '荒木';

/** A list that waits for its second yes, one that was given up, holds, and a large export that waits for its answer. */
export async function plantDisposals(planting: Planting): Promise<void> {
  await plantLists(planting);
  await plantHolds(planting);
  await planting.call('ogata', '2026-01-30T16:00:00+09:00', api.requestExport, {
    id: planting.id('export-request:1'),
    asked: `exportHouseholds:412:${'5a'.repeat(32)}`,
    purpose: '災害時の安否確認の訓練に使い、3月末に消す（見本）',
  });
}

async function plantLists({ call, id }: Planting): Promise<void> {
  const keeper = gathererOf(brief);
  await call('shiraishi', '2025-04-01T09:00:00+09:00', api.setRetention, {
    id: id('retention:1'),
    class: 'count',
    body_id: id(`body:${brief}`),
    years: 0,
    starts_on: '2025-04-01',
    reason: '数えた人の名前は翌年度に消すと、会で決めたため（見本）',
  });
  const first = id('disposal:1');
  await call(keeper, '2025-12-08T19:00:00+09:00', api.makeDisposal, { id: first, kind: 'sheet' });
  await call(keeper, '2025-12-08T19:10:00+09:00', api.submitDisposal, { id: first });
  await call('tsutsumi', '2025-12-10T10:00:00+09:00', api.giveUpDisposal, {
    id: first,
    reason: '令和6年度の数字についての問い合わせに答えるまで待ってもらうため（見本）',
  });
  const list = id('disposal:2');
  await call(keeper, '2026-01-19T19:00:00+09:00', api.makeDisposal, { id: list, kind: 'sheet' });
  await call(keeper, '2026-01-19T19:10:00+09:00', api.excludeFromDisposal, {
    id: list,
    subject_id: id(`sheet:${brief}:2025-03`),
    reason: '数え直しの相談が続いているため（見本）',
  });
  await call(keeper, '2026-01-19T19:20:00+09:00', api.submitDisposal, { id: list });
  await call('tsutsumi', '2026-01-22T10:00:00+09:00', api.approveDisposal, { id: list });
}

async function plantHolds({ call, id }: Planting): Promise<void> {
  await call('kusano-lead', '2025-11-04T10:00:00+09:00', api.placeHold, {
    id: id('hold:1'),
    kind: 'household',
    subject_id: id('household:草野:3'),
    reason: '家族から開示の請求があり、答えが済むまで（見本）',
  });
  const audit = id('hold:2');
  await call('shiraishi', '2025-06-02T10:00:00+09:00', api.placeHold, {
    id: audit,
    kind: 'period',
    first_day: '2023-04-01',
    last_day: '2024-03-31',
    reason: '令和5年度の監査のため（見本）',
  });
  await call('shiraishi', '2025-09-30T10:00:00+09:00', api.liftHold, {
    id: audit,
    reason: '監査が終わったため（見本）',
  });
}
