import type { Planting } from '../planting.ts';
import { beginJoining, takeJoiningStep } from './joining-api.ts';
import { addWelcomingPlace, supportPlace } from './place-api.ts';

/** Places that welcome, all invented, and the mother's way to one of them: she looked, came again, and goes on. */
export async function plantJoinings({ call, id }: Planting): Promise<void> {
  const [window, coordinator] = ['nakajima', 'ogata-coordinator'];
  const district_id = id('district:鳥飼');
  await call(window, '2025-12-22T11:00:00+09:00', addWelcomingPlace, {
    id: id('place:family-group'),
    name: '家族の会 ひだまり（見本）',
    kana: 'かぞくのかい ひだまり',
    what: '家族のことを気がねなく話せる。お茶だけ飲んで帰ってもよい。',
    how_many: 8,
    conditions: 'はじめての日は、支援する人といっしょに来てよい。名前は言わなくてよい。',
    contact: '世話役に窓口から電話',
    district_id,
  });
  await call(coordinator, '2026-01-09T10:00:00+09:00', addWelcomingPlace, {
    id: id('place:volunteer-centre'),
    name: 'ボランティアセンターの作業室（見本）',
    kana: 'ぼらんてぃあせんたーのさぎょうしつ',
    what: '動画の編集や、お便りの袋詰めができる。短い時間から。見ているだけでもよい。',
    how_many: 3,
    conditions: '静かな部屋。午後のみ。',
    contact: '社協の窓口',
    district_id,
    body_id: id('body:社協'),
  });
  await call(coordinator, '2025-06-10T10:00:00+09:00', addWelcomingPlace, {
    id: id('place:garden'),
    name: '見本農園の朝の手入れ（見本）',
    kana: 'みほんのうえんのあさのていれ',
    what: '畑の草取りや水やり、収穫の手伝いができる。',
    how_many: 5,
    conditions: '朝のうち。車でしか行けない。',
    contact: '農園に電話',
  });
  const joining_id = id('joining:keiko');
  await call(window, '2025-12-25T10:00:00+09:00', beginJoining, {
    id: joining_id,
    case_id: id('case:nishida'),
    client_id: id('client:keiko'),
    place_id: id('place:family-group'),
    plan_id: id('support-plan:keiko'),
    wish: '月に一度、気がねなく話せる場所に行く。',
  });
  for (const [day, step, said, next_look_on] of [
    ['2026-01-10', 'look', '同じような人がいて、ほっとした。', '2026-01-24'],
    ['2026-01-24', 'trial', '次はわたしがお茶をいれます。', '2026-02-14'],
  ] as const)
    await call(window, `${day}T16:00:00+09:00`, takeJoiningStep, {
      joining_id,
      id: id(`joining-step:keiko:${step}`),
      step,
      taken_on: day,
      went_along: '中島',
      said,
      next_look_on,
    });
  await call(window, '2026-01-26T10:00:00+09:00', supportPlace, {
    place_id: id('place:family-group'),
    id: id('place-support:family-group'),
    supported_on: '2026-01-26',
    way: 'phone',
    words:
      '世話役に、はじめて来る人を迎えるときに困ることがないか聞いた。お茶の当番を頼んでよいか、いっしょに考えた。',
  });
}
