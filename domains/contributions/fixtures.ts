import type { Planting } from '../planting.ts';
import { recordContributionResult, recordPermission, writeContribution } from './api.ts';

/** A company lends its canteen on Sundays; what it may be told of, it has said. */
export async function plantContributions({ call, id }: Planting): Promise<void> {
  const contribution_id = id('contribution:canteen');
  await call('ogata-coordinator', '2026-01-20T10:00:00+09:00', writeContribution, {
    id: contribution_id,
    offer_id: id('wish:mihon-works-offer'),
    kinds: ['place', 'people'],
    conditions: '日曜の午前だけ。鍵は総務課（見本）で受け取る。',
    insurance: 'council',
    starts_on: '2026-01-25',
  });
  await call('ogata-coordinator', '2026-01-27T11:00:00+09:00', recordContributionResult, {
    id: id('contribution-result:canteen'),
    contribution_id,
    looked_on: '2026-01-27',
    brought_others: '親子が、広い台所でみんなと料理をできた。',
    brought_giver: '社員が、近所に暮らす人の国の料理を知った。',
  });
  await call('ogata-coordinator', '2026-01-28T11:00:00+09:00', recordPermission, {
    id: id('contribution-permission:canteen'),
    contribution_id,
    allows: 'named',
    words: '日曜に社員食堂を、地域の料理の集まりに使っていただいています。',
    said_by: '総務課の担当者（見本）',
    said_on: '2026-01-28',
  });
}
