import type { InputOf } from '#platform/operation.ts';
import type { Planting } from '../planting.ts';
import { receiveIntake } from './intake-api.ts';

type Said = Omit<InputOf<typeof receiveIntake>, 'id' | 'client_id' | 'received_on'>;

/** The invented people of people.md as windows came to know them. Of 石橋さん two windows have a record each. */
const firstWords: readonly { who: string; key: string; at: string; says: Said }[] = [
  {
    who: 'nakajima',
    key: 'ishibashi',
    at: '2025-10-06T10:20:00+09:00',
    says: {
      name: '石橋（見本）',
      kana: 'いしばし',
      born_on: '1944-05-11',
      sex: 'female',
      phone: '0942-00-0101',
      channel: 'phone',
      route: 'neighbour_phone',
      caller_name: '近所の方（見本）',
      caller_relation: '近所',
      trouble: '春から一人暮らし。階段がつらくなり、買い物の回数が減っている。',
      wish: '庭の柿を誰かにもらってほしい。',
      worries: ['01', '09'],
      worst: ['09'],
    },
  },
  {
    who: 'nakajima',
    key: 'keiko',
    at: '2025-11-12T14:05:00+09:00',
    says: {
      name: '西田 恵子（見本）',
      kana: 'にしだ けいこ',
      born_on: '1969-02-20',
      sex: 'female',
      mobile: '090-0000-0102',
      reaching: '平日の昼に、携帯電話へ',
      channel: 'came',
      route: 'self_visit',
      trouble: '息子が六年ほど家から出ていない。誰にも話していない。',
      wish: '自分が話せる場所がほしい。',
      worries: ['10', '13'],
      worst: ['13'],
      consent: 'given',
    },
  },
  {
    who: 'nakajima',
    key: 'wataru',
    at: '2025-11-12T14:40:00+09:00',
    says: {
      name: '西田 航（見本）',
      kana: 'にしだ わたる',
      born_about: '二十代前半',
      sex: 'male',
      channel: 'outreach',
      route: 'family_visit',
      caller_name: '西田 恵子（見本）',
      caller_relation: '母',
      worries: ['13'],
    },
  },
  {
    who: 'nakajima',
    key: 'min',
    at: '2025-12-08T18:30:00+09:00',
    says: {
      name: 'グエン・ティ・ミン（見本）',
      kana: 'ぐえん てぃ みん',
      born_on: '1996-08-03',
      sex: 'female',
      mobile: '080-0000-0103',
      channel: 'came',
      route: 'self_visit',
      trouble: '日本語の書類が読めない。',
      wish: '日曜日に、みんなで料理をしたい。',
      worries: ['09', '11'],
      consent: 'given',
    },
  },
  {
    who: 'nagata',
    key: 'ishibashi-nagata',
    at: '2025-12-15T11:00:00+09:00',
    says: {
      name: '石橋（見本）',
      kana: 'いしばし',
      born_on: '1944-05-11',
      sex: 'female',
      phone: '0942-00-0101',
      channel: 'came',
      route: 'agency',
      trouble: '退院のあと、手すりのことで相談。',
      worries: ['01', '12'],
    },
  },
];

const districts: Record<string, string> = { ishibashi: '鳥飼', keiko: '草野', wataru: '草野', min: '鳥飼' };

/** First words of the sample town's people: `client:ishibashi`, `intake:ishibashi` and so on. */
export async function plantFirstWords({ call, id }: Planting): Promise<void> {
  for (const { who, key, at, says } of firstWords) {
    const district = districts[key];
    await call(who, at, receiveIntake, {
      ...says,
      id: id(`intake:${key}`),
      client_id: id(`client:${key}`),
      received_on: at.slice(0, 10),
      district_id: district ? id(`district:${district}`) : null,
    });
  }
}
