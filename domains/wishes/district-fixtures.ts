import type { Planting } from '../planting.ts';
import { closeWish, writeWish } from './api.ts';
import { answerMatch, closeMatch, proposeMatch, recordFulfilment, writeThanks } from './match-api.ts';
import type { Reason, Sort } from './model.ts';
import { registerParticipant } from './participant-api.ts';

const coordinator = 'ogata-coordinator';

/** Invented people and bodies of other districts: key, name, kana, sort, district. */
const parties: readonly (readonly [key: string, name: string, kana: string, sort: Sort, district: string])[] =
  [
    ['haru', 'ハルさん（見本）', 'はる', 'resident', '合川'],
    ['kenta', '健太さん（見本）', 'けんた', 'resident', '合川'],
    ['sewing', '見本ぬいものの会（見本）', 'みほんぬいもののかい', 'group', '合川'],
    ['mitsu', 'ミツさん（見本）', 'みつ', 'resident', '善導寺'],
    ['sora', '空さん（見本）', 'そら', 'resident', '善導寺'],
    ['reading', '見本読み聞かせの会（見本）', 'みほんよみきかせのかい', 'group', '善導寺'],
    ['tatsuo', '辰夫さん（見本）', 'たつお', 'resident', '田主丸'],
    ['orchard', '見本ぶどう園（見本）', 'みほんぶどうえん', 'company', '田主丸'],
    ['high-school', '見本高校 園芸部（見本）', 'みほんこうこう えんげいぶ', 'school', '田主丸'],
    ['yone', 'ヨネさん（見本）', 'よね', 'resident', '北野'],
    ['rina', '里奈さん（見本）', 'りな', 'resident', '北野'],
    ['home', '見本の里（見本）', 'みほんのさと', 'corporation', '城島'],
    ['saburo', '三郎さん（見本）', 'さぶろう', 'resident', '城島'],
    ['bakery', '見本パン工房（見本）', 'みほんぱんこうぼう', 'company', '三潴'],
    ['mao', '真央さん（見本）', 'まお', 'resident', '三潴'],
  ];

/** Who gives, in which words, to whom, who had wished for it in which words. */
type Leg = readonly [giver: string, offers: string, receiver: string, wishes: string];

/** A day, whether something came back, and the legs: two and more are a ring or a chain. */
const matches: readonly (readonly [day: string, returned: boolean, legs: readonly Leg[], thanks?: string])[] =
  [
    [
      '2025-09-20',
      true,
      [
        ['haru', 'ゆかたの直し方を見せられる', 'sewing', '昔のぬい方を知っている人に来てほしい'],
        ['sewing', 'ボタンつけや裾上げを引き受けられる', 'kenta', '面接に着る上着の袖を直してほしい'],
        ['kenta', '携帯電話の使い方をいっしょに確かめられる', 'haru', '孫に写真を送れるようになりたい'],
      ],
      '孫から返事が来ました。三人とも、また集まるそうです。',
    ],
    [
      '2025-10-11',
      true,
      [
        ['mitsu', '昔の遊びを子どもに見せられる', 'reading', '読み聞かせの会で昔の遊びを教えてほしい'],
        ['reading', '本を声に出して読む会に呼べる', 'sora', '人前で声を出す練習がしたい'],
        ['sora', '庭の落ち葉をかける', 'mitsu', '庭の落ち葉が片づかなくて困っている'],
      ],
      '声が前より出るようになったと言われました。',
    ],
    [
      '2025-10-25',
      true,
      [
        ['orchard', '収穫のころに畑を開けられる', 'high-school', '畑の仕事を本当の畑で習いたい'],
        ['high-school', '花の苗を分けられる', 'tatsuo', '庭に花を植えたい'],
        ['tatsuo', '箱づくりと荷造りを手伝える', 'orchard', '出荷の前の日に荷造りの手がほしい'],
      ],
      '畑の先生と呼ばれて、てれくさかったです。',
    ],
    [
      '2025-11-08',
      false,
      [
        [
          'bakery',
          '焼き残りのパンを週に一度分けられる',
          'home',
          '入居の人と地域の人でお茶を飲む日を作りたい',
        ],
        ['home', '月に一度、広間を開けられる', 'reading', '大人むけの朗読の会をする広い部屋がほしい'],
      ],
    ],
    [
      '2025-09-27',
      true,
      [['rina', '病院の帰りの買い物に付き合える', 'yone', '買い物の荷物がつらくなってきた']],
      '買い物のあとのお茶が楽しみになりました。',
    ],
    ['2025-10-18', false, [['saburo', '包丁をとげる', 'home', '台所の包丁をといでほしい']]],
    [
      '2025-11-15',
      true,
      [['yone', '漬物の漬け方を教えられる', 'mao', '冬の漬物を習いたい']],
      'はじめて最後まで一人で漬けました。',
    ],
    [
      '2025-11-29',
      true,
      [['mao', '英語の手紙を読んで聞かせられる', 'saburo', '海外の友だちの手紙を読みたい']],
      '三十年ぶりに返事を書きました。',
    ],
    ['2025-12-06', false, [['high-school', '年末に窓ふきを手伝える', 'tatsuo', '高い窓がふけない']]],
    [
      '2025-12-20',
      true,
      [['bakery', 'パンづくりを見せられる', 'rina', '働く場所を見てみたい']],
      '見るだけのつもりが、一日いました。',
    ],
    [
      '2026-01-17',
      true,
      [['kenta', '雪の日に朝の道をあける', 'sewing', '会の日の朝、玄関の前をあけてほしい']],
      'あたたかい汁物を出したら、二杯食べてくれました。',
    ],
  ];

