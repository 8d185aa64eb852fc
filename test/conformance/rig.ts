import { showBoardDays, writeHelpingGroup } from '#domains/boards/api.ts';
import { importStandardFile, sendStandardFile } from '#domains/open-data/api.ts';
import { checkStandardFile } from '#domains/open-data/import-api.ts';
import { addPlaceDay, cancelEvent, writeEvent, writePlace } from '#domains/places/api.ts';
import type { Town } from '../town.ts';

/** What there is to hold against the standards: places of every kind, days off and extra days, and lists that were taken in. */
export async function plantOpenThings(town: Town): Promise<void> {
  const ogata = town.as('ogata-coordinator');
  const place_id = town.id('place:conformance');
  await ogata.call(writePlace, {
    ...{ id: place_id, name: '見本の縁側, "おもて"', kana: 'みほんのえんがわ', entry: 'call_first' },
    what: '本を読む; 昼寝をする\nだれでも',
    ...{
      run_by: '見本の会',
      address: '見本町3-4',
      latitude: 33.3192,
      longitude: 130.5083,
      access_words: '玄関に段が一つ',
    },
    ...{ district_id: town.id('district:鳥飼'), times_words: '雨の日は休み', cost: '無料', for_whom: '大人' },
    times: [
      { pattern: 'weekly', weekday: 2, from: '10:00', until: '12:00' },
      { pattern: 'weekly', weekday: 4, from: '10:00', until: '12:00' },
      { pattern: 'monthly', weekday: 7, nth: [1, 3, 5], from: '13:00', until: '15:00' },
    ],
    ...{ access: ['step_free', 'toilet'], languages: ['ja', 'easy_ja', 'vi'] },
    ...{ public_contact: '見本の会 0942-00-0001', shown: ['page', 'run_by', 'address', 'contact'] },
  });
  for (const [n, day] of [
    { kind: 'closed', starts_on: '2026-02-10', ends_on: '2026-02-17' } as const,
    { kind: 'extra', starts_on: '2026-02-11', ends_on: '2026-02-12', from: '09:00', until: '09:45' } as const,
  ].entries())
    await ogata.call(addPlaceDay, { id: town.id(`place-day:conformance:${n}`), place_id, ...day });
  const called_off = town.id('place-event:called-off');
  await ogata.call(writeEvent, {
    ...{
      id: called_off,
      place_id,
      title: '紙しばい（見本）',
      held_on: '2026-02-20',
      from: '10:00',
      until: '11:00',
    },
    shown: true,
  });
  await ogata.call(cancelEvent, { id: called_off, why: '話す人が来られない（見本）' });
  await ogata.call(showBoardDays, { id: town.id('board-days:conformance'), board_id: town.id('board:鳥飼') });
  const [{ code = '', name = '' } = {}] = await town.look<{ code: string; name: string }>(
    'select code, name from towns',
  );
  await town.as('noda-chair').call(writeHelpingGroup, {
    ...{
      id: town.id('helping-group:conformance'),
      district_id: town.id('district:鳥飼'),
      works: ['shopping'],
    },
    ...{ name: '見本の買い物応援隊', what: 'いっしょに買い物に行く（見本）', stage: 'trial', charge: 'free' },
    ...{ stage_since: '2026-01-10', shown: 'public' },
  });
  await takeIn(
    town,
    'shelters',
    `全国地方公共団体コード,ID,名称,名称_カナ,所在地_連結表記,緯度,経度,災害種別_洪水,想定収容人数\n${code},1,見本小学校,ミホンショウガッコウ,福岡県${name}見本町1,33.3,130.5,1,300\n`,
  );
  await takeIn(
    town,
    'population',
    `都道府県コード又は市区町村コード,地域コード,調査年月日,地域名,総人口,男性,女性,0-4歳の男性\n${code},01,2025-10-01,合川,9000,4400,4600,210\n`,
  );
}

async function takeIn(town: Town, set: 'shelters' | 'population', text: string): Promise<void> {
  const planner = town.as('tsutsumi');
  const id = town.id(`standard-file:${set}`);
  const file = { name: `${set}.csv`, base64: Buffer.from(text).toString('base64') };
  await planner.call(sendStandardFile, { id, set, file });
  const { hash, new: fresh, changed, gone } = await planner.call(checkStandardFile, { id });
  await planner.call(importStandardFile, {
    ...{ id, import_id: town.id(`standard-import:${set}`), hash, new: fresh, changed, gone },
    ...{ as_of: '2025-12-31', confirmed: true },
  });
}
