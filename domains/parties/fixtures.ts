import type { OwnAnswers } from '../items/fixtures.ts';
import type { Planting } from '../planting.ts';
import { gathererOf } from '../posts/fixtures.ts';
import * as api from './api.ts';
import type { Caution, Relation } from './model.ts';

interface Person {
  readonly name: string;
  readonly kana: string;
  readonly relation: Relation;
}

interface Household {
  readonly key: string;
  readonly district: string;
  readonly surname: string;
  readonly kana: string;
  readonly people: readonly Person[];
  readonly cautions: readonly Caution[];
  readonly reason: string | null;
}

/** Where visits are recorded one by one, and how many households each round has. Everywhere else sheets are handed in. */
export const namedRounds = [
  { district: '鳥飼', households: 12 },
  { district: '草野', households: 8 },
  { district: '日吉', households: 5 },
  { district: '金丸', households: 5 },
] as const;

/** The households of a district's round, by their key. */
export function roundOf(district: string): string[] {
  return sampleHouseholds
    .filter((h) => h.district === district && !h.key.startsWith('free:'))
    .map((h) => h.key);
}

const at = '2024-04-02T10:00:00+09:00';

/** Invented households with names nobody has: 見本 and a flower; one of them is 石橋さん. */
const flowers = [
  ['あやめ', 'あやめ'],
  ['かえで', 'かえで'],
  ['さくら', 'さくら'],
  ['すみれ', 'すみれ'],
  ['つばき', 'つばき'],
  ['なでしこ', 'なでしこ'],
  ['はぎ', 'はぎ'],
  ['ふじ', 'ふじ'],
  ['ぼたん', 'ぼたん'],
  ['もみじ', 'もみじ'],
  ['ゆり', 'ゆり'],
  ['れんげ', 'れんげ'],
] as const;

const cautionsInTurn: readonly (readonly Caution[])[] = [
  [],
  ['dog'],
  [],
  ['hearing'],
  ['back_door'],
  [],
  ['phone_first'],
  [],
  ['in_pairs', 'hearing'],
];

const ishibashi: Household = {
  key: '鳥飼:1',
  district: '鳥飼',
  surname: '石橋（見本）',
  kana: 'いしばし',
  people: [{ name: '石橋（見本）', kana: 'いしばし', relation: 'head' }],
  cautions: ['hearing'],
  reason: '春から一人暮らし。階段がつらくなってきた（見本）',
};

const sampleHouseholds: readonly Household[] = [
  ...namedRounds.flatMap(({ district, households }) =>
    Array.from({ length: households }, (_, i) => makeHousehold(district, i, `${district}:${i + 1}`)),
  ),
  makeHousehold('鳥飼', 20, 'free:鳥飼:1'),
  makeHousehold('鳥飼', 21, 'free:鳥飼:2'),
];

/** Registered by each district's gatherer; the reasons are its own to know. */
export async function plantParties({ call, id }: Planting): Promise<void> {
  for (const [i, household] of sampleHouseholds.entries()) {
    const { key, district, surname, kana, people, cautions, reason } = household;
    await call(gathererOf(district), at, api.registerHousehold, {
      id: id(`household:${key}`),
      name: surname,
      kana,
      address: `${district}見本町${1 + (i % 4)}丁目${1 + i}`,
      phone: i % 5 === 3 ? null : `0942-00-${String(1000 + i)}`,
      cautions: [...cautions],
      members: people.map((person, n) => ({ ...person, id: id(`person:${key}:${n}`) })),
      reason,
    });
  }
}

function makeHousehold(district: string, i: number, key: string): Household {
  if (key === '鳥飼:1') return ishibashi;
  const [flower, flowerKana] = flowers[i % flowers.length] ?? ['見本', 'みほん'];
  const people: Person[] = [
    { name: `見本${district} ${flower}`, kana: `みほん ${flowerKana}`, relation: 'head' },
    ...(i % 3 === 1
      ? [{ name: `見本${district} はると`, kana: 'みほん はると', relation: 'spouse' } satisfies Person]
      : []),
  ];
  return {
    key,
    district,
    surname: `見本${district} ${flower}`,
    kana: `みほん ${flowerKana}`,
    people,
    cautions: cautionsInTurn[i % cautionsInTurn.length] ?? [],
    reason: i % 2 === 0 ? '一人で暮らしていて、近くに家族がいない（見本）' : null,
  };
}

/** What the town asks of its own about households, where somebody has asked: help with the rubbish, how looking in began. */
export async function plantHouseholdAnswers({ call, id }: Planting, own: OwnAnswers): Promise<void> {
  for (const [i, key] of roundOf('鳥飼').entries()) {
    if (i % 4 === 3) continue;
    const said = { household_id: id(`household:${key}`), version: 0 };
    await call(gathererOf('鳥飼'), `2025-04-20T1${i % 8}:00:00+09:00`, api.answerHousehold, {
      ...said,
      facet: 'household',
      answers: own('rubbish', i % 3),
    });
    if (i % 3 === 0)
      await call(gathererOf('鳥飼'), '2025-04-20T19:00:00+09:00', api.answerHousehold, {
        ...said,
        facet: 'watching',
        answers: own('begun', i % 4),
      });
  }
}
