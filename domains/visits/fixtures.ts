import * as m from '#messages';
import { addDays, monthsOfFiscalYear } from '#platform/calendar.ts';
import { plantIntakes, sheetDistricts } from '../encounters/fixtures.ts';
import type { OwnAnswers } from '../items/fixtures.ts';
import { namedRounds, roundOf } from '../parties/fixtures.ts';
import type { Planting } from '../planting.ts';
import { givePost, inviteAccount } from '../posts/api.ts';
import { gathererOf } from '../posts/fixtures.ts';
import * as api from './api.ts';
import { assignHousehold } from './assignment-api.ts';
import { handOver } from './handover-api.ts';
import { type Channel, type Condition, type Contact, channels } from './model.ts';

/** 久留米市の令和6年度の実績: visits of ふれあいの会, and new consultations. */
export const fiscal2024 = { visits: 248_933, intakes: 1_181 } as const;

/** Who walks each named round: a visitor of the cast, or the district's gatherer. */
const walkers: Record<string, string> = { 鳥飼: 'koga', 草野: 'sakai' };
const daysOfRound = ['10', '24'] as const;

/** Which households each walker looks in on; two of 鳥飼 are also 田中さん's as 民生委員, two under her other hat. */
export async function plantAssignments(planting: Planting): Promise<void> {
  const { call, id } = planting;
  const at = '2024-04-03T09:00:00+09:00';
  for (const { district } of namedRounds) {
    await plantAgreement(planting, district);
    for (const key of roundOf(district)) {
      await call(gathererOf(district), at, assignHousehold, {
        id: id(`assignment:${key}`),
        household_id: id(`household:${key}`),
        post_id: id(`post:${walkerOf(district)}`),
        starts_on: '2024-04-03',
      });
    }
  }
  for (const key of roundOf('鳥飼').slice(0, 2)) {
    await call(gathererOf('鳥飼'), at, assignHousehold, {
      id: id(`assignment:tanaka:${key}`),
      household_id: id(`household:${key}`),
      post_id: id('post:tanaka'),
      starts_on: '2024-04-03',
    });
  }
  for (const key of roundOf('鳥飼').slice(2, 4)) {
    await call(gathererOf('鳥飼'), '2025-12-01T09:00:00+09:00', assignHousehold, {
      id: id(`assignment:tanaka-visitor:${key}`),
      household_id: id(`household:${key}`),
      post_id: id('post:tanaka-visitor'),
      starts_on: '2025-12-01',
    });
  }
}

/** The district agreed, and most households have said how they would like to be looked in on. */
async function plantAgreement({ call, id }: Planting, district: string): Promise<void> {
  await call(gathererOf(district), '2024-04-02T19:00:00+09:00', api.setRoundAgreement, {
    id: id(`round-agreement:${district}`),
    district_id: id(`district:${district}`),
    agreed: true,
    starts_on: '2024-04-01',
    words: '校区社協の総会で（見本）',
  });
  for (const [i, key] of roundOf(district).entries()) {
    if (i % 5 === 4) continue;
    await call(gathererOf(district), '2024-04-02T20:00:00+09:00', api.hearVisitWish, {
      household_id: id(`household:${key}`),
      every: i % 3 === 2 ? 'monthly' : 'two_weeks',
      channel: i % 4 === 1 ? 'phone' : null,
      words: i % 6 === 0 ? '午前中がよいです（見本）' : null,
      heard_on: '2024-04-02',
    });
  }
}

/** 令和6年度, complete: single visits where rounds have names, and sheets that bring the sum to the town's figure. */
export async function plantFiscal2024(planting: Planting): Promise<void> {
  const months = monthsOfFiscalYear(2024);
  let single = 0;
  for (const month of months) single += await plantRounds(planting, month);
  await plantSheets(planting, months, fiscal2024.visits - single, () => false);
  await plantIntakes(planting, '2024-04-01', 365, fiscal2024.intakes, (done) => 0.35 + done * 0.2);
}

