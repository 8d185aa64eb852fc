import type { InputOf } from '#platform/operation.ts';
import type { Planting } from '../planting.ts';
import { writeWish } from './api.ts';
import { answerMatch, proposeMatch, recordFulfilment, writeThanks } from './match-api.ts';
import type { Sort } from './model.ts';
import { registerParticipant } from './participant-api.ts';
import { plantStories } from './story-fixtures.ts';

type Said = Omit<InputOf<typeof writeWish>, 'id' | 'participant_id' | 'way' | 'district_id'>;

const coordinator = 'ogata-coordinator';

/** Invented people and bodies of people.md, each with wishes and with something they can do. */
const participants: readonly {
  key: string;
  name: string;
  kana: string;
  sort: Sort;
  district?: string;
  says: readonly Said[];
}[] = [
  {
    key: 'ishibashi',
    name: '石橋さん（見本）',
    kana: 'いしばし',
    sort: 'resident',
    district: '鳥飼',
    says: [
      { side: 'wish', words: '高いところの電球を替えてほしい', tags: ['bulbs'], limits: ['no_stairs'] },
      {
        side: 'offer',
        words: '庭の柿をもらってほしい。干し柿の作り方も教えられる',
        tags: ['farming'],
        reach: 'town',
      },
    ],
  },
  {
    key: 'wataru',
    name: '航さん（見本）',
    kana: 'わたる',
    sort: 'resident',
    district: '鳥飼',
    says: [
      { side: 'wish', words: '畑や柿の手入れをそばで見てみたい', tags: ['farming'], step: 'look' },
      {
        side: 'offer',
        words: '動画の編集ができる',
        tags: ['computer'],
        reach: 'remote',
        limits: ['short'],
      },
    ],
  },
  {
    key: 'hara',
    name: 'みほんこども食堂（見本）',
    kana: 'みほんこどもしょくどう',
    sort: 'group',
    district: '鳥飼',
    says: [
      { side: 'wish', words: '食堂の紹介の動画を作りたい', tags: ['computer'], reach: 'town' },
      {
        side: 'offer',
        words: '電球の交換など、ちょっとした修理に男手を出せる',
        tags: ['bulbs'],
        times: 5,
        days: [6, 7],
      },
    ],
  },
  {
    key: 'min',
    name: 'ミンさん（見本）',
    kana: 'みん',
    sort: 'resident',
    says: [
      {
        side: 'wish',
        words: '日曜にだれかと料理がしたい',
        tags: ['cook_class'],
        days: [7],
        limits: ['with_children', 'easy_japanese'],
        reach: 'town',
      },
      {
        side: 'offer',
        words: 'ベトナム料理を教えられる',
        tags: ['cook_class'],
        days: [7],
        reach: 'town',
        times: 4,
      },
    ],
  },
  {
    key: 'students',
    name: '見本大学の学生の会（見本）',
    kana: 'みほんだいがくのがくせいのかい',
    sort: 'school',
    says: [
      {
        side: 'offer',
        words: '日本語でおしゃべりする相手になれる',
        tags: ['japanese'],
        reach: 'town',
        times: 6,
      },
      { side: 'wish', words: '町の昔のことを教えてもらいたい', tags: ['history'], reach: 'town' },
    ],
  },
  {
    key: 'hayashi',
    name: '林さん（見本）',
    kana: 'はやし',
    sort: 'corporation',
    says: [{ side: 'wish', words: '日本語を習いたい職員がいる', tags: ['japanese'], reach: 'town' }],
  },
  {
    key: 'mihon-works',
    name: '見本製作所（見本）',
    kana: 'みほんせいさくしょ',
    sort: 'company',
    says: [
      {
        side: 'offer',
        words: '昼休みの社員食堂を、料理の集まりに日曜だけ貸せる',
        tags: ['room'],
        days: [7],
        reach: 'town',
        times: 10,
      },
      { side: 'wish', words: '働く体験に来る人と話してみたい', tags: ['talking'], reach: 'town' },
    ],
  },
];

/** The wishes of the sample town, one of which has come true. 石橋さん, 航さん and the children's kitchen make a ring. */
export async function plantWishes({ call, id }: Planting): Promise<void> {
  for (const [turn, one] of participants.entries()) {
    const at = `2025-11-${String(4 + turn * 3).padStart(2, '0')}T10:00:00+09:00`;
    const participant_id = id(`participant:${one.key}`);
    await call(coordinator, at, registerParticipant, {
      id: participant_id,
      name: one.name,
      kana: one.kana,
      sort: one.sort,
      ...(one.district ? { district_id: id(`district:${one.district}`) } : {}),
      reached: '社協の窓口を通して',
    });
    for (const [n, said] of one.says.entries()) {
      await call(coordinator, at, writeWish, {
        id: id(`wish:${one.key}-${said.side}`),
        participant_id,
        way: n % 2 === 0 ? 'self' : 'phone',
        ...said,
      });
    }
  }
  const match_id = id('match:cooking');
  const at = '2026-01-18T15:00:00+09:00';
  await call(coordinator, at, proposeMatch, {
    id: match_id,
    legs: [{ offer_id: id('wish:mihon-works-offer'), wish_id: id('wish:min-wish'), reasons: ['in_town'] }],
  });
  for (const who of ['mihon-works', 'min']) {
    await call(coordinator, at, answerMatch, {
      match_id,
      id: id(`answer:${who}`),
      participant_id: id(`participant:${who}`),
      answer: 'yes',
    });
  }
  await call(coordinator, '2026-01-26T09:00:00+09:00', recordFulfilment, {
    match_id,
    id: id('fulfilment:cooking'),
    position: 1,
    happened_on: '2026-01-25',
    place_id: id('place:kitchen'),
    returned: true,
  });
  await call(coordinator, '2026-01-27T09:00:00+09:00', writeThanks, {
    ...{ agreed_by: '本人', agreed_on: '2026-01-27' },
    fulfilment_id: id('fulfilment:cooking'),
    id: id('thanks:cooking'),
    words: '娘と一緒に、みなさんとフォーを作れました。',
    tells: 'report',
  });
  await plantStories({ call, id });
}