/** What came true in other districts in the autumn and the winter: three rings, a chain and seven pairs, all of it over. */
export async function plantWishesOfDistricts({ call, id }: Planting): Promise<void> {
  for (const [key, name, kana, sort, district] of parties)
    await call(coordinator, '2025-08-28T10:00:00+09:00', registerParticipant, {
      ...{ id: id(`participant:${key}`), name, kana, sort, district_id: id(`district:${district}`) },
      reached: '社協の窓口を通して',
    });
  for (const one of matches) await plantMatch({ call, id }, one);
}

async function plantMatch(
  { call, id }: Pick<Planting, 'call' | 'id'>,
  [day, returned, legs, thanks]: (typeof matches)[number],
): Promise<void> {
  const match_id = id(`match:${day}`);
  const reasons: Reason[] = legs.length > 2 ? ['new_tie', 'gives_back'] : ['new_tie'];
  const on = (days: number) =>
    new Date(Date.parse(`${day}T01:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const at = (days: number) => `${on(days)}T10:00:00+09:00`;
  const sides = legs.flatMap(([giver, offers, receiver, wishes], n) => [
    { who: giver, side: 'offer' as const, words: offers, wish: id(`wish:${day}-${n}-offer`) },
    { who: receiver, side: 'wish' as const, words: wishes, wish: id(`wish:${day}-${n}-wish`) },
  ]);
  for (const [turn, { who, side, words, wish }] of sides.entries())
    await call(coordinator, at(-20 + turn), writeWish, {
      ...{ id: wish, participant_id: id(`participant:${who}`), side, words, reach: 'town' },
      way: turn % 2 === 0 ? 'self' : 'phone',
    });
  await call(coordinator, at(-10), proposeMatch, {
    id: match_id,
    legs: legs.map((_, n) => ({
      ...{ offer_id: id(`wish:${day}-${n}-offer`), wish_id: id(`wish:${day}-${n}-wish`) },
      reasons,
    })),
  });
  for (const who of new Set(legs.flatMap(([giver, , receiver]) => [giver, receiver])))
    await call(coordinator, at(-7), answerMatch, {
      ...{ match_id, id: id(`answer:${day}:${who}`), participant_id: id(`participant:${who}`) },
      answer: 'yes',
    });
  for (const n of legs.keys())
    await call(coordinator, at(1), recordFulfilment, {
      ...{ match_id, id: id(`fulfilment:${day}-${n}`), position: n + 1, happened_on: day, returned },
    });
  if (thanks)
    await call(coordinator, at(2), writeThanks, {
      ...{ fulfilment_id: id(`fulfilment:${day}-0`), id: id(`thanks:${day}`), words: thanks },
      ...{ tells: 'report', agreed_by: '本人', agreed_on: on(2) },
    });
  for (const { wish } of sides) await call(coordinator, at(3), closeWish, { id: wish, why: 'fulfilled' });
  await call(coordinator, at(3), closeMatch, { id: match_id, outcome: 'done' });
}