/** A line of a tally ledger: what a group counted in a month by one channel. */
export interface LedgerLine {
  readonly district: string;
  readonly month: string;
  readonly channel: Channel;
  readonly n: number;
}

/**
 * 令和7年度 up to the sample day: some sheets of January are still missing, and somebody was not well.
 *
 * @returns what a ledger is left to bring
 */
export async function plantFiscal2025(planting: Planting, own: OwnAnswers): Promise<LedgerLine[]> {
  const months = monthsOfFiscalYear(2025).slice(0, 10);
  for (const month of months) await plantRounds(planting, month, own);
  const late = new Set(['大橋', '青峰', '下田', '水縄', '金島']);
  const byLedger = new Set(['京町', '西国分']);
  const ledger = await plantSheets(
    planting,
    months,
    203_417,
    (month, district) => month === '2026-01' && late.has(district),
    (month, district) => month === '2025-06' && byLedger.has(district),
    own,
  );
  await plantIntakes(planting, '2025-04-01', 306, 972, (done) => 0.75 + done * 0.2);
  await plantNews(planting);
  return ledger;
}

async function plantRounds(planting: Planting, month: string, own?: OwnAnswers): Promise<number> {
  let n = 0;
  for (const { district } of namedRounds) {
    for (const [i, key] of roundOf(district).entries()) {
      for (const [j, day] of daysOfRound.entries()) {
        const turn = i * 5 + j * 3 + Number(month.slice(5));
        await plantVisit(planting, district, key, `${month}-${day}`, turn, own);
        n += 1;
      }
    }
  }
  return n;
}

function plantVisit(
  { call, id }: Planting,
  district: string,
  key: string,
  day: string,
  turn: number,
  own?: OwnAnswers,
) {
  const channel: Channel = turn % 9 === 4 ? 'phone' : turn % 11 === 6 ? 'intercom' : 'face';
  const contact: Contact = turn % 8 === 5 ? 'absent' : channel === 'intercom' ? 'answered' : 'met';
  const condition: Condition | null = contact === 'absent' ? null : turn % 29 === 13 ? 'concern' : 'usual';
  return call(walkerOf(district), `${day}T17:00:00+09:00`, api.recordVisit, {
    id: id(`visit:${key}:${day}`),
    household_id: id(`household:${key}`),
    visited_on: day,
    channel,
    contact,
    condition,
    next_step: condition === 'concern' ? 'again' : null,
    ...(own && contact === 'met' && { answers: answerSeason(day, turn, own) }),
  });
}

/** What the town asks at the door in the hot and in the cold months; not every visit has an answer. */
function answerSeason(day: string, turn: number, own: OwnAnswers) {
  const month = day.slice(5, 7);
  if (day >= '2025-06-01' && month >= '06' && month <= '09') return own('heat', turn % 3);
  if (day >= '2025-12-01' && turn % 2 === 0) return own('cold', turn % 16 === 0 ? 2 : turn % 3 === 0 ? 1 : 0);
  return {};
}

/** @param total what all sheets together come to: shared out over districts and months, exactly */
async function plantSheets(
  { call, id, say }: Planting,
  months: readonly string[],
  total: number,
  missing: (month: string, district: string) => boolean,
  byLedger: (month: string, district: string) => boolean = () => false,
  own?: OwnAnswers,
): Promise<LedgerLine[]> {
  const ledger: LedgerLine[] = [];
  const sheets = months.flatMap((month, j) =>
    sheetDistricts
      .map((district, i) => ({ month, district, weight: 60 + ((i * 37) % 90) + ((i * 5 + j * 11) % 17) }))
      .filter(({ month, district }) => !missing(month, district)),
  );
  const counts = shareOut(
    total,
    sheets.map((sheet) => sheet.weight),
  );
  for (const [k, { month, district }] of sheets.entries()) {
    const byChannel = shareOut(counts[k] ?? 0, [46, 14, 18, 8, 8, 2, 4]);
    if (byLedger(month, district)) {
      ledger.push(...channels.map((channel, n) => ({ district, month, channel, n: byChannel[n] ?? 0 })));
      continue;
    }
    await call(gathererOf(district), `${nextMonth(month)}-01T20:00:00+09:00`, api.handInTallySheet, {
      id: id(`sheet:${district}:${month}`),
      district_id: id(`district:${district}`),
      group_id: id(`body:${district}`),
      month,
      counts: Object.fromEntries(channels.map((channel, n) => [channel, byChannel[n] ?? 0])),
      counted_by: `${district}校区ふれあいの会（見本）`,
      ...(own && month >= '2025-12' && k % 4 > 0 && { answers: own('came', 6 + (k % 17)) }),
    });
    if (k % 40 === 0) say(m.domains_planting_sheets(), 0.1 + (k / sheets.length) * 0.25);
  }
  return ledger;
}

