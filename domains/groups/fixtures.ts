import type { Planting } from '../planting.ts';
import { gathererOf } from '../posts/fixtures.ts';
import { enrolGroupMembers, writeMemberSheet } from './api.ts';
import { requestSheets } from './request-api.ts';

/** Invented, and obviously so: the place, 見本, and a plant. */
const plants: readonly (readonly [string, string])[] = [
  ['あおい', 'アオイ'],
  ['あんず', 'アンズ'],
  ['いちい', 'イチイ'],
  ['うつぎ', 'ウツギ'],
  ['えのき', 'エノキ'],
  ['かりん', 'カリン'],
  ['くちなし', 'クチナシ'],
  ['けやき', 'ケヤキ'],
  ['こぶし', 'コブシ'],
  ['さざんか', 'サザンカ'],
  ['しらかし', 'シラカシ'],
  ['すずらん', 'スズラン'],
  ['せんだん', 'センダン'],
  ['つばき', 'ツバキ'],
  ['とちのき', 'トチノキ'],
  ['なつめ', 'ナツメ'],
  ['はぜのき', 'ハゼノキ'],
  ['ひいらぎ', 'ヒイラギ'],
  ['ふじ', 'フジ'],
  ['まき', 'マキ'],
  ['みつば', 'ミツバ'],
  ['ゆず', 'ユズ'],
  ['りんどう', 'リンドウ'],
];

/** The district whose month is half gathered on the sample day, and the one that never goes on line. */
export const halfGathered = '青峰';
export const neverOnLine = '下田';

/** Groups that keep a list of their members: 23 in one, six in another. */
export async function plantMembers({ call, id }: Planting): Promise<void> {
  const at = '2025-04-02T20:00:00+09:00';
  for (const [district, who, many] of [
    [halfGathered, gathererOf(halfGathered), plants.length],
    [neverOnLine, 'ogata', 6],
  ] as const) {
    await call(who, at, enrolGroupMembers, {
      group_id: id(`body:${district}`),
      district_id: id(`district:${district}`),
      starts_on: '2025-04-01',
      members: plants.slice(0, many).map(([name, kana]) => ({
        id: id(`member:${district}:${name}`),
        name: `見本 ${name}`,
        kana: `ミホン ${kana}`,
      })),
    });
  }
}

/** January of 青峰 is half written; the council's officer has asked two groups for theirs. */
export async function plantGathering({ call, id }: Planting): Promise<void> {
  for (const [i, [name]] of plants.slice(0, 14).entries()) {
    await call(gathererOf(halfGathered), '2026-01-31T20:00:00+09:00', writeMemberSheet, {
      id: id(`member-sheet:${halfGathered}:${name}:2026-01`),
      member_id: id(`member:${halfGathered}:${name}`),
      month: '2026-01',
      counts: i === 5 ? {} : { face: 2 + ((i * 3) % 5), phone: i % 3, intercom: i % 2 },
    });
  }
  for (const [district, way] of [
    [halfGathered, 'screen'],
    [neverOnLine, 'letter'],
  ] as const) {
    await call('ogata', '2026-02-01T09:30:00+09:00', requestSheets, {
      month: '2026-01',
      way,
      requests: [
        {
          id: id(`request:${district}:2026-01`),
          group_id: id(`body:${district}`),
          district_id: id(`district:${district}`),
        },
      ],
    });
  }
}
