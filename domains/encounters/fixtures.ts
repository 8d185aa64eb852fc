import * as m from '#messages';
import { addDays } from '#platform/calendar.ts';
import { sampleDistricts } from '../districts/fixtures.ts';
import { namedRounds } from '../parties/fixtures.ts';
import type { Planting } from '../planting.ts';
import * as api from './api.ts';

const officer = 'ogata';
const ways = ['phone', 'came', 'mail', 'outreach', 'referral'];

/** The districts that pass up counts and keep the names to themselves. */
export const sheetDistricts = sampleDistricts
  .map(({ name }) => name)
  .filter((name) => !namedRounds.some(({ district }) => district === name));

/** 42 districts agree, before the first month, that their sheets count. */
export async function plantCountingModes({ call, id }: Planting): Promise<void> {
  for (const name of sheetDistricts) {
    await call(officer, '2024-04-03T10:00:00+09:00', api.changeCountingMode, {
      id: id(`mode:${name}`),
      district_id: id(`district:${name}`),
      group_id: id(`body:${name}`),
      from_month: '2024-04',
      mode: 'sheet',
      reason: '名前は会の中にとどめ、件数を集計票で届けることにしたため（見本）',
    });
  }
}

/**
 * New consultations at 生活自立支援センター, spread evenly over the days of a period: counts of the time before Kanaeau, taken
 * over at the end of each period of a hundred or so.
 *
 * @param first the period's first day, `YYYY-MM-DD`
 */
export async function plantIntakes(
  { call, id, say }: Planting,
  first: string,
  days: number,
  count: number,
  share: (done: number) => number,
): Promise<void> {
  const rows = Array.from({ length: count }, (_, k) => ({
    id: id(`intake:${first}:${k}`),
    occurred_on: addDays(first, Math.floor((k * days) / count)),
    channel: ways[(k * 7) % ways.length] ?? 'phone',
    district_id:
      k % 4 === 3 ? null : id(`district:${sampleDistricts[(k * 11) % sampleDistricts.length]?.name}`),
  }));
  for (let k = 0; k < count; k += 100) {
    const some = rows.slice(k, k + 100);
    await call('nakajima', `${some.at(-1)?.occurred_on}T15:00:00+09:00`, api.takeOverIntakes, { rows: some });
    say(m.domains_planting_intakes(), share(k / count));
  }
}