/** What 古賀さん found in the last days: one household she worries about, one that needed somebody at once. */
async function plantNews({ call, id }: Planting): Promise<void> {
  const said = { channel: 'face', visited_on: '2026-01-30' } as const;
  await call('koga', '2026-01-30T11:20:00+09:00', api.recordVisit, {
    ...said,
    id: id('visit:concern'),
    household_id: id('household:鳥飼:4'),
    contact: 'met',
    condition: 'concern',
    next_step: 'council',
    note: '元気がない様子。来週もう一度訪ねる（見本）',
  });
  await call('koga', '2026-01-31T09:40:00+09:00', api.recordVisit, {
    ...said,
    id: id('visit:alarm'),
    visited_on: '2026-01-31',
    household_id: id('household:鳥飼:7'),
    contact: 'answered',
    condition: 'alarm',
    next_step: 'emergency',
    note: '返事はあるが動けないとのこと。119番に連絡し、付き添った（見本）',
  });
}

/** 令和6年度 was fixed and published; a visit of January that had been forgotten comes with its reason. */
export async function plantLateVisit({ call, id }: Planting): Promise<void> {
  await call('koga', '2025-08-05T19:00:00+09:00', api.recordVisit, {
    id: id('visit:late'),
    household_id: id('household:鳥飼:2'),
    visited_on: '2025-01-20',
    channel: 'face',
    contact: 'met',
    condition: 'usual',
    late_reason: '書き写していなかった手帳の一件が見つかったため（見本）',
  });
}

/** Somebody of 草野 visited until the end of January; what hangs on it waits for whoever follows, and nobody is named yet. */
export async function plantHandover({ call, id }: Planting): Promise<void> {
  const [account_id, post_id] = [id('account:nishi'), id('post:nishi')];
  const at = '2025-04-02T10:00:00+09:00';
  const person = { sign_in_name: 'nishi', name: '西（見本）', kana: 'にし' };
  await call('shiraishi', at, inviteAccount, { id: account_id, ...person });
  await call('shiraishi', at, givePost, {
    id: post_id,
    account_id,
    role: 'visitor',
    body_id: id('body:草野'),
    district_id: id('district:草野'),
    starts_on: '2025-04-02',
    ends_on: '2026-01-31',
  });
  for (const n of [7, 8])
    await call('kusano-lead', at, assignHousehold, {
      id: id(`assignment:nishi:${n}`),
      household_id: id(`household:草野:${n}`),
      post_id,
      starts_on: '2025-04-02',
    });
  await call('kusano-lead', '2026-01-30T19:00:00+09:00', handOver, {
    id: id('handover:nishi'),
    post_id,
    words: '二つの世帯とも、午前中の訪問を喜ばれます（見本）',
    items: { [`household_${id('household:草野:7')}`]: '呼び鈴より声かけがよいとのこと（見本）' },
  });
}

function walkerOf(district: string): string {
  return walkers[district] ?? gathererOf(district);
}

/** Whole numbers in proportion to the weights that add up to the total exactly. */
function shareOut(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return weights.map((weight) => {
    const from = Math.floor((total * before) / all);
    before += weight;
    return Math.floor((total * before) / all) - from;
  });
}

function nextMonth(month: string): string {
  return addDays(`${month}-28`, 5).slice(0, 7);
}
