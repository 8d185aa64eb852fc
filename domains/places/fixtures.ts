import { sampleDistricts } from '../districts/fixtures.ts';
import type { Planting } from '../planting.ts';
import { nameHost, recordAttendance, register, writeEvent, writePlace } from './api.ts';

const coordinator = 'ogata-coordinator';
const weekly = (weekday: number, from: string, until: string) => ({
  pattern: 'weekly' as const,
  weekday,
  from,
  until,
});

/**
 * Where a place of the sample is said to be: a point of a grid laid over the town, in thousandths of a degree (some 100 m). Invented: no
 * building's, and not even in the district of which the place is.
 */
function inventPoint(n: number): { latitude: number; longitude: number } {
  const onGrid = (degrees: number) => Number(degrees.toFixed(3));
  return {
    latitude: onGrid(33.255 + Math.floor(n / 7) * 0.016),
    longitude: onGrid(130.465 + (n % 7) * 0.034),
  };
}

/** A kitchen that is open to everybody, with its host and an evening that fills; all invented. */
export async function plantPlaces({ call, id }: Planting): Promise<void> {
  const place_id = id('place:kitchen');
  await call(coordinator, '2025-12-08T10:00:00+09:00', writePlace, {
    id: place_id,
    name: 'みんなの台所（見本）',
    kana: 'みんなのだいどころ みほん',
    what: 'いっしょに料理をして食べる。子どもも大人も、はじめての人も来てよい。皿洗いだけでもよい。',
    run_by: '原さんと近所の人たち（見本）',
    district_id: id('district:鳥飼'),
    address: '鳥飼見本町1-2 見本会館の台所',
    // Beside the grid of the others, so that it stands apart.
    ...{ latitude: 33.311, longitude: 130.516 },
    times: [{ pattern: 'monthly', weekday: 5, nth: [2, 4], from: '17:00', until: '19:30' }],
    for_whom: 'だれでも',
    cost: '大人300円、子どもは無料',
    access: ['step_free', 'toilet', 'bus'],
    languages: ['ja', 'easy_ja', 'vi'],
    child_care: '子どもといっしょに来てよい',
    entry: 'just_come',
    newcomers: true,
    public_contact: '見本会館 0942-00-0000（平日の昼）',
    contact: '原さんの電話（見本）',
    shown: ['page', 'run_by', 'address', 'contact'],
    welcomes: 'no',
    confirmed_with: '原さん（見本）',
  });
  await call(coordinator, '2025-12-08T10:10:00+09:00', nameHost, {
    id: id('place-host:kitchen'),
    place_id,
    post_id: id('post:hara'),
  });
  const event_id = id('place-event:noodles');
  await call('hara', '2026-01-20T20:00:00+09:00', writeEvent, {
    id: event_id,
    place_id,
    title: 'いろいろな国の麺を作る夕べ（見本）',
    what: 'ベトナムの麺と、鳥飼のうどんを作って食べる。',
    held_on: '2026-02-13',
    from: '17:00',
    until: '20:00',
    capacity: 3,
    register_until: '2026-02-12',
    cost: '500円',
    shown: true,
  });
  await call('hara', '2026-01-20T20:10:00+09:00', writeEvent, {
    id: id('place-event:sunday'),
    place_id,
    title: '日曜の夕ごはんをいっしょに作る会（見本）',
    what: 'みんなで料理をして、いっしょに食べる。日本語が少しでもだいじょうぶ。子どもも来てよい。',
    held_on: '2026-02-15',
    from: '16:00',
    until: '19:00',
    capacity: 8,
    register_until: '2026-02-14',
    cost: '300円',
    shown: true,
  });
  for (const [n, name] of ['ミン（見本）', '石橋（見本）'].entries())
    await call('hara', `2026-01-2${n + 1}T18:00:00+09:00`, register, {
      id: id(`event-registration:noodles:${n}`),
      event_id,
      name,
      way: 'host',
    });
}

/** About two places in each district, and who came to the kitchen: by head and by name. */
export async function plantPlacesOfDistricts({ call, id }: Planting): Promise<void> {
  for (const [n, { name, kana }] of sampleDistricts.entries()) {
    // Some were asked long ago, so that there is somebody to ask after.
    const months = n % 9 === 4 ? '2025-06-20' : n % 9 === 7 ? '2025-07-25' : '2025-11-17';
    await call(coordinator, `${months}T10:00:00+09:00`, writePlace, {
      id: id(`place:tea:${name}`),
      name: `${name}お茶の間（見本）`,
      kana: `${kana}おちゃのま みほん`,
      what: 'お茶を飲みながらおしゃべりができる。囲碁や将棋、手芸をする人もいる。',
      run_by: '近所の有志（見本）',
      district_id: id(`district:${name}`),
      address: `${name}見本集会所`,
      ...inventPoint(n),
      times: [weekly((n % 5) + 1, '10:00', '12:00')],
      for_whom: 'だれでも',
      cost: '100円（お茶代）',
      access: n % 2 === 0 ? ['chairs', 'parking'] : ['step_free', 'toilet'],
      languages: ['ja'],
      entry: 'just_come',
      shown: ['page', 'run_by', 'address'],
    });
    await call(coordinator, '2025-12-02T14:00:00+09:00', writePlace, {
      id: id(`place:table:${name}`),
      name: `${name}みんなの食卓（見本）`,
      kana: `${kana}みんなのしょくたく みほん`,
      what: 'いっしょにごはんを食べる。宿題や遊びもできる。料理や配膳の手伝いも歓迎。',
      run_by: `${name}見本の会`,
      district_id: id(`district:${name}`),
      times: [{ pattern: 'monthly', weekday: 6, nth: [(n % 4) + 1], from: '11:00', until: '13:30' }],
      for_whom: '子ども、家族、ひとりの人',
      cost: '子どもは無料',
      access: ['baby'],
      languages: ['ja', 'easy_ja'],
      child_care: '子どもだけでも来てよい',
      entry: n % 3 === 0 ? 'call_first' : 'just_come',
      shown: ['page'],
    });
  }
  for (const [day, heads] of [
    ['2025-12-12', 41],
    ['2025-12-26', 38],
    ['2026-01-09', 44],
    ['2026-01-23', 47],
  ] as const)
    await call('hara', `${day}T21:00:00+09:00`, recordAttendance, {
      place_id: id('place:kitchen'),
      held_on: day,
      heads,
      others: 'ミン（見本）\n石橋（見本）',
    });
}
